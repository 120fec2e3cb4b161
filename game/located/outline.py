"""The outline of a file: which lines belong to which key, told by their indentation alone.

It holds for files that cannot be read as YAML as well.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

KEY = r"""\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\[\]{}#&*!|>%@`,:-](?:[^:#]*[^\s:#])?))\s*:"""
ALONE = re.compile(rf"{KEY}\s*(?:#.*)?")
VALUE = re.compile(rf"{KEY}\s+\w")
BEGINNING = re.compile(rf"{KEY}(?:\s|$)")


class Passage(NamedTuple):
    """Lines that belong together, from *start* to before *end*."""

    start: int
    end: int


class Outline(NamedTuple):
    """The entries of a block."""

    indent: int = 0
    """How far they are indented."""

    entries: tuple[Passage, ...] = ()


def outline_of(lines: Sequence[str], within: Passage) -> Outline:
    """Return the entries of the block these lines hold, each with all that is indented deeper.

    A line that lines up with none of them begins a passage of its own. Lists and what is written on the
    line of its key have no entries.
    """
    rows = [row for row in range(*within) if _says_something(lines[row])]
    if not rows or _is_item(lines[rows[0]]):
        return Outline()
    head = indent_of(lines[within.start - 1]) if within.start else -1
    indent = _indent(lines, rows, head)
    starts = [*_starts(lines, rows, indent)]
    return Outline(indent, tuple(Passage(*each) for each in pairwise((*starts, within.end))))


def _indent(lines: Sequence[str], rows: Sequence[int], head: int) -> int:
    """Return how far the entries of a block are indented: as its first line, unless more lines disagree.

    Its key stands at *head*.
    """
    indents = [indent_of(lines[row]) for row in rows]
    even, below = _even(lines[rows[0]], indents, head), _below(lines, rows, indents)
    return max((indents[0], min(indents), *even, *below), key=[*indents, *even].count)


def _even(first: str, indents: Sequence[int], head: int) -> list[int]:
    """Return an indent halfway from the head to what the first line holds: it has too few blanks itself."""
    own, *others = indents
    if not others or own in others or key_alone(first) is None:
        return []
    return [each for each in others if own < each < others[0] and each - head == others[0] - each][:1]


def _below(lines: Sequence[str], rows: Sequence[int], indents: Sequence[int]) -> Sequence[int]:
    """Return the indent of the second line, where the first one has its value and can hold nothing."""
    holds_nothing = len(rows) > 1 and VALUE.match(lines[rows[0]]) and key_of(lines[rows[1]]) is not None
    return indents[1:2] if holds_nothing else ()


def _starts(lines: Sequence[str], rows: Sequence[int], indent: int) -> Iterator[int]:
    """Yield the rows on which an entry begins; brackets that close and lists belong to the one above."""
    above, floor = rows[0], _floor(lines, rows, 0, indent)
    yield above
    for at, row in enumerate(rows[1:], 1):
        line = lines[row]
        listed = _is_item(line) and indent_of(line) >= indent_of(lines[above]) and _lacks_value(lines[above])
        if indent_of(line) >= floor or line.lstrip()[0] in "]}" or listed:
            continue
        above, floor = row, _floor(lines, rows, at, indent)
        yield row


def _floor(lines: Sequence[str], rows: Sequence[int], at: int, indent: int) -> int:
    """Return the least indent with which a line belongs to the entry that begins on a row.

    A block with too few blanks holds what is indented as its first line.
    """
    own, *inner = (lines[row] for row in rows[at : at + 2])
    within = [indent_of(line) for line in inner if indent_of(line) > indent_of(own) and not _is_item(line)]
    is_odd_block = indent_of(own) < indent and key_alone(own) is not None
    return min(indent + 1, *within) if is_odd_block and within else indent + 1


def _lacks_value(line: str) -> bool:
    return key_of(line) is None or key_alone(line) is not None


def key_alone(line: str) -> str | None:
    """Return the key of a line that holds nothing else; None for any other line."""
    return _key(ALONE.fullmatch(line))


def key_of(line: str) -> str | None:
    """Return the key that a line begins with, if it does."""
    return _key(BEGINNING.match(line))


def indent_of(line: str) -> int:
    """Return how many blanks a line begins with."""
    return len(line) - len(line.lstrip())


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _is_item(line: str) -> bool:
    return line.lstrip().startswith("- ") or line.strip() == "-"


def _key(found: re.Match[str] | None) -> str | None:
    return next(key for key in found.groups() if key is not None) if found else None
