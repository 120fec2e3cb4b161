"""Strictness: a number, a true and a text are never taken for one another.

A model would read "5" as 5, 1 as true and "yes" as true; editors and other readers would not.
"""

from collections.abc import Iterator

from pydantic import BeforeValidator, PlainValidator, WrapValidator

from game.located.introspection import Hint, Model, members, opened
from game.located.locate import Spot, locate
from game.located.node import Block, Node, Scalar, Single

WORDS = frozenset(["true", "false", "yes", "no", "on", "off", "t", "f", "y", "n", "inf", "infinity", "nan"])
ALLOWED: dict[Hint, tuple[str, tuple[type, ...]]] = {
    bool: ("bool_type", (bool,)),
    int: ("int_type", (int,)),
    float: ("float_type", (int, float)),
}
FREE = (BeforeValidator, PlainValidator, WrapValidator)

Path = tuple[str | int, ...]


def taken_for_another(root: Node, model: Model) -> Iterator[tuple[str, Spot]]:
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
