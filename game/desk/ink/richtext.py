"""Text with bold words and links, and how it breaks into lines; nothing here knows about a screen.

Markup is small: ``**bold**``, ``[label](target)``, a line break; a backslash makes the next sign plain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

_TOKEN = re.compile(r"\\(.)|\*\*|\[((?:\\.|[^\]\\])+)\]\(([^)\s]+)\)|(\n)|([^\\*\[\n]+|.)", re.DOTALL)
_SPECIAL = re.compile(r"([\\*\[\]])")

Measure = Callable[[str, bool], int]
"""The width in pixels of some text, bold or not."""


class Span(NamedTuple):
    """Some text of one look."""

    text: str
    bold: bool = False
    link: str = ""
    """Where it leads; empty for plain text."""


class Piece(NamedTuple):
    """A span, or part of one, at its place in a line."""

    text: str
    bold: bool
    link: str
    x: int
    width: int


class Setting(NamedTuple):
    """Text set for a width: its lines, and how wide the widest is."""

    lines: tuple[tuple[Piece, ...], ...]
    width: int


def escape(text: str) -> str:
    """Return the markup that shows *text* letter by letter."""
    return _SPECIAL.sub(r"\\\1", text)


def spans(markup: str) -> tuple[Span, ...]:
    """Read markup into spans; a line break is a span of its own."""
    found, bold = [], False
    for match in _TOKEN.finditer(markup):
        escaped, label, target, newline, plain = match.groups()
        if match[0] == "**":
            bold = not bold
        elif label is not None:
            found.append(Span(re.sub(r"\\(.)", r"\1", label), True, target))
        else:
            found.append(Span(escaped or newline or plain, bold))
    return tuple(_joined(found))


def plain(markup: str) -> str:
    """Return the words of some markup alone."""
    return "".join(span.text for span in spans(markup))


def wrap(text: Iterable[Span], width: int, measure: Measure) -> Setting:
    """Break spans into lines no wider than *width*.

    Lines break at spaces, never between a word and the sign that follows it; a word wider than the line
    breaks between letters, so that nothing is ever cut.
    """
    lines: list[list[Span]] = [[]]
    for word in _words(text):
        if word == [Span("\n")]:
            lines.append([])
            continue
        spaced = [*lines[-1], *_gap(lines[-1], word), *word]
        if not lines[-1] or _width(spaced, measure) <= width:
            lines[-1] = spaced
        else:
            lines.append(word)
        if _width(lines[-1], measure) > width:
            lines[-1:] = _broken(lines[-1], width, measure)
    placed = tuple(tuple(_placed(line, measure)) for line in lines)
    return Setting(placed, max((line[-1].x + line[-1].width for line in placed if line), default=0))


def _joined(parts: Iterable[Span]) -> Iterator[Span]:
    held: Span | None = None
    for part in parts:
        if held and held[1:] == part[1:] and "\n" not in (held.text, part.text):
            held = held._replace(text=held.text + part.text)
            continue
        if held:
            yield held
        held = part
    if held:
        yield held


def _words(text: Iterable[Span]) -> Iterator[list[Span]]:
    word: list[Span] = []
    for span in text:
        for part in re.findall(r"\n|[^\S\n\u00a0]+|[^\s\u00a0]+(?:\u00a0[^\s\u00a0]*)*|\u00a0+", span.text):
            if part.isspace() and "\u00a0" not in part:
                if word:
                    yield word
                word = []
                if part == "\n":
                    yield [Span("\n")]
            else:
                word.append(span._replace(text=part))
    if word:
        yield word


def _gap(line: list[Span], word: list[Span]) -> list[Span]:
    if not line:
        return []
    same = line[-1][1:] == word[0][1:]
    return [line[-1]._replace(text=" ")] if same else [Span(" ")]


def _width(line: list[Span], measure: Measure) -> int:
    return sum(measure(part.text, part.bold) for part in _joined(line))


def _broken(line: list[Span], width: int, measure: Measure) -> list[list[Span]]:
    lines: list[list[Span]] = [[]]
    for span in line:
        for letter in span.text:
            longer = list(_joined([*lines[-1], span._replace(text=letter)]))
            if lines[-1] and _width(longer, measure) > width:
                longer = [span._replace(text=letter)]
                lines.append([])
            lines[-1] = longer
    return lines


def _placed(line: list[Span], measure: Measure) -> Iterator[Piece]:
    x = 0
    for part in _joined(line):
        width = measure(part.text, part.bold)
        yield Piece(*part, x, width)
        x += width
