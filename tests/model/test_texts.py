"""Every text that people read is marked as one, so that it is translated."""

import inspect
from importlib import import_module
from pathlib import Path

import game.model
from game.model.base import Piece, Told

UNREAD = {
    "Card.icon", "Track.icon", "Source.date", "Source.where", "Upkeep.rule", "Term.korean", "Scenario.id",
    "Test.says", "Scenario.language", "Fact.date",
}  # fmt: skip
"""Fields of text that are no words: names of icons, dates, addresses, and what only authors read."""


def test_a_field_of_text_is_told_a_name_or_known_to_be_unread() -> None:
    folder = Path(game.model.__file__).parent
    modules = [import_module(f"game.model.{path.stem}") for path in sorted(folder.glob("[a-z]*.py"))]
    pieces = {
        each for module in modules for _name, each in inspect.getmembers(module, inspect.isclass)
        if issubclass(each, Piece)
    }  # fmt: skip
    bare = {
        f"{piece.__name__}.{name}"
        for piece in pieces
        for name, field in piece.model_fields.items()
        if field.annotation is str and not field.metadata
    }
    told = [field for piece in pieces for field in piece.model_fields.values() if Told() in field.metadata]
    assert len(told) > 40
    assert bare <= UNREAD, f"mark these as Text, or say here that nobody reads them: {sorted(bare - UNREAD)}"
