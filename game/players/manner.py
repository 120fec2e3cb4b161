"""Manner: how a side has been seen to play, beside its temperament (§12)."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.players.cares import HUNDREDTHS
from game.players.logit import Pulls
from game.rules.clerk import Clerk
from game.rules.rulebook import Rulebook
from game.rules.value import Operand
from game.rules.views import View


@dataclass(frozen=True)
class Manner:
    """What adds to the worth of one slot's cards, hold first, in whole hundredths of a point."""

    steps: NDArray[np.int64]
    """For each step of each reading in sight, shape (cards + 1, tracks in sight)."""

    base: NDArray[np.int64]
    """Whatever the readings, shape (months + 1, cards + 1, secret goals + 1), without a goal first."""

    def put_down(self, column: int, to: Clerk) -> Iterator[Operand]:
        """Put down, part by part, what it adds to the worth of the card of a *column*."""
        base = self.base[:, column]
        yield to.look(base, to.month * base.shape[1] + (to.row("secrets") + 1))
        for track in np.flatnonzero(self.steps[column]).tolist():
            yield to.row("readings", track) * int(self.steps[column, track])


def features(book: Rulebook, view: View) -> NDArray[np.float64]:
    """Return what a manner may hang on at every table, shape (features, tables).

    A one, each secret goal, the month and its square, and every reading as a share of its range.
    """
    low, span = _ends(book, view.side)
    secrets = view.secret == np.arange(_goals(book, view.side))[:, None]
    time = np.full((1, view.count), view.month / book.months)
    return np.concatenate([np.ones_like(time), secrets, time, time**2, (view.readings - low) / span])


def manner_of(book: Rulebook, side: str, pulls: Pulls, points: float) -> Manner:
    """Return the manner that adds *pulls* for each of the `features`, each worth so many *points*."""
    goals = _goals(book, side)
    low, span = _ends(book, side)
    always, secret, early, late, shares = np.split(
        pulls * points * HUNDREDTHS, np.cumsum([1, goals, 1, 1]), axis=1
    )
    steps = np.round(shares / span.T)
    time = np.arange(book.months + 1)[:, None, None] / book.months
    base = always + np.pad(secret, ((0, 0), (1, 0))) + time * early + time**2 * late - steps @ low
    return Manner(steps.astype(np.int64), np.round(base).astype(np.int64))


def _goals(book: Rulebook, side: str) -> int:
    """Return how many secret goals a side may draw."""
    return sum(goal.secret for goal in book.scenario.sides[side].goals.values())


def _ends(book: Rulebook, side: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the lowest reading and the range of every track in sight, each of shape (tracks, 1)."""
    rows = book.sights[side].tracks
    low, high = book.tracks.low[rows].astype(np.float64), book.tracks.high[rows].astype(np.float64)
    return low, np.maximum(high - low, 1)
