"""The stretch of a line a finding points at: a key, a value, or a part of a text, counted in the file."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.located.locate import Reached
from game.located.node import Node, Scalar

Place = tuple[int, int]
ESCAPES = {"x": 4, "u": 6, "U": 10}
BLANK_ESCAPES = "tnrvf \t_NLP"


def place_inside(scalar: Scalar, lines: Sequence[str], offset: int) -> Place:
    """Return the line and column of the character at *offset* of a scalar's text.

    Folding and indenting change blanks only, so the blanks are passed over and the rest is counted.
    """
    text = scalar.text[:offset]
    count = len("".join(text.split()))
    places = [*_ink(scalar, lines)]
    if offset < len(scalar.text) and not scalar.text[offset].isspace() and count < len(places):
        return places[count]
    if not 0 < count <= len(places):
        return scalar.line, scalar.column
    line, column = places[count - 1]
    blanks = text[len(text.rstrip()) :].split("\n")[0]
    return line, column + 1 + len(blanks)


def _ink(scalar: Scalar, lines: Sequence[str]) -> Iterator[Place]:
    """Yield the place of each character of the text that is no blank."""
    quoted = scalar.style in ("'", '"')
    block = scalar.style in ("|", ">")
    for row in range(scalar.line + block, min(scalar.end_line + 1, len(lines))):
        start = scalar.column + quoted if row == scalar.line else 0
        end = scalar.end_column - quoted if row == scalar.end_line else len(lines[row])
        yield from ((row, column) for column in _columns(lines[row], start, end, scalar.style))


def _columns(line: str, start: int, end: int, style: str) -> Iterator[int]:
    column = start
    while column < end:
        step, blank = _unit(line, column, style)
        if not blank:
            yield column
        column += step


def _unit(line: str, column: int, style: str) -> tuple[int, bool]:
    """Return how many columns the character at *column* takes as written, and whether it is a blank."""
    mark, following = line[column], line[column + 1 : column + 2]
    if style == "'" and mark == following == "'":
        return 2, False
    if style == '"' and mark == "\\":
        return ESCAPES.get(following, 2), not following or following in BLANK_ESCAPES
    return 1, mark.isspace()


class Extent(NamedTuple):
    """A stretch of one line."""

    line: int
    column: int
    span: int


def value_or_key(spot: Reached) -> Extent:
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
