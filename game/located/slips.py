"""Slips from which several complaints follow, told as one: stray commas, and keys a level too deep."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from game.located.complaint import Complaint, named
from game.located.extent import Extent, whole
from game.located.findings import Finding, Grade
from game.located.introspection import fields_of
from game.located.node import Block, Node, Pair, Scalar
from game.located.suggest import did_you_mean, nearest

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


CLOSING = (",", "}")
"""What follows a key without a value inside { }."""


class CutText(NamedTuple):
    """A text that a comma has cut into pieces."""

    text: Scalar
    """Its first piece, which is a value."""

    rest: tuple[Scalar, ...]
    """The further ones, which are taken for keys."""

    where: str

    def finding(self, lines: Sequence[str], file: str) -> Finding:
        """Return the finding about it, from its first piece to its last."""
        first, last = self.text, self.rest[-1]
        message, hint = "a comma inside { } ends the text, and what follows is taken for a key", QUOTES
        place = Extent(first.line, first.column, 1)
        if first.line == last.end_line:
            whole = lines[first.line][first.column : last.end_column]
            place = Extent(first.line, first.column, len(whole))
            hint = f"put it in quotes: {json.dumps(whole, ensure_ascii=False)}"
        return Finding("S113", Grade.ERROR, message, file, *place, hint, self.where)


QUOTES = "put the whole text in quotes"


def cut_texts(
    told: Iterable[Complaint], root: Node, lines: Sequence[str]
) -> Iterator[tuple[CutText, set[Path]]]:
    """Yield the texts that commas have cut, each with the paths of what was taken for keys."""
    odd = {each.spot.path for each in told if _is_piece(each, lines)}
    for holder in dict.fromkeys(path[:-1] for path in odd):
        entries = list(_entries(root, holder))
        for at, (name, entry) in enumerate(entries):
            rest = _run(holder, entries[at + 1 :], odd)
            node = entry.node
            if (
                rest
                and (*holder, name) not in odd
                and isinstance(node, Scalar)
                and node.written
                and not node.style
            ):
                where = ".".join(map(str, (*holder, name)))
                yield CutText(node, tuple(key for key, _ in rest), where), {path for _, path in rest}


def _run(holder: Path, entries: Iterable[tuple[str, Pair]], odd: set[Path]) -> list[tuple[Scalar, Path]]:
    """Return the pieces at the start of some entries."""
    found: list[tuple[Scalar, Path]] = []
    for name, entry in entries:
        if (*holder, name) not in odd:
            break
        found.append((entry.key, (*holder, name)))
    return found


def _is_piece(complaint: Complaint, lines: Sequence[str]) -> bool:
    """Say whether an unknown key is a piece of a text: it has no value, and a comma or } follows it."""
    spot = complaint.spot
    if complaint.kind != "extra_forbidden" or complaint.given is not None or not spot.key:
        return False
    slip = " " not in spot.key.text and spot.owner and nearest(spot.key.text, fields_of(spot.owner))
    after = lines[spot.key.end_line][spot.key.end_column :].lstrip()
    return not slip and after.startswith(CLOSING)


def _entries(root: Node, path: Path) -> Iterator[tuple[str, Pair]]:
    node = root
    for part in path:
        if isinstance(node, Block) and str(part) in node.entries:
            node = node.entries[str(part)].node
        elif not isinstance(node, Block | Scalar) and isinstance(part, int):
            node = node.nodes[part]
    if isinstance(node, Block):
        yield from node.entries.items()
