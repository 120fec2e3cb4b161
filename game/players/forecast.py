"""The forecast: what a sheet is likely to do, from tables imagined out of one's own view (§12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from game.players.player import Player, sheets_for
from game.players.roster import PERSONA, hire
from game.rules.adjudicate import adjudicate
from game.rules.dice import key, scramble
from game.rules.imagine import imagine
from game.rules.rulebook import Rulebook
from game.rules.tables import Flags, Tables
from game.rules.views import View

WORLDS = 200
"""Imagined tables a sheet is played at."""

OUT_OF = 20
"""Chances are told as so many in twenty."""

AHEAD = 3
"""Months looked ahead."""


class Kind(StrEnum):
    """What may happen."""

    CROSSING = "crossing"
    ANSWER = "answer"
    AGREEMENT = "agreement"
    ENDING = "ending"


@dataclass(frozen=True)
class Chance:
    """How likely something is after a sheet, and how likely it would be if the sheet were held."""

    kind: Kind
    id: str
    """A redline, an answer as 'line.answer', an ending; empty for an agreement."""
    count: int
    """In so many of twenty tables."""
    held: int
    """In so many of twenty, if every line were held."""


@dataclass(frozen=True)
class Forecast:
    """What is likely: where a track stands next month, and what may come within three."""

    readings: NDArray[np.int8]
    """Readings of every track next month at each imagined table, shape (tracks, tables)."""

    chances: tuple[Chance, ...]
    """What may happen, that in which the sheet makes the most difference first."""


@dataclass(frozen=True)
class Forecaster:
    """Looks ahead for one side; it knows the rules, the view, and how tempers usually play."""

    book: Rulebook
    side: str
    players: Mapping[str, Player]

    def forecast(self, view: View, sheet: NDArray[np.int16]) -> Forecast:
        """Return what *sheet*, one order a slot, is likely to do from a one-table *view*."""
        seeds = scramble(np.arange(WORLDS, dtype=np.uint64) ^ key("forecast"))
        dreamt = imagine(self.book, view, seeds)
        orders = sheets_for(self.book, self.players, dreamt)
        row = self.book.index.sides[self.side]
        played = self._played(dreamt, orders, row, sheet)
        held = self._played(dreamt, orders, row, np.zeros_like(sheet))
        idle = dict(self._counted(held))
        chances = [Chance(kind, id, n, idle[kind, id]) for (kind, id), n in self._counted(played)]
        chances.sort(key=lambda chance: -abs(chance.count - chance.held))
        return Forecast(played[0].readings, tuple(c for c in chances if c.count or c.held))

    def _played(
        self, tables: Tables, orders: NDArray[np.int16], row: int, sheet: NDArray[np.int16]
    ) -> list[Tables]:
        """Return the tables after each of the months ahead, *sheet* laid in the first."""
        laid = orders.copy()
        laid[row] = sheet[:, None]
        found = [adjudicate(self.book, tables, laid)]
        while len(found) < AHEAD and found[-1].month <= self.book.months:
            last = found[-1]
            found.append(adjudicate(self.book, last, sheets_for(self.book, self.players, last)))
        return found

    def _counted(self, months: list[Tables]) -> list[tuple[tuple[Kind, str], int]]:
        """Return in how many of twenty tables each thing happens."""
        first, last = months[0], months[-1]
        opened = first.month - 1
        found: list[tuple[tuple[Kind, str], int]] = [((Kind.AGREEMENT, ""), _twenty(last.signed >= opened))]
        for name, row in self.book.index.lines.items():
            line = self.book.lines[row]
            known = self.book.scenario.redlines[name].declared or line.owner == self.side
            if known:
                found.append(((Kind.CROSSING, name), _twenty(first.crossed[row] == opened)))
                answers = self.book.scenario.redlines[name].answers
                for answer, coming in zip(answers, line.coming, strict=True):
                    due = first.due[coming.row] > 0
                    found.append(
                        ((Kind.ANSWER, f"{name}.{answer}"), _twenty(due & (first.crossed[row] == opened)))
                    )
        for close in self.book.endings:
            if close.at_once:
                found.append(((Kind.ENDING, close.id), _twenty(last.ending == close.row)))
        return found


def forecaster(book: Rulebook, side: str) -> Forecaster | None:
    """Return who looks ahead for *side*; nobody where a side has no temperament to be expected of it."""
    hired = {each: hire(PERSONA, book, each) for each in book.index.sides}
    players = {each: player for each, player in hired.items() if player is not None}
    return Forecaster(book, side, players) if len(players) == len(hired) else None


def _twenty(where: Flags) -> int:
    """Return a share of tables as so many in twenty; none, or all, only where that is so at every table."""
    count = round(float(where.mean()) * OUT_OF)
    return min(max(count, int(where.any())), OUT_OF - int(not where.all()))
