"""The engine's own speed: decisions a second of one core's time at one, a hundred and ten thousand tables."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import process_time
from typing import Any

from game.players.player import sheets_for
from game.players.roster import PERSONA, hire
from game.rules.adjudicate import adjudicate
from game.rules.ledger import SILENT, Ledger
from game.rules.rulebook import Rulebook
from game.rules.setup import set_up
from game.rules.sheets import Sheets
from game.rules.tables import Tables

SIZES = (1, 100, 10_000)
"""How many tables the engine is timed at."""

ROUNDS = 5
"""Runs of which the median counts."""


@dataclass(frozen=True)
class Speed:
    """How fast the engine plays one month."""

    tables: int
    """Tables played at once."""

    month: float
    """Seconds of processor time a month takes at all tables together."""

    with_ledger: float | None
    """The same with the books kept, at one table."""

    decisions: float
    """Sheets a second: one side's orders for one month each."""

    bytes: int
    """Memory a table takes beyond its readings."""


def measure(book: Rulebook, clock: Callable[[], float] = process_time) -> list[Speed]:
    """Return how fast *book* is played at each size; the sheets are given."""
    return [_speed(book, tables, clock) for tables in SIZES]


def as_json(speeds: list[Speed]) -> dict[str, Any]:
    """Return speeds as JSON-ready values."""
    return {str(s.tables): {k: v for k, v in vars(s).items() if k != "tables"} for s in speeds}


def persona_sheets(book: Rulebook, tables: Tables) -> list[Sheets]:
    """Return the sheets that the personas lay month by month, so that a usual game is timed."""
    hired = {side: hire(PERSONA, book, side) for side in book.index.sides}
    players = {side: player for side, player in hired.items() if player is not None}
    sheets = []
    while tables.month <= book.months:
        sheets.append(sheets_for(book, players, tables))
        tables = adjudicate(book, tables, sheets[-1])
    return sheets


def _speed(book: Rulebook, count: int, clock: Callable[[], float]) -> Speed:
    """Return the speed at *count* tables."""
    tables = set_up(book, range(count))
    sheets = persona_sheets(book, tables)
    games = max(1, 200 // max(1, count // 50))
    month = median(_game(book, tables, sheets, games, clock) for _ in range(ROUNDS))
    ledger = None
    if count == 1:
        ledger = median(_game(book, tables, sheets, games, clock, keeps=True) for _ in range(ROUNDS))
    return Speed(count, month, ledger, len(book.index.sides) * count / month, beyond_readings(tables))


def _game(
    book: Rulebook,
    tables: Tables,
    sheets: list[Sheets],
    games: int,
    clock: Callable[[], float],
    keeps: bool = False,
) -> float:
    """Return the seconds one month takes, over whole games."""
    start = clock()
    for _ in range(games):
        at = tables
        for sheet in sheets:
            at = adjudicate(book, at, sheet, ledger=Ledger() if keeps else SILENT)
    return (clock() - start) / (games * len(sheets))


def beyond_readings(tables: Tables) -> int:
    """Return how many bytes one table takes beyond its readings."""
    whole = tables.seeds.nbytes + tables.narrow.nbytes + tables.wide.nbytes
    return (whole - tables.readings.nbytes) // tables.count
