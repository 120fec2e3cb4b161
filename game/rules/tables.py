"""Tables: the state of many games, one column each."""

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from game.rules.layout import Layout
from game.rules.state import NEVER, STATE, WEARS_FOR, State

Readings = NDArray[np.int8]
Months = NDArray[np.int8]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Tables(State):
    """Where every table stands; arrays end in the axis of tables and are never written to."""

    month: int
    """The month now open, from 1; one more than the last month when time has run out."""

    seeds: NDArray[np.uint64]
    """One seed a table (§13)."""

    layout: Layout
    narrow: NDArray[np.int8]
    wide: NDArray[np.int16]

    @property
    def count(self) -> int:
        """Return how many tables there are."""
        return int(self.seeds.shape[0])

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
            self.narrow[:, over] = before.narrow[:, over]
            self.wide[:, over] = before.wide[:, over]
        return self

    def digest(self, table: int = 0) -> str:
        """Return sixteen hexadecimal digits that stand for everything at one *table*."""
        state = sha256(str(self.month).encode())
        for array in STATE.values():
            state.update(np.ascontiguousarray(array.__get__(self, State)[..., table]).tobytes())
        return state.hexdigest()[:16]

    def _each(self, change: Any) -> Self:
        return replace(self, seeds=change(self.seeds), narrow=change(self.narrow), wide=change(self.wide))


__all__ = ["NEVER", "WEARS_FOR", "Flags", "Months", "Readings", "Tables"]
