"""What every computer player is: from a view and some luck to an order sheet (§12)."""

from collections.abc import Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from game.players.pace import look
from game.rules.dice import Seeds, key, scramble
from game.rules.rulebook import Rulebook
from game.rules.sheets import Sheets
from game.rules.tables import Tables
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


def sheets_for(book: Rulebook, players: Mapping[str, Player], tables: Tables) -> Sheets:
    """Return what *players*, by side, order at *tables*, each from its own view alone (§12).

    Whoever plays on looks before each of them whether it is still wanted.
    """
    sheets = np.zeros((len(book.index.sides), len(book.index.slots), tables.count), dtype=np.int16)
    for side, row in book.index.sides.items():
        look()
        view = view_of(book.sights[side], tables)
        sheets[row] = players[side].choose(view, seat_luck(tables.seeds, side))
    return sheets


def seat_luck(seeds: Seeds, side: str) -> Seeds:
    """Return the luck of the player in *side*'s seat, from which a table's own luck cannot be told."""
    return scramble(seeds ^ key(f"seat.{side}"))
