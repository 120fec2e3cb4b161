"""The forecast: nothing hidden reaches it, and what it says so often happens so often (§12)."""

from collections.abc import Mapping
from typing import Any

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
from tests.builders import a_book, a_scenario, a_table
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


def foreseen(*cards: str, month: int = 1, **changes: Any) -> Forecast:
    """Return what the South is told of a sheet of these cards in the small scenario of calm months."""
    calm = {"war": None, "deal": {"title": "D", "text": "D.", "when": "in_force()"}}
    rules = a_book(**{"calendar": None, "endings": calm, **changes})
    ahead = forecaster(rules, "south")
    assert ahead is not None
    tables = a_table(rules)
    for _ in range(month - 1):
        tables = adjudicate(rules, tables, encode(rules, {}))
    laid = {rules.scenario.cards[card].slot: Order(card) for card in cards}
    sheet = encode(rules, {"south": laid})[rules.index.sides["south"], :, 0]
    return ahead.forecast(ahead.dream(view_of(rules.sights["south"], tables)), sheet)


def storm(when: str) -> dict[str, Any]:
    """Return a scenario's endings with one that comes for certain once *when* holds."""
    return {"storm": {"title": "S", "text": "S.", "when": when, "at_once": True}}


def counted(forecast: Forecast) -> dict[str, tuple[int, int]]:
    """Return by ending how often it comes, and how often if every line is held."""
    return {c.id: (c.count, c.held) for c in forecast.chances if c.kind is Kind.ENDING}


@pytest.mark.parametrize(
    ("opened", "comes", "told"),
    [
        pytest.param(1, 1, True, id="in the open month"),
        pytest.param(1, 3, True, id="in the last of three months"),
        pytest.param(1, 4, False, id="in the fourth"),
        pytest.param(3, 5, True, id="three months from the third on"),
        pytest.param(3, 6, False, id="and no more"),
        pytest.param(5, 6, True, id="to the end of the game where that is nearer"),
    ],
)
def test_a_forecast_looks_three_months_ahead(opened: int, comes: int, told: bool) -> None:
    found = foreseen(month=opened, endings={"war": None, **storm(f"month == {comes}")})

    assert counted(found) == ({"storm": (20, 20)} if told else {})


@pytest.mark.parametrize(
    ("when", "sheet", "counts"),
    [
        pytest.param("playing(inquiry)", ("inquiry",), (20, 0), id="what the sheet brings"),
        pytest.param("playing(inquiry)", ("mediate",), None, id="not what another card would bring"),
        pytest.param("playing(mediate)", ("inquiry",), None, id="nor what another line would"),
        pytest.param("playing(inquiry)", (), None, id="nothing is brought by holding"),
        pytest.param("not playing(inquiry)", ("inquiry",), (None, 20), id="what holding would bring"),
        pytest.param(
            "playing(inquiry) and playing(mediate)", ("inquiry", "mediate"), (20, 0), id="every line counts"
        ),
    ],
)
def test_a_forecast_counts_the_sheet_itself_beside_a_sheet_that_holds(
    when: str, sheet: tuple[str, ...], counts: tuple[int | None, int] | None
) -> None:
    found = counted(foreseen(*sheet, endings={"war": None, **storm(f"month == 1 and {when}")}))

    expected = {} if counts is None else {"storm": (counts[0] or 0, counts[1])}
    assert found == expected


def test_a_forecast_reads_the_gauge_when_the_open_month_is_over() -> None:
    warmer = {"title": "W", "effects": {"south.home": 1}, "why": "It rose."}
    found = foreseen("inquiry", upkeep={"cooling": None, "rise": warmer})

    rows = a_book().index.tracks
    assert set(found.readings[rows["south.home"]].tolist()) == {6}


def test_a_forecast_reads_what_the_sheet_moves() -> None:
    moving: dict[str, Any] = {
        "cards": {"inquiry": {"effects": {"south.home": 2}}},
        "upkeep": {"cooling": None},
    }
    laid, held = foreseen("inquiry", **moving), foreseen(**moving)

    row = a_book().index.tracks["south.home"]
    assert set(laid.readings[row].tolist()) == {7}
    assert set(held.readings[row].tolist()) == {5}
