"""Bounds: no number can be written of which the format does not say how large it may be."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from game.conditions.bounds import LARGEST_WRITTEN, LATEST_YEAR, LONGEST
from game.match.dates import in_words
from game.model.base import Date, Points, Whole
from game.model.scenario import Scenario
from game.model.turn import date_of_turn


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


@pytest.mark.parametrize("date", ["0000-02", "9991-01", "9999-12", "2021-02-29", "2020-02-30", "2020-04-31"])
def test_a_date_is_one_that_the_calendar_has_with_room_for_the_longest_game(date: str) -> None:
    with pytest.raises(ValidationError, match="there is no"):
        TypeAdapter(Date).validate_python(date)


def test_the_longest_game_from_the_latest_month_on_is_dated_and_told() -> None:
    latest = TypeAdapter(Date).validate_python(f"{LATEST_YEAR}-12")

    assert in_words(date_of_turn(latest, (), LONGEST)) == "November 9995"
