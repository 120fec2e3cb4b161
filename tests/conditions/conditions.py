"""Random conditions, and a small evaluator that says what they should come to."""

import operator
from collections.abc import Callable, Mapping
from itertools import pairwise
from random import Random

from game.conditions.syntax import (
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

NAMES = ("tension", "west.alarm", "신뢰", "month")
TRUTHS = ("played(test)", "in_force()", "branch(vote, stays)")
COUNTS = ("uses(test)", "months_since(low)")

State = Mapping[str, int]
"""What each name and each question, as written, stands at."""

SIGNS: Mapping[str, Callable[[int, int], int]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "//": operator.floordiv,
    "%": operator.mod,
}
FOLDS: Mapping[str, Callable[[list[int]], int]] = {"min": min, "max": max, "abs": lambda items: abs(items[0])}
COMPARED = ("==", "!=", "<", "<=", ">", ">=")


def value(node: Node, state: State) -> int:
    """Return what a tree comes to in one state, by plain whole-number arithmetic."""
    match node:
        case Number() | Truth():
            return int(node.value)
        case Name() | Question():
            return state[node.key]
        case Negative():
            return -value(node.item, state)
        case Not():
            return int(not value(node.item, state))
        case Arithmetic():
            return SIGNS[node.operator](value(node.left, state), value(node.right, state))
        case _:
            return _many(node, state)


def _many(node: Node, state: State) -> int:
    match node:
        case Fold():
            return FOLDS[node.function]([value(item, state) for item in node.items])
        case Comparison():
            links = zip(pairwise([value(item, state) for item in node.items]), node.operators, strict=True)
            return int(all(SIGNS[sign](left, right) for (left, right), sign in links))
        case Among():
            return int(value(node.item, state) in [value(option, state) for option in node.options])
        case Both():
            return int(all(value(item, state) for item in node.items))
        case Either():
            return int(any(value(item, state) for item in node.items))
    raise TypeError(node)


def a_truth(luck: Random, depth: int = 3) -> str:
    """Return the text of a random condition."""
    if depth == 0:
        return luck.choice(
            [*TRUTHS, f"{luck.choice(NAMES)} {luck.choice(COMPARED)} {luck.randint(-3, 9)}", "true"]
        )
    inner = depth - 1
    kinds: list[Callable[[], str]] = [
        lambda: f"({a_truth(luck, inner)} and {a_truth(luck, inner)})",
        lambda: f"({a_truth(luck, inner)} or {a_truth(luck, inner)} or {a_truth(luck, 0)})",
        lambda: f"(not {a_truth(luck, inner)})",
        lambda: f"({a_number(luck, inner)} {luck.choice(COMPARED)} {a_number(luck, inner)})",
        lambda: (
            f"({a_number(luck, 0)} {luck.choice(COMPARED)} {a_number(luck, inner)} <= {a_number(luck, 0)})"
        ),
        lambda: f"({a_number(luck, inner)} in ({luck.randint(-3, 9)}, {a_number(luck, 0)}))",
        lambda: f"({a_truth(luck, inner)} {luck.choice(('==', '!='))} {a_truth(luck, 0)})",
    ]
    return luck.choice(kinds)()


def a_number(luck: Random, depth: int = 3) -> str:
    """Return the text of a random whole-number expression."""
    if depth == 0:
        return luck.choice([*NAMES, *COUNTS, str(luck.choice((0, 1, 2, 5, 40, 127, 300)))])
    inner = depth - 1
    kinds: list[Callable[[], str]] = [
        lambda: f"({a_number(luck, inner)} {luck.choice('+-*')} {a_number(luck, inner)})",
        lambda: f"({a_number(luck, inner)} {luck.choice(('//', '%'))} {luck.choice((-3, -1, 1, 2, 7))})",
        lambda: f"(-{a_number(luck, inner)})",
        lambda: f"{luck.choice(('min', 'max'))}({a_number(luck, inner)}, {a_number(luck, 0)})",
        lambda: f"abs({a_number(luck, inner)})",
        lambda: f"({luck.randint(1, 30)} * {a_truth(luck, inner)})",
        lambda: f"({a_truth(luck, 0)} + {a_truth(luck, 0)})",
    ]
    return luck.choice(kinds)()
