"""The record: own counts beside the games, and whether their band covers them."""

import numpy as np
import pytest

from game.model.claim import Tallied
from game.rules.rulebook import Rulebook, compile_rulebook
from game.study.historical import beside
from game.study.tally import MOST, Tally
from tests.claims.positions import book, tally


def beside_counts(counts: dict[str, int], *totals: int, told: int = 0) -> tuple[float, int, int, bool, bool]:
    """Return mean, band and cover of games that each had so many small acts from June on."""
    tallied = Tallied(title="Small acts", of="low", counts=counts, told={"2020-06": told} if told else {})
    rules: Rulebook = compile_rulebook(book().scenario.model_copy(update={"record": {"small": tallied}}))
    acts = np.zeros((rules.months + 1, len(rules.index.classes), MOST + 1), dtype=np.int64)
    row = list(rules.index.classes).index("low")
    acts[:2, row, 0] = len(totals)
    for total in totals:
        acts[2:, row, total] += 1
    found = beside(Tally(games=len(totals), acts=acts), rules)[0]
    return found.mean, found.low, found.high, found.covered, found.left_covered


@pytest.mark.parametrize(
    ("counted", "told", "covered", "left"),
    [
        pytest.param(2, 0, True, True, id="within the band"),
        pytest.param(5, 0, False, False, id="above it"),
        pytest.param(0, 0, False, False, id="below it"),
        pytest.param(5, 3, False, True, id="above it, and within once what is read out as news is left out"),
        pytest.param(3, 3, True, False, id="within it, and below once what is read out as news is left out"),
    ],
)
def test_the_band_of_the_games_covers_the_record_or_not(
    counted: int, told: int, covered: bool, left: bool
) -> None:
    found = beside_counts({"2020-05": 0, "2020-06": counted}, *[1, 2, 3] * 20, told=told)

    assert found == (2.0, 1, 3, covered, left)


def test_months_add_up_to_the_mean_of_all() -> None:
    for each in beside(tally(), book()):
        assert sum(month.mean for month in each.months) == pytest.approx(each.mean)
        assert len(each.months) == 8


def test_the_scenario_ships_the_counts_of_2020_with_their_sources() -> None:
    record = book().scenario.record

    assert [sum(record[name].counts.values()) for name in ("small_acts", "large_acts")] == [4, 0]
    assert all(source in book().scenario.sources for each in record.values() for source in each.cites)
