"""What a stock JSON Schema validator says of a scenario, told by the lines of its file."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from game.located.compose import compose
from game.located.node import Block, Items, Node
from game.workshop.schema import editor_schema


@cache
def validator() -> Draft202012Validator:
    """Return a validator of the schema that all scenarios share."""
    return Draft202012Validator(editor_schema())


def flagged(source: str, by: Draft202012Validator | None = None) -> set[int]:
    """Return the lines, from 0, that a validator complains of."""
    root = compose(source).root
    assert root is not None
    return {line for error in (by or validator()).iter_errors(root.value) for line in _lines(error, root)}


def _lines(error: ValidationError, root: Node) -> Iterator[int]:
    """Yield where an error stands: at a value, at the owner of a missing key, at each key that is wrong."""
    node, line = _at(root, list(error.absolute_path))
    if error.validator == "additionalProperties" and isinstance(node, Block):
        yield from (node.entries[key].key.line for key in _unknown(error, node))
    elif isinstance(node, Block) and isinstance(error.instance, str):
        yield node.entries[error.instance].key.line
    else:
        yield line


def _at(root: Node, path: list[Any]) -> tuple[Node, int]:
    """Return the node at a path, and the line of its key."""
    node, line = root, root.line
    for part in path:
        if isinstance(node, Block):
            entry = node.entries[part]
            node, line = entry.node, entry.key.line
        elif isinstance(node, Items):
            node = node.nodes[part]
            line = node.line
    return node, line


def _unknown(error: ValidationError, node: Block) -> list[str]:
    assert isinstance(error.schema, dict)
    known, patterns = error.schema.get("properties", {}), error.schema.get("patternProperties", {})
    fits = {key for key in node.entries for pattern in patterns if re.search(pattern, key)}
    return [key for key in node.entries if key not in known and key not in fits]
