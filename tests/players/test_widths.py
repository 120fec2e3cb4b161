"""Widths: a temperament chooses what is worth most to it, however large its numbers are (§12)."""

import numpy as np
import pytest

from game.conditions.bounds import MOST_POINTS
from game.players.draw import Fortune, drawn, lots_of
from game.players.persona import persona_player
from game.rules.engine import Readout
from game.rules.setup import set_up
from game.rules.views import view_of
from tests.builders import a_book, a_card

SEEDS = np.arange(200, dtype=np.uint64)


@pytest.mark.parametrize("each", [0.5, 80.0, float(MOST_POINTS), -float(MOST_POINTS)])
@pytest.mark.parametrize("many", [1, 300])
def test_12_the_best_card_is_laid_at_any_size_of_care(each: float, many: int) -> None:
    names = [f"track{n}" for n in range(many)]
    cares = {name: {"each": each} for name in names}
    book = a_book(
        tracks={name: {"label": "A track", "start": 0, "range": [-100, 100]} for name in names},
        cards={
            "up": a_card("west", effects=dict.fromkeys(names, 100)),
            "down": a_card("west", effects=dict.fromkeys(names, -100)),
        },
        personas={"calm": {"cares": cares, "coolness": 0.01}},
    )
    player = persona_player(book, book.scenario.personas["calm"])
    view = view_of(book.sights["west"], set_up(book, SEEDS))

    laid = player.choose(view, SEEDS)[book.index.slots["act"]]

    assert set(laid.tolist()) == {book.index.cards["up" if each > 0 else "down"]}


def found(worth: list[int], coolness: float, tables: int) -> np.ndarray:
    """Return which choice is drawn at each of so many *tables*."""
    book = a_book()
    to = book.onlooker()
    to.hand_over(drawn(worth, lots_of(coolness), Fortune("a test"), 0, to))
    start = set_up(book, np.arange(tables, dtype=np.uint64))
    return Readout(to, book.layout)(start, start.seeds)[0]


@pytest.mark.parametrize("worth", [0, 10**4, -(10**9), 10**12])
def test_12_any_of_250_choices_can_be_drawn(worth: int) -> None:
    drawn_often = np.bincount(found([worth] * 250, 1.0, 50_000), minlength=250)

    assert drawn_often.size == 250
    assert 120 < drawn_often.min() <= drawn_often.max() < 280


def test_12_one_coolness_behind_is_drawn_an_e_th_as_often_and_far_behind_never() -> None:
    best, behind, far = np.bincount(found([300, 200, -1_000], 1.0, 40_000), minlength=3)

    assert abs(behind / best - np.exp(-1)) < 0.02
    assert far == 0
