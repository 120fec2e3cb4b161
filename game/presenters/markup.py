"""The small markup of words on the screen: ``**bold**``, ``[label](target)``, a line break.

A backslash makes the next sign plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_TOKEN = re.compile(r"\\(.)|\*\*|\[((?:\\.|[^\]\\])+)\]\(([^)\s]+)\)|(\n)|([^\\*\[\n]+|.)", re.DOTALL)
_SPECIAL = re.compile(r"([\\*\[\]])")


class Span(NamedTuple):
    """Some text of one look."""

    text: str
    bold: bool = False
    link: str = ""
    """Where it leads; empty for plain text."""


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
    return tuple(joined(found))


def plain(markup: str) -> str:
    """Return the words of some markup alone."""
    return "".join(span.text for span in spans(markup))


def joined(parts: Iterable[Span]) -> Iterator[Span]:
    """Yield spans, neighbours of one look made one."""
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
