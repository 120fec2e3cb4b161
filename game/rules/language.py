"""Language: turns what a scenario says into rules over rows and tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from game.conditions.bounds import LONGEST
from game.conditions.condition import Condition, Expression
from game.conditions.ranges import Ranges, possible
from game.conditions.syntax import MONTH, names
from game.model.base import Cited
from game.model.effect import Branch, Effect
from game.rules.cause import Cause, CauseKind
from game.rules.dice import key
from game.rules.formula import NOTHING, Formula, formula
from game.rules.index import Index
from game.rules.rule import Chance, Fork, Move, Rule, Way


@dataclass(frozen=True)
class Language:
    """Compiles conditions, moves and chances against one index."""

    index: Index
    """The rows names stand for."""

    compiled: dict[tuple[str, str | None], Formula] = field(default_factory=dict, compare=False)
    """Conditions compiled before, by their text and side, so that equal ones are one formula."""

    def holds(self, condition: Condition | None, side: str | None = None) -> Formula | None:
        """Return the compiled condition, none for one that always holds; 'self' is *side*."""
        if condition is None:
            return None
        asked = (condition.text, side)
        if asked not in self.compiled:
            self.compiled[asked] = formula(condition, self.index, side)
        return self.compiled[asked]

    def number(
        self, expression: Expression, side: str | None = None, extra: Ranges = NOTHING
    ) -> int | Formula:
        """Return the compiled expression, a plain number where it is one."""
        if expression.constant is not None:
            return expression.constant
        return formula(expression, self.index, side, extra)

    def moves(self, effects: Mapping[str, Any], side: str | None = None, sign: int = 1) -> tuple[Move, ...]:
        """Return the moves of an effects block; *sign* -1 makes a price of it."""
        return tuple(
            Move(
                self.index.tracks[track],
                sign * amount if isinstance(amount, int) else self.number(amount, side),
            )
            for track, amount in effects.items()
        )

    def chance(self, name: str, percent: Expression | int | None, side: str | None = None) -> Chance | None:
        """Return the named chance, none for a certainty."""
        if percent is None:
            return None
        number = percent if isinstance(percent, int) else self.number(percent, side)
        return Chance(name, key(name), number)

    def rule(self, effect: Effect, cause: Cause, name: str, side: str | None = None) -> Rule:
        """Return the rule an effect block stands for, told in its own words."""
        return Rule(
            cause=replace(cause, why=effect.why, cites=tuple(dict.fromkeys((*cause.cites, *effect.cites)))),
            moves=self.moves(effect.effects, side),
            holds=self.holds(effect.when, side),
            chance=self.chance(name, effect.chance, side),
            season=None if effect.when is None else season(effect.when),
        )

    def fork(self, branches: Mapping[str, Branch], cause: Cause, name: str) -> Fork | None:
        """Return the fork that *branches* stand for, none without any."""
        if not branches:
            return None
        ways = tuple(
            Way(
                id=branch_id,
                cause=replace(cause, title=branch.title, why=branch.why or f"{branch.title}."),
                moves=self.moves(branch.effects),
                percent=None if branch.chance is None else self.number(branch.chance),
                leaves=branch.leaves,
            )
            for branch_id, branch in branches.items()
        )
        return Fork(Chance(name, key(name), 100), ways)


@lru_cache(maxsize=512)
def season(condition: Condition) -> frozenset[int] | None:
    """Return the months in which *condition* can hold, none if it does not read the calendar."""
    if all(name.name != MONTH for name in names(condition.tree)):
        return None
    months = range(1, LONGEST + 1)
    return frozenset(m for m in months if possible(condition.tree, {MONTH: (m, m)}))


def cause_of(kind: CauseKind, name: str, piece: Cited, title: str, rule: str, why: str, **more: Any) -> Cause:
    """Return the cause that a cited piece of the scenario gives."""
    return Cause(kind, name, title, rule, why, cites=piece.cites, tag=piece.tag.value, **more)
