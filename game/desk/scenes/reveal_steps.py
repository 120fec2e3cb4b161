"""The steps of a reveal: the sheets turn over, then the crossings, then everything that changed."""

from __future__ import annotations

from enum import IntEnum

from game.desk.kit.widgets.turn_over import APART, LASTS


class Step(IntEnum):
    """How much of a month has been turned over."""

    SHEETS = 0
    CROSSINGS = 1
    ALL = 2


class Steps:
    """Where a reveal stands; it goes on by itself, and can be skipped."""

    def __init__(self, sheets: int, crossings: bool, moving: bool) -> None:
        turned = sheets * (LASTS + APART) + 0.3
        self._ends = (turned, turned + (1.4 if crossings else 0.5))
        self._gone = 0.0
        self.at = Step.SHEETS if moving else Step.ALL

    @property
    def over(self) -> bool:
        """Whether all has been turned over."""
        return self.at is Step.ALL

    def advance(self, seconds: float) -> tuple[Step, ...]:
        """Let time pass; return the steps that were reached."""
        self._gone += seconds
        reached = []
        while not self.over and self._gone >= self._ends[self.at]:
            self.at = Step(self.at + 1)
            reached.append(self.at)
        return tuple(reached)

    def skip(self) -> None:
        """Turn over all that is left at once."""
        self.at = Step.ALL
