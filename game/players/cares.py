"""Cares: what a reading is worth to a temperament, in hundredths of a point."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.conditions.condition import Expression
from game.conditions.syntax import names
from game.model.persona import Care, Persona
from game.rules.endings import Close
from game.rules.rule import Move
from game.rules.rulebook import Rulebook

HUNDREDTHS = 100

Worth = NDArray[np.int64]
"""Worth of each reading of a track from its lowest up, in hundredths of a point."""


@dataclass(frozen=True)
class Cares:
    """What every reading in sight is worth to one player."""

    worth: Mapping[int, Worth]
    """By row of the view's readings; a row left out does not matter to the player."""

    low: Mapping[int, int]
    """The lowest reading of each of these rows."""

    def step(self, row: int, amount: int) -> Worth:
        """Return what moving a track by *amount* is worth from each of its readings."""
        worth = self.worth[row]
        to = np.clip(np.arange(worth.size) + amount, 0, worth.size - 1)
        return worth[to] - worth

    def each(self, row: int, amount: int) -> float:
        """Return what moving a track by *amount* is worth on average, in hundredths."""
        return float(self.step(row, amount).mean()) if row in self.worth else 0.0


def cares_of(book: Rulebook, persona: Persona) -> Cares:
    """Return what readings are worth to a *persona*: its cares, and what an ending would cost it."""
    index = book.sights[persona.side].index
    worth: dict[int, Worth] = {}
    low: dict[int, int] = {}
    for name, row in index.tracks.items():
        ends = book.scenario.tracks[name].range
        care = persona.cares.get(name)
        total = np.zeros(ends[1] - ends[0] + 1) if care is None else _cared(care, ends)
        for close in book.endings:
            total = total + _dreaded(book, close, name, persona.side)
        total = np.round(total * HUNDREDTHS)
        if np.any(total):
            worth[row], low[row] = total.astype(np.int64), ends[0]
    return Cares(worth, low)


def _cared(care: Care, ends: tuple[int, int]) -> NDArray[np.float64]:
    """Return the worth of each reading by one care."""
    low = ends[0] if care.low is None else care.low
    high = ends[1] if care.high is None else care.high
    return care.each * np.clip(np.arange(ends[0], ends[1] + 1), low, high).astype(np.float64)


def _dreaded(book: Rulebook, close: Close, track: str, side: str) -> NDArray[np.float64] | float:
    """Return what the chance of a sudden ending costs at each reading of the one track it hangs on."""
    ending = book.scenario.endings[close.id]
    points = ending.points.get(side, 0)
    asks = any(condition.questions for condition in (ending.when, ending.chance) if condition)
    if not close.at_once or not points or asks or tracks_read(ending.when, ending.chance) != {track}:
        return 0.0
    low, high = book.scenario.tracks[track].range
    board = _Line(np.arange(low, high + 1, dtype=np.int8), book.index.tracks[track])
    holds = np.ones(high - low + 1) if close.holds is None else np.asarray(close.holds(board))
    chance = 100 if close.chance is None else close.chance.percent
    percent = chance if isinstance(chance, int) else chance(board)
    return np.asarray(holds * np.clip(np.asarray(percent, dtype=np.float64), 0, 100) / 100 * points)


def tracks_read(*conditions: Expression | None) -> set[str]:
    """Return the tracks that these conditions read."""
    return {name.name for c in conditions if c is not None for name in names(c.tree)}


class _Line:
    """Stands in for a board on which one track takes each of its readings."""

    month = 0

    def __init__(self, readings: NDArray[np.int8], row: int) -> None:
        self.readings = np.zeros((row + 1, readings.size), dtype=np.int8)
        self.readings[row] = readings


def moved(cares: Cares, moves: Iterable[Move]) -> list[tuple[int, int]]:
    """Return the moves of whole amounts that matter to the player, as row and amount."""
    return [(m.row, m.amount) for m in moves if isinstance(m.amount, int) and m.row in cares.worth]
