"""The machines: whatever is played, the plain one and the one in C agree to the last bit."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.typing import NDArray

from game.players.persona import PersonaPlayer
from game.players.roster import PERSONA, hire
from game.rules.blocks import BLOCK, BlockMachine
from game.rules.dice import FAIR, WHOLE, key, lane, luck
from game.rules.ledger import Ledger, Phase
from game.rules.legality import menu
from game.rules.machine import Machine
from game.rules.program import Program, check
from game.rules.rulebook import Rulebook
from game.rules.scribe import Scribe
from game.rules.setup import blank, set_up
from game.rules.tables import Tables
from game.rules.value import Operand, least, most, no, same, unit
from game.rules.views import view_of
from game.rules.words import BOOKISH, LEAPS, Word
from tests.builders import a_book
from tests.house.source import ROOT
from tests.rules.machines import SHEETS, differing, loaded, sheets_of
from tests.scenario.shipped import SHIPPED, book
from tests.strategies.numbers import OPERANDS, TABLE, either_end

BOOK = a_book()
SIZES, MORE_SIZES = (7, 600), (1, 33, 2100)
"""Tables played at once, in a usual run and by --whole beside."""


def block(rules: Rulebook, program: Program) -> BlockMachine:
    return BlockMachine(program, rules.layout, loaded())


@pytest.mark.parametrize("kind", SHEETS)
@pytest.mark.parametrize("name", SHIPPED)
def test_3_4_a_game_goes_the_same_on_both_machines(name: str, kind: str, whole: bool) -> None:
    rules = book(name)
    plain, machine = rules.month.plain, block(rules, rules.month.plain.program)
    for size in (*SIZES, *MORE_SIZES) if whole else SIZES:
        tables, drawn = set_up(rules, range(size)), np.random.default_rng(size)
        while tables.month <= rules.months:
            sheets = sheets_of(kind, rules, tables, drawn)
            found, _ = plain.play(tables, sheets)
            other, _ = machine.play(tables, sheets)
            assert not differing(found, other), (size, tables.month)
            tables = found


@pytest.mark.parametrize("name", SHIPPED)
def test_11_2_spared_games_and_their_odds_are_the_same_on_both_machines(name: str) -> None:
    rules = book(name)
    machine = block(rules, rules.spared.plain.program)
    tables, drawn = set_up(rules, range(200)), np.random.default_rng(3)
    while tables.month <= rules.months:
        sheets = sheets_of("anyhow", rules, tables, drawn)
        found, odds = rules.spared.plain.play(tables, sheets)
        other, others = machine.play(tables, sheets)
        assert not differing(found, other)
        assert np.array_equal(odds, others)
        tables = found


@pytest.mark.parametrize("name", SHIPPED)
def test_14_books_that_are_kept_change_no_game(name: str) -> None:
    rules = book(name)
    machine = block(rules, rules.month.plain.program)
    tables, drawn = set_up(rules, range(40)), np.random.default_rng(4)
    while tables.month <= rules.months:
        sheets = sheets_of("mixed", rules, tables, drawn)
        books = Ledger(column=7, sides=tuple(rules.index.sides))
        found, _ = rules.month.keeping.play(tables, sheets, FAIR, books)
        assert not differing(found, machine.play(tables, sheets)[0])
        assert not tables.live[7] or books.happenings or books.entries
        tables = found


@pytest.mark.parametrize("name", SHIPPED)
def test_12_what_cards_are_worth_is_read_off_the_same_by_both_machines(name: str) -> None:
    rules = book(name)
    tables, drawn = set_up(rules, range(90)), np.random.default_rng(9)
    while tables.month <= rules.months:
        for side, sight in rules.sights.items():
            view, player = view_of(sight, tables), hire(PERSONA, rules, side)
            assert isinstance(player, PersonaPlayer)
            plain = player.scales.readout.plain
            read = BlockMachine(plain.program, sight.layout, loaded()).read(view)
            assert np.array_equal(plain.read(view), read), (side, tables.month)
        tables = rules.month.plain.play(tables, sheets_of("anyhow", rules, tables, drawn))[0]


@pytest.mark.parametrize("name", SHIPPED)
def test_4_2_what_temperaments_read_as_legal_is_what_the_menu_says(name: str) -> None:
    rules = book(name)
    tables, drawn = set_up(rules, range(60)), np.random.default_rng(10)
    while tables.month <= rules.months:
        for side, sight in rules.sights.items():
            view, player = view_of(sight, tables), hire(PERSONA, rules, side)
            assert isinstance(player, PersonaPlayer)
            words = luck(tables.seeds, tables.month, key("a test"))
            told = {each.slot: each for each in player.weighed(view, words)}
            for slot, legal in enumerate(menu(rules, view)):
                wanted = np.flatnonzero(legal.any(axis=1)).tolist()
                assert slot not in told or np.array_equal(told[slot].legal, legal[wanted])
                assert (slot in told) is (len(wanted) > 1)
        tables = rules.month.plain.play(tables, sheets_of("anyhow", rules, tables, drawn))[0]


@pytest.mark.parametrize("count", [1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 77])
def test_threads_share_the_tables_and_change_nothing(count: int) -> None:
    machine = block(BOOK, BOOK.month.plain.program)
    tables = set_up(BOOK, range(count))
    sheets = sheets_of("anyhow", BOOK, tables, np.random.default_rng(5))

    alone, many = (machine.play(tables, sheets, threads)[0] for threads in (1, 3))

    assert not differing(alone, many)
    assert not differing(alone, BOOK.month.plain.play(tables, sheets)[0])


def test_a_machine_refuses_sheets_that_do_not_fit_its_tables() -> None:
    machine = block(BOOK, BOOK.month.plain.program)
    tables = set_up(BOOK, range(9))
    sheets = sheets_of("anyhow", BOOK, tables, np.random.default_rng(8))

    for wrong in (sheets[..., :8], sheets[:1], sheets[:, :1]):
        with pytest.raises(ValueError, match="do not fit 9 tables"):
            machine.play(tables, wrong)


def test_a_game_opens_the_same_on_both_machines_without_sheets() -> None:
    tables = blank(BOOK, np.arange(40_000, dtype=np.uint64), {})

    opened, other = (
        each.play(tables)[0] for each in (BOOK.opening.plain, block(BOOK, BOOK.opening.plain.program))
    )

    assert not differing(opened, other)


def test_wider_numbers_change_nothing() -> None:
    program = BOOK.month.plain.program
    wide = replace(program, kinds=(np.dtype(np.int32),) * len(program.kinds))
    tables = set_up(BOOK, range(700))
    sheets = sheets_of("anyhow", BOOK, tables, np.random.default_rng(6))

    narrow, other = (block(BOOK, each).play(tables, sheets)[0] for each in (program, wide))

    assert program.width < wide.width
    assert not differing(narrow, other)


def test_tables_that_are_given_stay_as_they_are() -> None:
    tables = set_up(BOOK, range(9))
    before = [tables.digest(n) for n in range(9)]
    for machine in (BOOK.month.plain, block(BOOK, BOOK.month.plain.program)):
        machine.play(tables, sheets_of("anyhow", BOOK, tables, np.random.default_rng(7)))

    assert [tables.digest(n) for n in range(9)] == before


def test_both_machines_number_the_words_alike() -> None:
    text = (ROOT / "game" / "rules" / "machine.c").read_text(encoding="utf-8")
    told = re.search(r"enum \{ (SET,.*?) \};", text, re.DOTALL)
    assert told is not None

    assert re.split(r",\s*", told[1]) == [word.name for word in Word]


PURE: dict[Word, Callable[[Any, Any], Any]] = {
    Word.SET: lambda a, b: a * 0 + 7,
    Word.ADD: lambda a, b: a + b,
    Word.SUB: lambda a, b: a - b,
    Word.MUL: lambda a, b: a * b,
    Word.MIN: least,
    Word.MAX: most,
    Word.ADDI: lambda a, b: a + 111,
    Word.MULI: lambda a, b: a * -3,
    Word.DIVI: lambda a, b: a // 7 + b // -5 + a // 2,
    Word.MODI: lambda a, b: a % 7 + b % -5 + a % 2,
    Word.EQ: lambda a, b: unit(same(a, b)),
    Word.GT: lambda a, b: unit(a > b),
    Word.EQI: lambda a, b: unit(same(a, 3)),
    Word.GTI: lambda a, b: unit(a > 3) + unit(a >= 3),
    Word.LTI: lambda a, b: unit(a < 3) + unit(a <= 3),
    Word.AND: lambda a, b: unit((a > 0) & (b > 0)),
    Word.OR: lambda a, b: unit((a > 0) | (b > 0)),
    Word.NOT: lambda a, b: unit(no(a > b)),
    Word.UNIT: lambda a, b: unit(a > b) * 5 - unit(b > a),
}
"""What words come to, said so that it can be put down for a machine and reckoned in plain whole numbers."""


def drawn_tables(numbers: list[int]) -> Tables:
    """Return tables whose limits hold these numbers, the second row turned round."""
    tables = set_up(BOOK, range(len(numbers)))
    limits = tables.limits.copy()
    limits[0], limits[1] = numbers, numbers[::-1]
    return tables.with_parts(limits=limits)


def carried_out(to: Scribe, tables: Tables) -> NDArray[np.int64]:
    """Return the rows handed over, the same from both machines."""
    program = to.program()
    sheets = np.zeros((len(BOOK.index.sides), len(BOOK.index.slots), tables.count), dtype=np.int16)
    found, rows = Machine(program, BOOK.tracks).play(tables, sheets)
    other, others = block(BOOK, program).play(tables, sheets)
    assert not differing(found, other)
    assert np.array_equal(rows, others)
    return rows


def handing_over(operand: Operand, to: Scribe) -> Scribe:
    to.hand_over(to.value(operand))
    return to


@pytest.mark.parametrize("word", PURE)
@settings(max_examples=25, deadline=None)
@given(numbers=OPERANDS)
def test_a_word_comes_to_the_same_in_plain_whole_numbers(word: Word, numbers: list[int]) -> None:
    to = BOOK.scribe()
    first, second = to.row("limits", 0), to.row("limits", 1)
    said = PURE[word]

    rows = carried_out(handing_over(said(first, second), to), drawn_tables(numbers))

    assert rows[0].tolist() == [said(a, b) for a, b in zip(numbers, numbers[::-1], strict=True)]


def test_every_word_is_put_to_the_test() -> None:
    elsewhere = {Word.ALL, Word.MOV, Word.LOOK, Word.STRIKE, Word.STRIKEV, Word.PUT, Word.PUTI, Word.ORI,
                 Word.SETTLE, Word.LUCK, Word.LUCKV, Word.PARTS, Word.UNDER, Word.TURN}  # fmt: skip

    assert set(Word) == {*PURE, *elsewhere, *LEAPS, *BOOKISH}


@settings(max_examples=25, deadline=None)
@given(numbers=OPERANDS, table=TABLE)
def test_a_look_below_the_table_finds_its_first_and_one_beyond_it_its_last(
    numbers: list[int], table: list[int]
) -> None:
    to = BOOK.scribe()
    rows = carried_out(handing_over(to.look(np.array(table), to.row("limits", 0)), to), drawn_tables(numbers))

    assert rows[0].tolist() == [table[min(max(n, 0), len(table) - 1)] for n in numbers]


@settings(max_examples=25, deadline=None)
@given(numbers=OPERANDS)
def test_what_is_put_is_put_where_it_belongs_and_nowhere_else(numbers: list[int]) -> None:
    to = BOOK.scribe()
    first, second = to.row("limits", 0), to.row("limits", 1)
    kept, flag, bits = to.keep(first), to.keep(False), to.keep(5)
    with to.where(first > 10):
        to.put(kept, second)
        to.put(flag, True)
        with to.where(second > 10):
            to.put(kept, 99)
            to.raise_bit(bits, first > second, 3)
    for row in (kept, unit(flag), bits):
        to.hand_over(to.value(row))

    rows = carried_out(to, drawn_tables(numbers))

    pairs = list(zip(numbers, numbers[::-1], strict=True))
    assert rows[0].tolist() == [(99 if b > 10 else b) if a > 10 else a for a, b in pairs]
    assert rows[1].tolist() == [int(a > 10) for a, _ in pairs]
    assert rows[2].tolist() == [5 | 8 * (a > 10 and b > 10 and a > b) for a, b in pairs]


@settings(max_examples=25, deadline=None)
@given(numbers=OPERANDS)
def test_3_5_moves_add_up_and_readings_are_held_to_their_range(numbers: list[int]) -> None:
    to = BOOK.scribe()
    first, heat = to.row("limits", 0), to.row("readings", BOOK.index.tracks["heat"])
    with to.where(first > 0):
        to.strike(None, BOOK.index.tracks["heat"], 2)
        to.strike(None, BOOK.index.tracks["heat"], -first)
    with to.where(first <= 0):
        to.strike(None, BOOK.index.tracks["heat"], 1)
    to.settle(Phase.ACTS)
    to.hand_over(heat)
    tables = drawn_tables(numbers)

    rows = carried_out(to, tables)

    stood = tables.readings[BOOK.index.tracks["heat"]].tolist()
    low, high = BOOK.scenario.tracks["heat"].range
    moved = [s + (2 - n if n > 0 else 1) for s, n in zip(stood, numbers, strict=True)]
    assert rows[0].tolist() == [min(max(each, low), high) for each in moved]


@settings(max_examples=25, deadline=None)
@given(numbers=OPERANDS, parts=either_end(0, WHOLE), number=either_end(0, 3))
def test_13_luck_is_the_draw_of_the_seed_wherever_it_matters(
    numbers: list[int], parts: int, number: int
) -> None:
    to, name = BOOK.scribe(), key("a test")
    percent = to.row("limits", 0)
    found = [
        to.luck("a test", name, number, parts),
        to.luck("a test", name, number, 1000, percent),
        to.luck("a test", name, number, parts, where=percent > 0),
        to.under("a test", name, number, to.parts(percent) + to.parts(percent), True),
    ]
    to.turn()
    found.append(to.luck("a test", name, number, parts))
    for each in found:
        to.hand_over(to.value(unit(each)))
    tables = drawn_tables(numbers)

    rows = carried_out(to, tables)

    draws = lane(luck(tables.seeds, tables.month, name), number).astype(int)
    later = lane(luck(tables.seeds, tables.month + 1, name), number).astype(int)
    share = np.clip(numbers, 0, 100) * WHOLE // 100
    expected = [draws < parts, draws < 1000 + share, (draws < parts) & (np.array(numbers) > 0),
                draws < 2 * share, later < parts]  # fmt: skip
    assert rows.tolist() == [each.astype(int).tolist() for each in expected]


@pytest.mark.parametrize("month", range(1, BOOK.months + 1))
def test_a_season_is_skipped_in_other_months(month: int) -> None:
    to = BOOK.scribe()
    kept = to.keep(0)
    with to.season([2, 3]):
        to.put(kept, 1)
    to.hand_over(kept)

    rows = carried_out(to, drawn_tables([0, 0]).with_parts(month=month))

    assert rows[0].tolist() == [int(month in (2, 3))] * 2


def test_a_value_is_worked_out_once_while_what_it_reads_stands() -> None:
    to = BOOK.scribe()
    heat, limit = to.row("limits", 0), to.row("limits", 1)

    first, again = (to.value(heat + limit).row for _ in range(2))
    to.put(heat, 3)
    after = to.value(heat + limit).row

    assert first == again != after


def test_a_value_made_where_it_may_be_skipped_is_made_anew_outside() -> None:
    to = BOOK.scribe()
    first, second = to.row("limits", 0), to.row("limits", 1)
    with to.where(first > 0):
        inside = to.value(first * second).row

    assert to.value(first * second).row != inside


@pytest.mark.parametrize(
    ("step", "why"),
    [
        pytest.param([Word.ADD, 10**6, 0, 0, 0, 0], "writes past its rows", id="writes past its rows"),
        pytest.param([Word.ADD, 0, -1, 0, 0, 0], "reads before them", id="reads before them"),
        pytest.param([Word.ADD, 0, 0, 10**6, 0, 0], "reads past them", id="reads past them"),
        pytest.param([Word.SKIP, 0, 0, 0, 0, 0], "goes back", id="goes back"),
        pytest.param([Word.SKIP, 0, 0, 0, 10**6, 0], "leaps past its end", id="leaps past its end"),
        pytest.param([Word.LOOK, 0, 0, 0, 0, 10**6], "looks past its tables", id="looks past its tables"),
        pytest.param([Word.LUCK, 0, 0, 0, 10**6, 1], "draws a chance it has not", id="draws what it has not"),
        pytest.param([Word.DIVI, 0, 0, 0, 0, 0], "divides by nothing", id="divides by nothing"),
        pytest.param([Word.MODI, 0, 0, 0, 0, 0], "divides by nothing", id="leaves over nothing"),
        pytest.param([Word.STRIKE, 0, 0, 0, 1, 10**6], "for a cause it has not", id="for a cause it has not"),
        pytest.param([Word.TELL, 0, 0, 0, 0, 10**6], "tells what it has not", id="tells what it has not"),
        pytest.param([99, 0, 0, 0, 0, 0], "is no word", id="is no word"),
    ],
)
def test_a_program_that_reaches_past_itself_is_refused_before_it_runs(step: list[int], why: str) -> None:
    program = BOOK.month.keeping.program
    steps = program.steps.copy()
    steps[5] = step

    with pytest.raises(ValueError, match="step 5 "):
        check(replace(program, steps=steps))
    assert check(program) is program, why
