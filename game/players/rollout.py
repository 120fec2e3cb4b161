"""Rollouts: imagined tables played on by temperaments, and what they come to (§12)."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.players.fates import Fates, Points
from game.players.pace import look, step
from game.players.player import Player, course, sheets_for
from game.rules.ledger import SILENT, Ledger
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

    def played(self, tables: Tables, sheets: Sheets, ledger: Ledger = SILENT) -> tuple[Fates, Tables]:
        """Return *tables* played on, and what sudden endings would have cost on the way."""
        fates, until = Fates(self.book, tables.count), self.until(tables)
        look()
        tables = fates.play(tables, sheets, ledger)
        step()
        drafted = None if ledger.keeps else course(self.book, self.players, spared=True)
        while tables.month <= until:
            if drafted is None:
                tables = fates.play(tables, sheets_for(self.book, self.players, tables), ledger)
                step()
            else:
                months = 1 if look() else until - tables.month + 1
                tables = fates.play_on(drafted, tables, months)
                step(months)
        return fates, tables

    def until(self, tables: Tables) -> int:
        """Return the last month in which *tables* are played on."""
        return min(self.book.months, tables.month + self.months - 1)
