"""Dice: what luck hangs on, and how a percentage is held against a draw (§13)."""

import numpy as np
import pytest
from numpy.typing import NDArray

from game.rules.dice import WHOLE, Dice, Seeds, edges, key, lane, luck, pick
from game.rules.rulebook import Rulebook
from game.rules.setup import set_up
from game.rules.tables import Tables
from tests.builders import a_book, a_table, played, reading

SEEDS = np.arange(20_000, dtype=np.uint64)
LONG = "redline.no_flights_over_the_border.council"
HALF = WHOLE // 2
"""The draws below this are those at which a chance of 50 % strikes."""


def often(chance: object) -> dict[str, object]:
    """Return an upkeep rule that cools the South by luck alone."""
    return {"title": "U", "chance": chance, "effects": {"south.home": -1}, "why": "It came by luck."}


def agreeing(one: Seeds, other: Seeds) -> float:
    """Return the share of seeds at which two words of luck have the same first bit."""
    return float(((lane(one, 0) < HALF) == (lane(other, 0) < HALF)).mean())


@pytest.mark.parametrize(
    ("month", "name"),
    [
        pytest.param(4, LONG, id="another month"),
        pytest.param(3, f"{LONG}s", id="a name longer by its last letter"),
        pytest.param(3, LONG[:9], id="a name cut short"),
        pytest.param(3, LONG.replace("over", "near"), id="a name that differs in its middle"),
    ],
)
def test_13_luck_hangs_on_the_month_and_on_the_whole_name(month: int, name: str) -> None:
    one, other = luck(SEEDS, 3, key(LONG)), luck(SEEDS, month, key(name))

    assert not (one == other).any()
    assert agreeing(one, other) == pytest.approx(0.5, abs=0.02)


def test_13_luck_hangs_on_the_seed() -> None:
    words = luck(SEEDS, 3, key(LONG))

    assert len(np.unique(words)) == len(SEEDS)
    assert agreeing(words[:-1], words[1:]) == pytest.approx(0.5, abs=0.02)


def test_13_the_same_chance_is_drawn_anew_every_month() -> None:
    book = a_book(calendar=None, upkeep={"cooling": None, "fog": often(50)})
    tables, struck = set_up(book, range(600)), []
    for _ in range(3):
        before = reading_of_south(book, tables)
        tables = played(book, tables)
        struck.append(reading_of_south(book, tables) < before)

    for one, other in ((0, 1), (1, 2), (0, 2)):
        assert (struck[one] == struck[other]).mean() == pytest.approx(0.5, abs=0.1)


def test_13_chances_whose_names_begin_alike_are_drawn_apart() -> None:
    rules = {name: often(50) for name in ("foggy_morning_one", "foggy_morning_two")}
    book = a_book(calendar=None, upkeep={"cooling": None, **rules})

    fallen = 5 - reading_of_south(book, played(book, set_up(book, range(600))))

    assert (fallen == 1).mean() == pytest.approx(0.5, abs=0.1)
    assert {0, 1, 2} == set(fallen.tolist())


def reading_of_south(book: Rulebook, tables: Tables) -> NDArray[np.int8]:
    found: NDArray[np.int8] = tables.readings[book.index.tracks["south.home"]]
    return found


@pytest.mark.parametrize(
    ("chance", "draw", "strikes"),
    [
        pytest.param(50, HALF - 1, True, id="the last draw within half"),
        pytest.param(50, HALF, False, id="the first draw beyond half"),
        pytest.param("10 * 5", HALF - 1, True, id="an expression, the last draw within"),
        pytest.param("10 * 5", HALF, False, id="an expression, the first draw beyond"),
        pytest.param("10 * south.home", HALF - 1, True, id="one that reads a track, within"),
        pytest.param("10 * south.home", HALF, False, id="one that reads a track, beyond"),
        pytest.param(1, 654, True, id="one percent is 655 parts: 0 to 654"),
        pytest.param(1, 655, False, id="and no more"),
        pytest.param(99, 64_879, True, id="99 percent is 64,880 parts"),
        pytest.param(99, 64_880, False, id="and no more"),
        pytest.param(100, WHOLE - 1, True, id="a certainty never fails"),
        pytest.param(0, 0, False, id="what cannot happen never does"),
    ],
)
def test_13_a_percentage_is_held_against_the_draw_part_by_part(
    chance: object, draw: int, strikes: bool
) -> None:
    book = a_book(calendar=None, upkeep={"cooling": None, "fog": often(chance)})

    after = played(book, a_table(book), dice=Dice({"upkeep.fog": draw}))

    assert reading(book, after, "south.home") == 5 - strikes


