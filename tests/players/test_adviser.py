"""Advisers: two voices with a known bias, who see what their side sees and are held to their word."""

from itertools import pairwise

import numpy as np
import pytest

from game.match.loading import open_match
from game.match.match import Match
from game.players.adviser import VOICES, Expected, advisers
from game.players.forecast import OUT_OF
from game.rules.index import HOLD
from game.rules.legality import why_refused
from game.rules.views import view_of
from tests.claims.positions import book
from tests.hidden import positions, turned

SIDES = ("washington", "pyongyang", "seoul")


@pytest.mark.parametrize("side", SIDES)
def test_a_side_has_two_advisers_of_different_minds(side: str) -> None:
    found = advisers(book(), side)

    assert len({adviser.persona for adviser in found}) == VOICES
    assert all(book().scenario.personas[adviser.persona].side == side for adviser in found)


@pytest.mark.parametrize("side", SIDES)
def test_an_adviser_cannot_peek(side: str) -> None:
    for tables in positions(book(), 12)[:-1]:
        for adviser in advisers(book(), side):
            for table in (0, 7):
                mine, theirs = (
                    view_of(book().sights[side], each.take([table]))
                    for each in (tables, turned(book(), tables, side))
                )
                assert adviser.advise(mine) == adviser.advise(theirs)


@pytest.mark.parametrize("side", SIDES)
def test_what_it_would_lay_may_be_laid_and_what_it_expects_has_odds(side: str) -> None:
    for tables in positions(book(), 4)[:-1]:
        view = view_of(book().sights[side], tables.take([1]))
        for adviser in advisers(book(), side):
            advice = adviser.advise(view)
            for slot, order in advice.sheet.items():
                assert why_refused(book(), view, slot, order) is None
            assert [e.side for e in advice.expected] == ["", *(s for s in SIDES if s != side)]
            assert all(0 < expected.count <= OUT_OF for expected in advice.expected)


def test_a_forecast_is_held_to_what_happened() -> None:
    match = open_match("deadlock-2020", 3, {})
    assert isinstance(match, Match)
    before, after = match.tables, match.adjudicated().tables
    row = book().index.tracks["tension"]
    way = int(np.sign(int(after.readings[row, 0]) - int(before.readings[row, 0])))

    for guess in (-1, 0, 1):
        expected = Expected(20, track="tension", way=guess)
        assert expected.came_true(book(), before, after) == (guess == way)
    laid = match.adjudicated().months[0].sheets["seoul"].get("act")
    card = laid.card if laid else HOLD
    assert Expected(20, side="seoul", card=card).came_true(book(), before, after)
    assert not Expected(20, side="seoul", card="full_exercise_").came_true(book(), before, after)


def test_advisers_are_right_more_often_than_by_chance_and_not_always() -> None:
    right = made = 0
    months = positions(book(), 6)
    for before, after in pairwise(months):
        for table in range(6):
            one, next_one = before.take([table]), after.take([table])
            for expected in (
                advisers(book(), "seoul")[0].advise(view_of(book().sights["seoul"], one)).expected
            ):
                right += expected.came_true(book(), one, next_one)
                made += 1

    assert 0.25 < right / made < 0.95
