"""Consequences: what would move, by what cause and how far, at many imagined tables at once (§12, §14)."""

from collections import Counter
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.rules.cause import Cause
from game.rules.ledger import Ledger, Phase, Steps
from game.rules.tracks import Tracks


@dataclass(frozen=True)
class Consequence:
    """A track moved by a cause."""

    cause: Cause
    """What moves it, and the sentence why, as the ledger tells it."""

    track: str
    """What moves."""


@dataclass
class Course:
    """How a consequence goes at every table; arrays have the shape (tables,)."""

    came: NDArray[np.bool_]
    """Whether it comes at all."""

    asked: NDArray[np.int64]
    """How many steps it asks of its track, all its times together."""

    moved: NDArray[np.int64]
    """How many steps its track moves by it, as far as the scale goes."""

    lasting: NDArray[np.float64]
    """The same, each step counted by its share of the months in which sudden endings are read."""

    steps: Counter[int] = field(default_factory=Counter)
    """How often it moves its track so many steps at once, all tables together."""

    def add(self, asked: Steps, moved: Steps, share: float) -> None:
        """Add what is *asked* of the track and how far it *moved*, which lasts a *share* of the months."""
        self.came |= moved != 0
        self.asked += asked
        self.moved += moved
        self.lasting += moved * share
        self.steps.update(moved[moved != 0].tolist())


@dataclass
class Foretold(Ledger):
    """The books of all imagined tables, kept while they are played on."""

    since: int = 1
    """The first month in which sudden endings are read."""

    until: int = 1
    """The last."""

    courses: dict[Consequence, Course] = field(default_factory=dict)
    """What comes, and how."""

    def write(self, month: int, phase: Phase, readings: NDArray[np.int8], tracks: Tracks) -> None:
        """Add the open changes to the courses, each by how far it moved its track at each table."""
        share = (self.until + 1 - month) / (self.until + 1 - self.since)
        for cause, row, asked, before, after in self.run_on(readings, tracks):
            if asked.any():
                course = self._course(Consequence(cause, tracks.names[row]), asked.size)
                course.add(asked, after - before, share)
        self.open.clear()

    def _course(self, consequence: Consequence, tables: int) -> Course:
        """Return the course of a consequence, a new one where it comes for the first time."""
        if consequence not in self.courses:
            self.courses[consequence] = still(tables)
        return self.courses[consequence]


def still(tables: int) -> Course:
    """Return the course of what never comes at so many *tables*."""
    came, lasting = np.zeros(tables, dtype=np.bool_), np.zeros(tables)
    asked, moved = np.zeros((2, tables), dtype=np.int64)
    return Course(came, asked, moved, lasting)
