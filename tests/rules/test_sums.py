"""Sums: whatever numbers are written, table, ledger and plain whole numbers agree (§3.5, §14)."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings

from game.conditions.condition import Expression
from game.model.bargain import Home
from game.rules.adjudicate import adjudicate
from game.rules.bargaining import covered, needed, shortfalls
from game.rules.endings import returns
from game.rules.formula import formula
from game.rules.ledger import Ledger
from game.rules.legality import menu
from game.rules.rulebook import Rulebook, compile_rulebook
from game.rules.setup import set_up
from game.rules.sheets import Order, Sheet, encode
from game.rules.tables import Tables
from game.rules.views import view_of
from tests.builders import a_book, a_scenario, played, reading
from tests.conditions.conditions import value
from tests.rules.plain import Plain
from tests.strategies.expressions import amounts
from tests.strategies.numbers import either_end
from tests.strategies.rulesets import PICKS, read, rulesets

MANY = 257
"""Tables at once, more than a block holds in either machine's smallest run."""

CHANGED = [HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.data_too_large]


def added_up(book: Rulebook, books: Ledger, tables: Tables) -> None:
    """Assert that the ledger runs on from every start to every reading of its table, without a gap."""
    for name, track in book.scenario.tracks.items():
        stands = track.start
        for entry in (each for each in books.entries if each.track == name):
            assert entry.before == stands, entry
            stands += entry.change
            assert entry.after == stands, entry
            assert track.range[0] <= stands <= track.range[1]
        assert reading(book, tables, name, books.column) == stands, name


def laid(book: Rulebook, tables: Tables, picks: Sequence[int]) -> dict[str, Sheet]:
    """Return sheets on which each line holds one of the cards that are legal at the first table."""
    sheets: dict[str, Sheet] = {}
    numbers = iter(picks)
    for side, sight in book.sights.items():
        rows = menu(book, view_of(sight, tables))
        sheet = {}
        for slot, needs, legal in zip(book.index.slots, sight.requirements, rows, strict=True):
            names = ["hold", *(need.name for need in needs)]
            open_to = [name for name, may in zip(names, legal[:, 0], strict=True) if may]
            sheet[slot] = Order(open_to[next(numbers) % len(open_to)])
        sheets[side] = sheet
    return sheets


@settings(max_examples=80, suppress_health_check=CHANGED)
@given(written=rulesets(), picks=PICKS)
def test_3_5_table_ledger_and_plain_whole_numbers_agree(written: dict[str, object], picks: list[int]) -> None:
    scenario = read(written)
    assume(scenario is not None)
    assert scenario is not None
    book, books, plain = compile_rulebook(scenario), Ledger(sides=tuple(scenario.sides)), Plain(scenario)
    tables, many = set_up(book, [1], ledger=books), set_up(book, [1] * (MANY))

    for month in range(scenario.months):
        orders = laid(book, tables, picks[4 * month :])
        sheets = encode(book, orders)
        tables = adjudicate(book, tables, sheets, ledger=books)
        many = adjudicate(book, many, np.repeat(sheets, many.count, axis=2))
        plain.play(
            {
                side: {slot: order.card for slot, order in sheet.items() if order.card != "hold"}
                for side, sheet in orders.items()
            }
        )

        assert {name: reading(book, tables, name) for name in scenario.tracks} == plain.readings
        assert many.digest(MANY - 1) == tables.digest()

    added_up(book, books, tables)
    won = returns(book.goals, book.endings, tables, len(scenario.sides))[:, 0]
    assert won.tolist() == [plain.points(side) for side in scenario.sides]


@pytest.mark.parametrize(
    ("move", "expected"),
    [
        pytest.param(20, 100, id="3.5 two moves of 20 from 90 end at 100"),
        pytest.param("heat // 2 + 90", 100, id="3.5 two moves of 135 from 90 end at 100"),
        pytest.param("-2 * heat", 0, id="3.5 two moves of -180 from 90 end at 0"),
        pytest.param("heat * heat * heat - 5000", 100, id="3.5 moves past any scale end at its top"),
    ],
)
def test_3_5_a_scale_in_percent_does_not_wrap(move: int | str, expected: int) -> None:
    book = a_book(
        tracks={"heat": {"label": "Heat", "start": 90, "range": [0, 100]}},
        cards={"protest": {"effects": {"heat": move}}, "small_test": {"effects": {"heat": move}}},
        redlines={"boil": None},
        endings={"war": None},
        upkeep={"cooling": None},
    )
    books = Ledger(sides=tuple(book.index.sides))
    tables = played(book, set_up(book, [1], ledger=books), "protest", "small_test", ledger=books)

    assert reading(book, tables, "heat") == expected
    added_up(book, books, tables)


