"""Notices: what sense finds, before it is put at its place in the file."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from game.conditions.ranges import ANY, Ranges
from game.conditions.syntax import MONTH, Node, names
from game.lint.conditions import Loc
from game.located.extent import value_or_key, whole
from game.located.findings import Finding, Grade
from game.located.locate import locate
from game.located.node import Node as YamlNode
from game.model.scenario import Scenario


class Notice(NamedTuple):
    """One thing that makes no sense, at one place of the scenario."""

    code: str
    loc: Loc
    message: str
    hint: str = ""
    grade: Grade = Grade.WARNING
    on_key: bool = False
    """Whether the key is meant rather than the value."""


def stopper(code: str, loc: Loc, message: str, hint: str = "", *, on_key: bool = True) -> Notice:
    """Return the notice of something that would stop a game."""
    return Notice(code, loc, message, hint, Grade.ERROR, on_key)


def placed(notices: Iterable[Notice], root: YamlNode, file: str) -> Iterable[Finding]:
    """Return the findings that *notices* come to."""
    for each in notices:
        spot = locate(each.loc, Scenario, root)
        here = whole(spot.key) if spot.key and (each.on_key or spot.missing) else value_or_key(spot)
        where = spot.where if len(spot.path) > 1 else ""
        yield Finding(each.code, each.grade, each.message, file, *here, each.hint, where)


def spans_told(tree: Node, ranges: Ranges, months: int) -> str:
    """Return what the readings that a condition asks for span, as the reason why it is decided."""
    asked = dict.fromkeys(name.name for name in names(tree) if name.name in ranges)
    told = [_span_told(name, ranges[name]) for name in asked if name != MONTH and ranges[name] != ANY]
    if MONTH in asked:
        told.append(f"the months run from 1 to {months}")
    return "; ".join(told[:4])


def _span_told(name: str, span: Sequence[int]) -> str:
    low, high = span
    return f"{name} stays at {low}" if low == high else f"{name} stays between {low} and {high}"
