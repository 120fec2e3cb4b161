"""Compiling: a condition's tree to one numpy function over a board or a view.

Nothing an author wrote is ever evaluated as code: the text was read into a tree of our own, and
only words written here, row numbers and whole numbers go into the function.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from game.model.condition import Condition, Expression
from game.model.syntax import (
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
)
from game.rules.rule import Holds
from game.rules.rule import Number as Gives

MONTH = "month"
"""The name by which conditions read the month now open, from 1."""


def compile_condition(condition: Condition, rows: Mapping[str, int], side: str | None = None) -> Holds:
    """Return a function from a board to truths of shape (tables,), or one truth if it reads nothing.

    *rows* gives the row of each track in sight; a name outside is a KeyError.  'self' is *side*.
    """
    writer = _Writer(rows, side, ())
    return _made(writer, writer.write(condition.tree))


def compile_expression(
    expression: Expression, rows: Mapping[str, int], side: str | None = None, extra: tuple[str, ...] = ()
) -> Gives:
    """Return a function from a board to int32 numbers of shape (tables,), or one number.

    *extra* names numbers that stand beside the readings, asked of the board by `value`.
    """
    writer = _Writer(rows, side, extra)
    code = writer.write(expression.tree)
    return _made(writer, f"asarray({code}, int32)")


def _made(writer: "_Writer", code: str) -> Callable[[Any], Any]:
    """Return the function that *code*, written from a tree, stands for."""
    scope: dict[str, Any] = {"__builtins__": {}, **_WORDS, **writer.constants}
    return eval(f"lambda b: {code}", scope)  # noqa: S307  our own words and numbers only


_WORDS = {
    "minimum": np.minimum,
    "maximum": np.maximum,
    "absolute": np.absolute,
    "logical_not": np.logical_not,
    "asarray": np.asarray,
    "int32": np.int32,
    "one": np.int32(1),
}


@dataclass
class _Writer:
    """Writes the code of a tree, one kind of node a method."""

    rows: Mapping[str, int]
    side: str | None
    extra: tuple[str, ...]
    constants: dict[str, Any] = field(default_factory=dict)

    def write(self, node: Node) -> str:
        kinds: dict[type[Node], Callable[[Any], str]] = {
            Number: lambda n: str(n.value),
            Truth: lambda n: f"({n.value})",
            Name: self.name,
            Question: self.question,
            Fold: self.fold,
            Negative: lambda n: f"(-{self.wide(n.item)})",
            Arithmetic: lambda n: f"({self.wide(n.left)} {n.operator} {self.wide(n.right)})",
            Comparison: self.comparison,
            Among: lambda n: self.joined(
                " | ", [f"({self.write(n.item)} == {self.write(o)})" for o in n.options]
            ),
            Not: lambda n: f"logical_not({self.write(n.item)})",
            Both: lambda n: self.joined(" & ", [self.write(i) for i in n.items]),
            Either: lambda n: self.joined(" | ", [self.write(i) for i in n.items]),
        }
        return kinds[type(node)](node)

    def wide(self, node: Node) -> str:
        """Return the code of a number wide enough for any arithmetic the language can write."""
        return self.write(node) if isinstance(node, Number) else f"(one * {self.write(node)})"

    def name(self, node: Name) -> str:
        name = self.full(node.name)
        if name == MONTH:
            return "b.month"
        if name in self.extra:
            return f"b.value({self.constant(name)})"
        return f"b.readings[{self.rows[name]}]"

    def question(self, node: Question) -> str:
        args = tuple(self.full(arg.name) for arg in node.args)
        return f"b.ask({self.constant(node.function)}, {self.constant(args)})"

    def fold(self, node: Fold) -> str:
        items = [self.wide(item) for item in node.items]
        if node.function == "abs":
            return f"absolute({items[0]})"
        word = "minimum" if node.function == "min" else "maximum"
        code = items[0]
        for item in items[1:]:
            code = f"{word}({code}, {item})"
        return code

    def comparison(self, node: Comparison) -> str:
        items = [self.write(item) for item in node.items]
        pairs = zip(items, node.operators, items[1:], strict=False)
        return self.joined(" & ", [f"({left} {sign} {right})" for left, sign, right in pairs])

    def joined(self, sign: str, codes: list[str]) -> str:
        return codes[0] if len(codes) == 1 else f"({sign.join(codes)})"

    def full(self, name: str) -> str:
        """Return a name with 'self' replaced by the side it stands for."""
        own = self.side is not None and name.startswith("self.")
        return f"{self.side}.{name.removeprefix('self.')}" if own else name

    def constant(self, value: Any) -> str:
        """Return the code word under which a name or names are handed to the function."""
        word = f"c{len(self.constants)}"
        self.constants[word] = value
        return word
