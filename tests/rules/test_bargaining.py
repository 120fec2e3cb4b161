"""Offers and agreements (§8)."""

import numpy as np
import pytest

from game.rules.bargaining import shortfalls
from game.rules.dice import WHOLE, Dice
from game.rules.rulebook import Rulebook
from game.rules.sheets import Order
from game.rules.tables import Tables
from game.rules.terms import Terms
from tests.builders import a_book, a_table, an_offer, played, reading

BOOK = a_book(upkeep=None, calendar=None)
SWAP = {"arms": 1, "relief": 1}


def signed(**start: int) -> Tables:
    """Return a table at which the swap has just been signed."""
    offered = played(BOOK, a_table(BOOK, **start), an_offer("west_offer", arms=1, relief=1))
    return played(BOOK, offered, "north_accept")


def test_8_2_terms_and_their_numbers_are_one_to_one() -> None:
    assert BOOK.deal is not None
    terms = list(BOOK.deal.terms)

    assert [BOOK.deal.terms.number(each) for each in terms] == list(range(len(BOOK.deal.terms)))
    assert [BOOK.deal.terms.terms(number) for number in range(len(terms))] == terms


def test_8_3_an_accepted_offer_is_signed() -> None:
    offered = played(BOOK, a_table(BOOK), an_offer("west_offer", arms=1, relief=1))

    after = played(BOOK, offered, "north_accept")

    assert BOOK.deal is not None
    assert after.terms[0] == BOOK.deal.terms.number(Terms(SWAP, None))
    assert reading(BOOK, after, "trust") == 4


def test_8_3_an_offer_stands_for_one_month() -> None:
    offered = played(BOOK, a_table(BOOK), an_offer("west_offer", arms=1, relief=1))
    lapsed = played(BOOK, offered)

    after = played(BOOK, lapsed, "north_accept")

    assert offered.offers[0, 0] >= 0
    assert lapsed.offers[0, 0] == after.terms[0] == -1


def test_8_3_the_same_terms_from_both_are_signed_at_once() -> None:
    both = (an_offer("west_offer", arms=1, relief=1), an_offer("north_offer", arms=1, relief=1))

    assert played(BOOK, a_table(BOOK), *both).terms[0] >= 0


def test_8_3_of_two_acceptances_the_lesser_terms_hold() -> None:
    lesser, larger = an_offer("west_offer", arms=1, relief=1), an_offer("north_offer", arms=2, relief=2)
    tabled = played(BOOK, a_table(BOOK, west__home=10), lesser, larger)

    after = played(BOOK, tabled, "west_accept", "north_accept")

    assert BOOK.deal is not None
    assert after.terms[0] == BOOK.deal.terms.number(Terms(SWAP, None))


def test_8_4_each_step_of_shortfall_costs_at_home() -> None:
    tabled = played(BOOK, a_table(BOOK, west__home=9), an_offer("north_offer", arms=0, relief=1))

    after = played(BOOK, tabled, "west_accept")

    assert after.terms[0] >= 0
    assert reading(BOOK, after, "west.home") == 8


def test_8_4_without_room_the_signature_fails_at_home() -> None:
    tabled = played(BOOK, a_table(BOOK, west__home=3), an_offer("north_offer", arms=0, relief=2))

    after = played(BOOK, tabled, "west_accept")

    assert after.terms[0] == -1
    assert reading(BOOK, after, "west.home") == 2


LENDS = a_book(upkeep=None, calendar=None, bargain={"lends": 2})
"""The small game in which a broker lends room; in the other it takes a step off."""


@pytest.mark.parametrize(
    ("book", "room", "passes", "left"),
    [
        pytest.param(BOOK, 4, True, 3, id="of two steps one is left, which needs 4 and is paid for"),
        pytest.param(BOOK, 3, False, 2, id="room of one less fails"),
        pytest.param(LENDS, 4, True, 2, id="room lent covers the need of 6, and both steps are paid for"),
        pytest.param(LENDS, 3, False, 2, id="with room lent one less fails"),
    ],
)
def test_8_7_a_mediator_takes_a_step_off_or_lends_room(
    book: Rulebook, room: int, passes: bool, left: int
) -> None:
    tabled = played(book, a_table(book, west__home=room), an_offer("north_offer", arms=0, relief=2))

    after = played(book, tabled, "west_accept", "mediate")

    assert bool(after.terms[0] >= 0) is passes
    assert reading(book, after, "west.home") == left


