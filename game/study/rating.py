"""Rating: Elo from who scored more, with intervals."""

import numpy as np
from numpy.typing import NDArray

from game.study.interval import Estimate, Z

SCALE = 400 / np.log(10)
"""Elo points of one natural unit of odds: ten times the odds are 400 points."""

MIDDLE = 1500
"""What the listed players come to on average."""

ROUNDS = 50
"""Newton steps, far more than are needed."""

Wins = NDArray[np.float64]
"""How often the player of a row scored more than that of a column, a draw being half; square."""


def ratings(wins: Wins) -> list[Estimate]:
    """Return the Elo of every player by the model of Bradley and Terry.

    Half a game won and lost is added to every pairing, so that a player who never lost still has a figure.
    """
    met = wins + wins.T > 0
    won = wins + 0.5 * met
    games = won + won.T
    strength = np.zeros(len(wins))
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(strength[None] - strength[:, None]))
        slope = (won - games * likely).sum(axis=1)
        strength = strength + np.linalg.pinv(_information(games, likely)) @ slope
    half = Z * np.sqrt(np.diag(np.linalg.pinv(_information(games, likely))))
    return [
        Estimate(*(float(MIDDLE + SCALE * part) for part in (at, at - wide, at + wide)))
        for at, wide in zip(strength - strength.mean(), half, strict=True)
    ]


def _information(games: Wins, likely: Wins) -> Wins:
    """Return how much the games tell of the strengths: the curvature of their likelihood."""
    weight = games * likely * (1 - likely)
    return np.diag(weight.sum(axis=1)) - weight
