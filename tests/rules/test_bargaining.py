"""Offers and agreements (§8)."""

import numpy as np
import pytest

from game.rules.bargaining import bridged, shortfalls
from game.rules.dice import Dice
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


@pytest.mark.parametrize(
    ("short", "left"),
    [
        pytest.param((2, 1), (1, 1), id="8.7 off the larger"),
        pytest.param((1, 2), (1, 1), id="8.7 off the larger, whichever it is"),
        pytest.param((1, 1), (0, 1), id="8.7 off the first where both are equal"),
        pytest.param((0, 0), (0, 0), id="8.7 never below nothing"),
    ],
)
def test_a_mediator_takes_one_step_off(short: tuple[int, int], left: tuple[int, int]) -> None:
    found = bridged(np.array(short).reshape(2, 1), np.array([True]))

    assert tuple(found[:, 0]) == left


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
