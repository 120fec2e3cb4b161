"""Redlines (§6)."""

import numpy as np
import pytest

from game.rules.dice import NEVER_LUCKY
from game.rules.ledger import Ledger
from game.rules.setup import set_up
from tests.builders import a_book, a_table, played, reading

BOOK = a_book(upkeep=None)
OPEN = a_book(upkeep=None, redlines={"boil": {"declared": True, "limit": {"track": "heat", "above": [6]}}})


@pytest.mark.parametrize(
    ("start", "cards", "crossed"),
    [
        pytest.param(5, ("small_test",), False, id="6.2 reaching the limit is not passing it"),
        pytest.param(6, ("small_test",), True, id="6.2 the first reading past the limit crosses"),
        pytest.param(4, ("small_test",), False, id="6.2 below the limit nothing is crossed"),
    ],
)
def test_a_watched_reading_crosses_once(start: int, cards: tuple[str, ...], crossed: bool) -> None:
    row = OPEN.index.lines["boil"]

    after = played(OPEN, a_table(OPEN, heat=start), *cards)

    assert bool(after.crossed[row, 0] == 1) is crossed


def test_6_2_staying_past_a_limit_crosses_nothing_more() -> None:
    row = OPEN.index.lines["boil"]
    first = played(OPEN, a_table(OPEN, heat=6), "small_test")

    second = played(OPEN, first, "inquiry")

    assert first.crossed[row, 0] == second.crossed[row, 0] == 1


def test_6_4_an_answer_owed_and_given_costs_no_resolve() -> None:
    crossed = played(BOOK, a_table(BOOK), "big_test")

    answered = played(BOOK, crossed, "protest")

    assert crossed.owed[BOOK.index.lines["tests"], 0]
    assert reading(BOOK, answered, "west.resolve") == 6


def test_6_4_no_answer_is_backing_down() -> None:
    crossed = played(BOOK, a_table(BOOK), "big_test")

    silent = played(BOOK, crossed)

    assert reading(BOOK, silent, "west.resolve") == 4
    assert not silent.owed.any()


def test_6_4_a_private_line_may_be_let_pass_for_free() -> None:
    book = a_book(upkeep=None, redlines={"boil": {"limit": {"track": "heat", "above": [6]}}})

    crossed = played(book, a_table(book, heat=6), "small_test")

    assert crossed.crossed[book.index.lines["boil"], 0] == 1
    assert not crossed.owed[book.index.lines["boil"], 0]


def test_6_3_the_worlds_answer_comes_by_chance_and_with_a_lag() -> None:
    tables = set_up(BOOK, range(6000))
    row = BOOK.lines[BOOK.index.lines["tests"]].coming[0].row

    after = played(BOOK, tables, "big_test")

    now = (after.readings[BOOK.index.tracks["sanctions"]] == 7).mean()
    later = np.array([((after.due[row] >> bit) & 1).mean() for bit in range(3)])
    expected = 0.92 * np.array([0.55, 0.20, 0.10])
    assert now == pytest.approx(0.92 * 0.15, abs=0.02)
    assert later == pytest.approx(expected, abs=0.03)


def test_6_1_a_low_act_brings_no_answer_of_the_world() -> None:
    after = played(BOOK, set_up(BOOK, range(500)), "small_test")

    assert not after.due.any()
    assert (after.readings[BOOK.index.tracks["sanctions"]] == 5).all()


@pytest.mark.parametrize(
    ("cards", "heat", "resolve", "kinds"),
    [
        pytest.param(("protest",), 2, 6, ["answer"], id="given: the card and the answer both move"),
        pytest.param(("push",), 1, 6, ["answer"], id="given by another card: the answer alone"),
        pytest.param(("signal",), 0, 4, ["backed_down"], id="a card that is no answer"),
        pytest.param((), 0, 4, ["backed_down"], id="not given: it moves nothing but resolve"),
    ],
)
def test_6_4_giving_the_answer_owed_moves_what_it_says(
    cards: tuple[str, ...], heat: int, resolve: int, kinds: list[str]
) -> None:
    crossed = played(BOOK, a_table(BOOK), "big_test", dice=NEVER_LUCKY)
    before, ledger = reading(BOOK, crossed, "heat"), Ledger()

    after = played(BOOK, crossed, *cards, dice=NEVER_LUCKY, ledger=ledger)

    assert reading(BOOK, after, "heat") == before + heat
    assert reading(BOOK, after, "west.resolve") == resolve
    assert [h.kind for h in ledger.happenings if h.id == "tests"] == kinds


def test_6_4_an_answer_that_nobody_owes_moves_no_more_than_its_card() -> None:
    assert reading(BOOK, played(BOOK, a_table(BOOK), "protest"), "heat") == 5


def test_6_4_a_debt_is_settled_once() -> None:
    crossed = played(BOOK, a_table(BOOK), "big_test", dice=NEVER_LUCKY)

    silent = played(BOOK, played(BOOK, crossed, dice=NEVER_LUCKY), dice=NEVER_LUCKY)

    assert reading(BOOK, silent, "west.resolve") == 4


def test_6_2_a_line_is_crossed_again_after_the_reading_has_come_back() -> None:
    row = OPEN.index.lines["boil"]
    hot = played(OPEN, a_table(OPEN, heat=6), "small_test")
    cool = played(OPEN, hot.with_parts(readings=hot.readings - (hot.readings == 7)))

    again = played(OPEN, cool, "small_test")

    assert (hot.crossed[row, 0], cool.crossed[row, 0], again.crossed[row, 0]) == (1, 1, 3)


def test_6_3_an_answer_of_the_world_arrives_in_the_month_its_lag_says() -> None:
    tables = played(BOOK, set_up(BOOK, range(4000)), "big_test")
    sanctions = BOOK.index.tracks["sanctions"]
    met = [float((tables.readings[sanctions] == 7).mean())]
    for _ in range(4):
        tables = played(BOOK, tables)
        met.append(float((tables.readings[sanctions] == 7).mean()))

    shares = 0.92 * np.cumsum([0.15, 0.55, 0.20, 0.10])
    assert met == pytest.approx([*shares, shares[-1]], abs=0.03)
