"""References: every name in a scenario that must exist elsewhere in it."""

from collections.abc import Container, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from game.model.base import Ref
from game.scenario.anatomy import (
    Hint,
    Model,
    fields_of,
    inside,
    is_mapping,
    key_of,
    marks_within,
    members,
    opened,
)
from game.scenario.extent import value_or_key, whole
from game.scenario.findings import MOST, Finding, Grade
from game.scenario.names import Names
from game.scenario.node import Node
from game.scenario.spot import KEY, locate
from game.scenario.suggest import did_you_mean

Loc = tuple[str | int, ...]


class Reference(NamedTuple):
    """A name that points at something else in the scenario."""

    loc: Loc
    """Where it stands; ends with "[key]" where it is itself a key."""

    kinds: tuple[str, ...]
    """What it may name, such as ("track",)."""

    name: str


def references(piece: BaseModel) -> Iterator[Reference]:
    """Yield every reference in a model and in all pieces it holds, keys of mappings included."""
    for key, hint in _referring(type(piece)).items():
        yield from _references(getattr(piece, key), hint, (key,))


@cache
def _referring(model: Model) -> Mapping[str, Hint]:
    """Return the fields of a model that can hold a reference."""
    return {key: hint for key, hint in fields_of(model).items() if any(_refs(hint))}


def _refs(hint: Hint) -> Iterator[Ref]:
    return (mark for mark in marks_within(hint) if isinstance(mark, Ref))


def kinds_in(model: Model) -> frozenset[str]:
    """Return every kind of noun that references anywhere in a model may name."""
    return frozenset(kind for ref in _refs(model) for kind in ref.kinds)


def _references(value: object, hint: Hint, loc: Loc) -> Iterator[Reference]:
    if isinstance(value, BaseModel):
        yield from (each._replace(loc=loc + each.loc) for each in references(value))
    for member in members(hint):
        if isinstance(value, str):
            yield from (
                Reference(loc, mark.kinds, value) for mark in opened(member)[1] if isinstance(mark, Ref)
            )
        elif isinstance(value, Mapping) and is_mapping(opened(member)[0]):
            for key, held in value.items():
                yield from _references(key, key_of(member), (*loc, key, KEY))
                yield from _references(held, inside(member, key), (*loc, key))
        elif isinstance(value, list | tuple):
            for index, held in enumerate(value):
                yield from _references(held, inside(member, index), (*loc, index))


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
    return tuple(
        _finding(each, type(piece), names, root, file, hinted=count < MOST) for count, each in unknown
    )


def _finding(
    reference: Reference, model: Model, names: Names, root: Node, file: str, *, hinted: bool
) -> Finding:
    spot = locate(reference.loc, model, root)
    extent = whole(spot.key) if spot.on_key and spot.key else value_or_key(spot)
    known = [name for kind in reference.kinds for name in names[kind]] if hinted else ()
    word = " or ".join(reference.kinds)
    message = f"there is no {word} '{reference.name}'"
    hint = did_you_mean(reference.name, known)
    return Finding("R301", Grade.ERROR, message, file, *extent, hint, spot.where)
