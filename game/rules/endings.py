"""Endings and scores: why a game stops, and what each side made of it (§11)."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.model.ending import Ending
from game.model.goal import Goal
from game.model.scenario import Scenario
from game.rules.board import Board
from game.rules.cause import Cause, CauseKind
from game.rules.index import Index
from game.rules.language import Language
from game.rules.ledger import HappeningKind, Phase
from game.rules.rule import Chance, Holds, Number
from game.rules.tables import Flags

HUNDREDTHS = 100
"""Points are kept as whole hundredths."""


@dataclass(frozen=True)
class Close:
    """An ending, compiled."""

    row: int
    id: str
    cause: Cause
    holds: Holds | None
    at_once: bool
    chance: Chance | None
    points: Mapping[int, int]
    near_miss: str


@dataclass(frozen=True)
class Mark:
    """A goal, compiled."""

    id: str
    side: int
    points: int
    holds: Holds | None
    grade: int | Number | None
    low: int
    high: int
    secret: int
    """Its number among the side's secret goals, -1 for an open one."""


def compile_endings(scenario: Scenario, language: Language) -> tuple[Close, ...]:
    """Return the endings of a *scenario*, compiled, in its order."""
    return tuple(
        _close(row, name, ending, language) for row, (name, ending) in enumerate(scenario.endings.items())
    )


def compile_goals(scenario: Scenario, index: Index, language: Language) -> tuple[Mark, ...]:
    """Return all goals of a *scenario*, compiled."""
    marks = []
    for side_id, side in scenario.sides.items():
        secrets = [name for name, goal in side.goals.items() if goal.secret]
        for name, goal in side.goals.items():
            number = secrets.index(name) if goal.secret else -1
            marks.append(_mark(name, goal, index.sides[side_id], side_id, number, language))
    return tuple(marks)


def stop_at_once(endings: tuple[Close, ...], board: Board) -> None:
    """Stop the games in which an ending came true this month (§11.1, §11.2)."""
    for ending in endings:
        if ending.at_once:
            near = board.live.copy() if ending.holds is None else board.live & ending.holds(board)
            stopped = board.lucky(ending.chance, near)
            _stop(ending, board, stopped, Phase.WAR)
            if ending.near_miss:
                missed = near & ~stopped
                board.tell(Phase.WAR, HappeningKind.NEAR_MISS, ending.cause, missed, title=ending.near_miss)


def read_endings(endings: tuple[Close, ...], board: Board) -> None:
    """Read the first ending that holds where the calendar has run out (§11.3)."""
    for ending in endings:
        if not ending.at_once:
            holds = board.live.copy() if ending.holds is None else board.live & ending.holds(board)
            _stop(ending, board, holds, Phase.ENDINGS)


def score(marks: tuple[Mark, ...], endings: tuple[Close, ...], board: Board) -> NDArray[np.int64]:
    """Return what each goal is worth at every table, in hundredths of a point, shape (goals, tables).

    An ending with points of its own replaces all goals of a side; see `returns`.
    """
    worth = np.zeros((len(marks), board.everywhere.size), dtype=np.int64)
    for row, mark in enumerate(marks):
        won = _won(mark, board)
        if mark.secret >= 0:
            won = won * (board.secrets[mark.side] == mark.secret)
        worth[row] = won
    return worth


def returns(
    marks: tuple[Mark, ...], endings: tuple[Close, ...], board: Board, sides: int
) -> NDArray[np.int64]:
    """Return each side's points at every table, in hundredths, shape (sides, tables) (§11.4)."""
    worth = score(marks, endings, board)
    total = np.zeros((sides, board.everywhere.size), dtype=np.int64)
    for row, mark in enumerate(marks):
        total[mark.side] += worth[row]
    for ending in endings:
        for side, points in ending.points.items():
            total[side] = np.where(board.ending == ending.row, points * HUNDREDTHS, total[side])
    return total


def _stop(ending: Close, board: Board, where: Flags, phase: Phase) -> None:
    board.ending[where] = ending.row
    np.logical_and(board.live, ~where, out=board.live)
    board.tell(phase, HappeningKind.ENDING, ending.cause, where)


def _won(mark: Mark, board: Board) -> NDArray[np.int64]:
    """Return what one goal is worth at every table, in hundredths of a point."""
    full = mark.points * HUNDREDTHS
    if mark.grade is None:
        assert mark.holds is not None
        return np.broadcast_to(mark.holds(board), board.everywhere.shape) * np.int64(full)
    value = mark.grade if isinstance(mark.grade, int) else mark.grade(board)
    span = mark.high - mark.low
    climbed = (np.asarray(value, dtype=np.int64) - mark.low) * (1 if span > 0 else -1)
    graded = full * np.clip(climbed, 0, abs(span)) // abs(span)
    return np.broadcast_to(graded, board.everywhere.shape)


def _close(row: int, name: str, ending: Ending, language: Language) -> Close:
    """Return one ending compiled."""
    return Close(
        row=row,
        id=name,
        cause=Cause(CauseKind.ENDING, name, ending.title, "11.1" if ending.at_once else "11.3", ending.text),
        holds=language.holds(ending.when),
        at_once=ending.at_once,
        chance=language.chance(f"ending.{name}", ending.chance),
        points={language.index.sides[side]: points for side, points in ending.points.items()},
        near_miss=ending.near_miss,
    )


def _mark(name: str, goal: Goal, side: int, side_id: str, secret: int, language: Language) -> Mark:
    """Return one goal compiled."""
    return Mark(
        id=name,
        side=side,
        points=goal.points,
        holds=language.holds(goal.when, side_id),
        grade=None if goal.grade is None else language.number(goal.grade, side_id),
        low=goal.low,
        high=goal.high,
        secret=secret,
    )
