"""Fates: sudden endings weighed by their odds, so that few tables tell of rare disasters (§11.2)."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rules.adjudicate import adjudicate_spared
from game.rules.endings import HUNDREDTHS
from game.rules.engine import Engine
from game.rules.ledger import SILENT, Ledger
from game.rules.rulebook import Rulebook
from game.rules.sheets import Sheets
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
        self.book = book

    def play(self, tables: Tables, sheets: Sheets, ledger: Ledger = SILENT) -> Tables:
        """Return *tables* a month later, every ending that chance might have brought counted by its odds."""
        tables, odds = adjudicate_spared(self.book, tables, sheets, ledger)
        self._weigh(odds)
        return tables

    def play_on(self, course: Engine, tables: Tables, months: int) -> Tables:
        """Return *tables* so many *months* of a spared *course* later."""
        tables, odds = course.play_on(tables, months)
        for each in odds:
            self._weigh(each)
        return tables

    def _weigh(self, odds: NDArray[Any]) -> None:
        """Count the endings that chance might have brought in a month."""
        chancy = (close for close in self.book.endings if close.at_once and close.chance is not None)
        for close, percent in zip(chancy, odds, strict=True):
            struck = self.spared * (percent / 100)
            for side, points in close.points.items():
                self.lost[side] += struck * points
            self.spared -= struck

    def points(self, end: Tables) -> Points:
        """Return what every side can expect at tables that were played on to their *end*."""
        won = self.book.returns(end)
        return self.spared * (won / HUNDREDTHS) + self.lost

    def by_goal(self, end: Tables, side: str) -> dict[str, Points]:
        """Return what *side* can expect of each of its goals at every table, shape (tables,).

        The goals are scored as if no sudden ending had come; what such endings change stands under ''.
        """
        row = self.book.index.sides[side]
        won = self.book.score(end) / HUNDREDTHS
        goals = {mark.id: won[n] for n, mark in enumerate(self.book.goals) if mark.side == row}
        return {**goals, "": self.points(end)[row] - sum(goals.values())}
