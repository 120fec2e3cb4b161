"""How fast the engine is, measured with pytest-benchmark and told as ratios to plain array work.

    python -m pytest tests/benchmarks --benchmark-enable --benchmark-only

Without --benchmark-enable each case is played once, so that it cannot rot.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from game.rules.adjudicate import adjudicate
from game.rules.ledger import SILENT, Ledger
from game.rules.rulebook import Rulebook, compile_rulebook
from game.rules.setup import set_up
from game.rules.sheets import Sheets
from game.rules.tables import Tables
from game.scenario.reader import read_scenario
from game.study.bench import beyond_readings, persona_sheets


@pytest.fixture(scope="module")
def book() -> Rulebook:
    scenario = read_scenario("deadlock-2020").scenario
    assert scenario is not None
    return compile_rulebook(scenario)


@pytest.mark.parametrize("tables", [1, 100, 10_000])
def test_a_game_of_given_sheets(benchmark: Callable[..., Any], book: Rulebook, tables: int) -> None:
    start = set_up(book, range(tables))
    sheets = persona_sheets(book, start)

    end = benchmark(_played, book, start, sheets)

    assert not end.live.any() or end.month > book.months


def test_a_game_with_its_ledger(benchmark: Callable[..., Any], book: Rulebook) -> None:
    start = set_up(book, range(1))
    sheets = persona_sheets(book, start)

    end = benchmark(_played, book, start, sheets, keeps=True)

    assert end.digest() == _played(book, start, sheets).digest()


def test_the_yardstick_a_thousand_additions_of_ten_thousand_bytes(benchmark: Callable[..., Any]) -> None:
    row, ones = np.zeros(10_000, dtype=np.int8), np.ones(10_000, dtype=np.int8)

    benchmark(_additions, row, ones)

    assert np.unique(row).size == 1


def test_a_table_takes_at_most_four_hundred_bytes_beyond_its_readings(book: Rulebook) -> None:
    assert beyond_readings(set_up(book, range(64))) <= 400


def _played(book: Rulebook, tables: Tables, sheets: list[Sheets], keeps: bool = False) -> Tables:
    for sheet in sheets:
        tables = adjudicate(book, tables, sheet, ledger=Ledger() if keeps else SILENT)
    return tables


def _additions(row: np.ndarray[Any, np.dtype[np.int8]], ones: np.ndarray[Any, np.dtype[np.int8]]) -> None:
    for _ in range(1000):
        row += ones
