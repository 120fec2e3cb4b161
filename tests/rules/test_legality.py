"""What a card costs, how often it may be used, and when again (§4.2, §4.3): both doors, both sides."""

import pytest

from game.rules.legality import Reason, menu, why_refused
from game.rules.rulebook import Rulebook
from game.rules.sheets import Order
from game.rules.tables import Tables
from game.rules.views import view_of
from tests.builders import a_book, a_table, played, reading

BOOK = a_book(
    upkeep=None,
    calendar=None,
    cards={"signal": {"limit": 2}, "small_test": {"cooldown": 2}, "mines": {"cooldown": 1}},
)


def refusal(book: Rulebook, tables: Tables, card: str) -> Reason | None:
    """Return why a card may not be played; the menu of computer players must say the same."""
    found = book.scenario.cards[card]
    view = view_of(book.sights[found.side], tables)
    refused = why_refused(book, view, found.slot, Order(card))
    slot = book.index.slots[found.slot]
    names = [needed.name for needed in book.sights[found.side].requirements[slot]]
    assert menu(book, view)[slot][names.index(card) + 1, 0] == (refused is None)
    return refused.reason if refused else None


def after(*months: str) -> Tables:
    """Return the tables after months in each of which one card was played, or none."""
    tables = a_table(BOOK)
    for card in months:
        tables = played(BOOK, tables, *([card] if card else []))
    return tables


@pytest.mark.parametrize(
    ("card", "months", "reason"),
    [
        pytest.param("mines", ("mines",), Reason.COOLDOWN, id="one month must lie between"),
        pytest.param("mines", ("mines", ""), None, id="after one month it is free again"),
        pytest.param("small_test", ("small_test", ""), Reason.COOLDOWN, id="one of two months is too few"),
        pytest.param("small_test", ("small_test", "", ""), None, id="after two months it is free again"),
        pytest.param("push", ("push",), None, id="without a cooldown it may be played at once"),
    ],
)
def test_4_3_a_cooldown_is_as_many_months_as_it_says(
    card: str, months: tuple[str, ...], reason: Reason | None
) -> None:
    assert refusal(BOOK, after(*months), card) is reason


@pytest.mark.parametrize(
    ("months", "reason"),
    [
        pytest.param((), None, id="unused"),
        pytest.param(("signal",), None, id="used once of twice"),
        pytest.param(("signal", "signal"), Reason.LIMIT, id="used up"),
        pytest.param(("signal", "signal", "", "", ""), Reason.LIMIT, id="used up for the whole game"),
    ],
)
def test_4_3_a_limit_is_as_many_uses_as_it_says(months: tuple[str, ...], reason: Reason | None) -> None:
    assert refusal(BOOK, after(*months), "signal") is reason


@pytest.mark.parametrize(("home", "reason"), [(1, Reason.PRICE), (2, None), (3, None)])
def test_4_3_a_price_must_be_covered_in_full(home: int, reason: Reason | None) -> None:
    assert refusal(BOOK, a_table(BOOK, west__home=home), "push") is reason


@pytest.mark.parametrize("home", [2, 5, 10])
def test_4_3_the_price_is_taken_when_the_card_is_played(home: int) -> None:
    paid = played(BOOK, a_table(BOOK, west__home=home), "push")

    assert reading(BOOK, paid, "west.home") == home - 2
    assert reading(BOOK, paid, "sanctions") == 6


@pytest.mark.parametrize(("heat", "reason"), [(5, Reason.CONDITION), (6, None)])
def test_4_2_a_card_is_legal_while_its_condition_holds(heat: int, reason: Reason | None) -> None:
    book = a_book(cards={"protest": {"when": "heat >= 6"}})

    assert refusal(book, a_table(book, heat=heat), "protest") is reason


@pytest.mark.parametrize(
    ("months", "gained"),
    [
        pytest.param((), 2, id="fresh"),
        pytest.param(("small_test",), 1, id="used last month"),
        pytest.param(("small_test", "", ""), 1, id="used three months ago"),
        pytest.param(("small_test", "", "", ""), 2, id="used four months ago, it is fresh again"),
        pytest.param(("small_test", "small_test"), 0, id="used twice"),
        pytest.param(("small_test", "small_test", "small_test"), 0, id="worn out, and never a loss"),
        pytest.param(("small_test", "", "small_test"), 0, id="each use counts, in a row or not"),
        pytest.param(("small_test", "mines", ""), 1, id="another card wears nothing"),
    ],
)
def test_4_3_each_use_wears_a_gain_for_three_months(months: tuple[str, ...], gained: int) -> None:
    book = a_book(upkeep=None, calendar=None)
    tables = a_table(book, north__home=0)
    for card in months:
        tables = played(book, tables, *([card] if card else []))
    before = reading(book, tables, "north.home")

    assert reading(book, played(book, tables, "small_test"), "north.home") == before + gained
