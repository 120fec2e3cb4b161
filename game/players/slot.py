"""One line of the sheet: what its cards are worth at many tables, by the readings of tracks (§12)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.players.bundle import Bundle, Places
from game.players.cares import Worth
from game.players.manner import Manner
from game.rules.views import Holds, View

Values = NDArray[Any]
"""Worth of the cards of one slot, hold first, in hundredths of a point, shape (cards + 1, tables)."""

Width = type[np.signedinteger[Any]]

NARROW = 15_000
"""Hundredths up to which sixteen bits hold a worth, and the distance between two."""

WIDE = 1_000_000
"""Hundredths to which a worth with what was learnt beside is held where more than sixteen bits are used."""

ABOVE: Mapping[Width, int] = {np.int16: 16_384, np.int32: 10**7, np.int64: 10**15}
"""More hundredths than any choice is worth, by how worth is held."""


def width_of(most: int, narrow: bool = True) -> Width:
    """Return the narrowest integers that hold a worth of *most* hundredths; sixteen bits where *narrow*."""
    if narrow and most <= NARROW:
        return np.int16
    return np.int32 if most < ABOVE[np.int32] - WIDE else np.int64


@dataclass(frozen=True)
class Weight:
    """What adds to the worth of one card where a condition holds, or everywhere."""

    column: int
    holds: Holds | None = None
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
    worth: Values
    """Shape (cards, places), or (cards, 1) without a bundle."""

    def at(self, places: Places) -> Values:
        """Return the worth at every table, shape (cards, tables), or (cards, 1) if it is the same."""
        return self.worth if self.bundle is None else self.worth.take(places.at(self.bundle), axis=1)


@dataclass(frozen=True)
class Leaning:
    """All weights under one condition."""

    holds: Holds | None
    parts: tuple[Part, ...]

    @cached_property
    def columns(self) -> frozenset[int]:
        """Return the cards it is about."""
        return frozenset(column for part in self.parts for column in part.columns)


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
    kind: Width
    """How worth is held: in the narrowest integers that hold every worth."""
    manner: Manner | None = None
    """What was learnt beside, if it has practised."""

    def values(self, view: View, places: Places, wanted: Sequence[int]) -> Values:
        """Return the worth of the *wanted* cards of this slot at every table in *view*, in their order."""
        total = np.zeros((len(wanted), view.count), dtype=self.kind)
        rows = dict(zip(wanted, total, strict=True))
        for leaning in self.leanings:
            if not leaning.columns.isdisjoint(rows):
                _lean(leaning, view, places, rows, self.kind)
        for gain in self.gains:
            if gain.column in rows:
                uses = _uses(view, self.slot, gain.card)
                for bundle, table in gain.tables:
                    rows[gain.column] += table.take(uses * bundle.size + places.at(bundle))
        if self.manner is not None:
            most = NARROW if total.itemsize == 2 else WIDE
            total[:] = np.clip(total + self.manner.more(view, wanted), -most, most)
        return total


def _lean(leaning: Leaning, view: View, places: Places, rows: Mapping[int, Values], kind: Width) -> None:
    """Add what a leaning adds to those of its cards that have a row in *rows*."""
    mask: Any = None
    if leaning.holds is not None:
        struck = view.held(leaning.holds)
        if not struck.any():
            return
        mask = -struck.view(np.int8).astype(kind)  # all bits where it holds, none elsewhere
    for part in leaning.parts:
        worth = part.at(places)
        for column, more in zip(part.columns, worth if mask is None else worth & mask, strict=True):
            if column in rows:
                row = rows[column]
                row += more


def _uses(view: View, slot: int, card: int) -> NDArray[np.intp]:
    """Return how often a *card* of a *slot* was laid in the last three months."""
    laid = (view.recent[:, slot] == card).view(np.int8)
    return laid.sum(axis=0, dtype=np.int8).astype(np.intp)


def slot_appraisal(
    slot: int,
    weights: Sequence[Weight],
    wearing: Sequence[Wearing],
    bundles: Sequence[Bundle],
    beside: int | None,
) -> SlotAppraisal:
    """Return the appraisal of a slot: weights under one condition joined, tracks looked up in *bundles*.

    *beside* is the most that the bargaining table adds, in hundredths; none where the slot is not its own.
    """
    kind = width_of(_most(weights, wearing) + (beside or 0), narrow=beside is None)
    by_condition: dict[Holds | None, list[Weight]] = {}
    for weight in weights:
        by_condition.setdefault(weight.holds, []).append(weight)
    return SlotAppraisal(
        slot=slot,
        leanings=tuple(
            Leaning(holds, tuple(_parts(each, bundles, kind))) for holds, each in by_condition.items()
        ),
        gains=tuple(Gain(w.column, w.card, tuple(_worn(w, bundles, kind))) for w in wearing),
        kind=kind,
    )


def _parts(weights: Sequence[Weight], bundles: Sequence[Bundle], kind: Width) -> Iterable[Part]:
    """Yield what *weights* under one condition come to, each card's summed."""
    for bundle in (None, *bundles):
        worth: dict[int, Any] = {}
        for weight in weights:
            found = np.array([weight.points]) if bundle is None else bundle.table(weight.worth)
            if found is not None and found.any():
                worth[weight.column] = worth.get(weight.column, 0) + found
        if worth:
            yield Part(tuple(worth), bundle, np.stack([*worth.values()]).astype(kind))


def _worn(wearing: Wearing, bundles: Iterable[Bundle], kind: Width) -> Iterable[tuple[Bundle, Worth]]:
    """Yield each bundle that the gains of a card hang on, with their worth by uses and place."""
    for bundle in bundles:
        tables = [found for each in wearing.worth if (found := bundle.table(each)) is not None]
        if tables:
            yield bundle, np.concatenate(tables).astype(kind)


def _most(weights: Iterable[Weight], wearing: Iterable[Wearing]) -> int:
    """Return the most hundredths any card of a slot can be worth, up or down."""
    most: Counter[int] = Counter()
    for weight in weights:
        most[weight.column] += abs(weight.points) + _farthest(weight.worth)
    for worn in wearing:
        most[worn.column] += max(_farthest(each) for each in worn.worth)
    return max(most.values(), default=0)


def _farthest(worth: Mapping[int, Worth]) -> int:
    """Return the most that tracks can be worth together, up or down."""
    return sum(int(np.abs(each).max()) for each in worth.values())
