"""Pace: a search counts, decides when told to, stops when nobody waits, and is not touched else (§12)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from threading import Lock

import numpy as np
import pytest

from game.players.pace import DecideNow, Pace, Unwanted, alone, following, look, uncounted
from game.players.player import Lines, seat_luck
from game.players.roster import EFFORTS, hire
from game.players.searcher import Searcher
from game.rules.legality import why_refused
from game.rules.sheets import order_of
from game.rules.views import View, view_of
from tests.claims.positions import book
from tests.hidden import positions

SIDE = "pyongyang"


@dataclass
class Patient(Pace):
    """Has a search decide, or stop, at the look of a number."""

    looks: int = 1 << 30
    stops: bool = False
    seen: int = 0

    def look(self) -> None:
        self.seen += 1
        if self.seen >= self.looks:
            (self.stop if self.stops else self.hurry)()
        super().look()


def searcher(name: str) -> Searcher:
    player = hire(name, book(), SIDE)
    assert isinstance(player, Searcher)
    player.practise()
    return player


def position(month: int = 4) -> tuple[View, np.ndarray]:
    tables = positions(book(), 1)[month]
    return view_of(book().sights[SIDE], tables), seat_luck(tables.seeds, SIDE)


@pytest.mark.parametrize("name", EFFORTS)
def test_a_search_that_is_followed_chooses_as_one_that_is_not_and_counts_to_its_end(name: str) -> None:
    player, (view, luck) = searcher(name), position()
    alone_ = player.choose(view, luck)
    pace = Pace(of=player.ahead(view.month))

    with following(pace):
        followed = player.choose(view, luck)

    assert np.array_equal(followed, alone_)
    assert pace.done == pace.of > 0


def laid(player: Searcher, pace: Pace) -> Lines:
    view, luck = position()
    with following(pace):
        return player.choose(view, luck)


@pytest.mark.parametrize("looks", [1, 2, 40, 150, 400])
def test_told_to_decide_it_takes_the_best_so_far_and_plays_nothing_more(looks: int) -> None:
    player, (view, _luck) = searcher("hard"), position()
    pace = Patient(looks=looks)

    sheet = laid(player, pace)

    assert pace.seen <= looks + 1  # once more where the replies would have been weighed
    for slot, row in book().index.slots.items():
        order = order_of(book(), SIDE, int(sheet[row, 0]))
        assert why_refused(book(), view, slot, order) is None


def test_before_anything_is_tried_its_temperaments_own_sheet_is_the_best() -> None:
    player, (view, luck) = searcher("hard"), position()

    sheet = laid(player, Patient(looks=1))

    assert np.array_equal(sheet, player.tempers[SIDE].choose(view, luck))


def test_after_the_first_round_the_best_of_that_round_is_taken() -> None:
    player, (view, luck) = searcher("normal"), position()
    one_round = replace(player, effort=replace(player.effort, rounds=1))
    whole = Patient()
    laid(one_round, whole)

    assert np.array_equal(laid(player, Patient(looks=whole.seen + 1)), one_round.choose(view, luck))


@pytest.mark.parametrize("looks", [1, 5, 60])
def test_a_search_that_nobody_waits_for_ends_at_its_next_look(looks: int) -> None:
    pace = Patient(looks=looks, stops=True)

    with pytest.raises(Unwanted):
        laid(searcher("hard"), pace)

    assert pace.seen == looks


def test_practice_ends_at_its_next_look_and_is_begun_anew_by_the_next() -> None:
    fresh = replace(book())  # nobody has practised with it yet
    player = hire("hard", fresh, SIDE)
    assert isinstance(player, Searcher)
    pace = Pace()
    pace.stop()

    with pytest.raises(Unwanted), following(pace):
        player.practise()
    with pytest.raises(Unwanted), following(pace):
        player.practise()


def test_who_waits_for_anothers_practice_goes_on_looking() -> None:
    lock, pace = Lock(), Pace()
    pace.hurry()
    with alone(lock), pytest.raises(DecideNow), following(pace), alone(lock):
        pass
    assert not lock.locked()


def test_what_is_not_counted_is_looked_after_all_the_same() -> None:
    pace = Pace()
    with following(pace), uncounted():
        laid(searcher("easy"), Pace())
        assert pace.done == 0
        pace.stop()
        with pytest.raises(Unwanted):
            look()
    look()  # nobody follows here
