"""Scores: what goals and endings are worth at every table, put down as words (§11.4)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.rules.endings import HUNDREDTHS, Close, Mark
from game.rules.onlooker import Onlooker
from game.rules.value import Operand, clamped, unit

Points = NDArray[np.int64]
"""Whole hundredths of a point."""


def put_down_scores(marks: Sequence[Mark], endings: Sequence[Close], sides: int, to: Onlooker) -> None:
    """Put down what each goal is worth, and what each side makes of the game.

    An ending with points of its own replaces all goals of a side.
    """
    worth = [_won(mark, to) for mark in marks]
    for each in worth:
        to.hand_over(to.value(each))
    for side in range(sides):
        mine = (won for mark, won in zip(marks, worth, strict=True) if mark.side == side)
        total = to.keep(sum(mine, start=0))
        for ending in endings:
            if side in ending.points:
                with to.where(to.row("ending").equals(ending.row)):
                    to.put(total, ending.points[side] * HUNDREDTHS)
        to.hand_over(total)


def _won(mark: Mark, to: Onlooker) -> Operand:
    """Put down what one goal is worth."""
    full, drawn = mark.points * HUNDREDTHS, to.row("secrets", mark.side).equals(mark.secret)
    mine = True if mark.secret < 0 else drawn
    if mark.grade is None:
        assert mark.holds is not None
        return unit(to.all_of(mine, mark.holds.put_down(to))) * full
    value, span = mark.grade if isinstance(mark.grade, int) else mark.grade.put_down(to), mark.high - mark.low
    climbed = clamped((value - mark.low) * (1 if span > 0 else -1), 0, abs(span))
    return climbed * full // abs(span) * unit(mine)
