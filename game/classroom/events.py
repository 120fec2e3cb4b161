"""Acts: everything that can be done in a hall, a noun a kind; granted, it is an event of the log.

The same noun asks and tells: once the hall grants an act, it is kept as it was asked, with a stamp.
"""

from typing import Annotated

from pydantic import Field, TypeAdapter

from game.classroom.lever_acts import (
    BranchFixed,
    CodeRotated,
    Extended,
    Frozen,
    Injected,
    Muted,
    Paused,
    Practised,
    Relocated,
    Resumed,
    Rotated,
    SeatFilled,
    SeatLocked,
    Starred,
    SteppedBack,
    TableEnded,
)
from game.classroom.people_acts import (
    Answered,
    Departed,
    Guessed,
    Noted,
    PostTaken,
    Renamed,
    Said,
    Seated,
    Spoken,
)
from game.classroom.play_acts import (
    Adjudicated,
    HallReached,
    Jammed,
    Laid,
    Shut,
    Signed,
    TableReached,
    Undone,
    Unsealed,
)
from game.classroom.states import Name, Noun

MOST = 100_000
"""More tables, months and steps back than a class has."""

Act = Annotated[
    Seated | Departed | PostTaken | Renamed | Spoken | Laid | Undone | Signed | Unsealed | Shut
    | Adjudicated | Jammed | TableReached | HallReached | Said | Guessed | Answered | Noted | Starred
    | Paused | Resumed | Extended | Frozen | Muted | Relocated | SeatFilled | SeatLocked | CodeRotated
    | SteppedBack | Injected | BranchFixed | Rotated | Practised | TableEnded,
    Field(discriminator="kind"),
]  # fmt: skip
"""Anything that can be done."""


class Stamped(Noun):
    """An act with its stamp: where, for which month, by whom and when."""

    at: Annotated[str, Field(max_length=40)] = ""
    """When, by the laptop's clock, for reading only."""
    table: Annotated[int, Field(ge=0, le=MOST)] = 0
    """The table, from 1; 0 for all."""
    branch: Annotated[int, Field(ge=0, le=MOST)] = 0
    """How often that table had been stepped back."""
    month: Annotated[int, Field(ge=0, le=MOST)] = 0
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
