"""Composing: one YAML text into a tree with positions, never by ``yaml.load``.

Anchors, aliases, tags and merge keys are refused, so no file can grow or run anything while it is read.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import yaml

from game.located.builder import Builder, UnreadableError
from game.located.excerpt import lines_of
from game.located.findings import Finding, Grade
from game.located.gap import Gap
from game.located.invisible import first_odd, joiner_findings, odd_finding
from game.located.node import Node
from game.located.remarks import remark_findings
from game.located.yaml_syntax import explain

BOM = "\ufeff"
MOST_BYTES = 1024 * 1024

REMEMBERED, LONGEST_REMEMBERED = 32, 128 * 1024
"""So many texts of at most so many characters are composed once: while one file of a scenario is written, the
others beside it and those it extends are read again and again as they were.
"""

TOO_DEEP = "exceeded maximum nesting depth"
"""What libyaml 0.2.6 and later say far beyond our own limit, before they yield the events leading there."""

Loader: TypeAlias = type[yaml.SafeLoader | yaml.CSafeLoader]
LOADER: Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Composition(NamedTuple):
    """What a file says, and what is wrong in its YAML."""

    root: Node | None
    """The tree, or nothing where the file makes no sense."""

    findings: tuple[Finding, ...]
    """In the order of the file."""

    gaps: tuple[Gap, ...] = ()
    """What was cut out to read the rest."""


class TextPart(NamedTuple):
    """What a text belongs to, and how it is read."""

    file: str
    loader: Loader
    first: int = 0
    """The number of its first line in the file."""


def compose(source: str, file: str = "", loader: Loader = LOADER) -> Composition:
    """Return the tree of one YAML text and the findings on its way, up to what stops its reading."""
    part = TextPart(file, loader)
    return _remembered(source, part) if len(source) <= LONGEST_REMEMBERED else _composed(source, part)


def _composed(source: str, part: TextPart) -> Composition:
    builder, file = Builder(part.file), part.file
    text = source.removeprefix(BOM)
    stop = _built(builder, text, part)
    if stop:
        return Composition(None, (*builder.findings, stop))
    if builder.root is None:
        return Composition(None, (Finding("Y004", Grade.ERROR, "the file is empty", file),))
    doubts = (*joiner_findings(text, file), *remark_findings(builder.root, text, file))
    return Composition(builder.root, (*builder.findings, *doubts))


_remembered = lru_cache(REMEMBERED)(_composed)  # nothing writes to a tree once it is built


def obstacle(text: str, part: TextPart) -> Finding | None:
    """Return what stops the reading of a part of a file, told where it stands in the file."""
    stop = _built(Builder(part.file), text, part)
    return replace(stop, line=stop.line + part.first) if stop else None


def _built(builder: Builder, text: str, part: TextPart) -> Finding | None:
    """Build the tree of a text; return what stops its reading, nothing if it comes to its end."""
    unfit = _unfit(text, part.file)
    if unfit:
        return unfit
    try:
        for event in _events(text, part):
            builder.take(event)
    except UnreadableError as stop:
        return stop.finding
    return None


def _events(text: str, part: TextPart) -> Iterator[yaml.Event]:
    """Yield the parser's events; its complaint becomes one finding in plain words."""
    file = part.file
    try:
        yield from yaml.parse(text, Loader=part.loader)
    except yaml.MarkedYAMLError as error:
        if error.problem == TOO_DEEP and error.problem_mark and error.problem_mark.index:
            yield from _events(text[: error.problem_mark.index], part)
        raise UnreadableError(explain(error, lines_of(text), file, part.first)) from None
    except (yaml.YAMLError, ValueError, OverflowError):
        raise UnreadableError(Finding("Y010", Grade.ERROR, "this cannot be read as YAML", file)) from None


def _unfit(text: str, file: str) -> Finding | None:
    """Return why a text is not worth parsing: too long, or with characters nobody can see."""
    if len(text) > MOST_BYTES:
        return Finding("Y001", Grade.ERROR, "the file is larger than 1 MiB", file)
    odd = first_odd(text)
    return None if odd is None else odd_finding(text, odd, file)
