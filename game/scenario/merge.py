"""Merging: a variant's tree laid over its parent's, key by key."""

from collections.abc import Iterator
from typing import NamedTuple

from game.scenario.node import Block, Entry, Items, Node, Scalar


class Merged(NamedTuple):
    """Two trees as one."""

    root: Block
    idle: tuple[tuple[Scalar, tuple[str, ...]], ...] = ()
    """The keys a variant removes that its parent never had, each with the keys the parent has there."""

    removed: tuple[Scalar, ...] = ()
    """The keys it does remove."""


ALL = "*"
"""The key under which a null removes everything that a block inherits."""


def merged(child: Block, parent: Block) -> Merged:
    """Return *child* laid over *parent*: blocks merge, all else replaces, a written null removes.

    The parent's order stays. A new key stands before the next of the child's keys that the parent has
    as well, and at the end where there is none.
    """
    if ALL in child.entries and _removes(child.entries[ALL].node):
        own_only = {name: entry for name, entry in child.entries.items() if name != ALL}
        return merged(_block(child.line, child.column, own_only), _block(parent.line, parent.column, {}))
    entries: dict[str, Entry] = {}
    idle = [
        (entry.key, tuple(parent.entries))
        for name, entry in child.entries.items()
        if _removes(entry.node) and name not in parent.entries
    ]
    removed: list[Scalar] = []
    for name in _order(child, parent):
        own, inherited = child.entries.get(name), parent.entries.get(name)
        if own is None:
            entries[name] = parent.entries[name]
        elif inherited and isinstance(own.node, Block) and isinstance(inherited.node, Block):
            inner = merged(own.node, inherited.node)
            entries[name] = Entry(own.key, inner.root)
            idle += inner.idle
            removed += inner.removed
        elif not _removes(own.node):
            entries[name] = own
        elif inherited:
            removed.append(own.key)
    return Merged(_block(child.line, child.column, entries), tuple(idle), tuple(removed))


def shifted(node: Node, by: int) -> Node:
    """Return a tree whose lines are numbered *by* more."""
    if isinstance(node, Scalar):
        return _lower(node, by)
    if isinstance(node, Items):
        return Items(node.line + by, node.column, [shifted(held, by) for held in node.nodes], node.value)
    entries = {
        name: Entry(_lower(entry.key, by), shifted(entry.node, by)) for name, entry in node.entries.items()
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


def _block(line: int, column: int, entries: dict[str, Entry]) -> Block:
    return Block(line, column, entries, {name: entry.node.value for name, entry in entries.items()})
