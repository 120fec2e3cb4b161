"""Turns and their dates (§3.1)."""

import pytest
from pydantic import ValidationError

from game.model.scenario import Scenario
from game.model.turn import turn_of
from tests.builders import SMALL

DAYS = ("2015-08-04", "2015-08-10", "2015-08-20", "2015-08-22")
PAIRS = ("2021-01", "2021-03", "2021-05")


@pytest.mark.parametrize(
    ("turns", "date", "number"),
    [
        pytest.param(DAYS, "2015-08-04", 1, id="3.1 a turn begins on its first day"),
        pytest.param(DAYS, "2015-08-09", 1, id="3.1 and lasts until the next begins"),
        pytest.param(DAYS, "2015-08-25", 4, id="3.1 the last turn has no end"),
        pytest.param(DAYS, "2015-07-31", 0, id="3.1 nothing falls before the first"),
        pytest.param(PAIRS, "2021-02", 1, id="3.1 a turn of two months holds both"),
        pytest.param(PAIRS, "2021-03-25", 2, id="3.1 a day may date an event of a month"),
        pytest.param((), "2021-03", 3, id="3.1 without dates each month is a turn"),
    ],
)
def test_a_date_falls_in_its_turn(turns: tuple[str, ...], date: str, number: int) -> None:
    assert turn_of("2021-01", turns, date) == number


@pytest.mark.parametrize(
    "turns",
    [
        pytest.param(["2015-08-04"], id="one date for each turn"),
        pytest.param(["2015-08-10", "2015-08-04"], id="the earliest first"),
        pytest.param(["2015-07-10", "2015-08-04"], id="from the month of the start on"),
    ],
)
def test_turns_that_do_not_fit_are_refused(turns: list[str]) -> None:
    written = {**SMALL, "start": "2015-08", "months": 2, "turns": turns}
    with pytest.raises(ValidationError, match="turns"):
        Scenario.model_validate(written)
