"""The schema of a scenario as editors read it: what keys there are, what they take, which go together."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

from game.lint.icon_names import icon_names
from game.lint.names import ICON, Names, names_of
from game.located.compose import compose
from game.located.findings import Finding, Grade
from game.located.node import Block
from game.located.partial import given_names
from game.located.source import read_source
from game.match.files import write_whole
from game.model.base import REFERS
from game.model.card import CardKind, Scale
from game.model.scenario import Scenario
from game.scenario.inheritance import trace
from game.scenario.merge import ADDS
from game.scenario.nouns import NOUNS, noun_paths
from game.scenario.reader import read_scenario_text
from game.scenario.shelf import FILE, find

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
BESIDE = ".schema/scenario.json"
"""Where a scenario's folder keeps the schema that its first line leads editors to."""

VARIED = "Varied"
"""Begins the names of what a variant may leave out or take away."""

TOGETHER: Mapping[str, Schema] = {
    "Card": {
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": "provocation"}}, "required": ["kind"]},
                "then": {"required": ["scale"]},
                "else": {"properties": {"scale": False}},
            },
            {
                "if": {"properties": {"scale": {"const": "ambiguous"}}, "required": ["scale"]},
                "then": {"required": ["attribution"]},
                "else": {"properties": {"attribution": False}},
            },
        ]
    },
    "Goal": {
        "if": {"required": ["when"]},
        "then": {"properties": {"grade": False}},
        "else": {"required": ["grade"]},
    },
    "Claim": {"dependentRequired": {"measure": ["expect"], "expect": ["measure"]}},
}
"""Keys that depend on one another, as the models' own checks have it."""

GIVEN = (("Scenario", "sides"), ("Bargain", "ladders"))
"""Blocks whose keys name something new, although their type says that they name what there is."""


def names_for(name: str | Path) -> Names | Finding:
    """Return the names that a scenario gives, even if it has errors; or why its file cannot be read.

    A variant may speak of what it takes away, so the names of what it extends count as well.
    """
    path = find(name)
    if isinstance(path, Finding):
        return path
    source = read_source(path)
    if isinstance(source, Finding):
        return source
    lineage = trace(source, str(path), path)
    if lineage.root is None or lineage.gaps:
        return next(each for each in lineage.findings if each.grade is Grade.ERROR)
    trees = [compose(page.source).root for page in lineage.pages]
    given = [given_names(tree) for tree in trees if tree is not None]
    scenario, _ = read_scenario_text(source, str(path), path=path)
    whole = names_of(scenario) if scenario else {"class": (*CardKind, *Scale)}
    kinds = {*whole, *(kind for names in given for kind in names)}
    return {
        kind: tuple(chain(whole.get(kind, ()), *(each.get(kind, ()) for each in given))) for kind in kinds
    }


def refresh(path: Path) -> None:
    """Let the schema beside a scenario, if there is one, know the names the scenario gives by now.

    Every noun file there is gets one of its own, which leads to that.
    """
    beside = path.parent / BESIDE
    if not beside.is_file():
        return
    names = names_for(path)
    if isinstance(names, Finding):
        return
    source = read_source(path)
    root = compose(source).root if isinstance(source, str) else None
    varied = isinstance(root, Block) and "extends" in root.entries
    texts = {beside: written(editor_schema(names))}
    if path.name == FILE:
        nouns = [noun for noun, _at in noun_paths(path.parent)]
        texts |= {path.parent / noun_schema_path(noun): written(noun_schema(noun, varied)) for noun in nouns}
    for at, text in texts.items():
        if not at.is_file() or at.read_bytes() != text.encode():
            write_whole(at, text.encode())


def noun_schema_path(noun: str) -> str:
    """Return where a scenario's folder keeps the schema of a noun's file."""
    return f"{Path(BESIDE).parent.as_posix()}/{noun}.json"


def noun_schema(noun: str, varied: bool = False) -> Schema:
    """Return the JSON Schema of a noun's file, leading to the one beside; *varied* for a variant's."""
    kind = f"{Path(BESIDE).name}#/$defs/{VARIED if varied else ''}Scenario/properties"
    return {
        "$schema": DIALECT,
        "title": f"The {noun} of a scenario of Simmer",
        "type": "object",
        "properties": {key: {"$ref": f"{kind}/{key}"} for key in NOUNS[noun]},
        "additionalProperties": False,
    }


