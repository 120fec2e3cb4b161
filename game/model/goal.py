"""Goals: what a side is scored on, open and secret (§11.4)."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from game.conditions.condition import Condition, Expression
from game.model.base import Cited, Measured, Text, WholePoints


class Goal(Cited):
    """Points a side may win, met or missed at the end, or graded between two readings."""

    text: Text
    """The goal in one sentence."""

    points: Annotated[WholePoints, Field(gt=0)]
    """What it is worth at most."""

    when: Condition | None = None
    """What must hold at the end, for a goal that is met or missed."""

    grade: Expression | None = None
    """What is measured, for a graded goal: an expression over tracks."""

    low: Measured = 0
    """The measure that is worth nothing."""

    high: Measured = 0
    """The measure that is worth all points; below *low* where less is better."""

    secret: bool = False
    """Whether it is one of the side's secret goals, of which each game draws one."""

    @model_validator(mode="after")
    def _is_met_or_graded(self) -> Self:
        if (self.when is None) == (self.grade is None):
            raise ValueError("a goal has either 'when' or 'grade'")
        if self.grade is not None and self.low == self.high:
            raise ValueError("a graded goal needs a 'low' and a 'high' that differ")
        return self
