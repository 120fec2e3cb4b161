"""Views: what one seat may see; everything else is absent (§12)."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from game.rules.index import Index
from game.rules.layout import Array, Seen
from game.rules.sight import Sight
from game.rules.state import STATE
from game.rules.tables import Flags, Tables

Holds = Callable[[Any], Flags]
"""A condition: from a view, a truth a table."""


@dataclass(frozen=True)
class View:
    """What one side knows of one or many tables; arrays end in the axis of tables."""

    side: str
    """Whose view it is."""

    index: Index
    """Rows by name, in the arrays of this view."""

    month: int
    """The month now open."""

    live: Flags
    """Whether the game goes on, shape (tables,)."""

    readings: NDArray[np.int8]
    """The tracks in sight, shape (tracks in sight, tables)."""

    last: NDArray[np.int8]
    """Month each card in sight was last played, shape (cards in sight, tables)."""

    uses: NDArray[np.int8]
    """How often each card in sight was played."""

    recent: NDArray[np.uint8]
    """The side's own last three sheets, shape (3, slots, tables); card rows of the rulebook."""

    declared: Flags
    """Which redlines are public, shape (lines, tables)."""

    crossed: NDArray[np.int8]
    """Month each line in sight was last crossed; `NEVER` for a line not in sight."""

    owed: Flags
    """Answers owed on lines in sight."""

    limits: NDArray[np.int8]
    """Limits of lines in sight; 0 for others."""

    cases: NDArray[np.int8]
    """The side's own deniable acts, as in `Tables`."""

    pinned: NDArray[np.int8]
    """Month each deniable act was attributed."""

    offers: NDArray[np.int16]
    """Standing offers, for the two principals; -1 to others."""

    terms: NDArray[np.int16]
    """Terms in force."""

    signed: NDArray[np.int8]
    """Month of the last signature."""

    branch: NDArray[np.int8]
    """Which way events went."""

    secret: NDArray[np.int8]
    """The side's own secret goal, shape (tables,)."""

    truths: dict[Holds, Flags] = field(init=False, default_factory=dict, repr=False, compare=False)
    """Where conditions hold, worked out before."""

    def held(self, holds: Holds) -> Flags:
        """Return where a condition holds, worked out once; not to be written to."""
        if holds not in self.truths:
            self.truths[holds] = holds(self)
        return self.truths[holds]

    def reading(self, track: str) -> NDArray[np.int8]:
        """Return the readings of a track in sight, shape (tables,)."""
        return self.readings[self.index.tracks[track]]

    @property
    def count(self) -> int:
        """Return how many tables are in view."""
        return int(self.live.shape[0])

    def take(self, which: Any) -> Self:
        """Return the view of the tables named by an index array, a mask or a slice."""
        parts: dict[str, Any] = {
            f.name: value[..., which]
            for f in fields(self)
            if isinstance(value := getattr(self, f.name), np.ndarray)
        }
        return replace(self, **parts)

    def packed(self) -> bytes:
        """Return all that the view says as bytes, so that two views can be compared."""
        parts = [f"{self.side} {self.month}".encode()]
        for f in fields(self):
            value = getattr(self, f.name)
            if isinstance(value, np.ndarray):
                parts.append(np.ascontiguousarray(value).tobytes())
        return b"|".join(parts)


def view_of(sight: Sight, tables: Tables) -> View:
    """Return what the side of *sight* sees of *tables* (§12).

    What is open to everybody is shared with the tables, which are never written to.
    """
    open_to = tables.declared.view(np.int8) | sight.own_lines.view(np.int8)  # truths are joined far slower
    parts = {
        array.told: _shown(array, array.__get__(tables, Tables), sight, open_to)
        for array in STATE.values()
        if array.seen is not Seen.NOBODY
    }
    return View(side=sight.side, index=sight.index, month=tables.month, **parts)


def _shown(array: Array[Any], stood: NDArray[Any], sight: Sight, open_to: NDArray[np.int8]) -> NDArray[Any]:
    """Return what *sight* sees of an array; a line not *open_to* it stands as if nothing had happened."""
    if array.seen is Seen.OWNER:
        start = np.int8(array.start or 0)
        return ((stood.view(np.int8) - start) * open_to + start).view(array.kind)
    if array.seen is Seen.PARTIES:
        return stood if sight.party else np.full_like(stood, array.start)
    return stood if array.seen is Seen.EVERYBODY else stood[rows_of(array, sight)]


def rows_of(array: Array[Any], sight: Sight) -> Any:
    """Return the index of the rows of an array that *sight* sees whole."""
    if array.seen is Seen.ITSELF:
        return tuple(sight.row if axis == "sides" else slice(None) for axis in array.axes)
    return {Seen.READERS: sight.tracks, Seen.LEARNERS: sight.cards, Seen.ACTOR: sight.own_cases}[array.seen]
