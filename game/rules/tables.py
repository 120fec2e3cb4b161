"""Tables: the state of many games, one column each."""

from dataclasses import dataclass, fields, replace
from hashlib import sha256
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

NEVER = -60
"""The month of something that has not happened: far enough back for every 'months since'."""

WEARS_FOR = 3
"""Months for which each use of a card takes one off its gains (§4.3)."""

Readings = NDArray[np.int8]
Months = NDArray[np.int8]
Flags = NDArray[np.bool_]


def stamped(months: Months, where: Flags, month: int) -> Months:
    """Return the *months* in which things last happened, the later *month* where they happen now."""
    now = where.view(np.int8) * np.int8(month - NEVER)
    now += np.int8(NEVER)
    return np.maximum(months, now, out=now)


@dataclass(frozen=True)
class Tables:
    """Where every table stands; arrays end in the axis of tables and are never written to."""

    month: int
    """The month now open, from 1; one more than the last month when time has run out."""

    seeds: NDArray[np.uint64]
    """One seed a table (§13)."""

    readings: Readings
    """Shape (tracks, tables)."""

    live: Flags
    """Whether the game goes on, shape (tables,)."""

    ending: NDArray[np.int8]
    """Index of the ending, -1 while none is reached, shape (tables,)."""

    last: NDArray[np.int8]
    """Month each card was last played, `NEVER` if not yet, shape (cards, tables)."""

    uses: NDArray[np.int8]
    """How often each card was played, shape (cards, tables)."""

    recent: NDArray[np.uint8]
    """The cards of the last `WEARS_FOR` months, newest first, shape (months, sides, slots, tables)."""

    crossed: NDArray[np.int8]
    """Month each redline was last crossed, `NEVER` if not yet, shape (lines, tables)."""

    past: Flags
    """Whether a watched reading stood past its limit when last looked at, shape (lines, tables)."""

    owed: Flags
    """Answers owed for crossings of earlier months, shape (lines, tables)."""

    declared: Flags
    """Which redlines are public, shape (lines, tables)."""

    limits: NDArray[np.int8]
    """The limit drawn for each line that watches a track, shape (lines, tables)."""

    due: NDArray[np.uint8]
    """Answers of the world on their way: bit k is set when one comes in k months, shape (answers, tables)."""

    cases: NDArray[np.int8]
    """Month a deniable act opened a case, negative if it is never solved, 0 for none; (deniable, tables)."""

    pinned: NDArray[np.int8]
    """Month a deniable act was last attributed, `NEVER` if not yet, shape (deniable, tables)."""

    offers: NDArray[np.int16]
    """Terms each principal has standing on the table, -1 for none, shape (2, tables)."""

    terms: NDArray[np.int16]
    """Terms of the agreement in force, -1 for none, shape (tables,)."""

    signed: NDArray[np.int8]
    """Month an agreement was last signed and ratified, 0 for never, shape (tables,)."""

    branch: NDArray[np.int8]
    """Which way each event went, from 1; 0 while it has not happened, shape (events, tables)."""

    secrets: NDArray[np.int8]
    """Index of the secret goal each side has drawn, shape (sides, tables)."""

    @property
    def count(self) -> int:
        """Return how many tables there are."""
        return int(self.seeds.shape[0])

    def with_parts(self, **parts: Any) -> Self:
        """Return these tables with some arrays replaced."""
        return replace(self, **parts)

    def take(self, which: Any) -> Self:
        """Return the tables named by an index array, a mask or a slice, as tables of their own."""
        return self._each(lambda array: array[..., which].copy())

    def tile(self, times: int) -> Self:
        """Return *times* copies of a single table."""
        return self._each(lambda array: np.repeat(array, times, axis=-1))

    def keep_over(self, before: Self) -> Self:
        """Put the tables that were over *before* back as they stood; only their maker may call this."""
        over = np.flatnonzero(~before.live)
        if over.size:
            for f in fields(self):
                if f.name != "month":
                    getattr(self, f.name)[..., over] = getattr(before, f.name)[..., over]
        return self

    def digest(self, table: int = 0) -> str:
        """Return sixteen hexadecimal digits that stand for everything at one *table*."""
        state = sha256(str(self.month).encode())
        for f in fields(self):
            value = getattr(self, f.name)
            if f.name not in {"month", "seeds"}:
                state.update(np.ascontiguousarray(value[..., table]).tobytes())
        return state.hexdigest()[:16]

    def _each(self, change: Any) -> Self:
        parts = {f.name: change(getattr(self, f.name)) for f in fields(self) if f.name != "month"}
        return replace(self, **parts)
