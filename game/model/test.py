"""Tests: sheets by month, and what must hold after them, so that a scenario keeps its promises."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from game.conditions.condition import Condition
from game.model.base import Date, EndingId, EventId, Piece, Ref, SideId, TrackId, Whole

OrderId = Annotated[str, Ref("card", "package")]


def _listed(given: Any) -> Any:
    """Return a single order as the list it stands for."""
    return [given] if isinstance(given, str) else given


Orders = Annotated[
    tuple[OrderId, ...], BeforeValidator(_listed, json_schema_input_type=str | tuple[str, ...])
]
"""One side's orders of a month: cards, and packages that it tables."""


class Luck(StrEnum):
    """How luck goes in a test."""

    NEVER = "never"
    ALWAYS = "always"
    DRAWN = "drawn"


class Test(Piece):
    """A game played by given sheets, and what must hold after it."""

    __test__: ClassVar[bool] = False  # for pytest, which would take the class for one of its own

    says: str = ""
    """What it shows, in a sentence."""

    starts: Mapping[TrackId, Whole] = {}
    """Readings the game starts from, where they differ."""

    luck: Luck = Luck.NEVER
    """Whether chances below certainty never strike, chances always strike, or all is drawn from 'seed'."""

    seed: Annotated[Whole, Field(ge=0, le=10**12)] = 1
    """What is drawn from it: hidden limits, secret goals, and all luck where luck is drawn."""

    branches: Mapping[EventId, str] = {}
    """Which way events go; an event not named goes the way that luck leaves it."""

    play: Mapping[Date, Mapping[SideId, Orders]] = {}
    """The sheets by month: cards, and packages to table, by side; all else is held."""

    until: Date | None = None
    """The last month played; the last that 'play' names, if left out."""

    expect: Condition | None = None
    """What must hold after the last month."""

    ending: EndingId | None = None
    """The ending that must have been reached."""

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if self.expect is None and self.ending is None:
            raise ValueError("a test has 'expect' or 'ending'")
        if not self.play and self.until is None:
            raise ValueError("a test has 'play' or 'until'")
        return self
