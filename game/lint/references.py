"""References: every name in a scenario that must exist elsewhere in it."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from game.lint.conditions import side_at
from game.lint.names import ICON, Names
from game.located.extent import value_or_key, whole
from game.located.findings import MOST, Finding, Grade
from game.located.introspection import (
    Hint,
    Model,
    fields_of,
    inside,
    is_mapping,
    key_of,
    marks_within,
    members,
    model_in,
    opened,
)
from game.located.locate import KEY, locate
from game.located.node import Node
from game.located.suggest import did_you_mean
from game.model.base import Ref

Loc = tuple[str | int, ...]

PRICE = "price"
"""The block in which a side pays with what is its own."""

ICONS_TOLD = "docs/reference/icons.md shows all icons"


class Reference(NamedTuple):
    """A name that points at something else in the scenario."""

    loc: Loc
    """Where it stands; ends with "[key]" where it is itself a key."""

    kinds: tuple[str, ...]
    """What it may name, such as ("track",)."""

    name: str


def references(piece: BaseModel) -> Iterator[Reference]:
    """Yield every reference in a model and in all pieces it holds, keys of mappings included."""
    for key, plan in _plans(type(piece)).items():
        yield from _references(getattr(piece, key), plan, (key,))


class Plan(NamedTuple):
    """Where references stand in a value: worked out once from its annotation."""

    kinds: tuple[tuple[str, ...], ...] = ()
    """What the value itself may name, if it is a text."""

    key: tuple[tuple[str, ...], ...] = ()
    """What its keys may name, if it is a mapping."""

    held: "Plan | None" = None
    """Where references stand in what a mapping holds."""

    items: tuple["Plan | None", ...] = ()
    """Where they stand in the entries of a list, the last plan for all that follow."""

    pieces: bool = False
    """Whether it may be a piece with references of its own."""


@cache
def _plans(model: Model) -> Mapping[str, Plan]:
    """Return where references stand in each field of a model that can hold any."""
    plans = {key: _plan(hint) for key, hint in fields_of(model).items() if any(_refs(hint))}
    return {key: plan for key, plan in plans.items() if plan}


def _plan(hint: Hint) -> Plan | None:
    """Return where references stand in a value of this annotation; nothing if in no part of it."""
    plan = Plan()
    for member in members(hint) if any(_refs(hint)) else ():
        core, marks = opened(member)
        if model_in(core):
            plan = plan._replace(pieces=True)
        elif is_mapping(core):
            key = opened(key_of(member))[1]
            plan = plan._replace(key=_kinds(key), held=_plan(inside(member, KEY)))
        elif _kinds(marks):
            plan = plan._replace(kinds=_kinds(marks))
        else:
            plan = plan._replace(items=tuple(_plan(inside(member, at)) for at in range(_length(core))))
    return None if plan == Plan() else plan


def _kinds(marks: Iterable[object]) -> tuple[tuple[str, ...], ...]:
    return tuple(mark.kinds for mark in marks if isinstance(mark, Ref))


def _length(core: Hint) -> int:
    """Return how many entries of a list differ in what they may be."""
    arguments = get_args(core)
    return 1 if Ellipsis in arguments else len(arguments)


def _refs(hint: Hint) -> Iterator[Ref]:
    return (mark for mark in marks_within(hint) if isinstance(mark, Ref))


def _references(value: object, plan: Plan, loc: Loc) -> Iterator[Reference]:
    if isinstance(value, str):
        yield from (Reference(loc, kinds, value) for kinds in plan.kinds)
    elif isinstance(value, Mapping):
        for key in value if plan.key else ():
            yield from (Reference((*loc, key, KEY), kinds, key) for kinds in plan.key)
        yield from _in_parts(value.items(), lambda _: plan.held, loc)
    elif isinstance(value, list | tuple):
        last = len(plan.items) - 1
        yield from _in_parts(
            enumerate(value), lambda at: plan.items[min(at, last)] if plan.items else None, loc
        )
    elif plan.pieces and isinstance(value, BaseModel):
        yield from (each._replace(loc=loc + each.loc) for each in references(value))


def _in_parts(
    parts: Iterable[tuple[Any, object]], plan_of: Callable[[Any], Plan | None], loc: Loc
) -> Iterator[Reference]:
    for part, held in parts:
        plan = plan_of(part)
        if plan:
            yield from _references(held, plan, (*loc, part))


def unknown_references(piece: BaseModel, names: Names) -> Iterator[Reference]:
    """Yield the references to what *names* does not hold; every kind must be among its keys."""
    for reference in references(piece):
        if not any(reference.name in names[kind] for kind in reference.kinds):
            yield reference


def reference_findings(
    piece: BaseModel, names: Names, root: Node, file: str = "", but: Container[str] = ()
) -> tuple[Finding, ...]:
    """Return a finding for each unknown reference, at its place in the file; names in *but* are left out."""
    unknown = enumerate(each for each in unknown_references(piece, names) if each.name not in but)
    return tuple(_finding(each, piece, names, root, file, hinted=count < MOST) for count, each in unknown)


def _finding(
    reference: Reference, piece: BaseModel, names: Names, root: Node, file: str, *, hinted: bool
) -> Finding:
    spot = locate(reference.loc, type(piece), root)
    extent = whole(spot.key) if spot.on_key and spot.key else value_or_key(spot)
    known = [name for kind in reference.kinds for name in names[kind]] if hinted else ()
    word = " or ".join(reference.kinds)
    message = f"there is no {word} '{reference.name}'"
    hint = did_you_mean(reference.name, known, side_at(piece, reference.loc), own=PRICE in reference.loc)
    if ICON in reference.kinds:
        message += "; a circle is drawn in its place"
        return Finding("R309", Grade.WARNING, message, file, *extent, hint or ICONS_TOLD, spot.where)
    return Finding("R301", Grade.ERROR, message, file, *extent, hint, spot.where)
