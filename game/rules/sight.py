"""Sight: which rows one side may see, and what its cards ask for in terms it can read (§4.2, §12)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model.scenario import Scenario
from game.model.seen import learns_of
from game.rules.clerk import Clerk
from game.rules.index import HOLD, Index, classes_of, numbered
from game.rules.language import Language
from game.rules.layout import Array, Layout, Seen, packed
from game.rules.requirement import Requirement, requirement
from game.rules.state import STATE
from game.rules.tracks import Tracks
from game.rules.writer import spanned

Rows = NDArray[np.intp]


@dataclass(frozen=True)
class Sight:
    """What one side may see of any table."""

    side: str
    """Whose sight it is."""

    row: int
    """The side's row."""

    index: Index
    """Rows by name, in the arrays of its views."""

    tracks: Rows
    """Rows of the readings it sees."""

    cards: Rows
    """Rows of the cards it learns of: its own, and those that rivals play in the open."""

    own_lines: NDArray[np.bool_]
    """Which redlines are its own, shape (lines, 1)."""

    own_cases: Rows
    """Rows of its own deniable acts."""

    party: bool
    """Whether offers are addressed to it."""

    requirements: tuple[tuple[Requirement, ...], ...]
    """Its cards by slot, hold left out."""

    layout: Layout
    """Which rows of its views belong to which array."""

    narrow: Rows
    """Which rows of one byte of a table's state its views take."""

    def clerk(self, tracks: Tracks) -> Clerk:
        """Return a clerk who puts down what is read off views, the readings of whose *tracks* are bounded."""
        to = Clerk()
        for name, (first, end, _) in self.layout.places.items():
            for row in range(end - first):
                span = spanned(STATE[name])
                if name == "readings":
                    whole = self.tracks[row]
                    span = int(tracks.low[whole, 0]), int(tracks.high[whole, 0])
                to.input((name, row), span)
        to.month  # noqa: B018  the row after those of the view
        return to


def compile_sight(scenario: Scenario, side: str, whole: Index, tracks: Tracks, layout: Layout) -> Sight:
    """Return what *side* sees; a card that reads what its side cannot see is a KeyError (§4.2)."""
    read = [name for name in whole.tracks if side in tracks.readers[name]]
    cards = [HOLD, *(n for n in whole.cards if n != HOLD and learns_of(side, scenario.cards[n]))]
    rows = numbered(cards)
    index = replace(
        whole,
        tracks=numbered(read),
        cards=rows,
        classes=classes_of(scenario.cards, rows),
    )
    language = Language(index)
    own = [scenario.redlines[name].drawn_by == side for name in whole.lines]
    seen = Sight(
        side=side,
        row=whole.sides[side],
        index=index,
        tracks=_rows(whole.tracks[name] for name in read),
        cards=_rows(whole.cards[name] for name in cards),
        own_lines=np.array(own, dtype=np.bool_).reshape(-1, 1),
        own_cases=_rows(row for name, row in whole.deniable.items() if scenario.cards[name].side == side),
        party=side in whole.principals,
        requirements=tuple(
            tuple(
                requirement(name, scenario, language)
                for name in cards[1:]
                if (scenario.cards[name].side, scenario.cards[name].slot) == (side, slot)
            )
            for slot in whole.slots
        ),
        layout=layout,
        narrow=_rows(()),
    )
    taken = {name: rows_in_sight(array, seen, layout) for name, array in STATE.items()}
    sizes = {name: rows.shape for name, rows in taken.items() if rows is not None}
    narrow = [rows.ravel() for name, rows in taken.items() if rows is not None and not STATE[name].wide]
    return replace(seen, layout=packed(STATE, sizes), narrow=np.concatenate(narrow))


def rows_in_sight(array: Array[Any], sight: Sight, layout: Layout) -> Rows | None:
    """Return the rows of its buffer that *sight* takes of an array, in the shape that they have there."""
    if array.seen is Seen.NOBODY:
        return None
    first, end, shape = layout.places[array.name]
    rows = np.arange(first, end).reshape(shape)
    return rows[rows_of(array, sight)] if shape else rows


def rows_of(array: Array[Any], sight: Sight) -> Any:
    """Return the index of the rows of an array that *sight* takes, whether or not it sees all they hold."""
    if array.seen is Seen.ITSELF:
        return tuple(sight.row if axis == "sides" else slice(None) for axis in array.axes)
    taken = {Seen.READERS: sight.tracks, Seen.LEARNERS: sight.cards, Seen.ACTOR: sight.own_cases}
    return taken.get(array.seen, slice(None))


def _rows(rows: Iterable[Any]) -> Rows:
    return np.array(list(rows), dtype=np.intp)
