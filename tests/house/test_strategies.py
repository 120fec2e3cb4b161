"""What hypothesis makes up stands in one place, and every field that a rule reads is made up there."""

import ast
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.model.base import Aside, Piece, Ref, Told
from game.model.scenario import Scenario
from tests.house.source import ROOT
from tests.strategies.scenarios import scenarios

FOR_A_MACHINE = {"DataObject", "data", "sampled_from"}
"""What a state machine needs to draw from where it stands."""

SHOWN = {
    "Scenario.id", "Scenario.language", "Scenario.minutes", "Scenario.places", "Scenario.claims",
    "Scenario.questions", "Scenario.sources", "Scenario.glossary", "Slot.hold", "Track.bands", "Track.levels",
    "Card.place", "Card.group", "Event.place", "Event.day", "Inject.place", "Upkeep.rule",
}  # fmt: skip
"""What is shown, cited or asked after a game, and read by no rule."""

WORDS = (Told, Aside)

MOST_TURNS = 12
"""Turns of drawing after which a field counts as never drawn; one or two are mostly enough.

What hypothesis draws hangs on the constants of all modules that are loaded, so one turn alone is no proof.
"""


def recipes(source: str) -> set[str]:
    """Return what a module takes from hypothesis to draw by."""
    found: set[str] = set()
    if "hypothesis" not in source:
        return found
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "hypothesis.strategies":
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "hypothesis":
            found |= {name.name for name in node.names} & {"strategies"}
    return found


def test_no_test_draws_by_a_recipe_of_its_own() -> None:
    elsewhere = [path for path in (ROOT / "tests").rglob("*.py") if path.parent.name != "strategies"]
    found = {path: recipes(path.read_text(encoding="utf-8")) - FOR_A_MACHINE for path in elsewhere}

    assert {str(path.relative_to(ROOT)): names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from hypothesis import given, strategies as st", {"strategies"}),
        ("from hypothesis.strategies import integers", {"integers"}),
        ("from hypothesis import given", set()),
    ],
)
def test_a_recipe_is_known_by_its_import(source: str, found: set[str]) -> None:
    assert recipes(source) == found


def pieces(model: type[Piece] = Scenario, seen: frozenset[type] = frozenset()) -> Iterator[type[Piece]]:
    """Yield every kind of piece that a rule may read."""
    yield model
    for name, field in model.model_fields.items():
        if read_by_a_rule(model, name, field):
            for kind in _kinds(field.annotation):
                if kind not in seen | {model}:
                    yield from pieces(kind, seen | {model})


def _kinds(annotation: object) -> Iterator[type[Piece]]:
    if isinstance(annotation, type) and issubclass(annotation, Piece):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _kinds(part)


def read_by_a_rule(model: type[Piece], name: str, field: FieldInfo) -> bool:
    """Return whether a field is more than words, and not among what is only shown."""
    marks = field.metadata
    about = any(isinstance(mark, WORDS) for mark in marks) or any(
        isinstance(mark, Ref) and set(mark.kinds) <= {"icon", "claim", "source"} for mark in marks
    )
    return not about and f"{model.__name__}.{name}" not in SHOWN and name not in ("cites", "tag")


def said(value: object) -> Iterator[str]:
    """Yield the fields that a scenario sets, each as its model and its name."""
    if isinstance(value, BaseModel):
        for name in value.model_fields_set:
            yield f"{type(value).__name__}.{name}"
            yield from said(getattr(value, name))
    elif isinstance(value, Mapping | tuple):
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from said(part)


def drawn(turn: int) -> set[str]:
    """Return the fields that some scenarios set; what is rare may be missing from one turn."""
    found: set[str] = set()

    @seed(turn)
    @settings(
        max_examples=50, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(scenario=scenarios())
    def draws(scenario: Scenario) -> None:
        found.update(said(scenario))

    draws()
    return found


def test_every_field_that_a_rule_reads_is_drawn() -> None:
    missing = {
        f"{model.__name__}.{name}"
        for model in pieces()
        for name, field in model.model_fields.items()
        if read_by_a_rule(model, name, field)
    }
    assert len(missing) > 60

    for turn in range(MOST_TURNS):
        missing -= drawn(turn) if missing else set()

    assert missing == set()