def with_riders(*chances: int) -> Rulebook:
    """Return rules by which a Western protest may cool the South, by riders with these chances."""
    riders = [{"chance": c, "effects": {"south.home": -1}, "why": "It came by luck."} for c in chances]
    return a_book(calendar=None, upkeep=None, cards={"protest": {"riders": riders}})


@pytest.mark.parametrize(("draw", "strikes"), [(HALF - 1, True), (HALF, False)])
def test_13_a_riders_chance_is_held_against_the_draw_part_by_part(draw: int, strikes: bool) -> None:
    book = with_riders(50)

    after = played(book, a_table(book), "protest", dice=Dice({"sheet.west.act.0": draw}))

    assert reading(book, after, "south.home") == 5 - strikes


def test_13_riders_of_one_card_are_drawn_apart_and_anew_every_month() -> None:
    book = with_riders(50, 50, 50, 50, 50)
    first = played(book, set_up(book, range(600), {"south.home": 10}), "protest")
    second = played(book, first, "protest")

    one = 10 - reading_of_south(book, first)
    other = reading_of_south(book, first) - reading_of_south(book, second)
    assert np.bincount(one, minlength=6) / 600 == pytest.approx(BINOMIAL, abs=0.06)
    assert np.corrcoef(one, other)[0, 1] == pytest.approx(0, abs=0.12)


BINOMIAL = np.array([1, 5, 10, 10, 5, 1]) / 32
"""How often none, one ... and all of five even chances strike."""


@pytest.mark.parametrize(("draw", "way"), [(0, 1), (HALF - 1, 1), (HALF, 2), (WHOLE - 1, 2)])
def test_10_a_fork_turns_where_its_first_way_ends(draw: int, way: int) -> None:
    branches = {"stays": {"chance": 50}, "goes": {"title": "Goes"}}
    book = a_book(upkeep=None, calendar={"vote": {"month": "2020-06", "branches": branches}})

    after = played(book, a_table(book), dice=Dice({"calendar.vote": draw}))

    assert after.branch[0, 0] == way


@pytest.mark.parametrize(
    ("draw", "stretch"),
    [(0, 0), (9_829, 0), (9_830, 1), (45_874, 1), (45_875, 2), (58_981, 2), (58_982, 3), (65_535, 3)],
)
def test_6_3_a_lag_is_picked_where_its_stretch_lies(draw: int, stretch: int) -> None:
    ends = edges((15, 55, 20, 10))

    assert pick(np.array([draw], dtype=np.uint16), ends).tolist() == [stretch]


@pytest.mark.parametrize(
    ("whether", "rest", "due"),
    [
        pytest.param(0, 0, [7, 0], id="comes, and at once"),
        pytest.param(0, WHOLE - 1, [5, 0b100], id="comes, and as late as can be"),
        pytest.param(WHOLE - 1, 0, [5, 0], id="does not come"),
    ],
)
def test_6_3_whether_an_answer_comes_and_when_are_drawn_apart(
    whether: int, rest: int, due: list[int]
) -> None:
    book = a_book(upkeep=None, calendar=None)
    dice = Dice({"redline.tests.council": whether}, rest=rest)

    after = played(book, a_table(book), "big_test", dice=dice)

    assert [reading(book, after, "sanctions"), int(after.due[0, 0])] == due
