"""The engine's own speed: decisions a second of one core's time, from one table to two hundred thousand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from os import cpu_count
from statistics import median
from time import perf_counter, process_time
from typing import Any

import numpy as np

from game.players.player import Player, course, sheets_for
from game.players.roster import PERSONA, hire
from game.rules.adjudicate import adjudicate
from game.rules.ledger import Ledger
from game.rules.rulebook import Rulebook
from game.rules.setup import set_up
from game.rules.sheets import Sheets
from game.rules.tables import Tables

SIZES: Mapping[int, int] = {1: 100, 100: 40, 1_000: 10, 10_000: 2, 200_000: 1}
"""How many tables the engine is timed at, and how many games of them each time."""

SLOWER = 20
"""Of so many games one is played by what takes so much longer than the block machine."""

PLAYED = 10_000
"""Tables at most whose sheets temperaments lay; more tables are these again and again."""

ROUNDS = 3
"""Runs of which the median counts; what is compared takes turns, so that both have the same machine."""

Month = Callable[[Tables, Sheets], Tables]
Clock = Callable[[], float]


@dataclass(frozen=True)
class Speed:
    """How fast the engine plays one month; seconds are those of processor time but for all threads."""

    tables: int
    """Tables played at once."""

    machine: str
    """What carried the rules out: C, or numpy."""

    month: float
    """Seconds a month takes at all tables together."""

    plain: float
    """The same in numpy."""

    threads: int
    """How many threads there are for it."""

    alone: float
    """Seconds on the clock that a month takes on one of them."""

    together: float
    """Seconds on the clock that it takes on all."""

    temperaments: float | None
    """Seconds a month takes with the sheets that temperaments lay; up to `PLAYED` tables."""

    with_ledger: float | None
    """Seconds a month takes with the books kept, at one table."""

    decisions: float
    """Sheets a second: one side's orders for one month each."""

    bytes: int
    """Memory a table takes beyond its readings."""


def measure(book: Rulebook, clock: Clock = process_time, wall: Clock = perf_counter) -> list[Speed]:
    """Return how fast *book* is played at each size; the sheets are given."""
    return [_speed(book, tables, clock, wall) for tables in SIZES]


def as_json(speeds: list[Speed]) -> dict[str, Any]:
    """Return speeds as JSON-ready values."""
    return {str(s.tables): {k: v for k, v in vars(s).items() if k != "tables"} for s in speeds}


def persona_sheets(book: Rulebook, tables: Tables) -> list[Sheets]:
    """Return the sheets that the personas lay month by month, so that a usual game is timed."""
    players = _personas(book)
    sheets = []
    while tables.month <= book.months:
        sheets.append(sheets_for(book, players, tables))
        tables = adjudicate(book, tables, sheets[-1])
    return sheets


def _personas(book: Rulebook) -> dict[str, Player]:
    hired = {side: hire(PERSONA, book, side) for side in book.index.sides}
    return {side: player for side, player in hired.items() if player is not None}


def _speed(book: Rulebook, count: int, clock: Clock, wall: Clock) -> Speed:
    """Return the speed at *count* tables."""
    tables, threads, block = set_up(book, range(min(count, PLAYED))), cpu_count() or 1, book.month.block
    sheets, again = persona_sheets(book, tables), np.arange(count) % PLAYED
    if count > PLAYED:
        tables, sheets = tables.take(again), [np.ascontiguousarray(sheet[..., again]) for sheet in sheets]
    month: Month = partial(adjudicate, book)
    times = {
        "month": partial(_game, month, tables, sheets, SIZES[count], clock),
        "plain": partial(_game, _plain(book), tables, sheets, _fewer(count), clock),
        "alone": partial(_game, month, tables, sheets, SIZES[count], wall),
        "together": partial(_game, _shared(book, threads), tables, sheets, SIZES[count], wall),
        "temperaments": partial(_tempered, book, tables, _fewer(count), clock),
        "with_ledger": partial(_game, _booked(book), tables, sheets, _fewer(count), clock),
    }
    asked = [name for name in times if count <= {"temperaments": PLAYED, "with_ledger": 1}.get(name, count)]
    rounds = [{name: times[name]() for name in asked} for _ in range(ROUNDS)]
    found = {name: median(each[name] for each in rounds) if name in asked else None for name in times}
    return Speed(
        tables=count,
        machine="numpy" if block is None else "C",
        threads=threads,
        decisions=len(book.index.sides) * count / (found["month"] or 1),
        bytes=beyond_readings(tables),
        **found,  # type: ignore[arg-type]
    )


def _fewer(count: int) -> int:
    return max(1, SIZES[count] // SLOWER)


def _plain(book: Rulebook) -> Month:
    return lambda tables, sheets: book.month.plain.play(tables, sheets)[0]


def _shared(book: Rulebook, threads: int) -> Month:
    """Return a month on all *threads*; the plain machine knows one."""
    block = book.month.block
    if block is None:
        return _plain(book)
    return lambda tables, sheets: block.play(tables, sheets, threads)[0]


def _tempered(book: Rulebook, tables: Tables, games: int, clock: Clock) -> float:
    """Return the seconds one month takes, over whole games whose sheets are laid anew."""
    drafted = course(book, _personas(book))
    assert drafted is not None
    start = clock()
    for _ in range(games):
        drafted.play_on(tables, book.months)
    return (clock() - start) / (games * book.months)


def _booked(book: Rulebook) -> Month:
    return lambda tables, sheets: adjudicate(book, tables, sheets, ledger=Ledger())


def _game(month: Month, tables: Tables, sheets: list[Sheets], games: int, clock: Clock) -> float:
    """Return the seconds one month takes, over whole games."""
    start = clock()
    for _ in range(games):
        at = tables
        for sheet in sheets:
            at = month(at, sheet)
    return (clock() - start) / (games * len(sheets))


def beyond_readings(tables: Tables) -> int:
    """Return how many bytes one table takes beyond its readings."""
    whole = tables.seeds.nbytes + tables.narrow.nbytes + tables.wide.nbytes
    return (whole - tables.readings.nbytes) // tables.count
