"""Consequences: the books of many imagined tables say what the ledger says of each (§12, §14)."""

from collections import Counter

import numpy as np

from game.players.consequences import Foretold
from game.rules.adjudicate import adjudicate
from game.rules.ledger import Ledger
from game.rules.setup import set_up
from game.study.bench import persona_sheets
from tests.builders import a_book

BOOK = a_book()
SEEDS = range(12)


def test_14_every_table_is_told_as_its_own_ledger_tells_it() -> None:
    start = tables = set_up(BOOK, SEEDS)
    books, ledgers = Foretold(since=1, until=BOOK.months), [Ledger(column=k) for k in SEEDS]
    for sheets in persona_sheets(BOOK, tables):
        for ledger in ledgers:
            adjudicate(BOOK, tables, sheets, ledger=ledger)
        tables = adjudicate(BOOK, tables, sheets, ledger=books)

    for k, ledger in enumerate(ledgers):
        moved, steps = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        for entry in ledger.entries:
            moved[entry.cause.name, entry.track] += entry.change
            steps[entry.cause.name, entry.track] += entry.asked
        told, asked = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        for each, course in books.courses.items():
            told[each.cause.name, each.track] += int(course.moved[k])
            asked[each.cause.name, each.track] += int(course.asked[k])
        assert {name: n for name, n in told.items() if n} == {name: n for name, n in moved.items() if n}
        assert {name: n for name, n in asked.items() if n} == {name: n for name, n in steps.items() if n}
    for track, row in BOOK.index.tracks.items():
        total = tables.readings[row].astype(int) - start.readings[row]
        courses = [course for each, course in books.courses.items() if each.track == track]
        assert np.array_equal(sum(course.moved for course in courses) + np.zeros(len(SEEDS)), total)


def test_a_step_taken_late_bears_on_fewer_months() -> None:
    tables = set_up(BOOK, [1], {"heat": 8})
    books = Foretold(since=1, until=BOOK.months)
    for sheets in persona_sheets(BOOK, tables):
        tables = adjudicate(BOOK, tables, sheets, ledger=books)

    cooling = next(course for each, course in books.courses.items() if each.cause.id == "cooling")

    assert cooling.steps[-1] == -cooling.moved[0] > 1
    assert cooling.moved[0] < cooling.lasting[0] < 0
