"""Sides: who plays, and what each wants (§1, §11.4)."""

from collections.abc import Mapping
from enum import StrEnum

from game.model.base import Piece, Text
from game.model.goal import Goal


class MarkShape(StrEnum):
    """The shape that stands for a side wherever colour may fail."""

    SQUARE = "square"
    DIAMOND = "diamond"
    CIRCLE = "circle"


class Side(Piece):
    """One of the governments at the table."""

    label: Text
    """Name on screen."""

    letter: Text
    """One letter inside its mark."""

    mark: MarkShape
    """Its shape."""

    office: Text
    """Whom the player speaks for: an office, never a person."""

    summary: Text
    """What it wants and fears, in one sentence."""

    goals: Mapping[str, Goal]
    """What it is scored on, about 100 points in all."""
