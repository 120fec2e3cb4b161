"""Upgrading: a scenario of an older format written anew by edits of its text, remarks and layout kept.

Each step leads from one format to the next: keys that were renamed, by where they stand, and words of
conditions that were. Format 0 is the draft in which the first scenarios were sketched.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from game.located.compose import compose
from game.located.edits import Edit, edited
from game.located.excerpt import lines_of
from game.located.extent import stretch
from game.located.node import Block, Items, Node, Scalar

Path = tuple[str, ...]

ANY = "*"
"""Stands in a path for every key and every entry."""


class UpgradeStep(NamedTuple):
    """What changed from one format to the next."""

    keys: Mapping[Path, str]
    """The new name of each renamed key, by the path that led to it."""

    words: Mapping[str, str]
    """The new name of each renamed word of the condition language."""


STEPS: Mapping[int, UpgradeStep] = {
    0: UpgradeStep(
        keys={
            ("actors",): "sides",
            ("cards", ANY, "actor"): "side",
            ("personas", ANY, "actor"): "side",
            ("redlines", ANY, "if_ignored"): "backed_down",
        },
        words={"turn": "month", "turns_since": "months_since"},
    ),
}
"""The step away from each older format."""

CONDITIONS = frozenset(
    {"when", "chance", "grade", "asks", "needs", "faith", "ever", "ends", "mean", "within"}
)
"""Keys whose text is a condition or an amount, in every format so far."""

AMOUNTS = frozenset({"effects", "price", "failed", "signed", "breach", "stalled", "undone", "backed_down"})
"""Blocks whose values are amounts."""


def format_of(root: Node) -> int | None:
    """Return the format a tree says it is written in; 0 for a draft that says nothing, None if unclear."""
    if not isinstance(root, Block):
        return None
    entry = root.entries.get("format")
    if entry is None:
        return 0 if any((key,) in STEPS[0].keys for key in root.entries) else None
    node = entry.node
    return int(node.text) if isinstance(node, Scalar) and re.fullmatch(r"[0-9]{1,9}", node.text) else None


def upgraded_whole(source: str, beside: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
    """Return a scenario's text and those *beside* it in noun files, by name, in the format of this version.

    They stay as they are where nothing can or need be done. Only the first says in which format all are.
    """
    root, parts = compose(source).root, dict(beside)
    written = None if root is None else format_of(root)
    while root is not None and written is not None and written in STEPS:
        step, lines = STEPS[written], lines_of(source)
        source = edited(source, (*_numbered(root, written + 1), *_edits(root, step, lines)))
        parts = {name: _part(text, step) for name, text in parts.items()}
        root, written = compose(source).root, written + 1
    return source, parts


def _part(source: str, step: UpgradeStep) -> str:
    """Return the text of a noun file after one step."""
    root = compose(source).root
    return source if root is None else edited(source, _edits(root, step, lines_of(source)))


def _edits(root: Node, step: UpgradeStep, lines: Sequence[str]) -> Iterator[Edit]:
    """Yield the edits of one step in one file."""
    for path, key, node in _entries(root):
        new = next((name for old, name in step.keys.items() if _fits(path, old)), None)
        if new is not None:
            yield Edit(key.line, key.column, key.end_column - key.column, new)
        if isinstance(node, Scalar) and (path[-1] in CONDITIONS or (path[-2:-1] and path[-2] in AMOUNTS)):
            yield from _reworded(node, step.words, lines)


def _numbered(root: Node, into: int) -> Iterator[Edit]:
    """Yield the edit that gives a file the number of its new format."""
    assert isinstance(root, Block)
    entry = root.entries.get("format")
    if entry is None:
        yield Edit(root.line, root.column, 0, f"format: {into}\n")
    elif isinstance(entry.node, Scalar):
        yield Edit(entry.node.line, entry.node.column, len(entry.node.text), str(into))


def _entries(root: Node) -> Iterator[tuple[Path, Scalar, Node]]:
    """Yield every key of a tree with the path that ends in it and what stands under it."""
    waiting: list[tuple[Path, Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, Block):
            for name, (key, held) in node.entries.items():
                yield (*path, name), key, held
                waiting.append(((*path, name), held))
        elif isinstance(node, Items):
            waiting += [((*path, ANY), held) for held in node.nodes]


def _fits(path: Path, pattern: Path) -> bool:
    return len(path) == len(pattern) and all(
        want in (ANY, part) for part, want in zip(path, pattern, strict=True)
    )


def _reworded(node: Scalar, words: Mapping[str, str], lines: Sequence[str]) -> Iterator[Edit]:
    """Yield the edits that give the words of a condition their new names."""
    for found in re.finditer(r"[^\W\d]\w*", node.text):
        if found[0] in words:
            yield Edit(*stretch(node, lines, found.start(), found.end()), words[found[0]])
