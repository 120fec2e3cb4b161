"""Searchers: try sheets on imagined tables, play each to the end, and lay the one that pays (§12).

A searcher improves on a temperament: it draws sheets as that temperament would, a little more freely,
imagines tables that agree with its view, and lets temperaments play them out in all seats. All sheets
are tried on the same tables with the same luck, so that only the sheets make the difference.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.players.persona import PersonaPlayer, lots_of
from game.players.player import Lines, Player, sheets_for
from game.players.rollout import Rollouts
from game.rules.dice import Seeds, key, scramble
from game.rules.imagine import imagine
from game.rules.rulebook import Rulebook
from game.rules.views import View

FREER = 3.0
"""How many times its coolness a temperament is given when it proposes sheets to try."""

AT_ONCE = 12_000
"""Imagined tables played at once: what fits a processor's cache."""

Tried = NDArray[np.int16]
"""Sheets to try, shape (tries, slots, tables)."""

Points = NDArray[np.float64]
"""Points of sheets tried, shape (tries, tables)."""


@dataclass(frozen=True)
class Effort:
    """How much a searcher tries; counted, never timed, so that the same seed gives the same game."""

    tries: int
    """Sheets tried a month."""

    worlds: int
    """Imagined tables each of them is played at first."""

    rounds: int = 1
    """Rounds of trial; after each the worse half drops out and the worlds double."""

    months: int = 60
    """How many months ahead it plays; the whole rest of the game, if it is shorter."""


@dataclass(frozen=True)
class Weighing:
    """What a searcher found: the sheets it tried and what each came to."""

    sheets: Tried
    """The sheets."""

    points: Points
    """Mean points of each, minus infinity once it has dropped out."""

    @property
    def best(self) -> NDArray[np.intp]:
        """Return the number of the best sheet at each table."""
        return np.argmax(self.points, axis=0)


@dataclass(frozen=True)
class Searcher:
    """A computer player that looks ahead."""

    book: Rulebook
    """The rules it knows."""

    side: str
    """Whose seat it fills."""

    own: PersonaPlayer
    """The temperament it starts from."""

    others: Mapping[str, Player]
    """How it expects each side to play on, itself included."""

    effort: Effort
    """How much it tries."""

    def choose(self, view: View, seeds: Seeds) -> Lines:
        """Return the best of the sheets it tried, at every table."""
        lines = np.zeros((len(self.book.index.slots), view.count), dtype=np.int16)
        at_once = max(1, AT_ONCE // (self.effort.tries * self.effort.worlds))
        for first in range(0, view.count, at_once):
            part = np.arange(first, min(view.count, first + at_once))
            found = self.weigh(view.take(part), seeds[part])
            lines[:, part] = np.take_along_axis(found.sheets, found.best[None, None], axis=0)[0]
        return lines

    def weigh(self, view: View, seeds: Seeds) -> Weighing:
        """Return what each sheet it tries comes to, at every table in *view*."""
        sheets = self.proposals(view, seeds)
        tables = np.arange(view.count)
        left = np.repeat(np.arange(len(sheets))[:, None], view.count, axis=1)
        total, count = np.zeros(left.shape), np.zeros(left.shape)
        worlds, begun = self.effort.worlds, 0
        for _round in range(self.effort.rounds):
            trial = np.take_along_axis(sheets, left[:, None], axis=0)
            total[left, tables] += self._tried(view, seeds, trial, begun, worlds)
            count[left, tables] += worlds
            begun, worlds = begun + worlds, worlds * 2
            points = np.where(count == begun, total / np.maximum(count, 1), -np.inf)
            left = np.argsort(-points, axis=0, kind="stable")[: (len(left) + 1) // 2]
        return Weighing(sheets, points)

    def proposals(self, view: View, seeds: Seeds) -> Tried:
        """Return the sheets to try: its temperament's own, and freer ones."""
        freer = replace(self.own, lots=lots_of(self.own.persona.coolness * FREER))
        draws = [freer.choose(view, scramble(seeds ^ key(f"try.{n}"))) for n in range(self.effort.tries - 1)]
        return np.stack([self.own.choose(view, seeds), *draws])

    def _tried(self, view: View, seeds: Seeds, sheets: Tried, begun: int, worlds: int) -> Points:
        """Return the points of *sheets*, summed over *worlds* imagined tables from number *begun* on."""
        tries, slots, count = sheets.shape
        spread = np.repeat(np.arange(count), worlds)
        numbers = np.tile(np.arange(begun, begun + worlds, dtype=np.uint64), count)
        dreamt = imagine(self.book, view.take(spread), scramble(seeds[spread] ^ scramble(numbers)))
        across = np.tile(np.arange(spread.size), tries)
        laid = sheets_for(self.book, self.others, dreamt)[..., across]
        row = self.book.index.sides[self.side]
        laid[row] = np.repeat(sheets, worlds, axis=2).transpose(1, 0, 2).reshape(slots, -1)
        won = self.rollouts.worth(dreamt.take(across), laid)[row]
        return won.reshape(tries, count, worlds).sum(axis=2)

    @property
    def rollouts(self) -> Rollouts:
        """Return how it plays imagined tables on."""
        return Rollouts(self.book, self.others, self.effort.months)
