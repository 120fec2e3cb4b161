"""Names inside conditions: every track, card, line or event an expression reads must exist (§4.2)."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from typing import NamedTuple

from pydantic import BaseModel

from game.conditions.condition import Expression
from game.conditions.syntax import Name, Question
from game.lint.names import Names, principals_of
from game.located.extent import stretch, whole
from game.located.findings import MOST, Finding, Grade
from game.located.introspection import fields_holding
from game.located.locate import locate
from game.located.node import Node, Scalar
from game.located.suggest import did_you_mean
from game.model.claim import Claim, Tested
from game.model.effect import Answer, Branch
from game.model.scenario import Scenario

HYPHENED = re.compile(r"[^\W\d][\w.]*(?:-[^\W\d][\w.]*)+")

MONTH = "month"
SELF = "self."
TRACK = "track"
CARD, LINE, EVENT = ("card", "class"), ("redline",), ("event",)
ASKED: Mapping[str, tuple[str, ...]] = {
    "played": CARD,
    "playing": CARD,
    "months_since": CARD,
    "uses": CARD,
    "in_force": ("package",),
    "crossed": LINE,
    "months_since_crossed": LINE,
    "owed": LINE,
    "happened": EVENT,
    "branch": EVENT,
    "attributed": ("deniable card",),
    "offered": ("principal",),
}
"""What the first name in a question's brackets must be."""

Loc = tuple[str | int, ...]


class PlacedExpression(NamedTuple):
    """An expression of a scenario, where it stands and what it may read."""

    loc: Loc
    expression: Expression
    side: str | None
    """Whom 'self' stands for, if anybody."""


class Unknown(NamedTuple):
    """A name that stands for nothing, and the names that would."""

    loc: Loc
    name: Name
    message: str
    known: Collection[str]
    kinds: tuple[str, ...] = ()
    """What it should name."""

    full: str = ""
    """The whole name, where it is written with 'self'."""

    side: str | None = None
    """Whose condition it stands in, if anybody's."""


def expressions(held: object, loc: Loc = (), side: str | None = None) -> Iterator[PlacedExpression]:
    """Yield every expression in a piece that reads a name or asks a question."""
    if isinstance(held, Expression):
        if held.constant is None:
            yield PlacedExpression(loc, held, side)
        return
    own = _side_of(held, loc, side) if isinstance(held, BaseModel) else side
    for part, inner in _parts(held):
        yield from expressions(inner, (*loc, part), own)


def _parts(held: object) -> Iterable[tuple[str | int, object]]:
    """Return what a value holds, each part with its name or number."""
    if isinstance(held, BaseModel):
        return [(name, getattr(held, name)) for name in fields_holding(type(held), Expression)]
    if isinstance(held, Mapping):
        return held.items()
    return enumerate(held) if isinstance(held, tuple) else ()


def side_at(piece: BaseModel, loc: Loc) -> str | None:
    """Return who acts at a place of a piece: whom 'self' stands for there, if anybody."""
    held: object = piece
    side: str | None = None
    for at, part in enumerate(loc):
        if isinstance(held, BaseModel):
            side = _side_of(held, loc[:at], side)
        held = _part(held, part)
    return side


def piece_at(piece: object, loc: Loc) -> object:
    """Return what stands at a place of a piece; None where nothing does."""
    return reduce(_part, loc, piece)


def _part(held: object, part: str | int) -> object:
    """Return a part of a value by its name or number; None if it has none."""
    if isinstance(held, BaseModel):
        return getattr(held, str(part), None)
    if isinstance(held, Mapping):
        return held.get(part)
    return held[part] if isinstance(held, tuple) and isinstance(part, int) else None


def _side_of(piece: BaseModel, loc: Loc, side: str | None) -> str | None:
    """Return whom 'self' stands for inside a piece: its owner; nobody where the world acts."""
    if isinstance(piece, Answer | Branch):
        return None
    if loc[:1] == ("sides",) or loc[:2] == ("bargain", "homes"):
        return str(loc[-1]) if loc[-2] in ("sides", "homes") else side
    owner = getattr(piece, "side", None) or getattr(piece, "drawn_by", None)
    return owner if isinstance(owner, str) else side


def unknown_names(scenario: Scenario, known: Names) -> Iterator[Unknown]:
    """Yield the names in conditions that stand for nothing."""
    for usage in expressions(scenario):
        readable = _readable(scenario, usage, known)
        missing = [name for name in usage.expression.names if name.name not in readable]
        for name in dict.fromkeys(_hyphened(usage.expression.text, each, readable) for each in missing):
            message = f"there is no {_what(usage)} '{name.name}'"
            full = resolved(name.name, usage.side)
            yield Unknown(usage.loc, name, message, readable, (_what(usage),), full, usage.side)
        for question in usage.expression.questions:
            yield from _unknown_asked(scenario, usage, question, known)


