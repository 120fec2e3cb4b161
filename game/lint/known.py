"""Known: what every track spans and which questions may be answered by yes, so far."""

from collections.abc import Container, Mapping

from game.conditions.bounds import LONGEST
from game.conditions.condition import Expression
from game.conditions.ranges import COUNTED, Range, interval, possible
from game.conditions.syntax import MONTH, Node, Question, names, own
from game.lint.conditions import Loc, expressions
from game.lint.spans import Spans
from game.model.scenario import Scenario

NOT_YET: Range = (LONGEST + 1, COUNTED["months_since"][1])
"""The months since something that has not happened."""

NO: Range = (0, 0)


class Possible:
    """What can be by now: it only ever widens, so what was once possible stays so."""

    def __init__(self, scenario: Scenario, moved: Container[str]) -> None:
        """Start before the first month; a track that is not *moved* is a switch and may be set anywhere."""
        self.scenario = scenario
        self.ranges: dict[str, Range] = {
            name: (track.start, track.start) if name in moved else track.range
            for name, track in scenario.tracks.items()
        }
        self.reached: set[Loc] = set()
        """Everything that can have come to pass, by where it stands in the scenario."""
        self.held: set[Loc] = set()
        """Everything whose condition can have held, whether or not it came to pass."""
        self._asked = _asked(scenario)
        self.ranges |= {key: _closed(question) for key, question in self._asked.items()}
        self._trees: dict[tuple[str, str | None], Node] = {}
        self._months: dict[tuple[str, str | None], bool] = {}
        self._failed: dict[Loc, int] = {}
        self._version = 0

    def tree(self, expression: Expression, side: str | None) -> Node:
        """Return an expression's tree, 'self' resolved."""
        asked = (expression.text, side)
        if asked not in self._trees:
            self._trees[asked] = expression.tree if side is None else own(expression.tree, side)
        return self._trees[asked]

    def at(self, month: int) -> None:
        """Turn to *month*."""
        self.ranges[MONTH] = (month, month)

    def able(self, loc: Loc, condition: Expression | None, side: str | None = None) -> bool:
        """Return whether what stands at *loc* can come to pass now, and remember that it can."""
        if self.could(loc, condition, side):
            self.reached.add(loc)
            return True
        return False

    def could(self, loc: Loc, condition: Expression | None, side: str | None = None) -> bool:
        """Return whether the condition of what stands at *loc* can hold now, and remember that it can."""
        if condition is None:
            return True
        tree = self.tree(condition, side)
        dated = self._dated(condition, tree, side)
        if not dated and (loc in self.held or self._failed.get(loc) == self._version):
            return loc in self.held
        if not possible(tree, self.ranges):
            self._failed[loc] = self._version
            return False
        self.held.add(loc)
        return True

    def never_held(self, loc: Loc) -> bool:
        """Return whether the condition of what stands at *loc* was asked for and could never hold."""
        return loc in self._failed and loc not in self.held

    def _dated(self, condition: Expression, tree: Node, side: str | None) -> bool:
        """Return whether a condition reads the month, so that it may hold now and not later."""
        asked = (condition.text, side)
        if asked not in self._months:
            self._months[asked] = any(name.name == MONTH for name in names(tree))
        return self._months[asked]

    def span(self, amount: Expression | int | None, side: str | None = None, otherwise: int = 100) -> Range:
        """Return the least and greatest number an amount can come to now."""
        if amount is None:
            return otherwise, otherwise
        if isinstance(amount, int):
            return amount, amount
        return interval(self.tree(amount, side), self.ranges)

    def moves(self, effects: Mapping[str, Expression | int], side: str | None = None) -> Spans:
        """Return how far an effects block can move each track."""
        return {track: self.span(amount, side) for track, amount in effects.items()}

    def open(self, function: str, *arguments: str) -> None:
        """Let a question be answered by yes from now on."""
        key = f"{function}({', '.join(arguments)})"
        if key in self.ranges and self.ranges[key] == _closed(self._asked[key]):
            self.ranges[key] = COUNTED.get(self._asked[key].function, (0, 1))
            self._version += 1

    def bound(self, key: str, most: int) -> None:
        """Hold the answer to a question, once it is open, to a greatest number."""
        if key in self.ranges:
            self.ranges[key] = (0, most)

    def settle(self, spans: Spans) -> None:
        """Widen every track by the moves of a phase, held to its range."""
        for track, (low, high) in spans.items():
            before = self.ranges[track]
            after = _widened(before, (low, high), self.scenario.tracks[track].range)
            if after != before:
                self.ranges[track] = after
                self._version += 1


def _asked(scenario: Scenario) -> dict[str, Question]:
    """Return every question that any condition of a scenario asks, as it is written."""
    found = (usage.expression.questions for usage in expressions(scenario))
    return {question.key: question for asked in found for question in asked}


def _closed(question: Question) -> Range:
    return NOT_YET if question.function.startswith("months_since") else NO


def _widened(span: Range, move: Range, ends: Range) -> Range:
    """Return a track's span after moves, held to its range (§3.5)."""
    low, high = span[0] + min(move[0], 0), span[1] + max(move[1], 0)
    return max(ends[0], min(span[0], low)), min(ends[1], max(span[1], high))
