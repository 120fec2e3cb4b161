"""The parts of a condition: a small tree with the place of each part in the text (§4.2).

    or › and › not › comparisons and 'in' › + - › * // % › unary - › numbers, names, questions

The language has no strings, attributes, powers, loops or calls by value: every text is decided in
time that grows with its length, and nothing in it can reach outside the readings.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

MONTH = "month"
"""The name of the month now open, counted from 1."""

QUESTIONS: dict[str, tuple[int, int]] = {
    "played": (1, 1),
    "playing": (1, 1),
    "months_since": (1, 1),
    "uses": (1, 1),
    "in_force": (0, 1),
    "crossed": (1, 1),
    "months_since_crossed": (1, 1),
    "owed": (1, 1),
    "happened": (1, 1),
    "branch": (2, 2),
    "attributed": (1, 1),
    "offered": (1, 1),
}
"""Questions and how many names each takes, least and most."""

COUNTS = frozenset({"months_since", "uses", "months_since_crossed"})
"""Questions answered by a number; the others by yes or no."""

FOLDS: dict[str, tuple[int, int]] = {"min": (2, 100), "max": (2, 100), "abs": (1, 1)}
"""Functions of numbers and how many each takes, least and most."""


class ConditionError(ValueError):
    """A text the language does not read: what is wrong, where, and what to write instead."""

    def __init__(self, message: str, start: int, end: int, hint: str = "") -> None:
        """Note the *message*, the span it is about and a *hint*."""
        super().__init__(message)
        self.message, self.start, self.end, self.hint = message, start, end, hint
        self.more: tuple[ConditionError, ...] = ()
        """What is wrong further on in the same text, where that can be said as well."""


@dataclass(frozen=True)
class Node:
    """A part of a condition, with the span of text it stands for."""

    start: int
    end: int


@dataclass(frozen=True)
class Number(Node):
    """A whole number."""

    value: int


@dataclass(frozen=True)
class Truth(Node):
    """True or false, written out."""

    value: bool


@dataclass(frozen=True)
class Name(Node):
    """A track, the month, or a number that stands beside the readings."""

    name: str

    @property
    def key(self) -> str:
        """Return the name by which its range is known."""
        return self.name


@dataclass(frozen=True)
class Question(Node):
    """A question about what was played, crossed, signed or brought by the calendar."""

    function: str
    args: tuple[Name, ...]

    @property
    def key(self) -> str:
        """Return the question as it is written, the name by which its range is known."""
        return f"{self.function}({', '.join(arg.name for arg in self.args)})"


@dataclass(frozen=True)
class Fold(Node):
    """The least, the greatest or the size of numbers."""

    function: str
    items: tuple[Node, ...]


@dataclass(frozen=True)
class Negative(Node):
    """A number with its sign turned."""

    item: Node


@dataclass(frozen=True)
class Arithmetic(Node):
    """Two numbers and one of + - * // %; a truth among them counts as 1 or 0."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Comparison(Node):
    """A chain of comparisons, each of which must hold."""

    items: tuple[Node, ...]
    operators: tuple[str, ...]


@dataclass(frozen=True)
class Among(Node):
    """Whether a number is one of several."""

    item: Node
    options: tuple[Node, ...]


@dataclass(frozen=True)
class Not(Node):
    """The contrary."""

    item: Node


@dataclass(frozen=True)
class Both(Node):
    """All of several conditions."""

    items: tuple[Node, ...]


@dataclass(frozen=True)
class Either(Node):
    """At least one of several conditions."""

    items: tuple[Node, ...]


Part = TypeVar("Part", bound=Node)


def is_truth(node: Node) -> bool:
    """Return whether a node is a condition rather than a number."""
    if isinstance(node, Question):
        return node.function not in COUNTS
    return isinstance(node, Truth | Comparison | Among | Not | Both | Either)


def names(node: Node) -> tuple[Name, ...]:
    """Return the names of readings and numbers a tree reads, in order, with their places."""
    asked = {id(arg) for question in questions(node) for arg in question.args}
    return tuple(part for part in _parts(node) if isinstance(part, Name) and id(part) not in asked)


def questions(node: Node) -> tuple[Question, ...]:
    """Return the questions a tree asks, in order, with their places."""
    return tuple(part for part in _parts(node) if isinstance(part, Question))


def own(node: Part, side: str) -> Part:
    """Return a tree in which 'self' is *side*: self.resolve reads washington.resolve."""
    if isinstance(node, Name):
        name = f"{side}.{node.name.removeprefix('self.')}" if node.name.startswith("self.") else node.name
        return replace(node, name=name)
    inner = {name: _owned(value, side) for name, value in vars(node).items()}
    return replace(node, **inner)


def _owned(value: Any, side: str) -> Any:
    """Return what a node holds with 'self' resolved in it."""
    if isinstance(value, tuple):
        return tuple(_owned(each, side) for each in value)
    return own(value, side) if isinstance(value, Node) else value


def _parts(node: Node) -> Iterator[Node]:
    """Yield a node and every node inside it, outermost first."""
    yield node
    for value in vars(node).values():
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Node):
                yield from _parts(item)
