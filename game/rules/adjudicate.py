"""Adjudication: one month at every table, all sheets together (§3.4)."""

from typing import Any

from numpy.typing import NDArray

from game.rules.dice import FAIR, Dice
from game.rules.ledger import SILENT, Ledger
from game.rules.rulebook import Rulebook
from game.rules.sheets import Sheets
from game.rules.tables import Tables


def adjudicate(
    book: Rulebook, tables: Tables, sheets: Sheets, dice: Dice = FAIR, ledger: Ledger = SILENT
) -> Tables:
    """Play one month at every table, and read the news of the next (§3.4); `month.py` tells how.

    *sheets* is int16 of shape (sides, slots, tables); see `game.rules.sheets`.
    Returns new tables; the given ones are unchanged, and tables that are over stay as they are.
    """
    return book.month.play(tables, sheets, dice, ledger)[0]


def adjudicate_spared(
    book: Rulebook, tables: Tables, sheets: Sheets, ledger: Ledger = SILENT
) -> tuple[Tables, NDArray[Any]]:
    """Play one month in which no ending comes by chance (§11.2).

    Beside the new tables returns by what percentage each such ending might have come, 0 where it could not,
    in the order of the endings, shape (endings by chance, tables).
    """
    return book.spared.play(tables, sheets, ledger=ledger)
