"""From a validation error's address to its place in the file."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from game.located.introspection import Hint, Model, inside, key_of, members, model_in, tagged
from game.located.node import Block, Items, Node, Scalar

KEY = "[key]"


class Reached(NamedTuple):
    """How far an address leads into a file, and what the model expects there."""

    node: Node
    """The node reached."""

    key: Scalar | None = None
    """The key it stands under; none for the whole file and for entries of a list."""

    path: tuple[str | int, ...] = ()
    """The keys and entries on the way."""

    hint: Hint = Any
    """The annotation of what should stand there; `Any` where nothing is known."""

    owner: Model | None = None
    """The model whose key it is."""

    missing: str | int | None = None
    """The next part of the address, where the file has nothing for it."""

    on_key: bool = False
    """Whether the key itself is meant."""

    @property
    def where(self) -> str:
        """The path as authors write it, such as cards.icbm_test.effects."""
        return ".".join(str(part + 1) if isinstance(part, int) else part for part in self.path)


def locate(loc: Sequence[str | int], model: Hint, root: Node) -> Reached:
    """Follow the address *loc* down the file and the model together.

    Parts of the address that name a member of a union are no keys of the file and are passed over.
    """
    spot, holder = Reached(root, hint=model), model
    for part in loc:
        if part == KEY:
            return spot._replace(on_key=True, hint=key_of(holder))
        holder = spot.hint
        allowed = members(holder)
        chosen = tagged(allowed, part) if len(allowed) > 1 else None
        spot = spot._replace(hint=chosen) if chosen else _step(spot, part)
        if spot.missing is not None:
            return spot
    return spot


def _step(spot: Reached, part: str | int) -> Reached:
    """Go one part down; a part the file lacks ends the way, or names the member of a union."""
    allowed = members(spot.hint)
    known = allowed[0] if len(allowed) == 1 else _member(allowed, spot.node)
    found = _child(spot.node, part)
    if found:
        return Reached(found[1], found[0], (*spot.path, part), inside(known, part), model_in(known))
    if known is Any:
        return spot._replace(hint=Any)
    return spot._replace(missing=part, owner=model_in(known))


def _member(allowed: Sequence[Hint], node: Node) -> Hint:
    """Return the member of a union that a block's own tag chooses."""
    values = node.value.values() if isinstance(node, Block) else ()
    return next(filter(None, (tagged(allowed, value) for value in values if isinstance(value, str))), Any)


def _child(node: Node, part: str | int) -> tuple[Scalar | None, Node] | None:
    if isinstance(node, Block) and part in node.entries:
        return node.entries[str(part)]
    if isinstance(node, Items) and isinstance(part, int) and part < len(node.nodes):
        return None, node.nodes[part]
    return None