def test_8_7_a_mediator_helps_the_home_that_lacks_more() -> None:
    # Three steps are lacking in the North and one in the West: the North is lent the room, the West none.
    homes = {"north": {"asks": "3 * arms", "room": "north.home", "needs": "2 * shortfall"}}
    book = a_book(upkeep=None, calendar=None, bargain={"lends": 2, "homes": homes})
    offer = an_offer("north_offer", arms=1, relief=2)
    for west, passes in ((4, True), (3, False)):
        tabled = played(book, a_table(book, west__home=west, north__home=4), offer)
        assert bool(played(book, tabled, "west_accept", "mediate").terms[0] >= 0) is passes


@pytest.mark.parametrize(
    ("offers", "rises"),
    [
        pytest.param((an_offer("west_offer", arms=2, relief=1),), 1, id="what asks nothing of the home"),
        pytest.param((an_offer("west_offer", arms=0, relief=1),), 0, id="not what asks a step"),
    ],
)
def test_8_4_a_home_likes_terms_that_ask_nothing_of_it(offers: tuple[Order, ...], rises: int) -> None:
    book = a_book(upkeep=None, calendar=None, bargain={"homes": {"west": {"pleased": {"west.home": 1}}}})
    before = a_table(book)

    once = played(book, before, *offers)
    twice = played(book, once, *offers)

    assert reading(book, once, "west.home") - reading(book, before, "west.home") == rises
    assert reading(book, twice, "west.home") == reading(book, once, "west.home"), "the same offer still stood"


def test_8_4_shortfall_is_what_terms_ask_beyond_the_stance() -> None:
    assert BOOK.deal is not None
    terms = np.array([BOOK.deal.terms.number(Terms({"arms": 0, "relief": 2}, None))], dtype=np.int16)

    found = shortfalls(BOOK.deal, terms, [np.array([1], dtype=np.int8), np.array([0], dtype=np.int8)])

    assert found[:, 0].tolist() == [1, 0]


def test_8_6_steps_fall_due_the_month_after_in_parallel() -> None:
    tables = signed()

    after = played(BOOK, tables)

    assert (reading(BOOK, after, "arms"), reading(BOOK, after, "relief")) == (1, 1)


def test_8_6_the_other_side_waits_for_whoever_moves_first() -> None:
    tabled = played(BOOK, a_table(BOOK), an_offer("west_offer", "north", arms=2, relief=1))
    tables = played(BOOK, tabled, "north_accept")
    steps = []
    for _ in range(3):
        tables = played(BOOK, tables)
        steps.append((reading(BOOK, tables, "arms"), reading(BOOK, tables, "relief")))

    assert steps == [(1, 0), (2, 0), (2, 1)]


def test_8_6_stalling_keeps_the_step_back_and_costs_trust() -> None:
    tables = signed()

    after = played(BOOK, tables, "north_stall")

    assert reading(BOOK, after, "arms") == 0
    assert reading(BOOK, after, "trust") == 3


@pytest.mark.parametrize("card", ["north_leave", "big_test"])
def test_8_6_a_breach_ends_the_agreement_and_relief_snaps_back(card: str) -> None:
    tables = signed()
    kept = played(BOOK, tables)

    after = played(BOOK, kept, card)

    assert after.terms[0] == -1
    assert reading(BOOK, after, "relief") == 0


def test_8_6_a_branch_can_walk_out_of_the_agreement() -> None:
    branches = {"stays": {"chance": 50}, "goes": {"leaves": "west"}}
    book = a_book(upkeep=None, calendar={"vote": {"month": "2020-07", "branches": branches}})
    offered = played(book, a_table(book), an_offer("west_offer", arms=1, relief=1))
    dice = Dice({"calendar.vote": 65_535})

    after = played(book, offered, "north_accept", dice=dice)

    assert after.signed[0] == 2
    assert after.terms[0] == -1


