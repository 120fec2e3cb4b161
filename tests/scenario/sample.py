"""A small crisis in models and in YAML, with every construction the reader must place exactly."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from game.model.base import CardId, Piece, Ref, SideId, TrackId, Whole

GOLDEN = Path(__file__).parent / "golden"
CRISIS = (GOLDEN / "crisis.yaml").read_text(encoding="utf-8")


def _condition(given: object) -> object:
    """Refuse '=>' at its offset, as the condition language refuses a slip at its own."""
    if not isinstance(given, str):
        raise PydanticCustomError("condition", "a condition is text", {})
    slip = given.find("=>")
    if slip >= 0:
        bounds = {"start": slip, "end": slip + 2, "hint": "write '>='"}
        raise PydanticCustomError("condition", "'=>' is not used here", bounds)
    return given


def _started(given: object) -> object:
    return {"start": given} if type(given) is int else given


Condition = Annotated[str, BeforeValidator(_condition)]
PackageId = Annotated[str, Ref("card", "package")]


class Scale(StrEnum):
    """How large."""

    MAJOR = "major"
    LOW = "low"


class Track(Piece):
    """A scale."""

    start: Whole
    """Reading before the first month."""

    label: str = ""
    """Name on the board."""

    range: tuple[Whole, Whole] = (0, 10)
    """Lowest and highest reading."""

    @model_validator(mode="after")
    def _starts_within(self) -> Self:
        if not self.range[0] <= self.start <= self.range[1]:
            raise ValueError(f"the start {self.start} lies outside the range")
        return self


class Provocation(Piece):
    """A card that provokes."""

    kind: Literal["provocation"]
    """What sort of card it is."""

    scale: Scale
    """How large it is."""

    side: SideId
    """Who may play it."""

    title: str
    """Name on the card."""

    when: Condition | None = None
    """What must hold."""

    effects: Mapping[TrackId, Whole] = {}
    """What moves."""

    limit: int | None = Field(default=None, ge=1)
    """How often in a game."""


class Relief(Piece):
    """A card that relieves."""

    kind: Literal["relief"]
    """What sort of card it is."""

    side: SideId
    """Who may play it."""

    title: str
    """Name on the card."""

    snapback: bool = False
    """Whether it can be taken back."""

    chance: float = 1.0
    """How likely it works."""

    opens: tuple[PackageId, ...] = ()
    """What it opens."""


Card = Annotated[Provocation | Relief, Field(discriminator="kind")]


class Line(Piece):
    """A limit."""

    text: str
    """The line in a sentence."""

    crossed_by: tuple[CardId, ...] = Field(min_length=1)
    """What crosses it."""

    answers: Mapping[str, tuple[Condition, ...]] = {}
    """What follows."""

    owner: SideId | None = None
    """Who drew it."""


class Crisis(Piece):
    """Everything in one file."""

    format: Literal[1]
    """The version of this format."""

    title: str = Field(min_length=1)
    """Name in the list."""

    start: Annotated[str, Field(pattern=r"^\d{4}-\d{2}$")]
    """The first month, as 2020-05."""

    sides: Mapping[str, str]
    """Who plays."""

    tracks: Mapping[str, Annotated[Track, BeforeValidator(_started)]]
    """All scales."""

    cards: Mapping[str, Card]
    """What may be played."""

    lines: Mapping[str, Line] = {}
    """Limits drawn."""

    ending: Condition | None = None
    """When it stops."""


def names_in(crisis: Crisis) -> dict[str, tuple[str, ...]]:
    """Return what the sample's references may name."""
    return {
        "side": tuple(crisis.sides),
        "track": tuple(crisis.tracks),
        "card": tuple(crisis.cards),
        "package": ("big_deal",),
    }
