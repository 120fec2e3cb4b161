"""Text with bold words and links, and how it breaks into lines; nothing here knows about a screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from game.presenters.markup import Span, joined

Measure = Callable[[str, bool], int]
"""The width in pixels of some text, bold or not."""


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
    return sum(measure(part.text, part.bold) for part in joined(line))


def _broken(line: list[Span], width: int, measure: Measure) -> list[list[Span]]:
    lines: list[list[Span]] = [[]]
    for span in line:
        for letter in span.text:
            longer = list(joined([*lines[-1], span._replace(text=letter)]))
            if lines[-1] and _width(longer, measure) > width:
                longer = [span._replace(text=letter)]
                lines.append([])
            lines[-1] = longer
    return lines


def _placed(line: list[Span], measure: Measure) -> Iterator[Piece]:
    x = 0
    for part in joined(line):
        width = measure(part.text, part.bold)
        yield Piece(*part, x, width)
        x += width
