"""Gaps: what was cut out of a file because it cannot be read, and what may have been lost with it."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from game.located.suggest import nearest

MOST = 200
"""With more words than these a gap may hold anything."""

BEFORE_COLON = re.compile(r"(?<![\w.-])([\w.-]++)[\"']?\s*+:")
FIRST = re.compile(r"[^\w:#]*(?:([\w.-]+)|(?=:))")

ANY = ""
"""Stands for every word, where a key is missing before its colon."""


class Gap(NamedTuple):
    """A part of a file that was cut out."""

    holder: tuple[str, ...]
    """The keys that lead to the block it stood in."""

    words: frozenset[str]
    """What may be keys and names in it."""

    above: str | None = None
    """The entry above it, if it may belong in there as well: a line that lines up with no other."""

    def leaves_open(self, path: Sequence[str | int]) -> bool:
        """Say whether the block at *path* may lack something, as the gap may have stood in it."""
        inner = (*self.holder, self.above)
        return tuple(path) in (self.holder[: len(path)], (*inner, *path[len(inner) :]))

    def may_hold(self, *path: str | int) -> bool:
        """Say whether the key at the end of *path* may stand in the gap, with a slip if in its own block."""
        *block, key = path
        alike = self.may_name if len(block) >= len(self.holder) else self.names
        return self.leaves_open(block) and alike(str(key))

    def may_name(self, name: str) -> bool:
        """Say whether a name may be given in the gap, be it with a slip."""
        return self.names(name) or nearest(name, self.words) is not None

    def names(self, name: str) -> bool:
        """Say whether a name may be given in the gap as it is."""
        return name in self.words or ANY in self.words


def gap_of(lines: Sequence[str], holder: tuple[str, ...], above: str | None) -> Gap:
    """Return the gap that these lines leave in a block."""
    words = {word for line in lines for word in BEFORE_COLON.findall(line)}
    words |= {found[1] or ANY for line in lines if (found := FIRST.match(line))}
    return Gap(holder, frozenset(words if len(words) <= MOST else {ANY}), above)


def may_hold(gaps: Iterable[Gap], *path: str | int) -> bool:
    """Say whether the key at the end of *path* may stand in one of the gaps."""
    return any(gap.may_hold(*path) for gap in gaps)


def leaves_open(gaps: Iterable[Gap], path: Sequence[str | int]) -> bool:
    """Say whether the block or list at *path* may lack something that stood in one of the gaps."""
    return any(gap.leaves_open(path) for gap in gaps)
