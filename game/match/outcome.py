"""The outcome: what every side made of a game, goal by goal (§11.4)."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.rules.endings import HUNDREDTHS, Mark
from game.rules.rulebook import Rulebook
from game.rules.tables import Tables


@dataclass(frozen=True)
class Won:
    """What one goal was worth in the end."""

    goal: str
    """The scenario's name for it."""

    text: str
    """The goal in one sentence."""

    points: float
    """What it brought."""

    most: int
    """What it could have brought."""

    secret: bool
    """Whether only its side knew it during the game."""


@dataclass(frozen=True)
class Outcome:
    """What one side made of the game."""

    points: float
    """The score."""

    goals: tuple[Won, ...]
    """Its open goals and the secret one it drew; worth nothing where the ending sets the score."""


def outcome_of(book: Rulebook, tables: Tables) -> Mapping[str, Outcome]:
    """Return by side what the one game of *tables* is worth as it stands."""
    totals = book.returns(tables)
    worth = book.score(tables)
    ending = int(tables.ending[0])
    set_by_ending = book.endings[ending].points if ending >= 0 else {}
    outcome = {}
    for side, row in book.index.sides.items():
        counted = row not in set_by_ending
        goals = tuple(
            _won(book, side, mark, int(worth[n, 0]) if counted else 0)
            for n, mark in enumerate(book.goals)
            if mark.side == row and mark.secret in (-1, int(tables.secrets[row, 0]))
        )
        outcome[side] = Outcome(int(totals[row, 0]) / HUNDREDTHS, goals)
    return outcome


def _won(book: Rulebook, side: str, mark: Mark, worth: int) -> Won:
    text = book.scenario.sides[side].goals[mark.id].text
    return Won(mark.id, text, worth / HUNDREDTHS, mark.points, mark.secret >= 0)
