"""Claims and sources: what the scenario rests on, and how a claim is put to the test."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self, TypeAlias

from pydantic import ConfigDict, Field, model_validator

from game.conditions.bounds import LONGEST
from game.conditions.condition import Condition, Expression
from game.model.base import (
    CardClass,
    CiteId,
    Count,
    Date,
    EventId,
    Figure,
    Piece,
    Points,
    SideId,
    Text,
    TrackId,
    Whole,
    YearMonth,
)


class Spell(Piece):
    """When, and how often, a world forces a card or forbids it."""

    model_config = ConfigDict(validate_by_name=True)

    since: Date | None = Field(default=None, alias="from")
    """The first month, as 2021-02; the game's first, if left out."""

    until: Date | None = None
    """The last month; the game's last, if left out."""

    times: Annotated[Whole, Field(ge=1)] | None = None
    """Forced until it has been played so often in the game; forbidden once it has."""


Spells: TypeAlias = tuple[CardClass, ...] | Mapping[CardClass, Spell | tuple[Spell, ...]]
"""Cards, kinds or scales, in all months or each with its months and times, of which there may be several."""


class World(Piece):
    """The world a claim is tested in, as far as it differs from the scenario's own."""

    starts: Mapping[TrackId, Whole] = {}
    """Readings the game starts from."""

    forbid: Spells = ()
    """Cards, kinds or scales that nobody may play, as a list or each with its months and times."""

    force: Spells = ()
    """Cards, kinds or scales that their sides lay whenever they may; of several, the one they like best."""

    urge: Mapping[CardClass, Points] = {}
    """Points by which every temperament is drawn to a card, a kind or a scale, or kept from it."""

    branches: Mapping[EventId, str] = {}
    """Which way events go."""

    without: tuple[EventId, ...] = ()
    """Events that do not happen."""

    players: Mapping[SideId, str] = {}
    """Who fills seats, such as persona:bold; the study's player fills the others."""

    months: Annotated[Whole, Field(ge=1, le=LONGEST)] | None = None
    """How many months are played, where the test needs an epilogue; the scenario's own, if left out."""


class Measure(Piece):
    """What is measured: the share of games in which something holds, or a mean."""

    ever: Condition | None = None
    """Share of games in which this holds after some month."""

    ends: Condition | None = None
    """Share of games in which this holds at the end."""

    mean: Expression | None = None
    """Mean over games of this number at the end."""

    points: SideId | None = None
    """Mean points of this side."""

    by: Date | None = None
    """The last month looked at, as 2020-12; the game's last, if left out."""

    within: Condition | None = None
    """Only games in which this held after some month count."""

    @model_validator(mode="after")
    def _measures_one_thing(self) -> Self:
        if sum(part is not None for part in (self.ever, self.ends, self.mean, self.points)) != 1:
            raise ValueError("a measure has exactly one of 'ever', 'ends', 'mean' and 'points'")
        return self


class Compare(StrEnum):
    """How two worlds are compared."""

    DIFFERENCE = "difference"
    RATIO = "ratio"


class Expect(Piece):
    """The bounds within which a claim holds."""

    at_least: Figure | None = None
    """The lowest figure."""

    at_most: Figure | None = None
    """The highest figure."""

    def holds(self, figure: float) -> bool:
        """Return whether a *figure* lies within the bounds."""
        low = self.at_least is None or figure >= self.at_least
        return low and (self.at_most is None or figure <= self.at_most)


class RestsOn(StrEnum):
    """What a finding rests on, so that nobody takes what was put in for what came out."""

    HABIT = "habit"
    RULE = "rule"
    START = "start"
    EMERGES = "emerges"


class Tested(Piece):
    """What is put to the test: worlds, one measure and its bounds."""

    given: World = World()
    """The world it is tested in."""

    against: World | None = None
    """A second world, played with the same luck, that the first is compared with."""

    compare: Compare = Compare.DIFFERENCE
    """How the two are compared."""

    measure: Measure | None = None
    """What is measured; a claim without it is only told."""

    expect: Expect | None = None
    """The bounds; needed with a measure."""

    opportunity: Condition | None = None
    """What must have come about in a game for it to say anything; 'within', if left out."""

    rests_on: RestsOn | None = None
    """Whether a habit, a rule or a start puts the finding in, or it emerges from costs, chances and goals."""

    of_tempers: bool = False
    """The older way to write 'rests_on: habit'."""

    missed: Text = ""
    """Why games of the temperaments fall outside the bounds, in a sentence, where they do."""

    @property
    def precondition(self) -> Condition | None:
        """What must have come about in a game for the test to say anything, none where nothing must."""
        return self.opportunity or (None if self.measure is None else self.measure.within)

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.measure is None) != (self.expect is None):
            raise ValueError("a claim has both 'measure' and 'expect', or neither")
        return self


class Further(Tested):
    """A further test of the same claim."""

    says: Text
    """What this test adds."""


class Claim(Tested):
    """A sentence of the article, in the project's own words, and the tests it can fail."""

    says: Text
    """The claim."""

    cites: tuple[CiteId, ...] = ()
    """Claims and sources it rests on besides the article."""

    fared: Text = ""
    """How it fared afterwards, with a date where there is one."""

    also: tuple[Further, ...] = ()
    """Further tests; the claim holds only if all do."""


class Tallied(Piece):
    """What was counted in the world while the scenario's months went by, to set beside its games."""

    title: Text
    """What was counted."""

    of: CardClass
    """The card, kind or scale in the game that it is set beside."""

    unit: Text = ""
    """What counts as one, and what is left out."""

    cites: tuple[CiteId, ...] = ()
    """Where the counts come from."""

    counts: Mapping[YearMonth, Count]
    """By month."""

    told: Mapping[YearMonth, Count] = {}
    """How many of them the game reads out as news of its calendar, so that nobody plays them."""

    years: Mapping[str, Count] = {}
    """Counts of the same months in other years, by year."""


class Source(Piece):
    """Where a dated fact comes from."""

    title: Text
    """What it is."""

    date: str = ""
    """When, as 2020-06-16 or in words."""

    where: str = ""
    """Where to find it, in short form."""

    remembered: bool = False
    """Whether it is only remembered and still to be checked."""
