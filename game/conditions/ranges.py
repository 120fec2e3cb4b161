"""What a condition can come to: the numbers it spans, and whether it can hold or fail at all.

Both answers are safe, not sharp: a number outside the interval never comes up, and "always" and
"never" are proofs, while "open" may only mean that no proof was found.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import reduce, singledispatch
from itertools import product

from game.conditions.bounds import LONGEST, MOST_USES
from game.conditions.logic import MIRRORED, OPPOSITE, pairs, plain
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

Range = tuple[int, int]
"""A least and a greatest number."""

Ranges = Mapping[str, Range]
"""What readings span, by name ('tension'), and answers, by question as written ('uses(card)')."""

ANY: Range = (-128, 127)
"""What a name spans of which nothing is known: more than any reading can be."""

COUNTED: Ranges = {
    "uses": (0, MOST_USES),
    "months_since": (0, 2 * LONGEST + 1),
    "months_since_crossed": (0, 2 * LONGEST + 1),
}
"""What the answers span that are numbers; what never happened lies a longest game before the first month."""

SWEEPS = 12
"""How often one narrowing may call for another before the search for a proof is given up."""


def verdict(node: Node, ranges: Ranges) -> bool | None:
    """Return True for a condition that always holds within *ranges*, False for never, None if open."""
    low, high = interval(node, ranges)
    if low == high:
        return bool(low)
    if _impossible(plain(node), ranges):
        return False
    return True if _impossible(plain(node, wanted=False), ranges) else None


def settled(node: Node, ranges: Ranges) -> Node:
    """Return a condition without the parts that *ranges* decide; a truth where they decide the whole."""
    decided = verdict(node, ranges)
    if decided is not None:
        return Truth(node.start, node.end, decided)
    if not isinstance(node, Both | Either):
        return node
    items = tuple(item for each in node.items if not isinstance(item := settled(each, ranges), Truth))
    return items[0] if len(items) == 1 else replace(node, items=items)


def possible(node: Node, ranges: Ranges) -> bool:
    """Return False for a condition that never holds within *ranges*: the half of a verdict that is cheap."""
    return interval(node, ranges)[1] != 0 and not _impossible(plain(node), ranges)


@singledispatch
def interval(node: Node, ranges: Ranges) -> Range:
    """Return the least and greatest number an expression can come to; a truth counts as 0 or 1."""
    raise TypeError(f"{type(node).__name__} is no part of a condition")


@interval.register
def _number(node: Number, ranges: Ranges) -> Range:
    return node.value, node.value


@interval.register
def _truth(node: Truth, ranges: Ranges) -> Range:
    return int(node.value), int(node.value)


@interval.register
def _name(node: Name, ranges: Ranges) -> Range:
    return ranges.get(node.key, ANY)


@interval.register
def _question(node: Question, ranges: Ranges) -> Range:
    return ranges.get(node.key, COUNTED.get(node.function, (0, 1)))


@interval.register
def _negative(node: Negative, ranges: Ranges) -> Range:
    low, high = interval(node.item, ranges)
    return -high, -low


@interval.register
def _fold(node: Fold, ranges: Ranges) -> Range:
    lows, highs = zip(*(interval(item, ranges) for item in node.items), strict=True)
    if node.function == "abs":
        return max(0, lows[0], -highs[0]), max(-lows[0], highs[0])
    pick = min if node.function == "min" else max
    return pick(lows), pick(highs)


@interval.register
def _arithmetic(node: Arithmetic, ranges: Ranges) -> Range:
    left, right = interval(node.left, ranges), interval(node.right, ranges)
    ends = _ENDS[node.operator](left, right)
    return min(ends), max(ends)


def _remainders(left: Range, right: Range) -> Iterable[int]:
    """Return the ends of what is left over after division by one number."""
    by = right[0]
    if left[0] // by == left[1] // by:
        return left[0] % by, left[1] % by
    return 0, by - 1 if by > 0 else by + 1


_ENDS: dict[str, Callable[[Range, Range], Iterable[int]]] = {
    "+": lambda a, b: (a[0] + b[0], a[1] + b[1]),
    "-": lambda a, b: (a[0] - b[1], a[1] - b[0]),
    "*": lambda a, b: [x * y for x, y in product(a, b)],
    "//": lambda a, b: (a[0] // b[0], a[1] // b[0]),
    "%": _remainders,
}


@interval.register
def _comparison(node: Comparison, ranges: Ranges) -> Range:
    spans = [interval(item, ranges) for item in node.items]
    links = [_link(a, sign, b) for a, sign, b in zip(spans, node.operators, spans[1:], strict=False)]
    return min(low for low, _ in links), min(high for _, high in links)


def _link(left: Range, sign: str, right: Range) -> Range:
    """Return whether one comparison surely holds, and whether it possibly does."""
    possible = _cut(left, sign, right) is not None
    sure = _cut(left, OPPOSITE[sign], right) is None
    return int(sure), int(possible)


@interval.register
def _among(node: Among, ranges: Ranges) -> Range:
    item = interval(node.item, ranges)
    links = [_link(item, "==", interval(option, ranges)) for option in node.options]
    return max(low for low, _ in links), max(high for _, high in links)


@interval.register
def _not(node: Not, ranges: Ranges) -> Range:
    low, high = interval(node.item, ranges)
    return 1 - high, 1 - low


@interval.register
def _both(node: Both, ranges: Ranges) -> Range:
    spans = [interval(item, ranges) for item in node.items]
    return min(low for low, _ in spans), min(high for _, high in spans)


@interval.register
def _either(node: Either, ranges: Ranges) -> Range:
    spans = [interval(item, ranges) for item in node.items]
    return max(low for low, _ in spans), max(high for _, high in spans)


def _impossible(node: Node, ranges: Ranges) -> bool:
    """Return whether narrowing *ranges* to where a plain condition holds leaves nothing."""
    for _ in range(SWEEPS):
        narrowed = _narrow(node, ranges)
        if narrowed is None:
            return True
        if narrowed == ranges:
            return False
        ranges = narrowed
    return False


@singledispatch
def _narrow(node: Node, ranges: Ranges) -> Ranges | None:
    """Return *ranges* without some of the readings at which a plain condition fails; None for nothing."""
    return ranges if interval(node, ranges)[1] else None


@_narrow.register
def _narrow_question(node: Question, ranges: Ranges) -> Ranges | None:
    return _held(node, (1, 1), ranges)


@_narrow.register
def _narrow_not(node: Not, ranges: Ranges) -> Ranges | None:
    if isinstance(node.item, Among):
        return _all((_equal(node.item, option, "!=") for option in node.item.options), ranges)
    return _held(node.item, (0, 0), ranges)


@_narrow.register
def _narrow_among(node: Among, ranges: Ranges) -> Ranges | None:
    return _any((_equal(node, option, "==") for option in node.options), ranges)


@_narrow.register
def _narrow_both(node: Both, ranges: Ranges) -> Ranges | None:
    return _all(node.items, ranges)


@_narrow.register
def _narrow_either(node: Either, ranges: Ranges) -> Ranges | None:
    return _any(node.items, ranges)


@_narrow.register
def _narrow_comparison(node: Comparison, ranges: Ranges) -> Ranges | None:
    if len(node.operators) > 1:
        return _all(pairs(node), ranges)
    (left, right), (sign,) = node.items, node.operators
    spans = interval(left, ranges), interval(right, ranges)
    ours, theirs = _cut(spans[0], sign, spans[1]), _cut(spans[1], MIRRORED[sign], spans[0])
    if ours is None or theirs is None:
        return None
    narrowed = _held(left, ours, ranges)
    return None if narrowed is None else _held(right, theirs, narrowed)


def _equal(choice: Among, option: Node, sign: str) -> Comparison:
    return Comparison(choice.start, choice.end, (choice.item, option), (sign,))


def _all(nodes: Iterable[Node], ranges: Ranges) -> Ranges | None:
    """Return *ranges* narrowed to where every node may hold."""
    narrowed: Ranges | None = ranges
    for node in nodes:
        narrowed = None if narrowed is None else _narrow(node, narrowed)
    return narrowed


def _any(nodes: Iterable[Node], ranges: Ranges) -> Ranges | None:
    """Return *ranges* narrowed to where at least one node may hold."""
    found = [narrowed for node in nodes if (narrowed := _narrow(node, ranges)) is not None]
    return reduce(_hull, found) if found else None


def _hull(one: Ranges, other: Ranges) -> Ranges:
    """Return the ranges that span both; a name that only one knows of stays unknown."""
    return {
        key: (min(one[key][0], other[key][0]), max(one[key][1], other[key][1])) for key in one if key in other
    }


def _held(node: Node, span: Range, ranges: Ranges) -> Ranges | None:
    """Return *ranges* with what a name or an answer spans cut down to *span*."""
    if not isinstance(node, Name | Question):
        return ranges
    low, high = interval(node, ranges)
    low, high = max(low, span[0]), min(high, span[1])
    return {**ranges, node.key: (low, high)} if low <= high else None


def _cut(left: Range, sign: str, right: Range) -> Range | None:
    """Return *left* without ends that compare with nothing in *right*; None if nothing is left."""
    low, high = left
    if sign in {"<", "<="}:
        high = min(high, right[1] - (sign == "<"))
    elif sign in {">", ">="}:
        low = max(low, right[0] + (sign == ">"))
    elif sign == "==":
        low, high = max(low, right[0]), min(high, right[1])
    elif right[0] == right[1]:
        low, high = low + (low == right[0]), high - (high == right[0])
    return (low, high) if low <= high else None
