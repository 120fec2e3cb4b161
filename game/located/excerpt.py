"""The line a finding points at, with a caret under the place, right for wide characters too."""

import re
import unicodedata
from collections.abc import Sequence

ROOM = 96
BEFORE = 60


def lines_of(source: str) -> list[str]:
    """Return the lines of *source* as an editor numbers them, without their ends."""
    return re.split(r"\r\n|\r|\n", source.removeprefix("\ufeff"))


def width(text: str) -> int:
    """Return how many terminal cells *text* takes: two for Hangul, none for combining marks."""
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def excerpt(lines: Sequence[str], line: int, column: int, span: int = 1) -> str:
    """Return line number *line* with carets under *span* characters from *column*, clipped to fit.

    Empty where there is no such line. All numbers count from 0.
    """
    if line >= len(lines) or not lines[line].strip():
        return ""
    text = visible(lines[line])
    before, under, after = text[:column], text[column : column + span], text[column + span :]
    before = _last(before, BEFORE)
    under = _first(under, ROOM - width(before))
    after = _first(after, ROOM - width(before) - width(under))
    gutter = f"{line + 1:>5} | "
    carets = "^" + "~" * (width(under) - 1)
    return f"{gutter}{before}{under}{after}\n{'|':>7} {' ' * width(before)}{carets}"


def visible(text: str) -> str:
    """Return *text* with a blank for every character that would not show or move the cursor."""
    return text.translate(_VISIBLE)


def short(text: str, most: int = 40) -> str:
    """Return *text* on one line, cut to a length that fits a sentence."""
    line = " ".join(visible(text[: 4 * most]).split())
    return line if len(line) <= most else line[: most - 1] + "…"


_TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Characters that turn the direction of writing, and with it what is told of them."""

_VISIBLE = dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029, *_TURNING), " ")


def _first(text: str, room: int) -> str:
    """Return the beginning of *text* that fits into *room* cells."""
    if len(text) <= room and width(text) <= room:
        return text
    kept = text[: max(room, 0)]
    while kept and width(kept) > room - 1:
        kept = kept[:-1]
    return kept + "…"


def _last(text: str, room: int) -> str:
    """Return the end of *text* that fits into *room* cells."""
    return _first(text[::-1], room)[::-1]
