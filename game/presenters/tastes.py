"""Tastes: whether a move helps a seat, as its own goals and homes would have it."""

from game.conditions.syntax import Arithmetic, Name, Negative, Node, Number
from game.model.goal import Goal
from game.model.scenario import Scenario
from game.model.seen import owner_of


def helps(scenario: Scenario, side: str, track: str, amount: int) -> bool:
    """Return whether moving *track* by *amount* is good for *side*: by its goals, else by its home."""
    lean = sum(_lean(goal, track) for goal in scenario.sides[side].goals.values())
    if lean == 0:
        lean = 1 if owner_of(track, scenario) == side else 0
    return lean * amount > 0


def _lean(goal: Goal, track: str) -> int:
    """Return +1 where more of *track* serves a graded goal, -1 where less does, else 0."""
    if goal.grade is None:
        return 0
    direction = 1 if goal.high > goal.low else -1
    return direction * _sign(goal.grade.tree, track)


def _sign(node: Node, track: str) -> int:
    """Return whether an expression grows (+1) or falls (-1) with *track*, 0 where it does not say."""
    if isinstance(node, Name):
        return int(node.name == track)
    if isinstance(node, Negative):
        return -_sign(node.item, track)
    if isinstance(node, Arithmetic):
        left, right = _sign(node.left, track), _sign(node.right, track)
        if node.operator == "*" and isinstance(node.left, Number):
            return right if node.left.value > 0 else -right
        return left or (-right if node.operator == "-" else right)
    return 0
