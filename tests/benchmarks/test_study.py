"""How fast a study plays with temperaments in all seats, told as a ratio to the engine with given sheets.

    python -m pytest tests/benchmarks/test_study.py --benchmark-enable --benchmark-only

On a machine that others use, --benchmark-timer=time.process_time counts this process's time alone.
Without --benchmark-enable each case is played once, so that it cannot rot.
"""

from collections.abc import Callable
from typing import Any

import pytest

from game.rules.adjudicate import adjudicate
from game.rules.setup import set_up
from game.study.batch import CHUNK, seeds_of
from game.study.bench import persona_sheets
from tests.claims.positions import setting
from tests.study.tallied import tally_games


@pytest.mark.parametrize("tables", [10_000, CHUNK])
def test_a_study_of_temperaments(benchmark: Callable[..., Any], tables: int) -> None:
    found = benchmark(tally_games, setting(), 1, 0, tables)

    assert found.games == tables
    assert found.endings.sum() == tables


@pytest.mark.parametrize("tables", [10_000, CHUNK])
def test_the_yardstick_the_same_games_with_given_sheets(benchmark: Callable[..., Any], tables: int) -> None:
    book = setting().book
    start = set_up(book, seeds_of(1, 0, tables))
    sheets = persona_sheets(book, start)

    def played() -> int:
        at = start
        for sheet in sheets:
            at = adjudicate(book, at, sheet)
        return at.month

    assert benchmark(played) == book.months + 1
