"""Cards, sheets and legality (§4, §5)."""

import numpy as np
import pytest

from game.rules.legality import Reason, menu, why_refused
from game.rules.rulebook import compile_rulebook
from game.rules.setup import set_up
from game.rules.sheets import Order, decode, encode
from game.rules.views import view_of
from tests.builders import a_book, a_scenario, a_table, an_offer, played, reading

BOOK = a_book(upkeep=None)


def test_4_3_each_use_within_three_months_takes_one_off_the_gains() -> None:
    tables, home = a_table(BOOK), []
    for _ in range(3):
        tables = played(BOOK, tables, "small_test")
        home.append(reading(BOOK, tables, "north.home"))

    assert home == [7, 8, 8]


@pytest.mark.parametrize(
    ("start", "cards", "slot", "order", "reason"),
    [
        pytest.param({"west__home": 1}, (), "act", Order("push"), Reason.PRICE, id="4.3 price not covered"),
        pytest.param({}, (), "table", Order("west_accept"), Reason.CONDITION, id="4.2 'when' must hold"),
        pytest.param({}, (), "table", Order("push"), Reason.WRONG_SLOT, id="4.1 a card has its own line"),
        pytest.param({}, (), "act", Order("mines"), Reason.UNKNOWN, id="4.1 a rival's card is not in hand"),
        pytest.param({}, (), "table", Order("west_offer"), Reason.TERMS, id="8.3 an offer carries terms"),
        pytest.param({}, (), "table", an_offer("west_offer", arms=9), Reason.TERMS, id="8.2 ladders end"),
    ],
)  # fmt: skip
def test_an_order_is_refused_with_a_sentence(
    start: dict[str, int], cards: tuple[str, ...], slot: str, order: Order, reason: Reason
) -> None:
    tables = played(BOOK, a_table(BOOK, **start), *cards) if cards else a_table(BOOK, **start)

    refusal = why_refused(BOOK, view_of(BOOK.sights["west"], tables), slot, order)

    assert refusal is not None
    assert refusal.reason is reason
    assert refusal.sentence.endswith(".")


def test_4_3_limit_and_cooldown_grey_a_card() -> None:
    after = played(BOOK, a_table(BOOK), "big_test")
    mined = played(BOOK, a_table(BOOK), "mines")

    limit = why_refused(BOOK, view_of(BOOK.sights["north"], after), "act", Order("big_test"))
    cooldown = why_refused(BOOK, view_of(BOOK.sights["north"], mined), "act", Order("mines"))

    assert limit is not None
    assert limit.reason is Reason.LIMIT
    assert cooldown is not None
    assert cooldown.reason is Reason.COOLDOWN


def test_4_2_a_card_that_reads_what_its_side_cannot_see_does_not_compile() -> None:
    with pytest.raises(KeyError):
        compile_rulebook(a_scenario(cards={"protest": {"when": "north.home >= 5"}}))


def test_4_1_holding_is_always_legal() -> None:
    tables = set_up(BOOK, range(50))

    for side, sight in BOOK.sights.items():
        assert all(legal[0].all() for legal in menu(BOOK, view_of(sight, tables))), side


def test_sheets_survive_encoding() -> None:
    orders = {"west": {"act": Order("protest"), "table": an_offer("west_offer", "north", arms=2, relief=1)}}

    found = decode(BOOK, encode(BOOK, orders))

    assert found["west"] == orders["west"]
    assert {order.card for order in found["south"].values()} == {"hold"}


def test_3_5_the_order_of_cards_and_tracks_in_the_file_changes_nothing() -> None:
    scenario = a_scenario()
    turned = scenario.model_copy(
        update={
            "cards": dict(list(scenario.cards.items())[::-1]),
            "upkeep": dict(list(scenario.upkeep.items())[::-1]),
        }
    )
    first, second = compile_rulebook(scenario), compile_rulebook(turned)
    plays = ("protest", "small_test", "mediate")

    one, other = (played(book, set_up(book, range(200)), *plays) for book in (first, second))

    assert np.array_equal(one.readings, other.readings)


def test_adjudication_leaves_what_it_was_given_as_it_was() -> None:
    tables = set_up(BOOK, range(20))
    before = tables.digest(7), tables.readings.copy()

    played(BOOK, tables, "big_test", "push")

    assert tables.digest(7) == before[0]
    assert np.array_equal(tables.readings, before[1])
