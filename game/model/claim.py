"""Claims and sources: what the scenario rests on."""

from game.model.base import Piece


class Claim(Piece):
    """A sentence of the article, in the project's own words."""

    says: str
    """The claim."""

    fared: str = ""
    """How it fared afterwards, with a date where there is one."""


class Source(Piece):
    """Where a dated fact comes from."""

    title: str
    """What it is."""

    date: str = ""
    """When, as 2020-06-16 or in words."""

    where: str = ""
    """Where to find it, in short form."""

    remembered: bool = False
    """Whether it is only remembered and still to be checked."""
