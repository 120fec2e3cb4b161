"""Endings, near misses and secret goals (§11)."""

import numpy as np
import pytest

from game.rules.dice import ALWAYS_LUCKY, NEVER_LUCKY
from game.rules.ledger import Ledger
from game.rules.setup import set_up
from game.rules.tables import Tables
from tests.builders import a_book, a_table, played, reading

BOOK = a_book(upkeep=None, calendar=None)


def told(heat: int, lucky: bool) -> list[tuple[str, str]]:
    """Return what is told of war after a month of holding at this heat."""
    ledger = Ledger()
    dice = ALWAYS_LUCKY if lucky else NEVER_LUCKY
    played(BOOK, a_table(BOOK, heat=heat), dice=dice, ledger=ledger)
    return [(h.kind, h.title) for h in ledger.happenings if h.phase == "war"]


@pytest.mark.parametrize(
    ("heat", "lucky", "what"),
    [
        pytest.param(7, True, [], id="below the brink nothing is told"),
        pytest.param(8, False, [("near_miss", "Close.")], id="a war that did not come is told"),
        pytest.param(8, True, [("ending", "War")], id="where war came there was no near miss"),
    ],
)
def test_11_1_a_near_miss_is_told_where_war_was_near_and_did_not_come(
    heat: int, lucky: bool, what: list[tuple[str, str]]
) -> None:
    assert told(heat, lucky) == what


@pytest.mark.parametrize(("heat", "war"), [(7, False), (8, True)])
def test_11_1_war_can_break_out_from_its_tension_on(heat: int, war: bool) -> None:
    after = played(BOOK, a_table(BOOK, heat=heat), dice=ALWAYS_LUCKY)

    assert bool(after.ending[0] == 0) is war
    assert bool(after.live[0]) is not war


def worth(tables: Tables) -> dict[str, list[int]]:
    """Return what every goal is worth at every table, in hundredths."""
    found = BOOK.score(tables)
    return {mark.id: found[row].tolist() for row, mark in enumerate(BOOK.goals)}


def test_11_4_only_the_secret_goal_that_was_drawn_counts() -> None:
    tables = set_up(BOOK, [1, 1, 1], {"relief": 1}).with_parts(
        secrets=np.array([[0, 1, 0], [-1] * 3, [-1] * 3], dtype=np.int8)
    )

    assert worth(tables)["plan"] == [1000, 0, 1000]
    assert worth(tables)["pride"] == [0, 1000, 0]


def test_11_4_either_secret_goal_is_drawn_as_often() -> None:
    tables = set_up(BOOK, range(2000))

    assert (tables.secrets[0] == 0).mean() == pytest.approx(0.5, abs=0.05)
    assert set(tables.secrets[0].tolist()) == {0, 1}
    assert (tables.secrets[1:] == -1).all()


def test_11_4_a_side_is_given_its_open_goals_and_the_one_secret_goal() -> None:
    tables = a_table(BOOK, heat=5, relief=1).with_parts(secrets=np.array([[1], [-1], [-1]], dtype=np.int8))

    points = BOOK.returns(tables)[:, 0].tolist()

    assert points == [2500 + 1000, 2500, 5000]


@pytest.mark.parametrize(
    ("heat", "points"),
    [
        pytest.param(10, 0, id="at the lower end nothing"),
        pytest.param(9, 500, id="a step from it a tenth"),
        pytest.param(1, 4500, id="a step from the upper end nine tenths"),
        pytest.param(0, 5000, id="at the upper end all"),
    ],
)
def test_11_4_a_goal_is_graded_between_its_two_readings(heat: int, points: int) -> None:
    assert worth(a_table(BOOK, heat=heat))["quiet"] == [points]


@pytest.mark.parametrize(
    ("start", "card", "end"),
    [
        pytest.param({"heat": 7}, "big_test", 9, id="below the upper end it moves in full"),
        pytest.param({"heat": 8}, "big_test", 10, id="just to the upper end"),
        pytest.param({"heat": 9}, "big_test", 10, id="and never past it"),
    ],
)
def test_3_5_a_reading_is_held_to_the_upper_end_of_its_range(
    start: dict[str, int], card: str, end: int
) -> None:
    assert reading(BOOK, played(BOOK, a_table(BOOK, **start), card), "heat") == end


@pytest.mark.parametrize(("trust", "end"), [(2, 1), (1, 0), (0, 0)])
def test_3_5_a_reading_is_held_to_the_lower_end_of_its_range(trust: int, end: int) -> None:
    crossed = played(BOOK, a_table(BOOK, trust=trust), "big_test", dice=NEVER_LUCKY)

    assert reading(BOOK, crossed, "trust") == end


def test_11_3_the_last_month_is_played_before_endings_are_read() -> None:
    tables = a_table(BOOK)
    for _ in range(BOOK.months - 1):
        tables = played(BOOK, tables)
    assert tables.live[0]
    assert tables.ending[0] == -1

    after = played(BOOK, tables)

    assert not after.live[0]
    assert BOOK.endings[int(after.ending[0])].id == "drift"
