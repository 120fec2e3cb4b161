"""Imagined tables: how far what a side does not see is thought to have moved (§12)."""

from collections.abc import Mapping

import numpy as np
import pytest

from game.rules.dice import WHOLE
from game.rules.imagine import imagine
from game.rules.tables import Tables
from game.rules.views import view_of
from tests.builders import a_book, a_table, played

BOOK = a_book(upkeep=None, calendar=None)
SEEDS = np.arange(400, dtype=np.uint64)


def dreamt(side: str, months: int, **starts: int) -> Tables:
    """Return what *side* imagines after so many months of holding."""
    tables = a_table(BOOK, **starts)
    for _ in range(months):
        tables = played(BOOK, tables)
    return imagine(BOOK, view_of(BOOK.sights[side], tables), SEEDS)


def shares(tables: Tables, track: str) -> Mapping[int, float]:
    """Return at which share of the tables a track has each reading."""
    readings, times = np.unique(tables.readings[BOOK.index.tracks[track]], return_counts=True)
    return dict(zip(readings.tolist(), (times / times.sum()).tolist(), strict=True))


@pytest.mark.parametrize(
    ("months", "around"),
    [
        pytest.param(0, (5,), id="nothing has moved before the first month"),
        pytest.param(1, (4, 5, 6), id="after a month by one step at most"),
        pytest.param(2, (3, 4, 5, 6, 7), id="after two by two"),
        pytest.param(4, (3, 4, 5, 6, 7), id="and never by more"),
    ],
)
def test_12_a_reading_out_of_sight_is_thought_to_drift_from_its_start(
    months: int, around: tuple[int, ...]
) -> None:
    found = shares(dreamt("south", months, north__home=9), "north.home")

    assert tuple(found) == around
    assert all(share == pytest.approx(1 / len(around), abs=0.08) for share in found.values())


def test_12_what_is_in_sight_does_not_drift() -> None:
    assert shares(dreamt("south", 4, heat=6), "heat") == {6: 1.0}
    assert shares(dreamt("north", 4, north__home=9), "north.home") == {9: 1.0}


def test_12_a_drift_stays_on_the_scale() -> None:
    assert tuple(shares(dreamt("south", 4), "north.stance")) == (0, 1, 2)


def test_12_two_hidden_readings_drift_apart() -> None:
    found = dreamt("south", 4)
    north, west = (found.readings[BOOK.index.tracks[f"{side}.home"]] for side in ("north", "west"))

    assert (north == west).mean() == pytest.approx(0.2, abs=0.08)


@pytest.mark.parametrize("side", ["west", "north"])
def test_12_a_rivals_private_limit_is_one_of_those_the_scenario_leaves_open(side: str) -> None:
    found = dreamt(side, 2).limits[BOOK.index.lines["boil"]]

    assert set(found.tolist()) == {6, 7}
    assert (found == 6).mean() == pytest.approx(0.5, abs=0.1)


def test_12_ones_own_private_limit_is_known() -> None:
    tables = a_table(BOOK)
    line = BOOK.index.lines["boil"]

    found = imagine(BOOK, view_of(BOOK.sights["south"], tables), SEEDS).limits[line]

    assert set(found.tolist()) == {int(tables.limits[line, 0])}


def test_12_a_rivals_secret_goal_is_imagined_and_ones_own_is_known() -> None:
    tables = a_table(BOOK)
    rival, own = (imagine(BOOK, view_of(BOOK.sights[side], tables), SEEDS) for side in ("south", "west"))

    assert set(rival.secrets[0].tolist()) == {0, 1}
    assert set(own.secrets[0].tolist()) == {int(tables.secrets[0, 0])}


def test_12_whether_a_reading_stands_past_an_imagined_limit_follows_from_both() -> None:
    found = dreamt("west", 1, heat=7)
    line = BOOK.index.lines["boil"]

    assert (found.past[line] == (found.limits[line] < 7)).all()
    assert {True, False} == set(found.past[line].tolist())


def test_12_an_answer_of_the_world_is_awaited_as_long_as_its_lag_may_last() -> None:
    tables = played(BOOK, a_table(BOOK), "big_test")
    awaited = []
    for _ in range(4):
        found = imagine(BOOK, view_of(BOOK.sights["west"], tables), np.arange(4000, dtype=np.uint64))
        awaited.append(float((found.due[0] > 0).mean()))
        tables = played(BOOK, tables)

    lag = np.array(BOOK.lines[0].coming[0].lag) / WHOLE
    assert awaited == pytest.approx([1 - lag[0], 1 - lag[1], 1 - lag[2], 0], abs=0.03)
