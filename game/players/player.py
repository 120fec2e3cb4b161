"""What every computer player is: from a view and some luck to an order sheet (§12)."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from game.players.draw import CHOICE, Fortune
from game.players.pace import look
from game.rules.adjudicate import adjudicate
from game.rules.clerk import Clerk
from game.rules.dice import Seeds, key, scramble
from game.rules.engine import Engine, Readout
from game.rules.month import play_month
from game.rules.onlooker import Onlooker
from game.rules.rulebook import Rulebook
from game.rules.sheets import Sheets
from game.rules.tables import Tables
from game.rules.value import Value
from game.rules.views import View, view_of

Lines = NDArray[np.int16]
"""One side's sheets, shape (slots, tables), numbered as in `game.rules.sheets`."""


class Player(Protocol):
    """Fills one side's seat at one or many tables."""

    def choose(self, view: View, seeds: Seeds) -> Lines:
        """Return the side's sheets for the open month, shape (slots, tables).

        *seeds* is the player's own luck, one a table; see `seat_luck`.  The same view and seeds
        give the same sheets, and nothing but these two is read.
        """


@runtime_checkable
class Drafter(Protocol):
    """A player whose sheets can be put down as words, which read no more than its view."""

    def lay(self, to: Clerk, luck: Fortune) -> Iterable[Value]:
        """Put its sheet down, and return what lies on each line."""


def sheets_for(book: Rulebook, players: Mapping[str, Player], tables: Tables) -> Sheets:
    """Return what *players*, by side, order at *tables*, each from its own view alone (§12).

    Whoever plays on looks before each of them whether it is still wanted.
    """
    sheets = np.zeros((len(book.index.sides), len(book.index.slots), tables.count), dtype=np.int16)
    drafters: dict[str, Drafter] = {}
    for side, row in book.index.sides.items():
        look()
        if isinstance(player := players[side], Drafter):
            drafters[side] = player
            continue
        view = view_of(book.sights[side], tables)
        sheets[row] = player.choose(view, seat_luck(tables.seeds, side))
    if drafters:
        rows = [book.index.sides[side] for side in drafters]
        laid = drafts(book, tuple(drafters.items()))(tables, tables.seeds)
        sheets[rows] = laid.reshape(len(rows), *sheets.shape[1:])
    return sheets


def course(book: Rulebook, players: Mapping[str, Player], spared: bool = False) -> Engine | None:
    """Return a month with the sheets that *players* draft in all seats, made ready; none if they do not.

    In games that are *spared* no ending comes by chance, as in `play_month`.
    """
    drafters = tuple((side, each) for side, each in players.items() if isinstance(each, Drafter))
    return _course(book, drafters, spared) if len(drafters) == len(book.index.sides) else None


def played_out(book: Rulebook, players: Mapping[str, Player], tables: Tables) -> Tables:
    """Return *tables* as they stand at the end, all sheets from now on laid by *players*."""
    drafted, left = course(book, players), book.months - tables.month + 1
    if drafted is not None and left > 0:
        return drafted.play_on(tables, left)[0]
    while tables.month <= book.months:
        tables = adjudicate(book, tables, sheets_for(book, players, tables))
    return tables


@lru_cache(maxsize=16)
def _course(book: Rulebook, drafters: tuple[tuple[str, Drafter], ...], spared: bool) -> Engine:
    to = book.scribe()
    homes = [(book.index.sides[side], slot) for side, _ in drafters for slot in range(len(book.index.slots))]
    for home, line in zip(homes, list(_drafted(book, drafters, to)), strict=True):
        to.put(to.on(*home), line)
    return Engine(play_month(book, book.months, to, spared))


@lru_cache(maxsize=32)
def drafts(book: Rulebook, drafters: tuple[tuple[str, Drafter], ...]) -> Readout:
    """Return what reads the sheets of *drafters*, by side, off the tables all at once."""
    to = book.onlooker()
    for line in _drafted(book, drafters, to):
        to.hand_over(line)
    return Readout(to, book.layout)


def _drafted(book: Rulebook, drafters: tuple[tuple[str, Drafter], ...], to: Onlooker) -> Iterator[Value]:
    """Put down the sheets of *drafters*, and yield them line by line."""
    for side, drafter in drafters:
        with to.seen_by(book.sights[side]):
            yield from drafter.lay(to, Fortune(CHOICE, seat(side)))


def seat_luck(seeds: Seeds, side: str) -> Seeds:
    """Return the luck of the player in *side*'s seat, from which a table's own luck cannot be told."""
    return scramble(seeds ^ key(seat(side)))


def seat(side: str) -> str:
    """Return the name of the luck of the player in *side*'s seat."""
    return f"seat.{side}"
