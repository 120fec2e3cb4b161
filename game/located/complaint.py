"""Complaints: a model's validation errors and what it would misread, each with the place in the file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import BeforeValidator, PlainValidator, ValidationError, WrapValidator
from pydantic_core import ErrorDetails

from game.located.excerpt import short
from game.located.introspection import Hint, Model, members, opened
from game.located.locate import Reached, locate
from game.located.node import Block, Node, Plain, Scalar, Single
from game.located.suggest import nearest

WORDS = frozenset(["true", "false", "yes", "no", "on", "off", "t", "f", "y", "n", "inf", "infinity", "nan"])
ALLOWED: dict[Hint, tuple[str, tuple[type, ...]]] = {
    bool: ("bool_type", (bool,)),
    int: ("int_type", (int,)),
    float: ("float_type", (int, float)),
}
FREE = (BeforeValidator, PlainValidator, WrapValidator)

Path = tuple[str | int, ...]


def taken_for_another(root: Node, model: Model) -> Iterator[tuple[str, Reached]]:
    """Yield each value a model would silently read as another type, with the validator's name for it."""
    for path, scalar in _scalars(root):
        if _could_pass(scalar.value):
            spot = locate(path, model, root)
            kind = _refusal(scalar.value, spot.hint)
            if kind:
                yield kind, spot


def _scalars(root: Node) -> Iterator[tuple[Path, Scalar]]:
    waiting: list[tuple[Path, Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, Scalar):
            yield path, node
        elif isinstance(node, Block):
            waiting += [((*path, name), entry.node) for name, entry in node.entries.items()]
        else:
            waiting += [((*path, index), held) for index, held in enumerate(node.nodes)]


def _could_pass(value: Single) -> bool:
    """Say whether a value could be read as another type at all."""
    if isinstance(value, str):
        word = value.strip()
        return word[:1] in tuple("+-.0123456789") or word.lower() in WORDS
    return isinstance(value, bool) or value in (0, 1) or (isinstance(value, float) and value.is_integer())


def _refusal(value: Single, hint: Hint) -> str:
    allowed = members(hint)
    core, marks = opened(allowed[0]) if len(allowed) == 1 else (None, ())
    outer = opened(hint)[1]
    if core not in ALLOWED or any(isinstance(mark, FREE) for mark in (*outer, *marks)):
        return ""
    kind, types = ALLOWED[core]
    return "" if type(value) in types else kind


MOST_TOLD = 400
QUOTED = re.compile(r"'(\w+)'")
TAG = "discriminator"


class Complaint(NamedTuple):
    """One validation error, with the place it leads to."""

    kind: str
    """The validator's name for it, such as "int_type"."""

    said: str
    """The validator's own sentence."""

    given: Plain
    """What stands in the file."""

    bounds: Mapping[str, Any]
    """What the validator knows besides, such as {"ge": 1}."""

    spot: Reached

    line: str
    """The line of the file it stands on."""

    @property
    def name(self) -> str:
        """The nearest name an author would call it by."""
        return named(self.spot.path)

    @property
    def tag_node(self) -> Node:
        """The value of the key that tells the members of a union apart; the whole, if it is not there."""
        entries = self.spot.node.entries if isinstance(self.spot.node, Block) else {}
        tag = entries.get(self.bounds.get(TAG, ""))
        return tag.node if tag else self.spot.node


def complaints(error: ValidationError, model: Model, root: Node, lines: Sequence[str]) -> Iterator[Complaint]:
    """Yield the first complaints of a validation error, in its order."""
    for fault in error.errors(include_url=False)[:MOST_TOLD]:
        complaint = _slip_of_the_tag(_complaint(fault, model, root, lines))
        yield complaint
        for further in complaint.bounds.get("more", ()):
            yield complaint._replace(said=further.message, bounds=vars(further))


def strict_complaints(root: Node, model: Model, lines: Sequence[str]) -> Iterator[Complaint]:
    """Yield a complaint about each value the model would silently read as another type."""
    for kind, spot in taken_for_another(root, model):
        yield Complaint(kind, "", spot.node.value, {}, spot, _line(spot, lines))


def _complaint(fault: ErrorDetails, model: Model, root: Node, lines: Sequence[str]) -> Complaint:
    spot, bounds = locate(fault["loc"], model, root), dict(fault.get("ctx", {}))
    if TAG in bounds:
        bounds[TAG] = str(bounds[TAG]).strip("'")
    if fault["type"] == "value_error" and not spot.path:
        spot = _of_key(spot, fault["msg"])
    return Complaint(fault["type"], fault["msg"], fault["input"], bounds, spot, _line(spot, lines))


def _of_key(spot: Reached, said: str) -> Reached:
    """Return the place of the first key that a rule of the whole file speaks of, if the file has it."""
    entries = spot.node.entries if isinstance(spot.node, Block) else {}
    entry = next((entries[name] for name in QUOTED.findall(said) if name in entries), None)
    return spot._replace(node=entry.node, key=entry.key) if entry else spot


def _slip_of_the_tag(complaint: Complaint) -> Complaint:
    """Return the complaint that a tag is missing as one about the key that was meant for it."""
    spot = complaint.spot
    if complaint.kind != "union_tag_not_found" or not isinstance(spot.node, Block):
        return complaint
    slip = nearest(complaint.bounds[TAG], spot.node.entries)
    if slip is None:
        return complaint
    entry = spot.node.entries[slip]
    return complaint._replace(kind="extra_forbidden", spot=Reached(entry.node, entry.key, (*spot.path, slip)))


def _line(spot: Reached, lines: Sequence[str]) -> str:
    return lines[spot.node.line] if spot.node.line < len(lines) else ""


def named(path: tuple[str | int, ...]) -> str:
    """Return what an author calls the value at *path*: its key in quotes, or its number in a list."""
    if not path:
        return "the file"
    last = path[-1]
    return f"'{short(last)}'" if isinstance(last, str) else f"entry {last + 1} of {named(path[:-1])}"
