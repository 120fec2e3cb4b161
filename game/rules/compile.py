"""Compiling: a condition's tree to one numpy function over a board or a view.

Nothing an author wrote is ever run as code: the text was read into a tree of our own, and only
words written here, row numbers and whole numbers go into the function. Names and arguments are
handed over as constants.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from game.conditions.condition import Condition, Expression
from game.conditions.ranges import Ranges, interval
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
    names,
    own,
    questions,
)

Truths = NDArray[np.bool_]
"""A truth for each table, shape (tables,)."""

Amounts = NDArray[np.int32]
"""A whole number for each table, shape (tables,)."""


NOTHING: Ranges = {}
"""Where no numbers stand beside the readings."""


class Readable(Protocol):
    """What compiled conditions read: a board, a view, or what stands in for one."""

    @property
    def readings(self) -> NDArray[np.int8]:
        """Return the readings, shape (tracks, tables)."""

    @property
    def month(self) -> int:
        """Return the month now open."""

    def ask(self, function: str, args: tuple[str, ...]) -> NDArray[Any]:
        """Return the answer to a question, whole numbers or truths of shape (tables,)."""


def compile_condition(
    condition: Condition, rows: Mapping[str, int], side: str | None = None
) -> Callable[[Readable], Truths]:
    """Return a function from a board to truths, always of shape (tables,).

    *rows* gives the row of each track in sight; a name outside is a KeyError. 'self' is *side*.
    The array is the caller's to change, except where the condition is one bare question.
    """
    return _compiled(condition.tree, rows, side, NOTHING, "full(b.readings.shape[-1], {})", "{}")


def compile_expression(
    expression: Expression, rows: Mapping[str, int], side: str | None = None, extra: Ranges = NOTHING
) -> Callable[[Readable], Amounts]:
    """Return a function from a board to int32 numbers, always of shape (tables,).

    *extra* tells what the numbers span that stand beside the readings, asked by `value` of what is read; an
    expression that reads one of them has the shape that `value` gives.
    """
    whole = "full(b.readings.shape[-1], {}, int32)"
    return _compiled(expression.tree, rows, side, extra, whole, "asarray({}, int32)")


def _compiled(
    tree: Node, rows: Mapping[str, int], side: str | None, extra: Ranges, alone: str, varied: str
) -> Callable[[Readable], Any]:
    """Return the function of a tree; *alone* shapes the result of one that reads no table."""
    tree = tree if side is None else own(tree, side)
    writer = _Writer(rows, extra)
    result = writer.write(tree)
    varies = questions(tree) or any(name.name != MONTH for name in names(tree))
    return writer.function((varied if varies else alone).format(result))


_NUMPY: dict[str, Any] = {
    word: getattr(np, word)
    for word in (
        "add", "subtract", "multiply", "floor_divide", "remainder", "minimum", "maximum",
        "absolute", "negative", "logical_not", "asarray", "full", "int8", "int16", "int32",
    )
}  # fmt: skip

_OPERATIONS = {"+": "add", "-": "subtract", "*": "multiply", "//": "floor_divide", "%": "remainder"}
_FOLDS = {"min": "minimum", "max": "maximum", "abs": "absolute"}


@dataclass
class _Writer:
    """Writes a tree as lines of one assignment each, one kind of node a method; nothing twice."""

    rows: Mapping[str, int]
    extra: Ranges
    lines: dict[str, str] = field(default_factory=dict)
    """The variable that each piece of code written so far is assigned to."""
    constants: dict[str, Any] = field(default_factory=dict)

    def write(self, node: Node) -> str:
        """Return the variable or the literal that stands for a node."""
        kinds: dict[type[Node], Callable[[Any], str]] = {
            Number: lambda n: str(n.value),
            Truth: lambda n: str(n.value),
            Name: self.name,
            Question: self.question,
            Fold: self.fold,
            Negative: lambda n: self.wide("negative", n, self.write(n.item), n.item),
            Arithmetic: self.arithmetic,
            Comparison: self.comparison,
            Among: self.among,
            Not: lambda n: self.line(f"logical_not({self.write(n.item)})"),
            Both: lambda n: self.joined("&", [self.write(item) for item in n.items]),
            Either: lambda n: self.joined("|", [self.write(item) for item in n.items]),
        }
        return kinds[type(node)](node)

    def function(self, result: str) -> Callable[[Readable], Any]:
        """Return the function of all lines written, which returns *result*."""
        lines = [f"{word} = {code}" for code, word in self.lines.items()]
        source = "\n ".join(["def found(b):", *lines, f"return {result}"])
        scope: dict[str, Any] = {"__builtins__": {}, **_NUMPY, **self.constants}
        exec(source, scope)  # noqa: S102  our own words, row numbers and whole numbers only
        return scope["found"]

    def line(self, code: str) -> str:
        """Return the variable that *code* is assigned to."""
        return self.lines.setdefault(code, f"v{len(self.lines)}")

    def name(self, node: Name) -> str:
        if node.name == MONTH:
            return self.line("b.month")
        if node.name in self.extra:
            return self.line(f"b.value({self.known(node.name)})")
        return self.line(f"b.readings[{self.rows[node.name]:d}]")

    def question(self, node: Question) -> str:
        args = tuple(arg.name for arg in node.args)
        return self.line(f"b.ask({self.known(node.function)}, {self.known(args)})")

    def known(self, value: object) -> str:
        """Return the word by which the function knows a name or names."""
        held = next((word for word, each in self.constants.items() if each == value), "")
        word = held or f"c{len(self.constants)}"
        self.constants[word] = value
        return word

    def wide(self, operation: str, node: Node, codes: str, *inner: Node) -> str:
        """Return an operation in the narrowest integers that hold its numbers and its result."""
        low, high = zip(*(interval(each, self.extra) for each in (node, *inner)), strict=True)
        width = next(each for each in ("int8", "int16", "int32") if _holds(each, min(low), max(high)))
        return self.line(f"{operation}({codes}, dtype={width})")

    def arithmetic(self, node: Arithmetic) -> str:
        codes = f"{self.write(node.left)}, {self.write(node.right)}"
        return self.wide(_OPERATIONS[node.operator], node, codes, node.left, node.right)

    def fold(self, node: Fold) -> str:
        first, *others = (self.write(item) for item in node.items)
        if not others:
            return self.wide("absolute", node, first, *node.items)
        for other in others:
            first = self.wide(_FOLDS[node.function], node, f"{first}, {other}", *node.items)
        return first

    def comparison(self, node: Comparison) -> str:
        links = zip(pairwise([self.write(item) for item in node.items]), node.operators, strict=True)
        return self.joined("&", [self.line(f"{left} {sign} {right}") for (left, right), sign in links])

    def among(self, node: Among) -> str:
        item = self.write(node.item)
        return self.joined("|", [self.line(f"{item} == {self.write(each)}") for each in node.options])

    def joined(self, sign: str, words: list[str]) -> str:
        return words[0] if len(words) == 1 else self.line(f" {sign} ".join(words))


def _holds(width: str, low: int, high: int) -> bool:
    """Return whether integers of a width hold all numbers from *low* to *high*."""
    ends = np.iinfo(width)
    return bool(ends.min <= low and high <= ends.max)
