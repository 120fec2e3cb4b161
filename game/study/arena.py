"""The arena: listed players in the same seats, with the same luck, so that only they differ.

A player is compared with another seat by seat: both play that seat while the other seats are filled by the
one, and again while they are filled by the other.  Sudden endings count by their odds, so that a few
hundred games tell who plays better and not who was spared a war.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray

from game.match.loading import Opened, open_scenario
from game.match.seats import hired
from game.players.fates import Fates
from game.rules.endings import HUNDREDTHS
from game.rules.rulebook import Rulebook
from game.study.batch import BatchSetting, months_of, seeds_of
from game.study.jobs import spread

CHUNK = 100
"""Games played at once."""

Lineup = tuple[str, ...]
"""Who fills each seat, in the order of the sides."""


@dataclass(frozen=True)
class Bout:
    """What is played in the arena."""

    source: str
    """Where the scenario is read."""

    sides: tuple[str, ...]
    """Its sides."""

    players: tuple[str, ...]
    """The players, strongest first."""

    fields: tuple[str, ...]
    """Who fills the other seats: each of these in turn."""

    games: int
    """Games of every line-up."""

    study: int
    """The study's number, from which the seeds follow."""

    def lineup(self, seat: int, player: str, field: str) -> Lineup:
        """Return *player* in one seat among *field*."""
        return tuple(player if row == seat else field for row in range(len(self.sides)))

    @property
    def lineups(self) -> tuple[Lineup, ...]:
        """Return every line-up that is played, each once."""
        found = (
            self.lineup(seat, player, field)
            for field in self.fields
            for player in (*self.players, field)
            for seat in range(len(self.sides))
        )
        return tuple(dict.fromkeys(found))

    @property
    def tasks(self) -> tuple[tuple[Lineup, int, int], ...]:
        """Return the line-ups cut into chunks: who plays, the first game, how many."""
        return tuple(
            (lineup, first, min(CHUNK, self.games - first))
            for lineup in self.lineups
            for first in range(0, self.games, CHUNK)
        )


def played(bout: Bout, processes: int) -> Iterator[tuple[Lineup, NDArray[np.int64]]]:
    """Return every chunk's line-up and points, in order, played by so many *processes*."""
    return spread(partial(_points, bout), bout.tasks, processes)


def _points(bout: Bout, task: tuple[Lineup, int, int]) -> tuple[Lineup, NDArray[np.int64]]:
    """Play one chunk and return its line-up and every side's points."""
    lineup, first, count = task
    setting = _setting(bout.source, bout.sides, lineup)
    fates = Fates(setting.book, count)
    for tables in months_of(setting, seeds_of(bout.study, first, count), fates.play):
        end = tables
    return lineup, np.round(fates.points(end) * HUNDREDTHS).astype(np.int64)


@cache
def _setting(source: str, sides: tuple[str, ...], lineup: Lineup) -> BatchSetting:
    """Return the seats filled, once in every process."""
    book = _book(source)
    return BatchSetting(book, hired(book, dict(zip(sides, lineup, strict=True))))


@cache
def _book(source: str) -> Rulebook:
    opened = open_scenario(source)
    assert isinstance(opened, Opened), "the scenario was read before the work was shared out"
    return opened.book
