"""Settled conditions: those that always hold, and those that never do."""

from collections.abc import Iterator, Mapping

from game.conditions.condition import Condition
from game.conditions.ranges import Range, verdict
from game.conditions.syntax import MONTH, Node
from game.lint.conditions import PlacedExpression, expressions
from game.lint.notice import Notice, spans_told
from game.lint.reach import Reach
from game.model.turn import turn_of

DECIDING = {"cards": 3, "redlines": 3, "calendar": 3, "endings": 3}
"""Conditions at this depth decide over a whole piece, and 'never' is told as that piece's own fault."""

OTHER_WORLDS = frozenset({"claims", "tests"})
"""What is asked in worlds of its own, with other starts and other luck."""

WALKED = frozenset({"riders", "answers", "steps", "upkeep"})
"""Pieces whose coming to pass was followed month by month."""


def settled_conditions(reach: Reach) -> Iterator[Notice]:
    """Yield a notice for each condition that is decided before the game begins."""
    for usage in expressions(reach.known.scenario):
        loc = usage.loc
        whole = loc[0] == "sides" or len(loc) == DECIDING.get(str(loc[0]), 0)
        if not isinstance(usage.expression, Condition) or loc[0] in OTHER_WORLDS or _unreached(reach, usage):
            continue
        if not whole and _never(reach, usage):
            yield _notice(reach, usage, "D411", "this condition never holds")
        elif loc[0] != "sides" and verdict(_tree(reach, usage), _ranges(reach, usage)) is True:
            yield _notice(reach, usage, "D410", "this condition always holds")


def _unreached(reach: Reach, usage: PlacedExpression) -> bool:
    """Return whether the piece around is dead already, so that its conditions do not matter."""
    loc = usage.loc
    if loc[0] == "bargain" and ("bargain",) not in reach.reached:
        return True
    depth = DECIDING.get(str(loc[0]))
    return depth is not None and loc[:2] not in reach.reached


def _never(reach: Reach, usage: PlacedExpression) -> bool:
    owner = usage.loc[:-1]
    if usage.loc[0] == "upkeep" or WALKED & set(owner):
        return reach.known.never_held(owner)
    return verdict(_tree(reach, usage), _ranges(reach, usage)) is False


def _tree(reach: Reach, usage: PlacedExpression) -> Node:
    return reach.known.tree(usage.expression, usage.side)


def _ranges(reach: Reach, usage: PlacedExpression) -> Mapping[str, Range]:
    """Return what readings span while a condition is asked; an event asks in its own month alone."""
    ranges, scenario = reach.known.ranges, reach.known.scenario
    if usage.loc[0] != "calendar":
        return ranges
    event = scenario.calendar[str(usage.loc[1])]
    turn = turn_of(scenario.start, scenario.turns, event.month)
    return {**ranges, MONTH: (turn, turn)}


def _notice(reach: Reach, usage: PlacedExpression, code: str, message: str) -> Notice:
    hint = spans_told(_tree(reach, usage), reach.known.ranges, reach.known.scenario.months)
    return Notice(code, usage.loc, message, hint)
