"""A place inside a text: from an offset in its value to the line and column in the file."""

from collections.abc import Iterator, Sequence

from game.located.node import Scalar

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
