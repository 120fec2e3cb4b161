"""Nothing hidden reaches a side's view, on the whole scenario (§12)."""

import numpy as np
import pytest

from game.players.player import seat_luck
from game.players.roster import PERSONA, hire
from game.rules.views import view_of
from tests.claims.positions import book
from tests.hidden import positions, turned

SIDES = ("washington", "pyongyang", "seoul")


@pytest.mark.parametrize("side", SIDES)
def test_12_a_thousand_positions_with_another_hidden_truth_give_the_same_views_and_choices(side: str) -> None:
    player = hire(PERSONA, book(), side)
    assert player is not None
    for tables in positions(book(), 90):
        other = turned(book(), tables, side)
        mine, theirs = (view_of(book().sights[side], truth) for truth in (tables, other))

        assert mine.packed() == theirs.packed()
        assert tables.digest(0) != other.digest(0)
        luck = seat_luck(tables.seeds, side)
        assert np.array_equal(player.choose(mine, luck), player.choose(theirs, luck))
