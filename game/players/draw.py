"""Drawing: of some choices one, the likelier the more it is worth (§12)."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache, reduce
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.players.cares import HUNDREDTHS
from game.rules.clerk import Clerk
from game.rules.value import Operand, Value, most

FINENESS = 16
"""Parts into which one coolness of difference is cut."""

Lots = NDArray[np.int32]
"""How likely a choice is by how many hundredths of a point it is behind the best, which has 65,536."""

_CHANCES = np.array(
    [int(65_536 * (Decimal(-n) / FINENESS).exp()) for n in range(12 * FINENESS)] + [0], dtype=np.int32
)
"""How likely a choice is that is n parts behind the best."""


CHOICE, TERMS = "persona.choice", "practice.terms"
"""The chances by which a temperament draws: its sheet, and the terms it is weighed by when watched."""


class Fortune(NamedTuple):
    """What draws: a chance, and the seat whose luck it is."""

    chance: str
    """The name of the chance."""

    seat: str | None = None
    """The name of the seat's luck; what reads a view is given no other."""


@lru_cache(maxsize=64)
def lots_of(coolness: float) -> Lots:
    """Return the lots of a temperament: a choice one *coolness*, in points, behind the best has an e-th.

    The last is nothing, and stands for all that is further behind.
    """
    scale = max(1, round(coolness * HUNDREDTHS))
    behind = np.arange(-(-scale * (len(_CHANCES) - 1) // FINENESS) + 1)
    lots = _CHANCES[np.minimum(behind * FINENESS // scale, len(_CHANCES) - 1)]
    return lots[: np.flatnonzero(lots)[-1] + 2]


def drawn(worth: Sequence[Operand], lots: Lots, luck: Fortune, lane: int, to: Clerk) -> Value:
    """Put down which choice is drawn of those that are *worth* this much, and return its number, from 0."""
    best = reduce(most, worth)
    edges = list(accumulate(to.look(lots, best - each) for each in worth))
    mark = to.share(edges[-1], luck.chance, lane, luck.seat)
    number = to.keep(len(edges) - 1)
    for edge in edges[:-1]:
        with to.where(edge > mark):
            to.add(number, -1)
    return number