def written(schema: Schema) -> str:
    """Return a schema as text, the same wherever it is written."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def editor_schema(names: Names | None = None) -> Schema:
    """Return the JSON Schema of a scenario, clear to stock editors.

    Nulls are left out, since a value left empty is a slip; keys that go together are told by kind. With
    *names* every name must be one of them. A variant may leave out anything, and take away with null.
    """
    raw = raw_schema()
    kinds = {**raw["$defs"], "Scenario": {key: value for key, value in raw.items() if key != "$defs"}}
    whole = {name: _plain({**kind, **TOGETHER.get(name, {})}, names) for name, kind in kinds.items()}
    for kind, key in GIVEN:
        whole[kind]["properties"][key].pop("propertyNames", None)
    varied = {f"{VARIED}{name}": _varied(kind) for name, kind in whole.items() if "properties" in kind}
    return {
        "$schema": DIALECT,
        "title": "A scenario of Simmer",
        "type": "object",
        "if": {"required": ["extends"]},
        "then": {"$ref": f"#/$defs/{VARIED}Scenario"},
        "else": {"$ref": "#/$defs/Scenario"},
        "$defs": {**whole, **varied},
    }


@cache
def raw_schema() -> Schema:
    """Return the schema as the models give it; not to be written to."""
    return Scenario.model_json_schema()


def _plain(node: Any, names: Names | None) -> Any:
    """Return a part of a schema without nulls and titles, its references told or left out."""
    if not isinstance(node, dict):
        return [_plain(each, names) for each in node] if isinstance(node, list) else node
    node = without_null(node)
    kept = {
        key: _each(value, lambda part: _plain(part, names)) if key in HOLDERS else _plain(value, names)
        for key, value in node.items()
        if key not in ("title", REFERS) or (key == "title" and not isinstance(value, str))
    }
    kinds = node.get(REFERS, ())
    if kinds == [ICON]:
        kept["enum"] = sorted(icon_names())
    elif kinds and names is not None:
        kept["enum"] = list(dict.fromkeys(name for kind in kinds for name in names.get(kind, ())))
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    return {key: value for key, value in kept.items() if key != "propertyNames" or value}


HOLDERS = ("properties", "patternProperties", "$defs", "dependentRequired")
"""Keywords whose keys are no keywords but an author's."""


def _each(block: Mapping[str, Any], change: Callable[[Any], Any]) -> Schema:
    return {name: change(value) for name, value in block.items()}


def without_null(node: Schema) -> Schema:
    """Return a node that does not offer nothing as a choice or a default."""
    options = [each for each in node.get("anyOf", ()) if each != {"type": "null"}]
    rest = {key: value for key, value in node.items() if key != "anyOf" and (key, value) != ("default", None)}
    if len(options) == 1:
        return {**options[0], **rest}
    return {**rest, "anyOf": options} if options else rest


def _varied(kind: Schema) -> Schema:
    """Return what a variant may say of a piece: any part of it, and null to take one away."""
    loose = {
        key: value for key, value in kind.items() if key not in ("required", "allOf", "if", "then", "else")
    }
    loose.pop("dependentRequired", None)
    loose["properties"] = {key: _removable(value) for key, value in kind["properties"].items()}
    lists = {key: value for key, value in loose["properties"].items() if _is_list(value)}
    loose["properties"] |= {f"{key}{ADDS}": value for key, value in lists.items()}
    return loose


def _is_list(node: Any) -> bool:
    """Say whether a value is a list that can be added to."""
    inner = node.get("else", {})
    return inner.get("type") == "array" and "prefixItems" not in inner


def _removable(node: Any) -> Any:
    """Return a value, or null in its place."""
    if not isinstance(node, dict):
        return node
    inner = dict(_referring(node))
    if isinstance(inner.get("additionalProperties"), dict):
        inner["additionalProperties"] = _removable(inner["additionalProperties"])
    if "patternProperties" in inner:
        inner["patternProperties"] = _each(inner["patternProperties"], _removable)
    if "anyOf" in inner:
        inner["anyOf"] = [_removable(option) for option in inner["anyOf"]]
    told = {key: inner.pop(key) for key in ("description", "default") if key in inner}
    return {**told, "if": {"type": "null"}, "else": inner}


def _referring(node: Schema) -> Iterator[tuple[str, Any]]:
    """Yield the parts of a node, blocks of keys as their varied twins."""
    models = {f"#/$defs/{name}" for name, kind in (*raw_schema()["$defs"].items(),) if "properties" in kind}
    for key, value in node.items():
        twin = key == "$ref" and value in models
        yield key, value.replace("#/$defs/", f"#/$defs/{VARIED}") if twin else value
