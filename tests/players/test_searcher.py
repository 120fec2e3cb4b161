"""Searchers: they see no more than their view, play legally, and choose what pays (§12)."""

import numpy as np
import pytest

from game.players.player import seat_luck
from game.players.roster import EFFORTS, hire
from game.players.searcher import SELDOM, Searcher, distinct, repeated
from game.rules.legality import menu
from game.rules.views import view_of
from tests.claims.positions import book
from tests.hidden import positions, turned

SIDES = ("washington", "pyongyang", "seoul")

SAMPLED = {"easy": 1, "normal": 2, "hard": 5}
"""Every which month a usual run looks at."""


def hired(name: str, side: str) -> Searcher:
    player = hire(name, book(), side)
    assert isinstance(player, Searcher)
    return player


@pytest.mark.parametrize("name", EFFORTS)
@pytest.mark.parametrize("side", SIDES)
def test_a_searcher_cannot_peek_at_a_thousand_positions(name: str, side: str, whole: bool) -> None:
    player = hired(name, side)
    step = 1 if whole else SAMPLED[name]
    for tables in positions(book(), 90 if whole or name == "easy" else 1)[:-1:step]:
        luck = seat_luck(tables.seeds, side)
        mine, theirs = (view_of(book().sights[side], t) for t in (tables, turned(book(), tables, side)))

        assert np.array_equal(player.choose(mine, luck), player.choose(theirs, luck))


@pytest.mark.parametrize("side", SIDES)
def test_a_table_is_played_the_same_alone_and_among_others(side: str) -> None:
    player = hired("easy", side)
    tables = positions(book(), 30)[4]
    view, luck = view_of(book().sights[side], tables), seat_luck(tables.seeds, side)

    together = player.choose(view, luck)

    for k in (0, 11, 29):
        assert np.array_equal(player.choose(view.take([k]), luck[[k]])[:, 0], together[:, k])


@pytest.mark.parametrize("side", SIDES)
def test_a_searcher_lays_legal_cards_only(side: str) -> None:
    player, row = hired("easy", side), book().index.sides[side]
    for tables in positions(book(), 20)[:-1]:
        view = view_of(book().sights[side], tables)
        lines = player.choose(view, seat_luck(tables.seeds, side))
        for slot, (legal, line) in enumerate(zip(menu(book(), view), lines, strict=True)):
            cards = book().acts.menus[row][slot]
            offer = book().acts.offers[row]
            card = np.where(line >= len(book().index.cards), offer, line)
            column = np.where(card == 0, 0, card - cards.first + 1)
            assert legal[column, np.arange(tables.count)].all()


def test_more_trials_find_sheets_that_pay_more() -> None:
    tables = positions(book(), 40)[0]
    view, luck = view_of(book().sights["seoul"], tables), seat_luck(tables.seeds, "seoul")

    easy, normal = (hired(name, "seoul").weigh(view, luck) for name in ("easy", "normal"))

    assert normal.points.max(axis=0).mean() > easy.points[0].mean()
    assert (easy.points.max(axis=0) >= easy.points[0]).all()


def test_of_several_rounds_only_the_better_half_goes_on() -> None:
    tables = positions(book(), 3)[0]
    player = hired("normal", "pyongyang")

    found = player.weigh(view_of(book().sights["pyongyang"], tables), tables.seeds)

    left = np.isfinite(found.points).sum(axis=0)
    assert (left == player.effort.tries >> (player.effort.rounds - 1)).all()
    assert (found.points[found.best, np.arange(3)] == found.points.max(axis=0)).all()


def test_sheets_are_tried_once_while_there_are_others() -> None:
    sheets = np.array([[1, 1], [1, 1], [2, 1], [1, 1], [3, 3]], dtype=np.int16)[..., None]

    assert repeated(sheets)[:, 0].tolist() == [False, True, False, True, False]
    assert distinct(sheets, 3)[..., 0].tolist() == [[1, 1], [2, 1], [3, 3]]
    assert distinct(sheets, 4)[3, :, 0].tolist() == [1, 1]


def test_hard_mixes_its_best_sheets_and_lays_no_seldom_one() -> None:
    tables = positions(book(), 3)[0]
    player = hired("hard", "pyongyang")

    found = player.weigh(view_of(book().sights["pyongyang"], tables), tables.seeds)

    assert found.mix is not None
    assert found.mix.shape == (player.effort.kept, 3)
    assert np.allclose(found.mix.sum(axis=0), 1)
    drawn = found.drawn(tables.seeds)
    assert (found.mix[drawn, np.arange(3)] >= SELDOM).all()
