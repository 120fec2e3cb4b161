"""Rollouts: imagined tables played on by temperaments, and what they come to (§12)."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.players.fates import Fates, Points
from game.players.player import Player, sheets_for
from game.rules.adjudicate import adjudicate
from game.rules.rulebook import Rulebook
from game.rules.sheets import Sheets
from game.rules.tables import Tables


@dataclass(frozen=True)
class Rollouts:
    """How imagined tables are played on."""

    book: Rulebook
    """The rules."""

    players: Mapping[str, Player]
    """How each side is expected to play."""

    months: int
    """How many months ahead; the whole rest of the game, if it is shorter."""

    def worth(self, tables: Tables, sheets: Sheets) -> Points:
        """Return what every side can expect after *sheets* and what temperaments lay then."""
        fates, end = self.played(tables, sheets)
        return fates.points(end)

    def played(self, tables: Tables, sheets: Sheets) -> tuple[Fates, Tables]:
        """Return *tables* played on, and what sudden endings would have cost on the way."""
        fates = Fates(self.book, tables.count)
        until = min(self.book.months, tables.month + self.months - 1)
        tables = adjudicate(fates.book, tables, sheets)
        while tables.month <= until:
            tables = adjudicate(fates.book, tables, sheets_for(self.book, self.players, tables))
        return fates, tables
