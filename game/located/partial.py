"""Mended: what is left of a scenario without its slips, so that the rest of it is checked all the same."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from game.located.locate import locate
from game.located.node import Block, Node, Plain

TRIES = 6
"""How often a slip may turn up once others have been cut out."""

MOST_SLIPS = 200
"""With more slips than these a file has other worries than its names."""

STAND_INS: Mapping[str, Plain] = {
    "format": 1,
    "id": "mended",
    "title": "Mended",
    "summary": "Mended.",
    "start": "2000-01",
    "months": 12,
    "sides": {},
    "slots": {},
    "tracks": {},
    "cards": {},
    "endings": {},
}
"""What takes the place of a key that a scenario cannot be without."""

Shape = TypeVar("Shape", bound=BaseModel)


def mended(root: Node, model: type[Shape]) -> Shape | None:
    """Return the model a faulty tree would spell out without its slips; nothing if too little is left."""
    if not isinstance(root, Block):
        return None
    value = dict(root.value)
    for _ in range(TRIES):
        try:
            return model.model_validate(value)
        except ValidationError as error:
            if error.error_count() > MOST_SLIPS:
                return None
            faults = error.errors(include_url=False, include_context=False, include_input=False)
            paths = {locate(fault["loc"], model, root).path or _first(fault["loc"]) for fault in faults}
            if not all(_cut(value, path) for path in sorted(paths, key=len, reverse=True)):
                return None
    return None


def _first(loc: Sequence[str | int]) -> tuple[str | int, ...]:
    return tuple(loc[:1])


def _cut(value: dict[str, Any], path: tuple[str | int, ...]) -> bool:
    """Cut out what stands at *path*, or what is left of the way there; a list goes as a whole.

    Blocks on the way are copied, so that the tree they come from stays as it is.
    """
    holders: list[tuple[dict[str, Any], str]] = []
    held: Any = value
    for part in path[: _until_list(path)]:
        key = str(part)
        if not isinstance(held, dict) or key not in held:
            break
        holders.append((held, key))
        if isinstance(held[key], dict):
            held[key] = dict(held[key])
        held = held[key]
    if not holders:
        return _stood_in(value, path)
    holder, key = holders[-1]
    del holder[key]
    return True


def _until_list(path: Sequence[str | int]) -> int:
    return next((at for at, part in enumerate(path) if isinstance(part, int)), len(path))


def _stood_in(value: dict[str, Any], path: tuple[str | int, ...]) -> bool:
    if not path or path[0] not in STAND_INS:
        return False
    value[str(path[0])] = STAND_INS[str(path[0])]
    return True


BLOCKS: Mapping[str, tuple[str, ...]] = {
    "side": ("sides",),
    "slot": ("slots",),
    "track": ("tracks",),
    "card": ("cards",),
    "redline": ("redlines",),
    "ladder": ("bargain", "ladders"),
    "package": ("bargain", "packages"),
    "event": ("calendar",),
    "ending": ("endings",),
    "place": ("places",),
    "claim": ("claims",),
    "source": ("sources",),
}
"""Where each kind of noun is given its names."""


def given_names(root: Node) -> dict[str, tuple[str, ...]]:
    """Return the names that a tree gives, faulty pieces included."""
    return {kind: tuple(_block(root, path)) for kind, path in BLOCKS.items()}


def given_ways(root: Node) -> set[str]:
    """Return the names of all branches that a tree gives its events, faulty ones included."""
    return {
        way for event in _block(root, ("calendar",)) for way in _block(root, ("calendar", event, "branches"))
    }


def _block(root: Node, path: Sequence[str]) -> Sequence[str]:
    node = root
    for key in path:
        if not isinstance(node, Block) or key not in node.entries:
            return ()
        node = node.entries[key].node
    return tuple(node.entries) if isinstance(node, Block) else ()
