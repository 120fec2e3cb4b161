"""What acts are made of: names, and how far a lesson and a table are."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Name = Annotated[str, Field(max_length=80)]
"""What a side, a slot, a card, a goal or a person goes by."""


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
