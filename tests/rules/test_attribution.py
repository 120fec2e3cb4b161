"""Deniable acts (§7)."""

import pytest

from game.rules.dice import ALWAYS_LUCKY, NEVER_LUCKY, WHOLE, Dice
from game.rules.ledger import Ledger
from game.rules.setup import set_up
from game.rules.tables import NEVER
from tests.builders import a_book, a_table, played, reading

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

    deed = next(entry for entry in ledger.entries if entry.cause.name == "card:mines")
    assert set(deed.seen_by) == {"west", "north", "south"}
    assert deed.known_to == ("north",)
    assert deed.cause.veil == "Mines went off"


def test_7_1_a_case_goes_cold() -> None:
    book = a_book(upkeep=None, calendar=None, months=20)
    tables = played(book, set_up(book, range(200)), "mines")
    for _ in range(9):
        tables = played(book, tables)

    assert (tables.cases[0] == 0).all()


@pytest.mark.parametrize(
    ("waited", "pinned"),
    [
        pytest.param(0, 1, id="in the very month"),
        pytest.param(3, 4, id="still after as many months as the case lasts"),
        pytest.param(4, 0, id="not a month later"),
    ],
)
def test_7_1_an_act_can_be_pinned_down_until_its_case_goes_cold(waited: int, pinned: int) -> None:
    book = a_book(upkeep=None, calendar=None, cards={"mines": {"attribution": {"months": 3, "never": 0}}})
    tables = a_table(book)
    for month in range(waited + 1):
        last = month == waited
        tables = played(
            book, tables, *(["mines"] if month == 0 else []), dice=ALWAYS_LUCKY if last else NEVER_LUCKY
        )

    assert max(0, int(tables.pinned[0, 0])) == pinned


@pytest.mark.parametrize(("months", "open_"), [(2, True), (3, False)])
def test_7_1_a_case_is_open_for_its_months_and_no_longer(months: int, open_: bool) -> None:
    book = a_book(upkeep=None, calendar=None, cards={"mines": {"attribution": {"months": 2}}})
    tables = played(book, a_table(book), "mines", dice=NEVER_LUCKY)
    for _ in range(months - 1):
        tables = played(book, tables, dice=NEVER_LUCKY)

    assert bool(tables.cases[0, 0]) is open_


