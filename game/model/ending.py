"""Endings: why a game stops (§11)."""

from collections.abc import Mapping

from game.conditions.condition import Condition, Expression
from game.model.base import Piece, SideId, Text, WholePoints


class Ending(Piece):
    """One way the story can end; the first whose condition holds is told."""

    title: Text
    """Name of the ending."""

    text: Text
    """What is told, two or three sober sentences."""

    when: Condition | None = None
    """What must hold; the last ending has no condition."""

    at_once: bool = False
    """Whether it stops the game in the month it becomes true, rather than at the end."""

    chance: Expression | None = None
    """Percent each month, for an ending that stops the game at once."""

    points: Mapping[SideId, WholePoints] = {}
    """A score that replaces all goals, such as the price of war."""

    near_miss: Text = ""
    """What is told when luck averted it."""
