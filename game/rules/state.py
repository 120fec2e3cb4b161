"""State: every array of a game declared once, with its type, its shape, its start and who may see it.

Blank tables, digests, views and imagined tables follow from what stands here.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from game.rules.layout import Array, Layout, Seen

NEVER = -60
"""The month of something that has not happened: far enough back for every 'months since'."""

WEARS_FOR = 3
"""Months for which each use of a card takes one off its gains (§4.3)."""


class State:
    """What stands at many tables; each array ends in the axis of tables."""

    layout: Layout
    """Which rows belong to which array."""

    narrow: NDArray[np.int8]
    """The rows of numbers of one byte, shape (rows, tables)."""

    wide: NDArray[np.int16]
    """The rows of numbers of two bytes, shape (rows, tables)."""

    readings = Array(np.int8, "tracks", start=None, seen=Seen.READERS)
    """Where every track stands."""

    live = Array(np.bool_, start=1, seen=Seen.EVERYBODY)
    """Whether the game goes on."""

    ending = Array(np.int8, start=-1, seen=Seen.NOBODY)
    """Index of the ending, -1 while none is reached and anybody still plays."""

    last = Array(np.int8, "cards", start=NEVER, seen=Seen.LEARNERS)
    """Month each card was last played, `NEVER` if not yet."""

    uses = Array(np.int8, "cards", seen=Seen.LEARNERS)
    """How often each card was played."""

    recent = Array(np.uint8, "ago", "sides", "slots", seen=Seen.ITSELF)
    """The cards of the last `WEARS_FOR` months, newest first."""

    crossed = Array(np.int8, "lines", start=NEVER, seen=Seen.OWNER)
    """Month each redline was last crossed, `NEVER` if not yet."""

    past = Array(np.bool_, "lines", seen=Seen.NOBODY)
    """Whether a watched reading stood past its limit when last looked at."""

    owed = Array(np.bool_, "lines", seen=Seen.OWNER)
    """Answers owed for crossings of earlier months."""

    declared = Array(np.bool_, "lines", start=None, seen=Seen.EVERYBODY)
    """Which redlines are public."""

    limits = Array(np.int8, "lines", start=None, seen=Seen.OWNER)
    """The limit drawn for each line that watches a track; 0 for one not in sight."""

    due = Array(np.uint8, "answers", seen=Seen.NOBODY)
    """Answers of the world on their way: bit k is set when one comes in k months."""

    cases = Array(np.int8, "cases", seen=Seen.ACTOR)
    """Month a deniable act opened a case, negative if it is never solved, 0 for none."""

    pinned = Array(np.int8, "cases", start=NEVER, seen=Seen.EVERYBODY)
    """Month a deniable act was last attributed, `NEVER` if not yet."""

    offers = Array(np.int16, "principals", start=-1, seen=Seen.PARTIES)
    """Terms each principal has standing on the table, -1 for none."""

    terms = Array(np.int16, start=-1, seen=Seen.EVERYBODY)
    """Terms of the agreement in force, -1 for none."""

    signed = Array(np.int8, seen=Seen.EVERYBODY)
    """Month an agreement was last signed and ratified, 0 for never."""

    branch = Array(np.int8, "events", seen=Seen.EVERYBODY)
    """Which way each event went, from 1; 0 while it has not happened."""

    secrets = Array(np.int8, "sides", start=None, seen=Seen.ITSELF, told="secret")
    """Index of the secret goal each side has drawn."""

    def with_parts(self, **parts: Any) -> Self:
        """Return the same with some arrays replaced, or the month or other parts that are no arrays."""
        whole = {name: parts.pop(name) for name in tuple(parts) if name not in STATE}
        if not parts:
            return replace(self, **whole)  # type: ignore[type-var]
        changed = replace(self, **whole, narrow=self.narrow.copy(), wide=self.wide.copy())  # type: ignore[type-var]
        for name, values in parts.items():
            STATE[name].put(changed, values)
        return changed


STATE: Mapping[str, Array[Any]] = {
    name: each for name, each in vars(State).items() if isinstance(each, Array)
}
"""All arrays of state by name, in the order in which digests read them."""
