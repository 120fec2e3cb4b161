"""The words of a scenario that people read: each text by its path, and all of them told anew."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

from game.located.introspection import Hint, Model, fields_of, inside, marks_within, opened
from game.model.base import Told

Piece = TypeVar("Piece", bound=BaseModel)

Change = Callable[[str, str], str]
"""What a text becomes, by its path and its words."""


def spoken(piece: BaseModel) -> dict[str, str]:
    """Return every text of a piece by its path, such as cards.indict.title; empty ones are left out."""
    found: dict[str, str] = {}

    def noted(path: str, text: str) -> str:
        found[path] = text
        return text

    retold(piece, noted)
    return found


def retold(piece: Piece, change: Change) -> Piece:
    """Return a piece with every text changed; entries of a list are counted from 1 in a path."""
    return _model(piece, "", change)


def _model(piece: Piece, path: str, change: Change) -> Piece:
    parts = {name: (getattr(piece, name), hint) for name, hint in _speaking(type(piece))}
    told = {name: _told(held, hint, f"{path}{name}", change) for name, (held, hint) in parts.items()}
    return piece.model_copy(update=told)


def _told(held: Any, hint: Hint, path: str, change: Change) -> Any:
    """Return what stands under a path, its texts changed."""
    if isinstance(held, str):
        return change(path, held) if held and _is_text(hint) else held
    if isinstance(held, BaseModel):
        return _model(held, f"{path}.", change)
    if isinstance(held, Mapping):
        return {key: _told(each, inside(hint, key), f"{path}.{key}", change) for key, each in held.items()}
    if isinstance(held, tuple):
        numbered = enumerate(held)
        return tuple(_told(each, inside(hint, n), f"{path}.{n + 1}", change) for n, each in numbered)
    return held


@cache
def _speaking(model: Model) -> tuple[tuple[str, Hint], ...]:
    """Return the fields of a model that hold texts, at any depth."""
    fields = fields_of(model).items()
    return tuple((name, hint) for name, hint in fields if any(map(_is_mark, marks_within(hint))))


def _is_text(hint: Hint) -> bool:
    return any(map(_is_mark, opened(hint)[1]))


def _is_mark(mark: object) -> bool:
    return isinstance(mark, Told)
