"""Bundles: tracks whose readings are looked up together, since the same cards hang on them (§12)."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import prod

import numpy as np

from game.players.cares import Cares, Worth
from game.rules.value import Operand
from game.rules.writer import Writer

Rows = tuple[int, ...]
"""Rows of tracks in a view."""

MOST = 2_000
"""Combinations of readings in one bundle at most, so that tables of them are fast to read."""


@dataclass(frozen=True, eq=False)
class Bundle:
    """Some tracks; every combination of their readings has a place, counted from 0."""

    rows: Rows
    """The tracks."""

    lows: tuple[int, ...]
    """The lowest reading of each."""

    sizes: tuple[int, ...]
    """How many readings each has."""

    @property
    def size(self) -> int:
        """Return how many places there are."""
        return prod(self.sizes)

    def table(self, worth: Mapping[int, Worth]) -> Worth | None:
        """Return by place what its tracks are worth, given by row and reading; none if none of them is."""
        if worth.keys().isdisjoint(self.rows):
            return None
        total = np.zeros(self.sizes, dtype=np.int64)
        for axis, row in enumerate(self.rows):
            if row in worth:
                total += np.expand_dims(worth[row], [k for k in range(total.ndim) if k != axis])
        return total.ravel()

    def put_down(self, to: Writer) -> Operand:
        """Put down the place of what the readings show."""
        place: Operand = 0
        for row, low, size in zip(self.rows, self.lows, self.sizes, strict=True):
            place = place * size + (to.row("readings", row) - low)
        return place


def bundled(weighed: Collection[Iterable[int]], cares: Cares) -> tuple[Bundle, ...]:
    """Return all tracks that matter in bundles, together those that are most often *weighed* together.

    Each of *weighed* holds the rows that one worth hangs on; every bundle they touch is one more look-up.
    """
    sizes = {row: worth.size for row, worth in cares.worth.items()}
    groups: dict[int, Rows] = {row: (row,) for row in sizes}
    while True:
        met = Counter(
            one + other
            for rows in weighed
            for one, other in combinations(sorted({groups[row] for row in rows}), 2)
            if prod(sizes[row] for row in one + other) <= MOST
        )
        if not met:
            break
        joined = met.most_common(1)[0][0]
        groups |= dict.fromkeys(joined, joined)
    return tuple(
        Bundle(rows, tuple(cares.low[row] for row in rows), tuple(sizes[row] for row in rows))
        for rows in dict.fromkeys(groups.values())
    )
