"""Offers weighed by who would sign them, and liked at home where they ask nothing of it (§8.4, 0028)."""

import numpy as np
import pytest

from game.players.cares import cares_of
from game.players.worth import HOPE, HOPES, TermsWorth, terms_worth
from game.rules.rulebook import Rulebook
from game.rules.setup import set_up
from game.rules.terms import Terms
from game.rules.views import View, view_of
from tests.builders import a_book, an_offer, played

GUESS = {"personas": {"proud": {"guess": "1 + (relief >= 1)"}}}


def at_the_table(book: Rulebook, **starts: int) -> tuple[TermsWorth, View]:
    """Return the proud North's sense of terms, and what it sees."""
    persona = book.scenario.personas["proud"]
    worth = terms_worth(book, persona, cares_of(book, persona))
    assert worth is not None
    return worth, view_of(book.sights["north"], set_up(book, [1], starts))


def packages(book: Rulebook, *levels: tuple[int, int]) -> np.ndarray:
    """Return the numbers of terms by their levels of arms and relief."""
    assert book.deal is not None
    numbers = (book.deal.terms.number(Terms({"arms": a, "relief": r}, None)) for a, r in levels)
    return np.array(list(numbers), dtype=np.int16)


@pytest.mark.parametrize(("relief", "hopes"), [(0, [45, 45, 15]), (1, [45, 45, 45])])
def test_an_offer_is_hoped_for_by_what_the_other_home_would_lack(relief: int, hopes: list[int]) -> None:
    book = a_book(**GUESS)
    worth, view = at_the_table(book, relief=relief)

    found = worth.hope(view, packages(book, (1, 0), (0, 1), (0, 2)), np.array([0]))

    assert found[:, 0].tolist() == hopes


def test_without_a_guess_all_offers_are_hoped_for_alike() -> None:
    book = a_book()
    worth, view = at_the_table(book)

    assert worth.hope(view, packages(book, (1, 0), (0, 2)), np.array([0]))[:, 0].tolist() == [HOPE, HOPE]


def test_what_is_lacking_further_than_the_table_goes_is_not_hoped_for() -> None:
    assert HOPES[-1] == 0
    assert (np.diff(HOPES) < 0).all()


def test_a_home_that_likes_a_demand_weighs_it_once_and_only_where_it_asks_nothing() -> None:
    book = a_book(**GUESS, bargain={"homes": {"north": {"pleased": {"north.home": 1}}}})
    worth, view = at_the_table(book)
    free, dear = packages(book, (0, 1), (2, 0))
    offered = played(book, set_up(book, [1]), an_offer("north_offer", relief=1))
    standing = view_of(book.sights["north"], offered)

    def liked(number: int, seen: View) -> int:
        return int(worth.pleases(seen, np.array([number], dtype=np.int16), np.array([0]))[0])

    assert liked(free, view) > 0
    assert liked(dear, view) == 0
    assert liked(free, standing) == 0
