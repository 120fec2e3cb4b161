"""The stretch of a line a finding points at: a key, a value, or a part of a text."""

from collections.abc import Sequence
from typing import NamedTuple

from game.located.inside import place_inside
from game.located.locate import Spot
from game.located.node import Node, Scalar


class Extent(NamedTuple):
    """A stretch of one line."""

    line: int
    column: int
    span: int


def value_or_key(spot: Spot) -> Extent:
    """Return where a value stands; its key, where the value is empty or begins on a later line."""
    node, key = spot.node, spot.key
    if key is None:
        return whole(node)
    if isinstance(node, Scalar):
        return whole(node if node.written else key)
    return whole(node if node.line == key.line else key)


def whole(node: Node) -> Extent:
    """Return the place of a node; a key or value on one line in all its length."""
    if isinstance(node, Scalar) and node.line == node.end_line:
        return Extent(node.line, node.column, max(node.end_column - node.column, 1))
    return Extent(node.line, node.column, 1)


def stretch(scalar: Scalar, lines: Sequence[str], start: int, end: int) -> Extent:
    """Return the place of a part of a text, from offset *start* to before offset *end*."""
    line, column = place_inside(scalar, lines, start)
    last_line, last = place_inside(scalar, lines, max(end - 1, start))
    return Extent(line, column, last - column + 1 if last_line == line else 1)
