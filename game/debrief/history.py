"""The past: where the table stood before every month of a game."""

from game.match.match import Match
from game.rules.adjudicate import adjudicate
from game.rules.rulebook import steered
from game.rules.setup import set_up
from game.rules.sheets import encode
from game.rules.tables import Tables


def past(match: Match) -> tuple[Tables, ...]:
    """Return the table before every month and after the last, what was brought into each month read."""
    book = steered(match.book, match.fixed)
    tables = _steered(match, set_up(match.book, [match.seed]))
    found = [tables]
    for month in match.months:
        sheets = encode(match.book, month.sheets)
        tables = _steered(match, adjudicate(book, tables, sheets))
        found.append(tables)
    return tuple(found)


def _steered(match: Match, tables: Tables) -> Tables:
    """Return the table after what was brought into its open month (§10.1)."""
    for inject in match.injects:
        if inject.month == tables.month:
            tables = match.book.bringing[inject.id].play(tables)[0]
    return tables
