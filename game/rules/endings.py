"""Endings and scores: why a game stops, and what each side made of it (§11)."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.model.ending import Ending
from game.model.goal import Goal
from game.model.scenario import Scenario
from game.rules.cause import Cause, CauseKind
from game.rules.formula import Formula
from game.rules.index import Index
from game.rules.language import Language
from game.rules.ledger import HappeningKind, Phase
from game.rules.rule import Chance
from game.rules.scribe import Scribe
from game.rules.value import Operand, clamped, no

HUNDREDTHS = 100
"""Points are kept as whole hundredths."""


@dataclass(frozen=True)
class Close:
    """An ending, compiled."""

    row: int
    id: str
    cause: Cause
    holds: Formula | None
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
    holds: Formula | None
    grade: int | Formula | None
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


def stop_at_once(endings: tuple[Close, ...], to: Scribe, spared: bool = False) -> None:
    """Stop the games in which an ending came true this month (§11.1, §11.2).

    Games that are *spared* go on where chance would stop them, and the percentages are handed over.
    """
    for ending in endings:
        if ending.at_once:
            near = to.all_of(to.row("live") > 0, to.holds(ending.holds))
            if spared and ending.chance is not None:
                _spare(ending.chance, near, to)
                stopped: Operand = False
            else:
                stopped = to.lucky(ending.chance, near)
            _stop(ending, to, stopped, Phase.WAR)
            if ending.near_miss:
                missed = near & no(stopped)
                to.tell(Phase.WAR, HappeningKind.NEAR_MISS, ending.cause, missed, title=ending.near_miss)


def _spare(chance: Chance, near: Operand, to: Scribe) -> None:
    """Hand over the percentage by which chance would stop a game, 0 where it could not."""
    odds = to.keep(0)
    with to.where(near):
        to.put(odds, clamped(to.amount(chance.percent), 0, 100))
    to.hand_over(odds)


def read_endings(endings: tuple[Close, ...], to: Scribe) -> None:
    """Read the first ending that holds where the calendar has run out (§11.3)."""
    for ending in endings:
        if not ending.at_once:
            holds = to.all_of(to.row("live") > 0, to.holds(ending.holds))
            _stop(ending, to, holds, Phase.ENDINGS)


def _stop(ending: Close, to: Scribe, where: Operand, phase: Phase) -> None:
    with to.where(where):
        to.put(to.row("ending"), ending.row)
        to.put(to.row("live"), 0)
        to.tell(phase, HappeningKind.ENDING, ending.cause)


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
