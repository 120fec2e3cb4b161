"""Breaks: a scenario's file with one line spoilt so that no YAML parser reads on."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from game.located.excerpt import lines_of
from game.located.outline import indent_of

PLAIN = re.compile(r"( *[\w.]+: )([A-Za-z][^\[\]{}\"'#|>:]*)")
"""A key and a plain text on one line."""

ALONE = re.compile(r"( +[\w.]+):")
"""A key alone on its line, not at the top."""


class Break(NamedTuple):
    """A spoilt line of a file."""

    kind: str
    row: int
    line: str
    """What the line has become."""


def _with(pattern: re.Pattern[str], spoil: Callable[[re.Match[str]], str]) -> Callable[[str], str | None]:
    """Return what spoils a line of this pattern, and leaves any other."""

    def spoilt(line: str) -> str | None:
        found = pattern.fullmatch(line)
        return spoil(found) if found else None

    return spoilt


SPOILS: Mapping[str, Callable[[str], str | None]] = {
    "a colon in a text": _with(PLAIN, lambda found: f"{found[1]}Fire: {found[2]}"),
    "a sign that needs quotes": _with(PLAIN, lambda found: f"{found[1]}@{found[2]}"),
    "a quote never closed": _with(PLAIN, lambda found: f'{found[1]}"{found[2]}'),
    "text after its quotes": _with(PLAIN, lambda found: f"{found[1]}'{found[2]}' s"),
    "a bracket never closed": _with(PLAIN, lambda found: f"{found[1]}[{found[2]}"),
    "a brace never closed": _with(PLAIN, lambda found: f"{found[1]}{{{found[2]}"),
    "no colon": _with(PLAIN, lambda found: found[1].replace(":", "") + found[2]),
    "no blank after the colon": _with(PLAIN, lambda found: found[1].rstrip() + found[2]),
    "a tab": _with(PLAIN, lambda found: f"\t{found[0].lstrip()}"),
    "one blank too few": _with(PLAIN, lambda found: found[0][1:]),
    "one blank too many": _with(PLAIN, lambda found: f" {found[0]}"),
    "a block without its colon": _with(ALONE, lambda found: found[1]),
    "a block with one blank too few": _with(ALONE, lambda found: found[0][1:]),
    "a block without a name": _with(ALONE, lambda found: " " * indent_of(found[0]) + ":"),
}


def breaks(source: str) -> Iterator[Break]:
    """Yield the file with each of its lines spoilt in every way; a few of them are still YAML."""
    lines = lines_of(source)
    for row, line in enumerate(lines):
        for kind, spoil in SPOILS.items():
            spoilt = spoil(line)
            if spoilt is not None:
                yield Break(kind, row, spoilt)


def broken(source: str, *some: Break) -> str:
    """Return the file with the lines of some breaks spoilt."""
    lines = lines_of(source)
    for each in some:
        lines[each.row] = each.line
    return "\n".join(lines)
