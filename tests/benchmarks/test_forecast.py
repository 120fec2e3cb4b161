"""How fast a forecast is: a month's tables imagined once, then one sheet after another weighed on them.

    python -m pytest tests/benchmarks/test_forecast.py --benchmark-enable --benchmark-only

Both stand beside a yardstick: tempers playing on at as many tables.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest

from game.players.forecast import Dream, Forecast, Forecaster, forecaster
from game.rules.tables import Tables
from game.rules.views import View, view_of
from tests.claims.positions import book
from tests.hidden import positions

SIDE = "pyongyang"


@cache
def late() -> View:
    """Return what Pyongyang sees in the last month, when there is most to recall."""
    last: Tables = positions(book(), 4)[-2]
    return view_of(book().sights[SIDE], last.take(np.flatnonzero(last.live)[:1]))


@cache
def ahead() -> Forecaster:
    found = forecaster(book(), SIDE)
    assert found is not None
    return found


@pytest.mark.benchmark(group="forecast")
def test_the_tables_of_the_last_month_are_imagined(benchmark: Callable[..., Dream]) -> None:
    assert benchmark(ahead().dream, late()).tables.count == 200


@pytest.mark.benchmark(group="forecast")
def test_a_sheet_is_weighed_on_them(benchmark: Callable[..., Forecast]) -> None:
    idle = np.zeros(len(book().index.slots), dtype=np.int16)

    told = benchmark(ahead().forecast, ahead().dream(late()), idle)

    assert told.readings.shape[1] == 200


@pytest.mark.benchmark(group="forecast")
def test_the_yardstick_is_one_month_of_tempers_at_as_many_tables(benchmark: Callable[..., Any]) -> None:
    idle = np.zeros(len(book().index.slots), dtype=np.int16)

    months = benchmark(ahead().play_out, ahead().dream(late()).tables, idle)

    assert months
