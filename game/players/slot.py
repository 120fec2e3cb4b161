"""One line of the sheet: what its cards are worth at many tables, track by track (§12)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.players.cares import Worth
from game.rules.rule import Holds
from game.rules.views import View

Values = NDArray[Any]
"""Worth of the cards of one slot, hold first, in hundredths of a point, shape (cards + 1, tables)."""

Wanted = Sequence[bool]
"""Which cards of a slot anybody can play at all; the others need not be weighed."""

NARROW = 15_000
"""Hundredths up to which sixteen bits hold a worth, and the distance between two."""


@dataclass(frozen=True)
class Tracked:
    """What cards are worth by the reading of one track."""

    row: int
    low: int
    worth: tuple[tuple[int, Worth], ...]
    """Column and worth by reading of every card that the track matters to."""


@dataclass(frozen=True)
class Leaning:
    """What adds to the worth of cards where a condition holds, or everywhere."""

    holds: Holds | None
    flat: tuple[tuple[int, int], ...]
    """Column and hundredths added, whatever the readings."""
    tracks: tuple[Tracked, ...]

    @cached_property
    def columns(self) -> frozenset[int]:
        """Return the cards it is about."""
        return frozenset(column for column, _ in self.flat).union(c for t in self.tracks for c, _ in t.worth)


@dataclass(frozen=True)
class Wearing:
    """The gain of a card, less for each use within three months (§4.3)."""

    column: int
    card: int
    row: int
    low: int
    size: int
    """How many readings the track has."""
    worth: Worth
    """By 0 to 3 uses and then by reading, one after the other."""


@dataclass(frozen=True)
class SlotAppraisal:
    """Everything that the worth of one slot's cards hangs on."""

    slot: int
    width: int
    leanings: tuple[Leaning, ...]
    gains: tuple[Wearing, ...]
    narrow: bool
    """Whether sixteen bits hold every worth."""

    def values(self, view: View, wanted: Wanted) -> Values:
        """Return the worth of the *wanted* cards of this slot at every table in *view*."""
        total = np.zeros((self.width, view.count), dtype=np.int16 if self.narrow else np.int32)
        steps = _Steps(view)
        open_to = [column for column, may in enumerate(wanted) if may]
        for leaning in self.leanings:
            if not leaning.columns.isdisjoint(open_to):
                _lean(leaning, view, steps, wanted, total)
        for gain in self.gains:
            if wanted[gain.column]:
                worn = _uses(view, self.slot, gain.card) * np.intp(gain.size)
                total[gain.column] += gain.worth.take(steps.at(gain.row, gain.low) + worn)
        return total


class _Steps:
    """How far above the lowest reading each track stands, worked out once."""

    def __init__(self, view: View) -> None:
        self._readings = view.readings
        self._found: dict[int, NDArray[np.intp]] = {}

    def at(self, row: int, low: int) -> NDArray[np.intp]:
        """Return the steps of the track in *row*, whose lowest reading is *low*; not to be written to."""
        if row not in self._found:
            self._found[row] = self._readings[row].astype(np.intp) - low
        return self._found[row]


def _lean(leaning: Leaning, view: View, steps: _Steps, wanted: Wanted, total: Values) -> None:
    """Add what a leaning adds to the wanted rows of *total*."""
    mask = None
    if leaning.holds is not None:
        struck = view.held(leaning.holds)
        if not struck.any():
            return
        mask = -struck.view(np.int8).astype(total.dtype)  # all bits where it holds, none elsewhere
    for column, points in leaning.flat:
        if wanted[column]:
            total[column] += total.dtype.type(points) if mask is None else mask & total.dtype.type(points)
    for track in leaning.tracks:
        for column, table in track.worth:
            if wanted[column]:
                worth = table.take(steps.at(track.row, track.low))
                total[column] += worth if mask is None else worth & mask


def _uses(view: View, slot: int, card: int) -> NDArray[np.intp]:
    """Return how often a *card* of a *slot* was laid in the last three months."""
    laid = (view.recent[:, slot] == card).view(np.int8)
    return (laid[0] + laid[1] + laid[2]).astype(np.intp)


def slot_appraisal(
    slot: int, width: int, leanings: Iterable[Leaning], gains: Iterable[Wearing], wide: bool
) -> SlotAppraisal:
    """Return the appraisal of a slot, leanings with one condition joined.

    Numbers are as short as their sum allows, unless they are asked to be *wide*.
    """
    by_condition: dict[Holds | None, list[Leaning]] = {}
    for leaning in leanings:
        by_condition.setdefault(leaning.holds, []).append(leaning)
    joined = [_joined(holds, each) for holds, each in by_condition.items()]
    worn = tuple(gains)
    narrow = not wide and _most(width, joined, worn) <= NARROW
    kind = np.dtype(np.int16 if narrow else np.int32)
    return SlotAppraisal(
        slot=slot,
        width=width,
        leanings=tuple(_of_kind(leaning, kind) for leaning in joined),
        gains=tuple(Wearing(**{**vars(gain), "worth": gain.worth.astype(kind)}) for gain in worn),
        narrow=narrow,
    )


def _joined(holds: Holds | None, leanings: Iterable[Leaning]) -> Leaning:
    """Return leanings under one condition as one, each card's worth by each track summed."""
    flat: dict[int, int] = {}
    tables: dict[tuple[int, int], dict[int, Worth]] = {}
    for leaning in leanings:
        for column, points in leaning.flat:
            flat[column] = flat.get(column, 0) + points
        for track in leaning.tracks:
            worth = tables.setdefault((track.row, track.low), {})
            for column, table in track.worth:
                worth[column] = worth[column] + table if column in worth else table
    tracks = (Tracked(row, low, tuple(worth.items())) for (row, low), worth in tables.items())
    return Leaning(holds, tuple(flat.items()), tuple(tracks))


def _of_kind(leaning: Leaning, kind: "np.dtype[Any]") -> Leaning:
    """Return a leaning whose tables are whole numbers of this *kind*."""
    tracks = (
        Tracked(track.row, track.low, tuple((column, table.astype(kind)) for column, table in track.worth))
        for track in leaning.tracks
    )
    return Leaning(leaning.holds, leaning.flat, tuple(tracks))


def _most(width: int, leanings: Iterable[Leaning], gains: Iterable[Wearing]) -> int:
    """Return the most hundredths any card of a slot can be worth, up or down."""
    most = np.zeros(width, dtype=np.int64)
    for leaning in leanings:
        for column, points in leaning.flat:
            most[column] += abs(points)
        for track in leaning.tracks:
            for column, table in track.worth:
                most[column] += int(np.abs(table).max(initial=0))
    for gain in gains:
        most[gain.column] += int(np.abs(gain.worth).max(initial=0))
    return int(reduce(max, most.tolist(), 0))
