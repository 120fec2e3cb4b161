"""Strangers: pieces of a variant that lack what they need, since their name is a slip of an inherited one."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.located.complaint import Complaint, named
from game.located.extent import whole
from game.located.findings import Finding, Grade
from game.located.node import Block, Node, Scalar
from game.located.suggest import did_you_mean

Path = tuple[str | int, ...]


class Stranger(NamedTuple):
    """A piece that is not in the parent, under a name that is nearly that of one which is."""

    key: Scalar
    path: Path
    lacks: tuple[str, ...]
    hint: str

    def finding(self, file: str) -> Finding:
        """Return the one finding about it."""
        *first, last = [f"'{each}'" for each in self.lacks]
        lacks = f"{', '.join(first)} and {last}" if first else last
        message = f"{named(self.path)} is not in what this extends, and as a new piece it has no {lacks}"
        where = ".".join(map(str, self.path))
        return Finding("S102", Grade.ERROR, message, file, *whole(self.key), self.hint, where)


def strangers(told: Iterable[Complaint], root: Node, own_to: int) -> Iterator[tuple[Path, Stranger]]:
    """Yield the pieces of a variant whose names are slips; what it inherits begins at line *own_to*."""
    lacking: dict[Path, list[Complaint]] = {}
    for each in told:
        if each.kind == "missing" and len(each.spot.path) > 1 and each.spot.key:
            lacking.setdefault(each.spot.path, []).append(each)
    for path, found in lacking.items():
        key = found[0].spot.key
        siblings = [name for name, line in _siblings(root, path) if line >= own_to]
        hint = did_you_mean(str(path[-1]), siblings) if key and key.line < own_to else ""
        if key and hint:
            yield path, Stranger(key, path, tuple(str(each.spot.missing) for each in found), hint)


def _siblings(root: Node, path: Path) -> Iterator[tuple[str, int]]:
    """Yield the keys beside the one at the end of a path, each with its line."""
    node: Node = root
    for part in path[:-1]:
        entry = node.entries.get(str(part)) if isinstance(node, Block) else None
        node = entry.node if entry else Scalar(0, 0, 0, 0, "", None, "")
    if isinstance(node, Block):
        yield from ((name, entry.key.line) for name, entry in node.entries.items())
