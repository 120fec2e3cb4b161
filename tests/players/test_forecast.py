"""The forecast: nothing hidden reaches it, and what it says so often happens so often (§12)."""

from collections.abc import Mapping

import numpy as np
import pytest

from game.players.forecast import Forecast, Kind, forecaster
from game.players.recall import recall
from game.rules.adjudicate import adjudicate
from game.rules.rulebook import compile_rulebook
from game.rules.setup import set_up
from game.rules.sheets import Order, encode
from game.rules.tables import Tables
from game.rules.views import view_of
from tests.builders import a_scenario
from tests.claims.positions import book
from tests.hidden import turned
from tests.players.calibration import ahead_of, by_count, sampled

WITHIN = 0.10
"""How far what happens may lie from what was said."""

ENOUGH = 30
"""Cases from which on a share is compared."""


def told(tables: Tables, side: str, sheet: np.ndarray) -> Forecast:
    ahead = ahead_of(side)
    return ahead.forecast(ahead.dream(view_of(book().sights[side], tables)), sheet)


def test_12_another_hidden_truth_behind_the_same_view_gives_the_same_forecast() -> None:
    for position in sampled(12):
        other = turned(book(), position.table, position.side)

        mine, theirs = (told(tables, position.side, position.sheet) for tables in (position.table, other))

        assert position.table.digest() != other.digest()
        assert mine.chances == theirs.chances
        assert np.array_equal(mine.readings, theirs.readings)


def test_what_is_said_so_often_happens_so_often(whole: bool) -> None:
    found = by_count(500 if whole else 40)
    bands = [[n] for n in range(21)] if whole else [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]
    compared = {band[0]: gap(found, band) for band in bands if cases(found, band) >= ENOUGH}

    assert len(compared) >= 3
    assert {n: round(off, 3) for n, off in compared.items() if abs(off) > WITHIN} == {}


def cases(found: Mapping[int, list[float]], band: list[int]) -> int:
    return sum(len(found.get(n, ())) for n in band)


def gap(found: Mapping[int, list[float]], band: list[int]) -> float:
    """Return by how much more often things happened than was said, in a band of counts."""
    pairs = [(n / 20, happened) for n in band for happened in found.get(n, ())]
    said, happened = np.array(pairs).mean(axis=0)
    return float(happened - said)


def test_a_sheet_that_crosses_a_line_in_the_open_is_said_to_cross_it_for_certain() -> None:
    tables = set_up(book(), [7])
    fire = encode(book(), {"pyongyang": {"act": Order("border_fire")}})[book().index.sides["pyongyang"], :, 0]

    chances = {(c.kind, c.id): (c.count, c.held) for c in told(tables, "pyongyang", fire).chances}

    assert chances[Kind.CROSSING, "casualties"] == (20, 0)


def test_who_knows_of_no_temper_of_a_rival_forecasts_nothing() -> None:
    strangers = a_scenario().model_copy(update={"personas": {}})

    assert forecaster(compile_rulebook(strangers), "west") is None


@pytest.mark.parametrize("side", ["washington", "seoul"])
def test_what_was_seen_to_be_played_is_recalled_as_played(side: str) -> None:
    tables = set_up(book(), [7])
    for card in ("border_fire", "short_range_test"):
        tables = adjudicate(book(), tables, encode(book(), {"pyongyang": {"act": Order(card)}}))
    view = view_of(book().sights[side], tables)

    recalled = recall(book(), ahead_of(side).players, view, 50)

    for card, month in (("border_fire", 1), ("short_range_test", 2)):
        assert (recalled.last[book().index.cards[card]] == month).all()
    assert recalled.month == tables.month
