"""The roster: players are hired by name, and searchers may be given more time to think (§12)."""

import numpy as np
import pytest

from game.match.loading import Opened, open_scenario
from game.match.seats import seated
from game.match.trouble import Trouble
from game.players.player import seat_luck
from game.players.roster import EFFORTS, effort_of, fills, hire
from game.players.searcher import Searcher
from game.rules.views import view_of
from tests.claims.positions import book
from tests.hidden import positions


def test_more_time_is_more_imagined_tables_and_nothing_else() -> None:
    plain, longer = effort_of("normal"), effort_of("normal:4")
    assert plain == EFFORTS["normal"]
    assert longer is not None
    assert (longer.worlds, longer.tries) == (4 * plain.worlds, plain.tries)


@pytest.mark.parametrize("name", ["normal:", "normal:1", "normal:17", "normal:x", "normal:-2", "persona:4"])
def test_what_is_no_time_to_think_is_no_player(name: str) -> None:
    assert not fills(name, book(), "seoul")
    assert hire(name, book(), "seoul") is None


def test_a_longer_look_is_surer_of_the_same_sheets() -> None:
    tables = positions(book(), 40)[2]
    view, luck = view_of(book().sights["seoul"], tables), seat_luck(tables.seeds, "seoul")
    found = []
    for name in ("easy", "easy:8"):
        player = hire(name, book(), "seoul")
        assert isinstance(player, Searcher)
        found.append(player.weigh(view, luck))

    short, long = found
    assert np.array_equal(short.sheets, long.sheets)
    assert long.points.max(axis=0).mean() < short.points.max(axis=0).mean()  # the best of few is luck


def test_seats_take_the_longer_name_and_refuse_a_wrong_one() -> None:
    opened = open_scenario("mines-2015")
    assert isinstance(opened, Opened)
    assert seated(opened.book, {"seoul": "hard:2"}) == {
        **dict.fromkeys(opened.book.index.sides, "persona"),
        "seoul": "hard:2",
    }
    assert isinstance(seated(opened.book, {"seoul": "hard:99"}), Trouble)
