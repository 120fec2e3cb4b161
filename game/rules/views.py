"""Views: what one seat may see; everything else is absent (§12)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from game.rules.index import Index
from game.rules.layout import Array, Layout, Seen
from game.rules.sight import Sight
from game.rules.state import STATE, State
from game.rules.tables import Flags, Tables

Holds = Callable[[Any], Flags]
"""A condition: from a view, a truth a table."""

TOLD: Mapping[str, Array[Any]] = {each.told: each for each in STATE.values() if each.seen is not Seen.NOBODY}
"""The arrays that some side sees, by the names that views tell them by."""


@dataclass(frozen=True, eq=False)
class View(State):
    """What one side knows of one or many tables: of each array in its sight the rows that it may see.

    Arrays end in the axis of tables. A line not in sight stands as if nothing had happened, offers addressed
    to others as if there were none; an array that it sees nothing of is an AttributeError.
    """

    side: str
    """Whose view it is."""

    index: Index
    """Rows by name, in the arrays of this view."""

    month: int
    """The month now open."""

    layout: Layout
    narrow: NDArray[np.int8]
    wide: NDArray[np.int16]

    truths: dict[Holds, Flags] = field(init=False, default_factory=dict, repr=False)
    """Where conditions hold, worked out before."""

    def held(self, holds: Holds) -> Flags:
        """Return where a condition holds, worked out once; not to be written to."""
        if holds not in self.truths:
            self.truths[holds] = holds(self)
        return self.truths[holds]

    @property
    def secret(self) -> NDArray[np.int8]:
        """Return the side's own secret goal, shape (tables,)."""
        return self.secrets

    def reading(self, track: str) -> NDArray[np.int8]:
        """Return the readings of a track in sight, shape (tables,)."""
        return self.readings[self.index.tracks[track]]

    @property
    def count(self) -> int:
        """Return how many tables are in view."""
        return int(self.narrow.shape[1])

    def take(self, which: Any) -> Self:
        """Return the view of the tables named by an index array, a mask or a slice."""
        return replace(self, narrow=self.narrow[..., which].copy(), wide=self.wide[..., which].copy())

    def packed(self) -> bytes:
        """Return all that the view says as bytes, so that two views can be compared."""
        return b"|".join([f"{self.side} {self.month}".encode(), self.narrow.tobytes(), self.wide.tobytes()])


def view_of(sight: Sight, tables: Tables) -> View:
    """Return what the side of *sight* sees of *tables* (§12)."""
    narrow, wide = tables.narrow[sight.narrow], tables.wide.copy()
    open_to = tables.declared.view(np.int8) | sight.own_lines.view(np.int8)  # truths are joined far slower
    for name, array in STATE.items():
        if array.seen is Seen.OWNER:
            first, end, _ = sight.layout.places[name]
            rows, start = narrow[first:end], np.int8(array.start or 0)
            rows[...] = (rows - start) * open_to + start
    view = View(sight.side, sight.index, tables.month, sight.layout, narrow, wide)
    return view if sight.party else _unaddressed(view)


def view_told(sight: Sight, month: int, told: Mapping[str, Any]) -> View:
    """Return the view of one table whose arrays are *told* as plain values, by name."""
    narrow, wide = np.zeros((sight.layout.narrow, 1), np.int8), np.zeros((sight.layout.wide, 1), np.int16)
    view = View(sight.side, sight.index, month, sight.layout, narrow, wide)
    for name, array in TOLD.items():
        array.put(view, np.array(told[name], dtype=array.kind)[..., None])
    return view


def _unaddressed(view: View) -> View:
    """Return a *view* without the offers, which are the two principals' to know."""
    for array in STATE.values():
        if array.seen is Seen.PARTIES:
            array.put(view, array.start)
    return view
