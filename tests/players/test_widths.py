"""Widths: a temperament chooses what is worth most to it, however large its numbers are (§12)."""

import numpy as np
import pytest

from game.conditions.bounds import MOST_POINTS
from game.players.persona import draw, lots_of, persona_player
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


@pytest.mark.parametrize("kind", [np.int16, np.int32, np.int64])
def test_12_any_of_250_choices_can_be_drawn(kind: type[np.signedinteger]) -> None:
    count = 250
    values = np.zeros((count, 60_000), dtype=kind)
    draws = np.arange(60_000, dtype=np.uint16)

    drawn = draw(values, np.ones_like(values, dtype=np.bool_), np.arange(count), lots_of(1.0), draws)

    assert np.all(np.diff(drawn) >= 0)
    assert set(drawn.tolist()) == set(range(drawn[-1] + 1))
    assert drawn[-1] > np.iinfo(np.int8).max
