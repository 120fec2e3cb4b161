"""Views and imagined tables (§12)."""

import numpy as np
import pytest

from game.players.player import seat_luck
from game.players.roster import PERSONA, hire
from game.rules.imagine import imagine
from game.rules.views import View, view_of
from tests.builders import a_book
from tests.hidden import positions, turned

BOOK = a_book()
SIDES = tuple(BOOK.index.sides)


@pytest.mark.parametrize("side", SIDES)
def test_12_what_a_side_may_not_see_leaves_its_view_as_it_was(side: str) -> None:
    for tables in positions(BOOK, 170):
        mine, other = (view_of(BOOK.sights[side], t) for t in (tables, turned(BOOK, tables, side)))

        assert mine.packed() == other.packed()


@pytest.mark.parametrize("side", SIDES)
def test_12_a_player_cannot_peek(side: str) -> None:
    player = hire(PERSONA, BOOK, side)
    assert player is not None
    for tables in positions(BOOK, 170)[:-1]:
        views = (view_of(BOOK.sights[side], t) for t in (tables, turned(BOOK, tables, side)))

        mine, other = (player.choose(view, seat_luck(tables.seeds, side)) for view in views)

        assert np.array_equal(mine, other)


def one(view: View, table: int) -> View:
    """Return the view of one of its tables."""
    return view.take([table])


@pytest.mark.parametrize("side", SIDES)
def test_12_imagined_tables_agree_with_the_view(side: str) -> None:
    for tables in positions(BOOK, 12):
        view = one(view_of(BOOK.sights[side], tables), 5)

        dreamt = view_of(BOOK.sights[side], imagine(BOOK, view, np.arange(30, dtype=np.uint64)))

        assert {one(dreamt, k).packed() for k in range(30)} == {view.packed()}


@pytest.mark.parametrize("side", SIDES)
def test_12_imagining_reads_nothing_but_the_view(side: str) -> None:
    for tables in positions(BOOK, 12):
        truths = (tables.take([3]), turned(BOOK, tables, side).take([3]))
        seeds = np.arange(20, dtype=np.uint64)

        mine, other = (imagine(BOOK, view_of(BOOK.sights[side], t), seeds) for t in truths)

        assert [mine.digest(k) for k in range(20)] == [other.digest(k) for k in range(20)]
