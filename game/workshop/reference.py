"""The format reference: every block and key of a scenario in a table, made from the models themselves."""

import json
import re
from collections.abc import Iterator, Mapping
from inspect import getdoc, signature
from typing import Any

import game
from game.conditions.bounds import LARGEST_WRITTEN
from game.lint.finding_codes import FILE as CODES
from game.lint.icon_names import icon_names
from game.match.glimpse import glimpse_schema
from game.model.base import REFERS
from game.scenario.nouns import NOUNS, SUFFIX
from game.scenario.shelf import FILE
from game.study.report import StudyReport
from game.workshop.schema import raw_schema, without_null

HEAD = """\
# The format of a scenario

A scenario is one YAML file, or several by noun. Its blocks and keys are listed here; `simmer docs` makes
this page from the program itself, so it is never behind. Keys in **bold** must be given. *Names* stand for
something else in the scenario, and `simmer check` says so if it is not there. A *condition* is a text such
as `tension >= 7 and not in_force()`, or `true`; an *amount* is a whole number or such a text that gives
one. What a finding's code means is told in [findings](findings.md), how an editor helps in
[editors](editors.md); [icons](icons.md) shows all icons.
"""

API_HEAD = """\
# Simmer from Python

What `import game` offers; `simmer docs` makes this page from the program.
A type checker knows the types, and README shows a game in eight lines.
"""

ICONS_HEAD = """\
# The icons

`icon:` of a track or a card takes one of these {count} names; `simmer docs` makes this page from the icons
that travel with Simmer. A name that is not here is told by `simmer check`, and a circle is drawn in its
place. Where the icons come from is told in [CREDITS](../../assets/CREDITS.md).
"""

ICONS_A_ROW = 4

KINDS = {
    ("boolean", "string"): "a condition",
    ("integer", "string"): "an amount",
    ("integer",): "a whole number",
    ("number",): "a number",
    ("string",): "text",
    ("boolean",): "`true` or `false`",
}
"""What the types of a schema are called."""


BY_NOUN = f"""## By noun

A scenario is `{FILE}` alone, or the nouns below stand in files of their own beside it, read together
as one. Every key may stand in its noun's file or in `{FILE}`, in one of them alone; a key that no file
below holds stands in `{FILE}`. The texts of a translation `ko.yaml` may stand by noun in `ko/`, each file
with the key `texts`. A file that begins with `# yaml-language-server: $schema=.schema/cards.json` is
completed by editors; `simmer check` writes that schema where there is a `.schema/scenario.json`.
"""
"""What stands above the table of noun files."""


def pages() -> Mapping[str, str]:
    """Return the pages that are made from the program, by their names."""
    findings = CODES.read_text(encoding="utf-8")
    return {
        "format.md": format_page(),
        "findings.md": findings,
        "icons.md": icons_page(),
        "api.md": api_page(),
        "glimpse.json": _json(_closed(glimpse_schema())),
        "study.json": _json(StudyReport.model_json_schema(mode="serialization")),
    }


def api_page() -> str:
    """Return what `import game` offers, from its own docstrings, in Markdown."""
    return "\n".join((API_HEAD, *(_offered(name, getattr(game, name)) for name in game.__all__)))


def _offered(name: str, thing: object) -> str:
    """Return what one name of the front door is and does."""
    taken = f"class {name}(ValueError)" if isinstance(thing, type) else f"{name}{_taken(thing)}"
    return f"## {name}\n\n```python\n{taken}\n```\n\n{getdoc(thing)}\n"


def _taken(thing: object) -> str:
    """Return a function's arguments and what it returns, types by their names."""
    assert callable(thing)
    return re.sub(r"(: |-> )'([^']*)'", r"\1\2", str(signature(thing)))


