"""Duels: what a player wins over another in the arena, seat by seat."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from game.rules.endings import HUNDREDTHS
from game.rules.rulebook import Rulebook
from game.study.arena import Bout, Lineup
from game.study.interval import Estimate, mean
from game.study.rating import ratings

Scores = Mapping[Lineup, NDArray[np.int64]]
"""Hundredths of points by line-up, shape (sides, games)."""

AT_MOST = 0.10
"""Share of the range of points above which a deviation shows a field to be badly played."""


@dataclass(frozen=True)
class Duel:
    """What one player won over another in one seat."""

    better: str
    other: str
    side: str
    gain: Estimate
    """Points a game."""
    wins: float
    """Games in which it scored more, a draw being half."""
    games: int
    """Games in which both played the seat."""

    @property
    def holds(self) -> bool:
        """Return whether it won with 95 % confidence."""
        return self.gain.low > 0


@dataclass(frozen=True)
class Deviation:
    """What replacing one of a field's seats by a player gains."""

    player: str
    field: str
    side: str
    gain: Estimate
    """As a share of the side's range of points."""

    @property
    def holds(self) -> bool:
        """Return whether nothing of weight is gained."""
        return self.gain.value <= AT_MOST


def duels(bout: Bout, scores: Scores) -> list[Duel]:
    """Return what each player won over each that is listed after it, seat by seat."""
    return [
        _duel(bout, scores, seat, one, other)
        for one, other in combinations(bout.players, 2)
        for seat in range(len(bout.sides))
    ]


def deviations(bout: Bout, scores: Scores, book: Rulebook) -> list[Deviation]:
    """Return what each listed player gains over the field it is put into, seat by seat."""
    found = []
    for field in bout.fields:
        for player in bout.players:
            for seat, side in enumerate(bout.sides):
                gain = _won(bout, scores, seat, player, field, field)
                whole = points_range(book, side) * HUNDREDTHS
                found.append(Deviation(player, field, side, _mean(gain / whole)))
    return found


def elo(bout: Bout, found: list[Duel]) -> dict[str, Estimate]:
    """Return the Elo of every player by who scored more."""
    wins = np.zeros((len(bout.players), len(bout.players)))
    for duel in found:
        one, other = bout.players.index(duel.better), bout.players.index(duel.other)
        wins[one, other] += duel.wins
        wins[other, one] += duel.games - duel.wins
    return dict(zip(bout.players, ratings(wins), strict=True))


def points_range(book: Rulebook, side: str) -> int:
    """Return the points between nothing and all that *side* can win, its dearest secret goal included."""
    goals = book.scenario.sides[side].goals.values()
    secret = max((goal.points for goal in goals if goal.secret), default=0)
    return secret + sum(goal.points for goal in goals if not goal.secret)


def _duel(bout: Bout, scores: Scores, seat: int, one: str, other: str) -> Duel:
    """Return what *one* won over *other* in a seat, in both fields."""
    gains = [_won(bout, scores, seat, one, other, field) for field in (one, other)]
    wins = sum(float((gain > 0).sum() + 0.5 * (gain == 0).sum()) for gain in gains)
    both = np.mean(gains, axis=0) / HUNDREDTHS
    return Duel(one, other, bout.sides[seat], _mean(both), wins, 2 * both.size)


def _won(bout: Bout, scores: Scores, seat: int, one: str, other: str, field: str) -> NDArray[np.int64]:
    """Return by how much *one* scored more than *other* in a seat among *field*, game by game."""
    mine, theirs = (scores[bout.lineup(seat, player, field)][seat] for player in (one, other))
    return mine - theirs


def _mean(values: NDArray[np.float64]) -> Estimate:
    return mean(float(values.sum()), float((values * values).sum()), values.size)
