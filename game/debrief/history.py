"""The past: where the table stood before every month of a game."""

from game.match.luck import dice_of
from game.match.match import Match
from game.rules.adjudicate import adjudicate
from game.rules.injects import bring_in
from game.rules.setup import set_up
from game.rules.sheets import encode
from game.rules.tables import Tables


def past(match: Match) -> tuple[Tables, ...]:
    """Return the table before every month and after the last, what was brought into each month read."""
    dice = dice_of(match.book.index, match.fixed)
    tables = _steered(match, set_up(match.book, [match.seed]))
    found = [tables]
    for month in match.months:
        sheets = encode(match.book, month.sheets)
        tables = _steered(match, adjudicate(match.book, tables, sheets, dice))
        found.append(tables)
    return tuple(found)


def _steered(match: Match, tables: Tables) -> Tables:
    """Return the table after what was brought into its open month (§10.1)."""
    for inject in match.injects:
        if inject.month == tables.month:
            tables = bring_in(match.book.injects[inject.id], match.book.open(tables))
    return tables
