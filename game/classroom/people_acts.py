"""Acts of people: coming, going, speaking, guessing, learning."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from game.classroom.states import Name, Noun

EVERYONE = "all"
"""Stands for all sides of a table where a message says whom it is for."""


MESSAGE, NOTE, HEADLINE = 280, 80, 60
"""Letters of a message, of a note and of a headline."""


class Promise(Noun):
    """What a message promises: that a line will not be crossed for a while; the debrief checks it."""

    redline: Name
    """The line."""

    until: int
    """The last month of play it holds for."""


class Seated(Noun):
    """Somebody takes a place in a seat's team; the name is kept apart from the log."""

    kind: Literal["seated"] = "seated"
    language: Annotated[str, Field(max_length=8)] = "en"
    """In which language the phone is answered."""


class Departed(Noun):
    """Somebody leaves."""

    kind: Literal["left"] = "left"


class PostTaken(Noun):
    """Somebody takes a post of the team, from whoever held it."""

    kind: Literal["post"] = "post"
    post: Annotated[int, Field(ge=0, le=9)]
    """Its place among the posts of the seat, from 0."""


class Renamed(Noun):
    """Somebody is called otherwise from now on; the name is kept apart from the log."""

    kind: Literal["rename"] = "rename"


class Spoken(Noun):
    """Somebody is answered in another language from now on."""

    kind: Literal["language"] = "language"
    language: Annotated[str, Field(max_length=8)]
    """Which."""


class Said(Noun):
    """A message from one side to another, or to all of its table."""

    kind: Literal["say"] = "say"
    to: Name
    """A side, or all."""
    text: Annotated[str, Field(min_length=1, max_length=MESSAGE)]
    """What it says."""
    terms: Mapping[Name, Annotated[int, Field(ge=0, le=20)]] = {}
    """Levels of the ladders that are meant, which bind nobody."""
    promise: Promise | None = None
    """What it promises."""


class Guessed(Noun):
    """What a team thinks of another side: its private line, its goal, and how sure it is. Never points."""

    kind: Literal["guess"] = "guess"
    about: Name
    """The side that is guessed at."""
    line: Literal["yes", "no", "unsure"]
    """Whether it has a line that it keeps to itself."""
    track: Name = ""
    """The reading that is watched."""
    reading: Annotated[int, Field(ge=0, le=100)] | None = None
    """The last reading that would not cross it."""
    goal: Name = ""
    """The goal that weighs most for it."""
    sure: Annotated[int, Field(ge=1, le=3)]
    """A hunch, likely, or quite sure."""


class Answered(Noun):
    """Somebody answers a question of the quiz."""

    kind: Literal["answer"] = "answer"
    when: Literal["before", "after"]
    """Before the game, or after it."""
    question: Annotated[int, Field(ge=0, le=50)]
    """Its place in the quiz, from 0."""
    option: Annotated[int, Field(ge=0, le=20)]
    """The place of the chosen answer, from 0."""


class Noted(Noun):
    """Somebody carries out the task of a post: a choice, a few words, or both."""

    kind: Literal["note"] = "note"
    task: Name
    """The task."""
    choice: Name = ""
    """What was tapped."""
    text: Annotated[str, Field(max_length=NOTE)] = ""
    """What was written."""
