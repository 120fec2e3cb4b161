"""Fates: sudden endings weighed by their odds, so that few tables tell of rare disasters (§11.2)."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.rules.board import Board
from game.rules.endings import HUNDREDTHS, Close, returns, score
from game.rules.rule import Chance
from game.rules.rulebook import Rulebook
from game.rules.tables import Tables

Points = NDArray[np.float64]
"""Points, shape (sides, tables)."""


class Fates:
    """Rules by which no ending comes by chance, and what such endings would have cost.

    Every table plays on as if it had been spared; what an ending would have cost counts by its odds.
    """

    def __init__(self, book: Rulebook, count: int) -> None:
        self.spared: NDArray[np.float64] = np.ones(count)
        self.lost: Points = np.zeros((len(book.index.sides), count))
        self.book: Rulebook = replace(book, endings=tuple(self._weighed(close) for close in book.endings))

    def points(self, end: Tables) -> Points:
        """Return what every side can expect at tables that were played on to their *end*."""
        sides = len(self.book.index.sides)
        won = returns(self.book.goals, self.book.endings, self.book.open(end), sides)
        return self.spared * (won / HUNDREDTHS) + self.lost

    def by_goal(self, end: Tables, side: str) -> dict[str, Points]:
        """Return what *side* can expect of each of its goals at every table, shape (tables,).

        The goals are scored as if no sudden ending had come; what such endings change stands under ''.
        """
        row, board = self.book.index.sides[side], self.book.open(end)
        won = score(self.book.goals, self.book.endings, board) / HUNDREDTHS
        goals = {mark.id: won[n] for n, mark in enumerate(self.book.goals) if mark.side == row}
        return {**goals, "": self.points(end)[row] - sum(goals.values())}

    def _weighed(self, close: Close) -> Close:
        """Return an ending by chance as one that never comes and is counted; others as they are."""
        if not close.at_once or close.chance is None:
            return close
        return replace(close, chance=replace(close.chance, percent=self._counting(close, close.chance)))

    def _counting(self, close: Close, chance: Chance) -> "_Odds":
        return _Odds(self, close, chance)


@dataclass(frozen=True)
class _Odds:
    """Stands in for the odds of an ending: notes what they are, and says that there are none."""

    fates: Fates
    close: Close
    chance: Chance

    def __call__(self, board: Board) -> NDArray[np.int32]:
        """Count the ending by its odds wherever it might come."""
        near = board.live if self.close.holds is None else board.live & self.close.holds(board)
        percent = self.chance.percent
        odds = np.asarray(percent if isinstance(percent, int) else percent(board), dtype=np.float64)
        struck = near * self.fates.spared * np.clip(odds / 100, 0, 1)
        for side, points in self.close.points.items():
            self.fates.lost[side] += struck * points
        self.fates.spared -= struck
        return np.zeros(near.shape, dtype=np.int32)
