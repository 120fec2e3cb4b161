"""Bounds: no number can be written of which the format does not say how large it may be."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from game.conditions.bounds import LARGEST_WRITTEN
from game.model.base import Points, Whole
from game.model.scenario import Scenario


def numbers(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the schema of every number, with where in the whole schema it stands."""
    if isinstance(node, dict):
        kinds = node.get("type", ())
        if {"integer", "number"} & set([kinds] if isinstance(kinds, str) else kinds) and "const" not in node:
            yield path, node
        for key, held in node.items():
            yield from numbers(held, f"{path}.{key}")
    elif isinstance(node, list):
        for number, held in enumerate(node):
            yield from numbers(held, f"{path}.{number}")


def test_every_number_of_the_format_has_a_least_and_a_greatest() -> None:
    found = dict(numbers(Scenario.model_json_schema()))
    ends = (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum"))
    open_ended = [path for path, node in found.items() if not all(node.keys() & set(end) for end in ends)]

    assert len(found) > 60
    assert open_ended == []


@pytest.mark.parametrize("number", [float("inf"), float("-inf"), float("nan"), 1000.5, -1e308])
def test_points_are_numbers_within_their_bound(number: float) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Points).validate_python(number)


@pytest.mark.parametrize("number", [LARGEST_WRITTEN + 1, -LARGEST_WRITTEN - 1, 2**63, -(2**200)])
def test_a_whole_number_has_nine_digits_at_most(number: int) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Whole).validate_python(number)
