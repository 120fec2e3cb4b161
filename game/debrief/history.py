"""The past: where the table stood before every month of a game."""

from game.match.match import Match
from game.rules.adjudicate import adjudicate
from game.rules.setup import set_up
from game.rules.sheets import encode
from game.rules.tables import Tables


def past(match: Match) -> tuple[Tables, ...]:
    """Return the table as set up and after each month played."""
    tables = set_up(match.book, [match.seed])
    found = [tables]
    for month in match.months:
        tables = adjudicate(match.book, tables, encode(match.book, month.sheets))
        found.append(tables)
    return tuple(found)
