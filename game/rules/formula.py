"""Formulas: conditions and expressions put down as words, and read at once where they are asked (§4.2).

There is one way from a tree to words; the rules of a month, what a card asks for, what a goal is worth and
what a temperament looks at all take it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce, singledispatchmethod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.conditions.condition import Condition, Expression
from game.conditions.ranges import Ranges
from game.conditions.syntax import (
    MONTH,
    Among,
    Arithmetic,
    Both,
    Comparison,
    Either,
    Fold,
    Name,
    Negative,
    Node,
    Not,
    Number,
    Question,
    Truth,
    is_truth,
    own,
)
from game.rules.index import Index
from game.rules.machine import Machine
from game.rules.state import NEVER
from game.rules.value import Operand, Value, least, most, no, same, unit
from game.rules.writer import Writer

NOTHING: Ranges = {}
"""Where no numbers stand beside the readings."""


@dataclass(frozen=True, eq=False)
class Formula:
    """A condition or an expression over rows; called on tables or on a view it gives an answer for each."""

    tree: Node
    """What it says, no 'self' left in it."""

    index: Index
    """The rows that its names stand for."""

    extra: Ranges = field(default_factory=dict)
    """What the numbers span that stand beside the readings."""

    def put_down(self, to: Writer) -> Operand:
        """Put it down as words, and return what it comes to."""
        return Reader(to, self.index, self.extra).read(self.tree)

    def __call__(self, state: Any) -> NDArray[Any]:
        """Return what it comes to at every table of *state*: truths, or whole numbers of 32 bits.

        The array is the caller's to change.
        """
        found = self._machine.read_off(state)
        return found if is_truth(self.tree) else found.astype(np.int32)

    @cached_property
    def _machine(self) -> Machine:
        to = Writer()
        to.hand_over(to.value(self.put_down(to)))
        return Machine(to.program())


def formula(
    said: Condition | Expression, index: Index, side: str | None = None, extra: Ranges = NOTHING
) -> Formula:
    """Return what is *said*, over the rows of *index*; 'self' is *side*, a name outside is a KeyError.

    *extra* tells what the numbers span that stand beside the readings, asked by `value` of what is read.
    """
    found = Formula(said.tree if side is None else own(said.tree, side), index, extra)
    found.put_down(Writer())
    return found


@dataclass(frozen=True)
class Reader:
    """Reads a tree to a writer, one kind of part a method."""

    to: Writer
    index: Index
    extra: Ranges

    @singledispatchmethod
    def read(self, node: Node) -> Operand:
        """Return what a part of a condition comes to."""
        raise TypeError(f"{type(node).__name__} is no part of a condition")

    def number(self, node: Node) -> Operand:
        """Return a part as a number; a truth counts as 1 or 0."""
        return unit(self.read(node))

    @read.register
    def _number(self, node: Number) -> Operand:
        return node.value

    @read.register
    def _truth(self, node: Truth) -> Operand:
        return bool(node.value)

    @read.register
    def _name(self, node: Name) -> Operand:
        if node.name == MONTH:
            return self.to.month
        if node.name in self.extra:
            return self.to.input(("value", node.name), self.extra[node.name])
        return self.to.row("readings", self.index.tracks[node.name])

    @read.register
    def _question(self, node: Question) -> Operand:
        return QUESTIONS[node.function](self, *(arg.name for arg in node.args))

    @read.register
    def _fold(self, node: Fold) -> Operand:
        items = [self.number(item) for item in node.items]
        if node.function == "abs":
            return most(items[0], -items[0])
        return reduce(least if node.function == "min" else most, items)

    @read.register
    def _negative(self, node: Negative) -> Operand:
        return -self.number(node.item)

    @read.register
    def _arithmetic(self, node: Arithmetic) -> Operand:
        left, right = self.number(node.left), self.number(node.right)
        return ARITHMETIC[node.operator](left, right)

    @read.register
    def _comparison(self, node: Comparison) -> Operand:
        items = [self.number(item) for item in node.items]
        links = zip(items, node.operators, items[1:], strict=False)
        return self.to.all_of(*(COMPARED[sign](left, right) for left, sign, right in links))

    @read.register
    def _among(self, node: Among) -> Operand:
        item = self.number(node.item)
        return self.to.any_of(same(item, self.number(option)) for option in node.options)

    @read.register
    def _not(self, node: Not) -> Operand:
        return no(self.read(node.item))

    @read.register
    def _both(self, node: Both) -> Operand:
        return self.to.all_of(*map(self.read, node.items))

    @read.register
    def _either(self, node: Either) -> Operand:
        return self.to.any_of(map(self.read, node.items))

    def latest(self, card: str) -> Operand:
        """Return the month a card, kind or scale was last played; an act pinned down counts from then."""
        months: list[Operand] = [self.to.row("last", row) for row in self.index.card_rows(card)]
        if card == "low":
            months += [self.to.row("pinned", row) for row in range(len(self.index.deniable))]
        return reduce(most, months) if months else NEVER

    def line(self, array: str, line: str) -> Value:
        """Return the row of a redline in an array."""
        return self.to.row(array, self.index.lines[line])

    def uses(self, card: str) -> Operand:
        """Return how often a card, or the cards of a kind or scale together, were played."""
        rows = self.index.card_rows(card)
        return sum((self.to.row("uses", row) for row in rows), start=0)

    def in_force(self, package: str | None = None) -> Operand:
        """Return where an agreement is in force, or one with the terms of a package."""
        terms = self.to.row("terms")
        return terms > -1 if package is None else terms.equals(self.index.packages[package])

    def branch(self, event: str, branch: str) -> Operand:
        """Return where an event took a branch."""
        number = self.index.branches[event].index(branch) + 1
        return self.to.row("branch", self.index.events[event]).equals(number)


ARITHMETIC: Mapping[str, Callable[[Any, Any], Operand]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "//": lambda a, b: a // b,
    "%": lambda a, b: a % b,
}

COMPARED: Mapping[str, Callable[[Any, Any], Operand]] = {
    "==": same,
    "!=": lambda a, b: no(same(a, b)),
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}

QUESTIONS: Mapping[str, Callable[..., Operand]] = {
    "played": lambda r, card: COMPARED[">"](r.latest(card), 0),
    "playing": lambda r, card: same(r.latest(card), r.to.month),
    "months_since": lambda r, card: r.to.month - r.latest(card),
    "uses": Reader.uses,
    "in_force": Reader.in_force,
    "crossed": lambda r, line: r.line("crossed", line) > 0,
    "months_since_crossed": lambda r, line: r.to.month - r.line("crossed", line),
    "owed": lambda r, line: no(r.line("owed", line).equals(0)),
    "happened": lambda r, event: r.to.row("branch", r.index.events[event]) > 0,
    "branch": Reader.branch,
    "attributed": lambda r, card: r.to.row("pinned", r.index.deniable[card]) > 0,
    "offered": lambda r, side: r.to.row("offers", r.index.principals[side]) > -1,
}
"""How each question of the condition language is answered."""