def accepted(relief: int, home: int) -> Tables:
    """Return a table at which the West accepts to climb so far, with so much room at home."""
    tabled = played(BOOK, a_table(BOOK, west__home=home), an_offer("north_offer", arms=0, relief=relief))
    return played(BOOK, tabled, "west_accept")


@pytest.mark.parametrize(
    ("relief", "room", "passes", "left"),
    [
        pytest.param(1, 3, True, 2, id="room equal to the need of 3 passes, and pays one step"),
        pytest.param(1, 2, False, 1, id="room of one less fails, and pays for the failure"),
        pytest.param(2, 6, True, 4, id="two steps short need 6, and pay two steps"),
        pytest.param(2, 5, False, 4, id="with room of 5 two steps short fail"),
    ],
)
def test_8_4_room_at_home_must_cover_the_need_for_every_step_short(
    relief: int, room: int, passes: bool, left: int
) -> None:
    after = accepted(relief, room)

    assert bool(after.terms[0] >= 0) is passes
    assert reading(BOOK, after, "west.home") == left


@pytest.mark.parametrize(("stance", "left"), [(0, 7), (1, 8), (2, 9), (3, 9)])
def test_8_4_a_stance_that_goes_as_far_as_the_terms_costs_nothing(stance: int, left: int) -> None:
    tabled = played(BOOK, a_table(BOOK, west__home=9, west__stance=stance), an_offer("north_offer", relief=2))

    assert reading(BOOK, played(BOOK, tabled, "west_accept"), "west.home") == left


def test_8_6_a_promise_binds_from_the_month_after_the_signature() -> None:
    offered = played(BOOK, a_table(BOOK), an_offer("west_offer", arms=1, relief=1))

    at_once = played(BOOK, offered, "north_accept", "big_test")
    later = played(BOOK, signed(), "big_test")

    assert at_once.terms[0] >= 0
    assert later.terms[0] == -1


@pytest.mark.parametrize(("ago", "holds"), [(0, True), (1, False)])
def test_8_6_a_paper_signed_this_very_month_cannot_be_broken_in_it(ago: int, holds: bool) -> None:
    tables = signed()
    dated = tables.with_parts(signed=np.array([tables.month - ago], dtype=np.int8))

    assert bool(played(BOOK, dated, "north_leave").terms[0] >= 0) is holds


def test_8_6_what_can_be_taken_back_snaps_back_and_what_cannot_stays() -> None:
    kept = played(BOOK, signed())
    assert [reading(BOOK, kept, t) for t in ("sanctions", "relief", "arms", "trust")] == [4, 1, 1, 4]

    after = played(BOOK, kept, "north_leave")

    assert [reading(BOOK, after, t) for t in ("sanctions", "relief", "arms", "trust")] == [5, 0, 1, 2]


def test_8_6_before_any_step_there_is_nothing_to_snap_back_but_what_is_undone() -> None:
    after = played(BOOK, signed(), "north_leave")

    assert [reading(BOOK, after, t) for t in ("relief", "arms")] == [0, 0]


@pytest.mark.parametrize(("draw", "broken"), [(WHOLE // 2 - 1, True), (WHOLE // 2, False)])
def test_8_6_a_broken_promise_ends_the_agreement_where_it_is_seen(draw: int, broken: bool) -> None:
    book = a_book(upkeep=None, calendar=None, bargain={"ladders": {"arms": {"broken_by": {"big_test": 50}}}})
    offered = played(book, a_table(book), an_offer("west_offer", arms=1, relief=1))
    tables = played(book, offered, "north_accept")

    after = played(book, tables, "big_test", dice=Dice({"breach.arms.big_test": draw}))

    assert bool(after.terms[0] == -1) is broken


@pytest.mark.parametrize(("arms", "broken"), [(0, False), (1, True)])
def test_8_6_only_a_promised_step_can_be_broken(arms: int, broken: bool) -> None:
    tabled = played(BOOK, a_table(BOOK, west__home=9), an_offer("west_offer", arms=arms, relief=1))
    tables = played(BOOK, tabled, "north_accept")

    assert bool(played(BOOK, tables, "big_test").terms[0] == -1) is broken
