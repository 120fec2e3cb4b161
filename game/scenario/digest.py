"""The digest of a scenario: one number that changes when anything a game depends on changes."""

import hashlib
import json
from collections.abc import Mapping
from enum import Enum
from typing import TypeAlias

from pydantic import BaseModel

from game.model.base import Aside
from game.model.scenario import Scenario
from game.scenario.translatable import retold

Canonical: TypeAlias = "bool | float | str | list[Canonical] | dict[str, Canonical] | None"

DRESS = frozenset(
    {"id", "language", "minutes", "places", "claims", "questions", "sources", "glossary"}
    | {"cites", "tag", "icon", "place", "mark"}
)
"""Fields that change how a game is told, and nothing that is played."""


def digest(model: BaseModel) -> str:
    """Return the SHA-256 of a model's canonical JSON, in 64 hexadecimal digits.

    Comments, layout, keys that only repeat a default and what no game depends on count for nothing;
    the order of ids does, because the first ending that holds is told.
    """
    written = json.dumps(canonical(model), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def rules_digest(scenario: Scenario) -> str:
    """Return the digest of a scenario's rules alone: whatever only tells a game is left out."""
    bare = _undressed(canonical(retold(scenario, lambda _path, _text: "")))
    written = json.dumps(bare, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def _undressed(value: Canonical) -> Canonical:
    """Return a canonical value without the fields that only tell; ids stand in lists of pairs, not here."""
    if isinstance(value, dict):
        return {name: _undressed(held) for name, held in value.items() if name not in DRESS}
    return [_undressed(each) for each in value] if isinstance(value, list) else value


def canonical(value: object) -> Canonical:
    """Return *value* in the one form that is digested: mappings as lists of pairs, defaults left out."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        counted = {name: field.default for name, field in fields.items() if Aside() not in field.metadata}
        return {name: canonical(held) for name, held in value if name in counted and held != counted[name]}
    if isinstance(value, Mapping):
        return [[canonical(key), canonical(held)] for key, held in value.items()]
    if isinstance(value, list | tuple):
        return [canonical(held) for held in value]
    if isinstance(value, Enum):
        return canonical(value.value)
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)
