"""Edits: changes to the text of a file that leave everything else in it as it was."""

import re
from collections.abc import Iterable
from difflib import unified_diff
from typing import NamedTuple

from game.located.excerpt import visible

BOM = "\ufeff"
LINE_END = re.compile(r"\r\n|\r|\n")


class Edit(NamedTuple):
    """A stretch of one line, and what to write in its place."""

    line: int
    column: int
    span: int
    text: str


def edited(source: str, edits: Iterable[Edit]) -> str:
    """Return *source* with all *edits* made; of two that overlap the first in the file is made."""
    starts = _starts(source)
    done, pieces = 0, []
    for at, end, text in sorted(_placed(edit, starts) for edit in edits):
        if at >= done and end <= len(source):
            pieces += [source[done:at], text]
            done = end
    return "".join((*pieces, source[done:]))


def difference(before: str, after: str, file: str) -> str:
    """Return what two texts of a file differ in, as lines marked with - and +."""
    lines = unified_diff(before.splitlines(), after.splitlines(), file, file, n=1, lineterm="")
    return "\n".join(map(visible, lines))


def _placed(edit: Edit, starts: list[int]) -> tuple[int, int, str]:
    at = starts[edit.line] + edit.column
    return at, at + edit.span, edit.text


def _starts(source: str) -> list[int]:
    """Return where each line begins, lines counted as findings count them."""
    first = len(BOM) if source.startswith(BOM) else 0
    return [first, *(end.end() for end in LINE_END.finditer(source, first))]
