"""One line of the sheet: what its cards are worth at many tables, by the readings of tracks (§12)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from game.players.bundle import Bundle
from game.players.cares import Worth
from game.players.manner import Manner
from game.rules.clerk import Clerk
from game.rules.formula import Formula
from game.rules.state import WEARS_FOR
from game.rules.value import Operand, Value, unit


@dataclass(frozen=True)
class Weight:
    """What adds to the worth of one card where a condition holds, or everywhere."""

    column: int
    holds: Formula | None = None
    points: int = 0
    """Hundredths, whatever the readings."""
    worth: Mapping[int, Worth] = field(default_factory=dict)
    """By the row of each track that matters."""


@dataclass(frozen=True)
class Wearing:
    """The gains of a card, less for each use within three months (§4.3)."""

    column: int
    card: int
    worth: tuple[Mapping[int, Worth], ...]
    """By the uses within `WEARS_FOR` months, from 0, then by the row of each track that matters."""


@dataclass(frozen=True)
class Part:
    """What some cards are worth by the place of a bundle, or wherever that is."""

    columns: tuple[int, ...]
    bundle: Bundle | None
    worth: Worth
    """Shape (cards, places), or (cards, 1) without a bundle."""

    def put_down(self, column: int, to: Clerk) -> Operand:
        """Put down what the card of a *column* is worth by this."""
        worth = self.worth[self.columns.index(column)]
        return int(worth[0]) if self.bundle is None else to.look(worth, self.bundle.put_down(to))


@dataclass(frozen=True)
class Leaning:
    """All weights under one condition."""

    holds: Formula | None
    parts: tuple[Part, ...]

    def put_down(self, column: int, worth: Value, to: Clerk) -> None:
        """Put down what it adds to the *worth* of the card of a *column*."""
        parts = [part for part in self.parts if column in part.columns]
        if parts:
            with to.where(True if self.holds is None else self.holds.put_down(to)):
                for part in parts:
                    to.add(worth, part.put_down(column, to))


@dataclass(frozen=True)
class Gain:
    """What wears off, looked up."""

    column: int
    card: int
    tables: tuple[tuple[Bundle, Worth], ...]
    """Worth by those uses and then by the place of a bundle, one after the other."""


@dataclass(frozen=True)
class SlotAppraisal:
    """Everything that the worth of one slot's cards hangs on."""

    slot: int
    leanings: tuple[Leaning, ...]
    gains: tuple[Gain, ...]
    manner: Manner | None = None
    """What was learnt beside, if it has practised."""

    def read(self, to: Clerk) -> None:
        """Put down what the worth of many cards hangs on, so that it is read once for all of them."""
        for leaning in self.leanings:
            if leaning.holds is not None:
                leaning.holds.put_down(to)
            for part in leaning.parts:
                if part.bundle is not None:
                    part.bundle.put_down(to)
        for gain in self.gains:
            for bundle, _ in gain.tables:
                bundle.put_down(to)

    def put_down(self, column: int, worth: Value, slots: int, to: Clerk) -> None:
        """Put down the *worth* of the card of a *column*; a sheet has so many *slots*."""
        for leaning in self.leanings:
            leaning.put_down(column, worth, to)
        for gain in self.gains:
            if gain.column == column:
                laid = (to.row("recent", ago * slots + self.slot) for ago in range(WEARS_FOR))
                uses = sum((unit(each.equals(gain.card)) for each in laid), start=0)
                for bundle, table in gain.tables:
                    to.add(worth, to.look(table, uses * bundle.size + bundle.put_down(to)))
        if self.manner is not None:
            self.manner.put_down(column, worth, to)


def slot_appraisal(
    slot: int,
    weights: Sequence[Weight],
    wearing: Sequence[Wearing],
    bundles: Sequence[Bundle],
) -> SlotAppraisal:
    """Return the appraisal of a slot: weights under one condition joined, tracks looked up in *bundles*."""
    by_condition: dict[Formula | None, list[Weight]] = {}
    for weight in weights:
        by_condition.setdefault(weight.holds, []).append(weight)
    return SlotAppraisal(
        slot=slot,
        leanings=tuple(Leaning(holds, tuple(_parts(each, bundles))) for holds, each in by_condition.items()),
        gains=tuple(Gain(w.column, w.card, tuple(_worn(w, bundles))) for w in wearing),
    )


def _parts(weights: Sequence[Weight], bundles: Sequence[Bundle]) -> Iterable[Part]:
    """Yield what *weights* under one condition come to, each card's summed."""
    for bundle in (None, *bundles):
        worth: dict[int, Any] = {}
        for weight in weights:
            found = np.array([weight.points]) if bundle is None else bundle.table(weight.worth)
            if found is not None and found.any():
                worth[weight.column] = worth.get(weight.column, 0) + found
        if worth:
            yield Part(tuple(worth), bundle, np.stack([*worth.values()]))


def _worn(wearing: Wearing, bundles: Iterable[Bundle]) -> Iterable[tuple[Bundle, Worth]]:
    """Yield each bundle that the gains of a card hang on, with their worth by uses and place."""
    for bundle in bundles:
        tables = [found for each in wearing.worth if (found := bundle.table(each)) is not None]
        if tables:
            yield bundle, np.concatenate(tables)