TERMS = ("arms", "relief", "first.west", "first.north")


@settings(max_examples=80, suppress_health_check=CHANGED)
@given(
    asks=amounts(TERMS),
    needs=amounts((*TERMS, "shortfall")),
    low=either_end(-100, 99),
    room=either_end(-100, 100),
)
def test_8_4_shortfalls_and_needs_are_plain_whole_numbers(asks: str, needs: str, low: int, room: int) -> None:
    written = {
        "tracks": {"west.stance": {"label": "Stance", "start": low, "range": [low, 100], "show": "owner"}},
        "bargain": {"homes": {"west": {"asks": asks, "needs": needs}}},
    }
    try:
        scenario = a_scenario(**written)
    except ValueError:
        scenario = None
    assume(scenario is not None and read(scenario.model_dump(mode="json")) is not None)
    assert scenario is not None
    assert scenario.bargain is not None
    book, home = compile_rulebook(scenario), scenario.bargain.homes["west"]
    assert book.deal is not None
    signatory = book.deal.signatories[0]

    for number, terms in enumerate(book.deal.terms):
        state = {**terms.levels, **{f"first.{side}": int(terms.first == side) for side in ("west", "north")}}
        for stance in (low, 0, 100) if low < 0 else (low, 100):
            short = max(0, value(home.asks.tree, state) - stance)
            stood = np.array([stance], dtype=np.int8)
            found = shortfalls(book.deal, np.array([number], dtype=np.int16), [stood, stood])[0]
            wanted = value(_needed(home).tree, {**state, "shortfall": short})
            assert found.tolist() == [short]
            assert needed(signatory, number, found).tolist() == [wanted]
            stands = np.array([room], dtype=np.int8)
            assert covered(signatory, np.array([number]), found, stands).tolist() == [room >= wanted]


def _needed(home: Home) -> Expression:
    assert home.needs is not None
    return home.needs


def test_4_2_uses_of_a_kind_are_counted_past_a_byte() -> None:
    book = a_book(months=60)
    tables = set_up(book, range(3))
    rows = book.index.classes["pressure"]
    uses = tables.uses.copy()
    uses[list(rows)] = 60
    tables = tables.with_parts(uses=uses)

    assert formula(Expression("uses(pressure)"), book.index)(tables).tolist() == [60 * len(rows)] * 3
    assert 60 * len(rows) > np.iinfo(np.int8).max


@pytest.mark.parametrize(
    ("chance", "strikes"),
    [
        pytest.param("1000 * heat", True, id="13 ninety thousand percent is certain"),
        pytest.param("10000000 * heat", True, id="13 so is as much as can be written"),
        pytest.param(999_999_999, True, id="13 and so is a plain number"),
        pytest.param("-1000 * heat", False, id="13 less than none is none"),
        pytest.param(-999_999_999, False, id="13 so is a plain number below"),
    ],
)
def test_13_a_chance_is_held_to_none_and_certain(chance: int | str, strikes: bool) -> None:
    ways = {"first": {"title": "First", "chance": chance}, "rest": {"title": "Rest"}}
    book = a_book(
        start="2020-06",
        tracks={"heat": {"label": "Heat", "start": 90, "range": [0, 100]}},
        cards={"protest": {"riders": [{"chance": chance, "effects": {"trust": 1}, "why": "It came."}]}},
        redlines={"boil": None, "tests": None},
        endings={"war": None},
        calendar={"vote": {"month": "2020-07", "branches": {"stays": None, "goes": None, **ways}}},
        upkeep={"cooling": None},
    )
    tables = played(book, set_up(book, range(300)), "protest")

    assert (tables.readings[book.index.tracks["trust"]] == (4 if strikes else 3)).all()
    assert (tables.branch[0] == (1 if strikes else 2)).all()