def _hyphened(text: str, name: Name, readable: Collection[str]) -> Name:
    """Return the whole of a name written with '-' for '_', which reads as a difference; else the name."""
    found = next((each for each in HYPHENED.finditer(text) if each.start() <= name.start < each.end()), None)
    if found is None or not any(each.endswith(found[0].replace("-", "_")) for each in readable):
        return name
    return Name(found.start(), found.end(), found[0])


def resolved(name: str, side: str | None) -> str:
    """Return a name with the side that 'self' stands for."""
    return f"{side}.{name.removeprefix(SELF)}" if side and name.startswith(SELF) else name


def unknown_ways(scenario: Scenario) -> Iterator[Unknown]:
    """Yield the branches that a claim's world or a test fixes although their events know no such way."""
    for loc, ways in _fixed(scenario):
        for event, way in ways.items():
            known = scenario.calendar[event].branches if event in scenario.calendar else {way: None}
            if way not in known:
                message = f"the event '{event}' has no branch '{way}'"
                yield Unknown((*loc, "branches", event), Name(0, len(way), way), message, known)


def _fixed(scenario: Scenario) -> Iterator[tuple[Loc, Mapping[str, str]]]:
    """Yield where the ways of events are fixed, and how."""
    for claim, noun in scenario.claims.items():
        for loc, tested in _tests(noun):
            for part, world in (("given", tested.given), ("against", tested.against)):
                if world:
                    yield ("claims", claim, *loc, part), world.branches
    for name, test in scenario.tests.items():
        yield ("tests", name), test.branches


def _tests(claim: Claim) -> Iterator[tuple[Loc, Tested]]:
    """Yield the claim's own test and its further ones, each with its place."""
    yield (), claim
    for number, further in enumerate(claim.also):
        yield ("also", number), further


NEEDED = ("asks", "shortfall")
"""What a home's needs may read beside the terms."""


def _readable(scenario: Scenario, usage: PlacedExpression, known: Names) -> Collection[str]:
    """Return the names an expression may read: tracks and the month, or at home what terms hold."""
    read = known["ladder" if _is_demand(usage.loc) else "track"]
    if "" in read:
        return read
    if scenario.bargain and _is_demand(usage.loc):
        sides = (f"first.{side}" for side in principals_of(scenario))
        return [*known["ladder"], *sides, *(NEEDED if usage.loc[-1] == "needs" else ())]
    own = f"{usage.side}."
    mine = [SELF + track.removeprefix(own) for track in known["track"] if track.startswith(own)]
    return {MONTH, *known["track"], *mine}


def _is_demand(loc: Loc) -> bool:
    return loc[:2] == ("bargain", "homes") and loc[-1] in ("asks", "needs")


def _what(usage: PlacedExpression) -> str:
    return "term" if _is_demand(usage.loc) else TRACK


def _unknown_asked(
    scenario: Scenario, usage: PlacedExpression, question: Question, known: Names
) -> Iterator[Unknown]:
    """Yield the names in a question's brackets that stand for nothing."""
    kinds = ASKED[question.function]
    for name in question.args[:1]:
        if not any(name.name in known[kind] for kind in kinds):
            allowed = [each for kind in kinds for each in known[kind]]
            yield Unknown(usage.loc, name, f"there is no {' or '.join(kinds)} '{name.name}'", allowed, kinds)
    for name in question.args[1:]:
        event = scenario.calendar.get(question.args[0].name)
        if event and name.name not in event.branches:
            message = f"the event '{question.args[0].name}' has no branch '{name.name}'"
            yield Unknown(usage.loc, name, message, event.branches)


def condition_findings(
    unknown: Iterable[Unknown], root: Node, lines: Sequence[str], file: str = ""
) -> tuple[Finding, ...]:
    """Return a finding for each unknown name inside a condition, at its place in the text."""
    return tuple(_finding(each, root, lines, file, hinted=count < MOST) for count, each in enumerate(unknown))


def _finding(unknown: Unknown, root: Node, lines: Sequence[str], file: str, *, hinted: bool) -> Finding:
    spot = locate(unknown.loc, Scenario, root)
    node, name = spot.node, unknown.name
    extent = stretch(node, lines, name.start, name.end) if isinstance(node, Scalar) else whole(node)
    known = [each for each in unknown.known if each.startswith(SELF) == name.name.startswith(SELF)]
    hint = did_you_mean(name.name, known, unknown.side) if hinted else ""
    return Finding("X201", Grade.ERROR, unknown.message, file, *extent, hint, spot.where)
