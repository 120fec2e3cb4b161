"""Acts: everything that can be done in a hall, a noun a kind; granted, it is an event of the log.

The same noun asks and tells: once the hall grants an act, it is kept as it was asked, with a stamp.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from game.rules.sheets import Order, Sheet

Name = Annotated[str, Field(max_length=80)]
"""What a side, a slot, a card, a goal or a person goes by."""

EVERYONE = "all"
"""Stands for all sides of a table where a message says whom it is for."""

MESSAGE, NOTE, HEADLINE = 280, 80, 60
"""Letters of a message, of a note and of a headline."""


class HallState(StrEnum):
    """How far a lesson is."""

    LOBBY = "lobby"
    """People come in, choose posts and read."""

    BRIEF = "brief"
    """Everybody reads and the game is explained."""

    PLAY = "play"
    """The tables play."""

    DEBRIEF = "debrief"
    """The games are over, and what happened is open."""

    CLOSED = "closed"
    """The lesson is over."""


class TableState(StrEnum):
    """How far a month of a table is."""

    NEWS = "news"
    """What happened is read; orders are shut."""

    OPEN = "open"
    """Sheets are written and sealed."""

    REVEAL = "reveal"
    """The sheets lie open, and what they led to is read."""

    OVER = "over"
    """The game has ended."""

    STUCK = "stuck"
    """The month could not be played; the facilitator steps back, or takes the save along."""


class Noun(BaseModel):
    """What every kind of act has in common: it never changes, and holds nothing that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


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


class Spoken(Noun):
    """Somebody is answered in another language from now on."""

    kind: Literal["language"] = "language"
    language: Annotated[str, Field(max_length=8)]
    """Which."""


class Laid(Noun):
    """A card, or an offer with its terms, is laid on a line of the sheet; the newest on a line counts."""

    kind: Literal["lay"] = "lay"
    slot: Name
    """The line."""
    order: Order
    """What lies on it now."""


class Undone(Noun):
    """The last change of the sheet is taken back."""

    kind: Literal["undo"] = "undo"


class Signed(Noun):
    """Somebody signs the sheet; the last signature that is needed seals it."""

    kind: Literal["seal"] = "seal"
    left: int = 0
    """Seconds that were left; near the end one signature is enough."""


class Unsealed(Noun):
    """A sheet is opened again, or its first signature taken back."""

    kind: Literal["unseal"] = "unseal"


class Shut(Noun):
    """A month is closed: what lies on open sheets is sealed as it lies."""

    kind: Literal["closed"] = "closed"
    by: Literal["all", "clock", "lever"]
    """Whether all had sealed, the time was up, or the facilitator closed it."""
    unsealed: tuple[Name, ...] = ()
    """The sides that had not sealed."""


class Adjudicated(Noun):
    """A month was played: with these sheets, to this digest, which every replay must reach again."""

    kind: Literal["adjudicated"] = "adjudicated"
    sheets: Mapping[Name, Sheet]
    """All sides' sheets, the computer players' too."""
    digest: str
    """What stands for the table after it."""


class Jammed(Noun):
    """A month could not be played; its table stands still, and no other does."""

    kind: Literal["stuck"] = "stuck"
    why: Name
    """The kind of error."""


class TableReached(Noun):
    """A table goes on to the next part of its month."""

    kind: Literal["state"] = "state"
    state: TableState
    """Which."""


class HallReached(Noun):
    """The lesson goes on to its next part."""

    kind: Literal["hall"] = "hall"
    state: HallState
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
    reading: Annotated[int, Field(ge=0, le=100)] | None = None
    """The last reading of the gauge that would not cross it."""
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


class Starred(Noun):
    """The facilitator marks a moment, to be spoken of in the debrief."""

    kind: Literal["star"] = "star"
    what: Annotated[str, Field(max_length=200)]
    """What happened, by its name in the feed or in words."""


class Paused(Noun):
    """A table stands still, or all do; nothing can be laid until it goes on."""

    kind: Literal["pause"] = "pause"
    why: Literal["lever", "restart", "sleep"] = "lever"
    """Whether somebody paused it, the laptop was started again, or it had slept."""


class Resumed(Noun):
    """A table goes on, or all do."""

    kind: Literal["go"] = "go"


class Extended(Noun):
    """A table, or all, get more time."""

    kind: Literal["extend"] = "extend"
    seconds: Annotated[int, Field(ge=-3600, le=3600)]
    """How much; less than none takes time away."""


class Frozen(Noun):
    """Messages are stopped at a table, or flow again."""

    kind: Literal["freeze"] = "freeze"
    on: bool
    """Whether they are stopped."""


class Muted(Noun):
    """Somebody may only read, or may act again."""

    kind: Literal["mute"] = "mute"
    who: Name
    """The person."""
    on: bool
    """Whether nothing is taken from this phone."""


class Relocated(Noun):
    """Somebody is moved to the seat of the stamp."""

    kind: Literal["move"] = "move"
    who: Name
    """The person."""


class SeatFilled(Noun):
    """People, or a computer player, take over a seat."""

    kind: Literal["seatplayer"] = "seatplayer"
    player: Name
    """Who: human, or the name of a computer player."""


class SeatLocked(Noun):
    """A seat takes nobody else in, or does again."""

    kind: Literal["lock"] = "lock"
    on: bool
    """Whether it is locked."""


class CodeRotated(Noun):
    """A seat gets a new code; those who sit there stay."""

    kind: Literal["rotate"] = "rotate"


Act = Annotated[
    Seated | Departed | PostTaken | Spoken | Laid | Undone | Signed | Unsealed | Shut | Adjudicated | Jammed
    | TableReached | HallReached | Said | Guessed | Answered | Noted | Starred | Paused | Resumed | Extended
    | Frozen | Muted | Relocated | SeatFilled | SeatLocked | CodeRotated,
    Field(discriminator="kind"),
]  # fmt: skip
"""Anything that can be done."""


class Stamped(Noun):
    """An act with its stamp: where, for which month, by whom and when."""

    at: Annotated[str, Field(max_length=40)] = ""
    """When, by the laptop's clock, for reading only."""
    table: int = 0
    """The table, from 1; 0 for all."""
    branch: int = 0
    """How often that table had been stepped back."""
    month: int = 0
    """The month of play it is meant for."""
    side: Name = ""
    """The seat; empty for the facilitator and the clock."""
    person: Name = ""
    """Who did it; empty for the clock."""
    idem: Annotated[str, Field(max_length=200)] = ""
    """What makes a second sending the same: the state it was sent from, and what was asked."""
    act: Act
    """What was done."""


ACT: TypeAdapter[Act] = TypeAdapter(Act)
"""Reads and writes an act alone."""
