"""Teaching: notes for whoever leads a class through a game."""

from collections.abc import Mapping

from game.model.base import CiteId, Minutes, Piece, SideId, Text


class Stage(Piece):
    """One stretch of a lesson."""

    title: Text
    """Its name, in a few words."""

    minutes: Minutes
    """How long it takes."""

    text: Text
    """What the class and its facilitator do, in a sentence or two."""


class Post(Piece):
    """One of the posts of a seat, so that several people have work in it."""

    title: Text
    """Name of the post, such as Foreign Ministry."""

    text: Text
    """What whoever holds it does, in a sentence or two."""


class Fact(Piece):
    """Something that really happened."""

    date: str
    """When, as 2015-08-25 or 2015-08, or in words."""

    text: Text
    """What happened, in one sober sentence."""

    cites: tuple[CiteId, ...] = ()
    """Claims and sources it rests on."""


class Teaching(Piece):
    """Notes for whoever leads a class through the game."""

    audience: Text = ""
    """Whom it suits, and what they should know or have read before."""

    aims: tuple[Text, ...] = ()
    """What a class should be able to say or do afterwards, a sentence each."""

    lesson: tuple[Stage, ...] = ()
    """The lesson from its start to its end; the minutes of its stages together are what it takes."""

    posts: Mapping[SideId, tuple[Post, ...]] = {}
    """The posts of each seat, two as a rule; where left out, one looks abroad and one keeps the house."""

    care: tuple[Text, ...] = ()
    """What to handle with care, and how, a sentence each."""

    record: tuple[Fact, ...] = ()
    """What really happened, for the end of the debrief, in the order of time."""
