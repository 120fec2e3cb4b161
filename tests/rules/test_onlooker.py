"""The onlooker: what a side reads off the tables is what its view shows, row for row (§12)."""

import numpy as np
import pytest

from game.rules.engine import Readout
from game.rules.layout import Seen
from game.rules.setup import set_up
from game.rules.state import STATE
from game.rules.tables import Tables
from game.rules.views import view_of
from tests.rules.machines import sheets_of
from tests.scenario.shipped import SHIPPED, book


def stirred(name: str) -> Tables:
    """Return tables in which anything may have come to pass, whether or not a line is declared."""
    rules, drawn = book(name), np.random.default_rng(12)
    tables = set_up(rules, range(60))
    while tables.month < rules.months:
        tables = rules.month.plain.play(tables, sheets_of("anyhow", rules, tables, drawn))[0]
    lines = tables.declared.shape
    return tables.with_parts(
        declared=drawn.random(lines) < 0.5,
        crossed=drawn.integers(-60, tables.month, lines),
        owed=drawn.random(lines) < 0.5,
        limits=drawn.integers(-20, 20, lines),
        offers=drawn.integers(-1, 3, tables.offers.shape),
    )


@pytest.mark.parametrize("name", SHIPPED)
def test_12_a_side_reads_off_the_tables_what_its_view_shows_and_nothing_else(name: str) -> None:
    rules, tables = book(name), stirred(name)
    for side, sight in rules.sights.items():
        to = rules.onlooker()
        view, shown = view_of(sight, tables), []
        with to.seen_by(sight):
            for array in (each for each in STATE if each in sight.layout.places):
                rows = STATE[array].__get__(view, type(view)).reshape(-1, view.count)
                for row, seen in enumerate(rows):
                    to.hand_over(to.value(to.row(array, row)))
                    shown.append(seen)

        read = Readout(to, rules.layout)(tables)

        assert np.array_equal(read, np.array(shown, dtype=np.int64)), side


@pytest.mark.parametrize("array", [name for name, each in STATE.items() if each.seen is Seen.NOBODY])
def test_12_what_nobody_sees_cannot_be_read(array: str) -> None:
    rules = book("deadlock-2020")
    to = rules.onlooker()

    with to.seen_by(rules.sights["seoul"]), pytest.raises(KeyError, match=f"sees nothing of {array}"):
        to.row(array)
