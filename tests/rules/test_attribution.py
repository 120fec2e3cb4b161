"""Deniable acts (§7)."""

import pytest

from game.rules.ledger import Ledger
from game.rules.setup import set_up
from tests.builders import a_book, a_table, played

BOOK = a_book(upkeep=None, calendar=None)


@pytest.mark.parametrize(
    ("cards", "share"),
    [
        pytest.param(("mines",), 0.9 * 0.50, id="7.1 pinned down by chance, save what never is"),
        pytest.param(("mines", "inquiry"), 0.9 * 0.65, id="7.1 an inquiry speeds it"),
    ],
)
def test_a_deniable_act_is_pinned_down_by_chance(cards: tuple[str, ...], share: float) -> None:
    after = played(BOOK, set_up(BOOK, range(5000)), *cards)

    assert (after.pinned[0] == 1).mean() == pytest.approx(share, abs=0.03)
    assert (after.cases[0] < 0).mean() == pytest.approx(0.10, abs=0.02)


def test_7_3_attribution_crosses_the_line_that_covers_the_act() -> None:
    tables = set_up(BOOK, range(300))
    row = BOOK.index.lines["tests"]

    after = played(BOOK, tables, "mines")

    assert ((after.pinned[0] == 1) == (after.crossed[row] == 1)).all()
    assert (after.owed[row] == (after.pinned[0] == 1)).all()


def test_7_1_the_others_see_the_deed_without_its_author() -> None:
    ledger = Ledger()

    played(BOOK, a_table(BOOK, seed=3), "mines", ledger=ledger)

    deed = next(entry for entry in ledger.entries if entry.cause == "card:mines")
    assert set(deed.seen_by) == {"west", "north", "south"}
    assert deed.known_to == ("north",)
    assert deed.veil == "Mines went off"


def test_7_1_a_case_goes_cold() -> None:
    book = a_book(upkeep=None, calendar=None, months=20)
    tables = played(book, set_up(book, range(200)), "mines")
    for _ in range(9):
        tables = played(book, tables)

    assert (tables.cases[0] == 0).all()
