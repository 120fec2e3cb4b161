"""Scenario tests: each played, month by month, and what came of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.match.dates import in_words
from game.model.card import Role
from game.model.claim import World
from game.model.scenario import Scenario
from game.model.speech import told_in
from game.model.test import Luck, Test
from game.model.turn import date_of_turn, turn_of
from game.rules.adjudicate import adjudicate
from game.rules.dice import ALWAYS_LUCKY, FAIR, NEVER_LUCKY
from game.rules.formula import formula
from game.rules.legality import why_refused
from game.rules.rulebook import Rulebook, compile_rulebook
from game.rules.setup import set_up
from game.rules.sheets import Order, encode
from game.rules.tables import Tables
from game.rules.views import view_of
from game.study.counterfactuals import scenario_in

DICE = {Luck.NEVER: NEVER_LUCKY, Luck.ALWAYS: ALWAYS_LUCKY, Luck.DRAWN: FAIR}


@dataclass(frozen=True)
class Tried:
    """What came of one test."""

    name: str
    """The scenario's name for it."""

    test: Test
    """The test."""

    faults: tuple[str, ...]
    """Why it does not hold, a sentence each; none if it holds."""

    dates: tuple[str, ...]
    """The months played."""

    readings: Mapping[str, tuple[int, ...]]
    """Where every track stood before the first month and after each one."""

    ending: str | None
    """The ending that was reached, if any."""

    @property
    def holds(self) -> bool:
        """Return whether the test holds."""
        return not self.faults


def try_out(scenario: Scenario) -> Iterator[Tried]:
    """Play the tests of a scenario one by one and yield what came of each."""
    book = compile_rulebook(scenario)
    for name, test in scenario.tests.items():
        changed = scenario_in(World(branches=test.branches), scenario)
        yield _tried(book if changed is scenario else compile_rulebook(changed), name, test)


def _tried(book: Rulebook, name: str, test: Test) -> Tried:
    """Play one test."""
    unfit = tuple(_unfit(book.scenario, test))
    if unfit:
        return Tried(name, test, unfit, (), {}, None)
    tables, wrong = [set_up(book, [test.seed], test.starts, DICE[test.luck])], ""
    for month in range(1, _last(book.scenario, test) + 1):
        orders = _ordered(book, test, month)
        wrong = _refused(book, tables[-1], month, orders)
        if wrong or not tables[-1].live[0]:
            break
        tables.append(_after(book, tables[-1], orders, test))
    return _judged(book, name, test, tables, wrong)


def _unfit(scenario: Scenario, test: Test) -> Iterator[str]:
    """Yield what in a test lies outside the scenario's scales and months."""
    for track, start in test.starts.items():
        low, high = scenario.tracks[track].range
        if not low <= start <= high:
            yield f"{track} cannot start at {start}: its range is {low} to {high}"
    for date in (*test.play, *filter(None, [test.until])):
        if not 1 <= turn_of(scenario.start, scenario.turns, date) <= scenario.months:
            yield f"{date} lies outside the game"


def _last(scenario: Scenario, test: Test) -> int:
    dates = [test.until] if test.until else [*test.play]
    return max(turn_of(scenario.start, scenario.turns, date) for date in dates)


Orders = list[tuple[str, str, Order]]
"""Who orders what: side, line of the sheet and order."""


def _ordered(book: Rulebook, test: Test, month: int) -> Orders:
    """Return the orders that a test gives for a month."""
    scenario = book.scenario
    sheets = [
        sheet for date, sheet in test.play.items() if turn_of(scenario.start, scenario.turns, date) == month
    ]
    return [
        (side, *_order(book, side, name))
        for sheet in sheets
        for side, names in sheet.items()
        for name in names
    ]


def _order(book: Rulebook, side: str, name: str) -> tuple[str, Order]:
    """Return the line and the order that a card's or package's name stands for."""
    if name in book.scenario.cards:
        return book.scenario.cards[name].slot, Order(name)
    assert book.deal is not None
    offers = (n for n, c in book.scenario.cards.items() if (c.side, c.role) == (side, Role.OFFER))
    terms = book.deal.terms.terms(book.index.packages[name])
    return book.deal.terms.bargain.slot, Order(next(offers, name), terms)


def _refused(book: Rulebook, tables: Tables, month: int, orders: Orders) -> str:
    """Return why the orders of a month could not be sealed, or nothing."""
    scenario = book.scenario
    date = in_words(date_of_turn(scenario.start, scenario.turns, month))
    if orders and not tables.live[0]:
        return f"{date}: the game was over before these sheets"
    taken: set[tuple[str, str]] = set()
    for side, slot, order in orders:
        if (side, slot) in taken:
            return f"{date}: {side} has two orders on the line '{slot}'"
        taken.add((side, slot))
        if order.card not in scenario.cards:
            return f"{date}: {side} has no card to table '{order.card}' with"
        refusal = why_refused(book, view_of(book.sights[side], tables), slot, order)
        if refusal is not None:
            return f"{date}: {side} cannot order '{order.card}': {refusal.sentence.rstrip('.')}"
    return ""


def _after(book: Rulebook, tables: Tables, orders: Orders, test: Test) -> Tables:
    """Return the table a month later."""
    sheets: dict[str, dict[str, Order]] = {}
    for side, slot, order in orders:
        sheets.setdefault(side, {})[slot] = order
    return adjudicate(book, tables, encode(book, sheets), DICE[test.luck])


def _judged(book: Rulebook, name: str, test: Test, tables: list[Tables], wrong: str) -> Tried:
    """Return what came of a test whose months are played, up to a sheet that could not be."""
    scenario, last = book.scenario, tables[-1]
    ending = None if last.ending[0] < 0 else book.endings[int(last.ending[0])].id
    faults = (wrong,) if wrong else tuple(_missed(book, test, last, ending))
    dates = tuple(date_of_turn(scenario.start, scenario.turns, n) for n in range(1, len(tables)))
    rows = book.index.tracks.items()
    readings = {track: tuple(int(each.readings[row, 0]) for each in tables) for track, row in rows}
    return Tried(name, test, faults, dates, readings, ending)


def _missed(book: Rulebook, test: Test, last: Tables, ending: str | None) -> Iterator[str]:
    """Yield what was expected and is not so."""
    holds = None if test.expect is None else formula(test.expect, book.index)
    if test.expect is not None and holds is not None and not holds(last)[0]:
        yield f"expected that {told_in(book.scenario, test.expect.tree)}"
    if test.ending not in (None, ending):
        reached = "no ending was reached" if ending is None else f"the game ended in '{ending}'"
        yield f"expected the ending '{test.ending}', and {reached}"