def _closed(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a schema that says of every object that it has no other keys; older pydantic leaves that out."""
    closed = {"additionalProperties": False}
    pieces = {name: each | (closed if "properties" in each else {}) for name, each in schema["$defs"].items()}
    return {**schema, **closed, "$defs": pieces}


def _json(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, indent=2, sort_keys=True) + "\n"


def icons_page() -> str:
    """Return the page that shows every icon beside its name, in Markdown."""
    names = sorted(icon_names())
    cells = [f"![](../../assets/icons/{name}.svg) `{name}`" for name in names]
    cells += [""] * (-len(cells) % ICONS_A_ROW)
    rows = [" | ".join(cells[at : at + ICONS_A_ROW]) for at in range(0, len(cells), ICONS_A_ROW)]
    bars = f"|{' |' * ICONS_A_ROW}\n|{'---|' * ICONS_A_ROW}"
    return "\n".join((ICONS_HEAD.format(count=len(names)), bars, *(f"| {row} |" for row in rows), ""))


def format_page() -> str:
    """Return the reference of the format in Markdown."""
    raw = raw_schema()
    kinds = {"Scenario": raw, **raw["$defs"]}
    sections = [_section(name, kinds[name], kinds) for name in _in_order(kinds)]
    return "\n".join((HEAD, _by_noun(), *sections))


def _by_noun() -> str:
    """Return the table of the files that a scenario may be split into."""
    rows = (f"| `{noun}{SUFFIX}` | {', '.join(f'`{key}`' for key in keys)} |" for noun, keys in NOUNS.items())
    return "\n".join((BY_NOUN, "| File | Keys it may hold |", "|---|---|", *rows, ""))


def _in_order(kinds: Mapping[str, Any]) -> list[str]:
    """Return the names of all blocks, each after the first that holds it."""
    found, waiting = ["Scenario"], ["Scenario"]
    while waiting:
        for name in _referred(kinds[waiting.pop(0)].get("properties", {})):
            if name not in found and "properties" in kinds[name]:
                found.append(name)
                waiting.append(name)
    return found


def _referred(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"].rsplit("/", 1)[-1]
        for value in node.values():
            yield from _referred(value)
    elif isinstance(node, list):
        for value in node:
            yield from _referred(value)


def _section(name: str, kind: Mapping[str, Any], kinds: Mapping[str, Any]) -> str:
    rows = [
        f"| {_key(key, kind)} | {_takes(node, kinds)}{_default(node)} | {_meaning(node)} |"
        for key, node in kind["properties"].items()
    ]
    head = f"## {name}\n\n{kind.get('description', '')}\n\n| key | takes | meaning |\n|---|---|---|"
    return "\n".join((head, *rows, ""))


def _meaning(node: Mapping[str, Any]) -> str:
    return " ".join(node.get("description", "").split())


def _key(key: str, kind: Mapping[str, Any]) -> str:
    return f"**`{key}`**" if key in kind.get("required", ()) else f"`{key}`"


def _default(node: Mapping[str, Any]) -> str:
    given = node.get("default")
    if given in (None, "", [], {}) or isinstance(given, dict):
        return ""
    return f"; `{str(given).lower() if isinstance(given, bool) else given}` if left out"


def _takes(given: Mapping[str, Any], kinds: Mapping[str, Any]) -> str:
    """Return what a value of this schema is, in a few words."""
    node = without_null(dict(given))
    if REFERS in node:
        return " or ".join(_a(kind) for kind in node[REFERS])
    if "$ref" in node:
        return _referent(node["$ref"].rsplit("/", 1)[-1], kinds)
    if "anyOf" in node:
        return " or ".join(_takes(option, kinds) for option in node["anyOf"])
    if "const" in node or "enum" in node:
        return _one_of(node.get("enum", [node.get("const")]))
    if node.get("type") in ("object", "array"):
        return _many(node, kinds)
    return KINDS[_types(node)] + _bounds(node)


def _types(node: Mapping[str, Any]) -> tuple[str, ...]:
    types = node.get("type", "string")
    return (types,) if isinstance(types, str) else tuple(sorted(types))


def _a(kind: str) -> str:
    return f"*{'an' if kind[0] in 'aeiou' else 'a'} {kind}*"


def _referent(name: str, kinds: Mapping[str, Any]) -> str:
    if "enum" in kinds[name]:
        return _one_of(kinds[name]["enum"])
    return f"[{name}](#{name.lower()})"


def _one_of(words: list[Any]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _many(node: Mapping[str, Any], kinds: Mapping[str, Any]) -> str:
    if node["type"] == "array":
        inner = node.get("prefixItems") or [node.get("items", {})]
        told = " and ".join(_takes(each, kinds) for each in inner)
        return f"a list: {told}"
    key, held = node.get("propertyNames", {}), node.get("additionalProperties", {})
    told = " or ".join(_a(kind) for kind in key[REFERS]) if REFERS in key else "a name of your own"
    for pattern, value in node.get("patternProperties", {}).items():
        told, held = f"keys{_bounds({'pattern': pattern})}", value
    return f"a block; by {told}: {_takes(held, kinds)}"


def _bounds(node: Mapping[str, Any]) -> str:
    if "pattern" in node:
        return f" matching `{node['pattern']}`".replace("|", "\\|")
    if "exclusiveMinimum" in node:
        return f" above {node['exclusiveMinimum']:,}, up to {node['maximum']:,}"
    low, high = node.get("minimum"), node.get("maximum")
    if high in (None, LARGEST_WRITTEN):
        return "" if low in (None, -LARGEST_WRITTEN) else f" from {low}"
    return f" from {low:,} to {high:,}"