@pytest.mark.parametrize(
    ("cards", "draw", "pinned"),
    [
        pytest.param((), WHOLE // 2 - 1, True, id="half, the last draw within"),
        pytest.param((), WHOLE // 2, False, id="half, the first draw beyond"),
        pytest.param(("inquiry",), WHOLE * 65 // 100 - 1, True, id="sped to 65, within"),
        pytest.param(("inquiry",), WHOLE * 65 // 100, False, id="sped to 65, beyond"),
    ],
)
def test_7_1_the_chance_of_pinning_an_act_down_is_exact(
    cards: tuple[str, ...], draw: int, pinned: bool
) -> None:
    dice = Dice({"card.mines.attribution": draw}, rest=WHOLE - 1)

    after = played(BOOK, a_table(BOOK), "mines", *cards, dice=dice)

    assert bool(after.pinned[0, 0] == 1) is pinned


@pytest.mark.parametrize(("lane", "solvable"), [(6552, False), (6553, True)])
def test_7_1_the_share_that_is_never_solved_is_exact(lane: int, solvable: bool) -> None:
    dice = Dice({"card.mines.attribution": WHOLE - 1}, rest=lane)

    after = played(BOOK, a_table(BOOK), "mines", dice=dice)

    assert bool(after.cases[0, 0] > 0) is solvable


@pytest.mark.parametrize(
    ("asked", "moved"),
    [
        pytest.param("played(low)", 1, id="as a low-level provocation"),
        pytest.param("playing(low)", 1, id="of that very month"),
        pytest.param("months_since(low) == 0", 1, id="counted from that month"),
        pytest.param("played(major)", 0, id="not as a major one"),
        pytest.param("played(relief)", 0, id="nor as anything else"),
    ],
)
def test_7_3_an_act_pinned_down_counts_as_a_low_level_provocation(asked: str, moved: int) -> None:
    told = {"title": "T", "when": asked, "effects": {"south.home": 1}, "why": "It counted."}
    book = a_book(upkeep={"cooling": None, "told": told}, calendar=None)
    luck = Dice({"card.mines.attribution": 0}, rest=WHOLE - 1)
    tables = played(book, a_table(book), "mines", dice=NEVER_LUCKY)
    assert reading(book, tables, "south.home") == 5

    after = played(book, tables, dice=luck)

    assert reading(book, after, "south.home") == 5 + moved


def test_7_3_attribution_moves_what_it_says_once() -> None:
    caught = played(BOOK, a_table(BOOK), "mines", dice=Dice({"card.mines.attribution": 0}, rest=WHOLE - 1))
    free = played(BOOK, a_table(BOOK), "mines", dice=NEVER_LUCKY)

    assert reading(BOOK, free, "trust") == 3
    assert reading(BOOK, caught, "trust") == 3 - 1 - 1
    assert reading(BOOK, played(BOOK, caught, "signal"), "trust") == 2


def test_7_1_only_its_author_may_know_the_cause_of_a_hidden_card() -> None:
    book = a_book(upkeep=None, calendar=None, cards={"protest": {"show": "owner"}})
    ledger = Ledger()

    played(book, a_table(book), "protest", "small_test", ledger=ledger)

    hidden, open_ = (
        next(e for e in ledger.entries if e.cause.name == f"card:{c}") for c in ("protest", "small_test")
    )
    assert (hidden.known_to, hidden.cause.veil) == (("west",), "Something moved; nobody said why.")
    assert set(hidden.seen_by) == {"west", "north", "south"}
    assert (set(open_.known_to), open_.cause.veil) == ({"west", "north", "south"}, "")
    orders = {h.id: set(h.seen_by) for h in ledger.happenings if h.kind == "order"}
    assert orders == {"protest": {"west"}, "small_test": {"west", "north", "south"}}


STRANGE = a_book(
    upkeep=None,
    calendar=None,
    cards={
        "mines": {
            "effects": {"heat": 1, "north.pride": 2},
            "attribution": {
                "never": 0,
                "outsider": {
                    "title": "An old mine", "when": "month == 1", "chance": 40, "effects": {"heat": -1},
                    "why": "The rain had moved it.",
                },
            },
        },
    },
    tracks={"north.pride": {"label": "Pride", "start": 5}},
)  # fmt: skip
"""A book in which a third party may do in the first month what looks like the act."""


def test_7_4_a_third_party_moves_by_luck_what_others_read_of_an_act_and_nothing_of_its_authors() -> None:
    tables = set_up(STRANGE, range(5000))
    row, heat = STRANGE.index.tracks["north.pride"], STRANGE.index.tracks["heat"]

    after = played(STRANGE, tables, dice=Dice(fixed={"card.mines.outsider.attribution": WHOLE - 1}))
    struck = after.cases[1] != 0

    assert struck.mean() == pytest.approx(0.4, abs=0.03)
    assert (after.readings[row] == tables.readings[row]).all()
    assert ((after.readings[heat] - tables.readings[heat]) == struck).all()
    assert (after.cases[0] == 0).all()
    assert (played(STRANGE, tables, "mines").cases[1] == 0).all()


def test_7_4_a_third_party_that_is_found_out_is_no_sides_act_and_crosses_no_line() -> None:
    tables, ledger = set_up(STRANGE, range(300)), Ledger(sides=("west", "north", "south"))

    after = played(STRANGE, tables, dice=ALWAYS_LUCKY, ledger=ledger)

    assert (after.pinned == NEVER).all()
    assert (after.crossed[STRANGE.index.lines["tests"]] == NEVER).all()
    assert [(told.kind, told.side, told.title) for told in ledger.happenings] == [
        ("suspicion", None, "Mines went off"),
        ("cleared", None, "An old mine"),
    ]
    deed, found = (entry for entry in ledger.entries if entry.cause.name == "outsider:mines")
    assert (deed.known_to, deed.cause.veil, found.known_to) == ((), "Mines went off", found.seen_by)
