"""Advice looked back on: how often each adviser was right (§12)."""

from dataclasses import dataclass
from itertools import pairwise

from game.match.match import Match
from game.players.adviser import advisers
from game.rules.tables import Tables
from game.rules.views import view_of


@dataclass(frozen=True)
class Advised:
    """What became of one adviser's forecasts."""

    side: str
    label: str
    text: str
    """Its bias, in a sentence."""
    right: int
    """Forecasts that came true."""
    made: int
    """Forecasts made."""


def advised(match: Match, months: tuple[Tables, ...]) -> tuple[Advised, ...]:
    """Return how often the advisers of every side were right."""
    return tuple(
        _looked_back(match, months, side, number)
        for side in match.book.index.sides
        for number in range(len(advisers(match.book, side)))
    )


def _looked_back(match: Match, months: tuple[Tables, ...], side: str, number: int) -> Advised:
    """Return how often one adviser was right, asked again before every month."""
    book = match.book
    adviser = advisers(book, side)[number]
    persona = book.scenario.personas[adviser.persona]
    told = [
        expected.came_true(book, before, after)
        for before, after in pairwise(months)
        for expected in adviser.advise(view_of(book.sights[side], before)).expected
    ]
    return Advised(side, persona.label, persona.text, sum(told), len(told))
