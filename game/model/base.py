"""What every noun of a scenario shares: frozen pieces, and names that point at other nouns."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetJsonSchemaHandler, Strict
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from game.conditions.bounds import (
    FARTHEST,
    FARTHEST_PLACE,
    LARGEST_WRITTEN,
    LATEST_YEAR,
    LONGEST,
    MOST_MEASURED,
    MOST_MINUTES,
    MOST_POINTS,
)


class Piece(BaseModel):
    """A part of a scenario: frozen, strict about its keys, explained field by field."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


REFERS = "x-refers-to"
"""The keyword of a schema under which a name says what kinds of noun it may name."""


@dataclass(frozen=True)
class Ref:
    """Marks a name that must exist elsewhere in the scenario."""

    kinds: tuple[str, ...]
    """The kinds of noun it may name, such as ("track",) or ("claim", "source")."""

    def __init__(self, *kinds: str) -> None:
        object.__setattr__(self, "kinds", kinds)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, inner: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return how an author's editor knows a name: with the kinds it may name, for those who list them."""
        return {**inner(schema), REFERS: list(self.kinds)}


@dataclass(frozen=True)
class Told:
    """Marks words that people read: they are translated, and change nothing in a game."""


@dataclass(frozen=True)
class Aside:
    """Marks a field that no game depends on, so that saves stay good when it changes."""


class Tag(StrEnum):
    """How well the record supports a card, line or event (rules: facts carry a source)."""

    DOCUMENTED = "documented"
    PLAUSIBLE = "plausible"
    INVENTED = "invented"


Text = Annotated[str, Told()]
TrackId = Annotated[str, Ref("track")]
SideId = Annotated[str, Ref("side")]
IconId = Annotated[str, Ref("icon")]
CardId = Annotated[str, Ref("card")]
CardClass = Annotated[str, Ref("card", "class")]
LineId = Annotated[str, Ref("redline")]
LadderId = Annotated[str, Ref("ladder")]
EventId = Annotated[str, Ref("event")]
EndingId = Annotated[str, Ref("ending")]
SlotId = Annotated[str, Ref("slot")]
PlaceId = Annotated[str, Ref("place")]
CiteId = Annotated[str, Ref("claim", "source")]

Whole = Annotated[int, Strict(), Field(ge=-LARGEST_WRITTEN, le=LARGEST_WRITTEN)]
Count = Annotated[Whole, Field(ge=0)]
Months = Annotated[int, Field(ge=0, le=LONGEST)]
Minutes = Annotated[int, Field(ge=1, le=MOST_MINUTES)]
Reading = Annotated[int, Field(ge=-FARTHEST, le=FARTHEST)]
Measured = Annotated[int, Field(ge=-MOST_MEASURED, le=MOST_MEASURED)]
Points = Annotated[float, Field(ge=-MOST_POINTS, le=MOST_POINTS, allow_inf_nan=False)]
Figure = Annotated[float, Field(ge=-LARGEST_WRITTEN, le=LARGEST_WRITTEN, allow_inf_nan=False)]
Kilometres = Annotated[float, Field(ge=-FARTHEST_PLACE, le=FARTHEST_PLACE, allow_inf_nan=False)]
WholePoints = Annotated[int, Field(ge=-MOST_POINTS, le=MOST_POINTS)]
Percent = Annotated[int, Strict(), Field(ge=0, le=100)]


def _in_the_calendar(date: str) -> str:
    """Return a date that there is, early enough that the longest game from it on can be dated."""
    year, month, *day = map(int, date.split("-"))
    if not 1 <= year <= LATEST_YEAR:
        raise ValueError(f"there is no year {date[:4]} here: games are dated from year 1 to {LATEST_YEAR}")
    if day and day[0] > monthrange(year, month)[1]:
        raise ValueError(f"there is no {date}: that month has {monthrange(year, month)[1]} days")
    return date


YearMonth = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$"), AfterValidator(_in_the_calendar)]
Date = Annotated[
    str,
    Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$"),
    AfterValidator(_in_the_calendar),
]

Levels = Mapping[LadderId, Whole]


class Cited(Piece):
    """A piece that says where it comes from."""

    cites: tuple[CiteId, ...] = ()
    """Claims and sources it rests on."""

    tag: Tag = Tag.PLAUSIBLE
    """Whether the record documents it, makes it plausible, or it is invented."""
