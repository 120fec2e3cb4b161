"""Remarks that may be meant as text: a blank and a '#' end a plain text, and YAML says nothing of it."""

import json
import re
from collections.abc import Iterator

from game.located.excerpt import lines_of
from game.located.findings import Finding, Grade
from game.located.node import Block, Node, Scalar

STUCK = re.compile(r"[ \t]+(#[^\s#].*?)[ \t]*$", re.MULTILINE)
"""A '#' to which something is stuck, as in "#1"; whoever means a remark leaves a blank after it."""


def remark_findings(root: Node, text: str, file: str) -> Iterator[Finding]:
    """Yield a warning for each text that such a remark follows on its line."""
    if not STUCK.search(text):
        return
    lines = lines_of(text)
    for scalar in _texts(root):
        found = STUCK.fullmatch(lines[scalar.end_line], scalar.end_column)
        if found:
            message = f"the text ends before '{found[1][:2]}', and what follows is a remark that nobody sees"
            place = (scalar.end_line, found.start(1), len(found[1]))
            yield Finding("Y036", Grade.WARNING, message, file, *place, _hint(lines, scalar, found.end(1)))


def _hint(lines: list[str], scalar: Scalar, end: int) -> str:
    """Return how to write the text whole, or the remark as one."""
    whole = lines[scalar.line][scalar.column : end]
    quoted = (
        json.dumps(whole, ensure_ascii=False) if scalar.line == scalar.end_line else "the whole in quotes"
    )
    return f"write {quoted}, or a blank after '#' if a remark is meant"


def _texts(root: Node) -> Iterator[Scalar]:
    """Yield the values of a tree that are texts without quotes."""
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            if not node.style and isinstance(node.value, str) and node.written:
                yield node
        elif isinstance(node, Block):
            waiting += [entry.node for entry in reversed(node.entries.values())]
        else:
            waiting += reversed(node.nodes)
