"""One noun, one name: a class or module is called once in the house, or is the same thing on every floor."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.house.source import modules

CLASSES = {
    "Chance", "Climb", "Entry", "Fork", "Ground", "Home", "Kind", "Mark", "Piece", "Reason", "Rule",
    "Stage", "Step", "Tag", "Told", "View", "Way", "Words",
}  # fmt: skip
"""Class names that still stand for two things. The list shrinks: a name that is used once leaves it."""

MODULES = {"base", "blocks", "phrases", "rule", "run", "words"}
"""Module names that still stand for two things; it shrinks as well."""

SAME = {
    "advice": "what advisers say of a sheet, from counting it to drawing it",
    "arena": "computer players compared",
    "bar": "the line of the table's figures",
    "brief": "what a seat reads before it plays",
    "ending": "how a game stops",
    "feed": "the news of a month, line by line",
    "forecast": "what a sheet is likely to do",
    "glossary": "the words a scenario explains",
    "ledger": "every change and its reason",
    "lesson": "a scenario's course for newcomers, and what a class is given of it",
    "naming": "what a thing of a scenario is called where a game is told",
    "offers": "terms on the table",
    "options": "what a command is asked for",
    "pack": "one file to pass on",
    "page": "one page as it is read",
    "persona": "a computer player with a temper of its own",
    "replay": "a game played again",
    "reveal": "a month turned over",
    "schema": "what editors check a scenario by",
    "seats": "who fills which side's place",
    "settings": "what a person likes a screen to be",
    "sheet": "the order sheet",
    "terms": "a proposed set of levels and a sequence",
    "tracks": "bounded scales and where they stand",
    "trouble": "why a match cannot be opened or kept",
    "upgrade": "a scenario of an older format rewritten",
    "why": "the causes behind a reading",
    "worth": "what a thing brings in points",
}
"""Module names that stand for one thing on every floor that has them, and what that is."""

BUILDING = "classroom"
"""A floor that is still being built, which is held to this once it stands."""

BEGINNINGS = {"__init__", "__main__"}


def twice(named: Iterator[tuple[str, str]]) -> Mapping[str, list[str]]:
    """Return each name that is given more than once, with the places it is given at."""
    found = defaultdict(list)
    for name, place in named:
        found[name].append(place)
    return {name: places for name, places in found.items() if len(places) > 1}


def classes(tree: ast.Module, module: str) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name, f"{module}:{node.lineno}"


def standing() -> Mapping[str, ast.Module]:
    """Return the modules of every floor that stands, by their paths."""
    return {name: tree for name, tree in modules().items() if Path(name).parts[1] != BUILDING}


def test_a_public_class_name_is_used_once() -> None:
    found = twice(pair for module, tree in standing().items() for pair in classes(tree, module))

    assert {name: places for name, places in found.items() if name not in CLASSES} == {}
    spent = CLASSES - set(found)
    assert not spent, f"used once by now: {sorted(spent)}"


def test_a_module_name_is_used_once_or_is_the_same_thing_on_every_floor() -> None:
    stems = ((Path(module).stem, module) for module in standing())
    found = twice((stem, module) for stem, module in stems if stem not in BEGINNINGS)

    assert {name: places for name, places in found.items() if name not in MODULES | set(SAME)} == {}
    spent = (MODULES | set(SAME)) - set(found)
    assert not spent, f"used once by now: {sorted(spent)}"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("class A: ...\nclass A: ...", {"A": ["x:1", "x:2"]}),
        ("class _A: ...\nclass _A: ...", {}),
        ("class A: ...\nclass B: ...", {}),
    ],
)
def test_a_name_given_twice_is_found(source: str, found: Mapping[str, list[str]]) -> None:
    assert twice(classes(ast.parse(source), "x")) == found
