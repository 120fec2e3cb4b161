"""One line of the sheet: what its cards are worth at many tables, by the readings of tracks (§12)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from game.players.cares import Worth
from game.players.manner import Manner
from game.rules.clerk import Clerk
from game.rules.formula import Formula
from game.rules.state import WEARS_FOR
from game.rules.value import Operand, Value, unit


@dataclass(frozen=True)
class Weight:
    """What adds to the worth of a card where a condition holds, or everywhere."""

    holds: Formula | None = None
    """Where it does."""

    points: int = 0
    """Hundredths, whatever the readings."""

    worth: Mapping[int, Worth] = field(default_factory=dict)
    """By the row of each track that matters."""


@dataclass(frozen=True)
class CardAppraisal:
    """Everything that the worth of one card hangs on."""

    card: int
    """Its row in the rulebook."""

    always: Weight
    """What it is worth everywhere."""

    leanings: tuple[Weight, ...]
    """What it is worth where a condition holds."""

    gains: tuple[Mapping[int, Worth], ...]
    """What wears off: by the uses within `WEARS_FOR` months (§4.3), from 0, then by the row of a track."""


@dataclass(frozen=True)
class SlotAppraisal:
    """Everything that the worth of one slot's cards hangs on."""

    slot: int
    """Which slot it is."""

    cards: tuple[CardAppraisal, ...]
    """Its cards, hold left out."""

    low: Mapping[int, int]
    """The lowest reading of each track that matters."""

    manner: Manner | None = None
    """What was learnt beside, if it has practised."""

    def read(self, to: Clerk) -> None:
        """Put down the conditions that cards hang on, so that they are read once for all of them."""
        for card in self.cards:
            for leaning in card.leanings:
                self._holds(leaning, to)

    def put_down(self, column: int, worth: Value, slots: int, to: Clerk) -> None:
        """Put down the *worth* of the card of a *column*, hold first; a sheet has so many *slots*."""
        card = self.cards[column - 1] if column else None
        always = [] if card is None else [*self._weighed(card.always, to), *self._worn(card, slots, to)]
        if self.manner is not None:
            always += self.manner.put_down(column, to)
        to.put(worth, sum(always, start=0))
        for leaning in () if card is None else card.leanings:
            more = sum(self._weighed(leaning, to), start=0)
            with to.where(self._holds(leaning, to)):
                to.add(worth, more)

    def _holds(self, leaning: Weight, to: Clerk) -> Operand:
        return True if leaning.holds is None else leaning.holds.put_down(to)

    def _weighed(self, weight: Weight, to: Clerk) -> Iterator[Operand]:
        """Yield what a *weight* adds."""
        yield weight.points
        for row, worth in weight.worth.items():
            if worth.any():
                yield to.look(worth, to.row("readings", row) - self.low[row])

    def _worn(self, card: CardAppraisal, slots: int, to: Clerk) -> Iterator[Operand]:
        """Yield what a *card* gains, less for each use within three months."""
        laid = (to.row("recent", ago * slots + self.slot) for ago in range(WEARS_FOR))
        uses = sum((unit(each.equals(card.card)) for each in laid), start=0) if card.gains else 0
        for row in card.gains[0] if card.gains else ():
            table = np.stack([by_uses[row] for by_uses in card.gains])
            yield to.look(table, uses * table.shape[1] + (to.row("readings", row) - self.low[row]))


def everywhere(weights: Iterable[Weight]) -> Weight:
    """Return what *weights* that hang on no condition come to."""
    worth: dict[int, Worth] = {}
    points = 0
    for weight in weights:
        points += weight.points
        for row, each in weight.worth.items():
            worth[row] = worth[row] + each if row in worth else each
    return Weight(None, points, worth)
