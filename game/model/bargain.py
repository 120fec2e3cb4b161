"""The bargaining table: ladders, packages, terms and what a signature costs at home (§8)."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from game.conditions.bounds import FARTHEST
from game.conditions.condition import Condition, Expression
from game.conditions.ranges import Range, interval
from game.model.base import (
    CardId,
    Cited,
    LadderId,
    Levels,
    Percent,
    Piece,
    SideId,
    SlotId,
    Text,
    TrackId,
    Whole,
)
from game.model.effect import Moves


class Step(Piece):
    """One step of a ladder, carried out once the step below it stands."""

    title: Text
    """The step in at most five words."""

    text: Text = ""
    """What it means, in a few words."""

    effects: Moves = {}
    """What moves when it is carried out."""

    when: Condition | None = None
    """What must hold to carry it out; without it the step is stalled."""


class Ladder(Cited):
    """The steps one side can take, the smallest first (§8.1)."""

    label: Text
    """Name on the board."""

    side: SideId
    """Whose steps they are."""

    track: TrackId
    """The track that counts the steps carried out."""

    steps: tuple[Step, ...] = Field(min_length=1, max_length=9)
    """The steps from the bottom up."""

    broken_by: Mapping[CardId, Percent] = {}
    """Own cards that break a promised step, with the percent that the breach is seen that month."""

    undone: Moves = {}
    """What moves when the steps fall back after a breach; empty if they cannot be taken back."""


class Package(Cited):
    """Named terms: a level on each ladder and who moves first (§8.2)."""

    title: Text
    """Name of the package, at most five words."""

    text: Text
    """What is exchanged, in a sentence."""

    levels: Levels
    """How far each ladder is to be climbed; 0 for a ladder left out."""

    first: SideId | None = None
    """Who moves first; both in parallel, if left out."""


class Home(Piece):
    """What one principal's home makes of a signature (§8.4)."""

    stance: TrackId
    """How far its home lets it go."""

    asks: Expression
    """The stance that terms presume: an expression over ladder names and 'first.SIDE'."""

    room: TrackId | None = None
    """The reading that must cover what the terms need."""

    needs: Expression | None = None
    """What the terms need of that reading: ladder names, 'asks' and 'shortfall'."""

    price: Moves = {}
    """What each step of shortfall costs."""

    failed: Moves = {}
    """What it costs when the signature fails here."""

    pleased: Moves = {}
    """What moves when its side tables terms that ask nothing of it, and no offer of its own still stood."""

    def needs_spans(self, terms: Mapping[str, Range], worst: int) -> dict[str, Range]:
        """Return what the numbers span that 'needs' reads: *terms*, what they ask and what is lacking."""
        return {**terms, "asks": interval(self.asks.tree, terms), "shortfall": (0, worst)}


class Bargain(Piece):
    """How agreements are reached, kept and broken."""

    slot: SlotId
    """The line of the sheet where offers are made."""

    principals: tuple[SideId, SideId]
    """The two sides whose signatures count."""

    homes: Mapping[SideId, Home]
    """What a signature costs each principal at home."""

    lends: Annotated[Whole, Field(ge=0, le=FARTHEST)] | None = None
    """Room that mediation lends the home that lacks more; left out, it takes a step off what is lacking."""

    signed: Moves = {}
    """What moves when an agreement is signed and ratified."""

    breach: Moves = {}
    """What moves when a signed step is broken and the breach is seen."""

    stalled: Moves = {}
    """What moves in a month in which a step due is not carried out."""

    headline: Text = "An agreement was signed"
    """How the feed tells a signature."""

    ladders: Mapping[LadderId, Ladder]
    """The ladders, each owned by one side."""

    packages: Mapping[str, Package]
    """Named terms that computer players table and people may start from."""

    @property
    def spans(self) -> dict[str, Range]:
        """Return what the numbers span by which an expression reads terms (§8.2)."""
        levels = {name: (0, len(ladder.steps)) for name, ladder in self.ladders.items()}
        return levels | {f"first.{side}": (0, 1) for side in self.principals}
