"""The forecast: what a sheet is likely to do, from tables imagined out of one's own view (§12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from game.players.player import Player, sheets_for
from game.players.recall import recall
from game.players.roster import PERSONA, hire
from game.rules.adjudicate import adjudicate
from game.rules.dice import key, scramble
from game.rules.imagine import imagine
from game.rules.rulebook import Rulebook
from game.rules.sheets import Sheets
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


What = tuple[Kind, str]
"""Something that may happen: its kind, and a redline, an answer as 'line.answer' or an ending."""


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
class Dream:
    """The tables imagined in one month: what does not hang on the sheet that is weighed."""

    tables: Tables
    """As they may stand."""

    orders: Sheets
    """What tempers would order at each of them."""

    held: Mapping[What, int]
    """In so many of twenty each thing happens, if every line is held."""


@dataclass(frozen=True)
class Forecaster:
    """Looks ahead for one side; it knows the rules, the view, and how tempers usually play."""

    book: Rulebook
    side: str
    players: Mapping[str, Player]

    def dream(self, view: View) -> Dream:
        """Return the tables imagined out of a one-table *view*, on which any sheet can be weighed."""
        seeds = scramble(np.arange(WORLDS, dtype=np.uint64) ^ key("forecast"))
        tables = imagine(self.book, view, seeds, recall(self.book, self.players, view, WORLDS))
        orders = sheets_for(self.book, self.players, tables)
        idle = np.zeros(len(self.book.index.slots), dtype=np.int16)
        held = self.happened(self._played(tables, orders, idle))
        return Dream(tables, orders, {what: twenty(where) for what, where in held.items()})

    def forecast(self, dream: Dream, sheet: NDArray[np.int16]) -> Forecast:
        """Return what *sheet*, one order a slot, is likely to do at imagined tables."""
        months = self._played(dream.tables, dream.orders, sheet)
        chances = [
            Chance(*what, count=twenty(where), held=dream.held[what])
            for what, where in self.happened(months).items()
        ]
        chances.sort(key=lambda chance: -abs(chance.count - chance.held))
        return Forecast(months[0].readings, tuple(c for c in chances if c.count or c.held))

    def play_out(self, tables: Tables, sheet: NDArray[np.int16]) -> list[Tables]:
        """Return *tables* after each of the months ahead: *sheet* in the first, tempers everywhere else."""
        return self._played(tables, sheets_for(self.book, self.players, tables), sheet)

    def _played(self, tables: Tables, orders: Sheets, sheet: NDArray[np.int16]) -> list[Tables]:
        laid = orders.copy()
        laid[self.book.index.sides[self.side]] = sheet[:, None]
        found = [adjudicate(self.book, tables, laid)]
        while len(found) < AHEAD and found[-1].month <= self.book.months:
            last = found[-1]
            found.append(adjudicate(self.book, last, sheets_for(self.book, self.players, last)))
        return found

    def happened(self, months: list[Tables]) -> dict[What, Flags]:
        """Return at which of the tables each thing happens that the side could learn of."""
        first, last = months[0], months[-1]
        opened = first.month - 1
        found: dict[What, Flags] = {(Kind.AGREEMENT, ""): last.signed >= opened}
        for name, row in self.book.index.lines.items():
            line, noun = self.book.lines[row], self.book.scenario.redlines[name]
            if not noun.declared and line.owner != self.side:
                continue
            crossed = first.crossed[row] == opened
            found[Kind.CROSSING, name] = crossed
            for answer, coming in zip(noun.answers, line.coming, strict=True):
                found[Kind.ANSWER, f"{name}.{answer}"] = crossed & (first.due[coming.row] > 0)
        for close in self.book.endings:
            if close.at_once:
                found[Kind.ENDING, close.id] = last.ending == close.row
        return found


def forecaster(book: Rulebook, side: str) -> Forecaster | None:
    """Return who looks ahead for *side*; nobody where a side has no temperament to be expected of it."""
    hired = {each: hire(PERSONA, book, each) for each in book.index.sides}
    players = {each: player for each, player in hired.items() if player is not None}
    return Forecaster(book, side, players) if len(players) == len(hired) else None


def twenty(where: Flags) -> int:
    """Return a share of tables as so many in twenty; none, or all, only where that is so at every table."""
    count = round(float(where.mean()) * OUT_OF)
    return min(max(count, int(where.any())), OUT_OF - int(not where.all()))
