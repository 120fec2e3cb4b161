"""Misnamed: a noun that nothing speaks of, while many places speak of one that is not there.

The places are the consequence, and the one name is the slip; only the slip is told.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from game.located.extent import whole
from game.located.findings import Finding, Grade
from game.located.node import Block, Node, Scalar
from game.located.partial import BLOCKS
from game.located.suggest import guesses

Kinds = tuple[str, ...]

ASKED_AS = {"deniable card": "card", "principal": "side"}
"""What a narrower kind of noun is given its name as."""

FEWEST = 2
"""In fewer places than these it is the place that is told."""


class Misnamed(NamedTuple):
    """A noun under a wrong name."""

    key: Scalar
    kind: str
    meant: str
    places: int


def misnamed(
    missing: Iterable[tuple[str, Kinds]], used: Collection[str], root: Node, own_to: int
) -> Iterator[Misnamed]:
    """Yield the nouns that nothing speaks of and that *missing* names are most like, each with its kinds.

    A noun is at fault only where it is of the kind that is asked for, and stands in the file itself, which
    ends before line *own_to*; and no track that only lacks its owner is looked for elsewhere.
    """
    given = list(_given(root))
    tracks = {key.text.rpartition(".")[2] for kind, key in given if kind == "track" and "." in key.text}
    idle = [(kind, key) for kind, key in given if key.text not in used and key.line < own_to]
    for (name, kinds), places in Counter(missing).items():
        if places < FEWEST or (name in tracks and "track" in kinds):
            continue
        asked = {ASKED_AS.get(kind, kind) for kind in kinds}
        of_kind = {key.text: (kind, key) for kind, key in idle if kind in asked}
        meant = guesses(name, of_kind)
        if len(meant) == 1:
            kind, key = of_kind[meant[0]]
            yield Misnamed(key, kind, name, places)


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
