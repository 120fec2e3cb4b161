"""Merging: a variant's tree laid over its parent's, key by key."""

from collections.abc import Iterator
from typing import NamedTuple

from game.located.node import Block, Items, Node, Pair, Scalar


class Merged(NamedTuple):
    """Two trees as one."""

    root: Block
    idle: tuple[tuple[Scalar, tuple[str, ...]], ...] = ()
    """The keys a variant removes that its parent never had, each with the keys the parent has there."""

    removed: tuple[Scalar, ...] = ()
    """The keys it does remove."""
    replaced: tuple["Replaced", ...] = ()
    """The lists it replaces of which nothing is left."""


class Replaced(NamedTuple):
    """A list of a parent that a variant replaces."""

    key: Scalar
    """The variant's key."""
    lost: int
    """How many of the parent's entries are gone."""
    path: tuple[str, ...]
    """The keys that lead there."""


ADDS = "+"
"""Ends the key of a list that is added to the parent's."""


ALL = "*"
"""The key under which a null removes everything that a block inherits."""


def merged(child: Block, parent: Block) -> Merged:
    """Return *child* laid over *parent*: blocks merge, all else replaces, a written null removes.

    A list under its key and a '+' is added to the parent's.
    The parent's order stays. A new key stands before the next of the child's keys that the parent has
    as well, and at the end where there is none.
    """
    if ALL in child.entries and _removes(child.entries[ALL].node):
        own_only = {name: entry for name, entry in child.entries.items() if name != ALL}
        return merged(_block(child.line, child.column, own_only), _block(parent.line, parent.column, {}))
    child = _added(child, parent)
    entries: dict[str, Pair] = {}
    idle = [
        (entry.key, tuple(parent.entries))
        for name, entry in child.entries.items()
        if _removes(entry.node) and name not in parent.entries
    ]
    removed: list[Scalar] = []
    replaced: list[Replaced] = []
    for name in _order(child, parent):
        own, inherited = child.entries.get(name), parent.entries.get(name)
        if own is None:
            entries[name] = parent.entries[name]
        elif inherited and isinstance(own.node, Block) and isinstance(inherited.node, Block):
            inner = merged(own.node, inherited.node)
            entries[name] = Pair(own.key, inner.root)
            idle += inner.idle
            removed += inner.removed
            replaced += [each._replace(path=(name, *each.path)) for each in inner.replaced]
        elif not _removes(own.node):
            entries[name] = own
            replaced += _replaced(name, own, inherited)
        elif inherited:
            removed.append(own.key)
    together = _block(child.line, child.column, entries)
    return Merged(together, tuple(idle), tuple(removed), tuple(replaced))


def _added(child: Block, parent: Block) -> Block:
    """Return a child in which the lists to be added to its parent's stand as what comes of it."""
    entries = {}
    for name, entry in child.entries.items():
        base, node = name.removesuffix(ADDS), entry.node
        inherited = parent.entries[base].node if base in parent.entries else Items(0, 0, [], [])
        adds = base != name and base not in child.entries
        if adds and isinstance(node, Items) and isinstance(inherited, Items):
            nodes, values = [*inherited.nodes, *node.nodes], [*inherited.value, *node.value]
            whole = Items(node.line, node.column, nodes, values)
            entries[base] = Pair(entry.key._replace(text=base), whole)
        else:
            entries[name] = entry
    return _block(child.line, child.column, entries)


def _replaced(name: str, own: Pair, inherited: Pair | None) -> Iterator[Replaced]:
    """Yield a list of names or pieces of which a variant keeps no entry; it may have been meant to add."""
    before = inherited.node if inherited else None
    if not isinstance(own.node, Items) or not isinstance(before, Items):
        return
    is_kept = any(each in own.node.value for each in before.value)
    if not is_kept and any(isinstance(each, str | dict) for each in before.value):
        yield Replaced(own.key, len(before.value), (name,))


def shifted(node: Node, by: int) -> Node:
    """Return a tree whose lines are numbered *by* more."""
    if isinstance(node, Scalar):
        return _lower(node, by)
    if isinstance(node, Items):
        return Items(node.line + by, node.column, [shifted(held, by) for held in node.nodes], node.value)
    entries = {
        name: Pair(_lower(entry.key, by), shifted(entry.node, by)) for name, entry in node.entries.items()
    }
    return Block(node.line + by, node.column, entries, node.value)


def _lower(scalar: Scalar, by: int) -> Scalar:
    return scalar._replace(line=scalar.line + by, end_line=scalar.end_line + by)


def _removes(node: Node) -> bool:
    """Say whether a value is a null somebody wrote; a value left empty is a slip, and told as one."""
    return isinstance(node, Scalar) and node.value is None and node.written


def _order(child: Block, parent: Block) -> Iterator[str]:
    """Yield the keys of both, each once."""
    before: dict[str, list[str]] = {}
    new: list[str] = []
    for name in child.entries:
        if name in parent.entries:
            before[name], new = new, []
        else:
            new.append(name)
    for name in parent.entries:
        yield from (*before.get(name, ()), name)
    yield from new


def _block(line: int, column: int, entries: dict[str, Pair]) -> Block:
    return Block(line, column, entries, {name: entry.node.value for name, entry in entries.items()})
