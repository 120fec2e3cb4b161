"""Misnamed: a noun that nothing speaks of, while many places speak of one that is not there.

The places are the consequence, and the one name is the slip; only the slip is told.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from game.scenario.extent import whole
from game.scenario.findings import Finding, Grade
from game.scenario.mended import BLOCKS
from game.scenario.node import Block, Node, Scalar
from game.scenario.suggest import nearest

FEWEST = 2
"""In fewer places than these it is the place that is told."""


class Misnamed(NamedTuple):
    """A noun under a wrong name."""

    key: Scalar
    kind: str
    meant: str
    places: int


def misnamed(missing: Iterable[str], used: Collection[str], root: Node) -> Iterator[Misnamed]:
    """Yield the nouns that nothing speaks of and that *missing* names are most like."""
    idle = [(kind, key) for kind, key in _given(root) if key.text not in used]
    for name, places in Counter(missing).items():
        if places < FEWEST:
            continue
        meant = nearest(name, [key.text for _, key in idle])
        found = next(((kind, key) for kind, key in idle if key.text == meant), None)
        if found:
            yield Misnamed(found[1], found[0], name, places)


def misnamed_finding(slip: Misnamed, file: str) -> Finding:
    """Return the finding about a noun under a wrong name."""
    message = f"nothing speaks of this {slip.kind}, and {slip.places} places speak of '{slip.meant}'"
    return Finding("R302", Grade.ERROR, message, file, *whole(slip.key), f"did you mean '{slip.meant}'?")


def _given(root: Node) -> Iterator[tuple[str, Scalar]]:
    """Yield every noun's key with its kind."""
    for kind, path in BLOCKS.items():
        node = root
        for key in path:
            entry = node.entries.get(key) if isinstance(node, Block) else None
            node = entry.node if entry else Scalar(0, 0, 0, 0, "", None, "")
        if isinstance(node, Block):
            yield from ((kind, entry.key) for entry in node.entries.values())
