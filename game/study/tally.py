"""The tally: whole-number counts of what happened, which add up whatever the chunks."""

from dataclasses import dataclass, field
from typing import Self

import numpy as np
from numpy.typing import NDArray

from game.rules.rulebook import Rulebook
from game.rules.tables import Tables

Counts = NDArray[np.int64]

MOST = 15
"""Uses of one kind or scale of card that are counted one by one; more count as these."""


def _none() -> Counts:
    return np.zeros(0, dtype=np.int64)


@dataclass
class Tally:
    """What a number of games came to."""

    games: int = 0
    """How many games."""

    months: int = 0
    """How many months they lasted in all."""

    endings: Counts = field(default_factory=_none)
    """Games by ending."""

    points: Counts = field(default_factory=_none)
    """Sum of hundredths of points by side."""

    squares: Counts = field(default_factory=_none)
    """Sum of their squares by side."""

    uses: Counts = field(default_factory=_none)
    """Uses of each card."""

    played: Counts = field(default_factory=_none)
    """Games in which each card was played."""

    classes: Counts = field(default_factory=_none)
    """Games in which each kind and scale was first played in each month, 0 for never.

    Shape (classes, months + 1).
    """

    acts: Counts = field(default_factory=_none)
    """Games by uses up to each month of what the record tells of, shape (months + 1, classes, MOST + 1)."""

    crossed: Counts = field(default_factory=_none)
    """Games in which each redline was first crossed in each month, shape (lines, months + 1)."""

    signed: Counts = field(default_factory=_none)
    """Games in which an agreement was first signed in each month, shape (months + 1,)."""

    kept: int = 0
    """Games in which an agreement stood at the end."""

    readings: Counts = field(default_factory=_none)
    """Sum of each reading after each month, shape (months + 1, tracks)."""

    fan: Counts = field(default_factory=_none)
    """Games by the reading of the gauge after each month, shape (months + 1, readings)."""

    def plus(self, other: Self) -> "Tally":
        """Return both tallies added up."""
        if not self.games or not other.games:
            return self if self.games else other
        return Tally(**{name: mine + getattr(other, name) for name, mine in vars(self).items()})


class Tallying:
    """Watches a chunk of games month by month and counts."""

    def __init__(self, book: Rulebook, games: int) -> None:
        """Begin to count *games* by the rules of *book*."""
        self.book = book
        self.games = games
        self.gauge = gauge_of(book)
        self.recorded = [n for n, name in enumerate(book.index.classes) if name in recorded(book)]
        self.reached: list[Counts] = []
        """Games that have played each class, crossed each line or signed, one after the other, by month."""
        self.readings: list[Counts] = []
        self.fan: list[Counts] = []
        self.acts: list[Counts] = []
        self.months = 0
        self.last: Tables | None = None

    def note(self, tables: Tables) -> None:
        """Count what *tables* have come to."""
        month, self.last = tables.month - 1, tables
        self.months += int(tables.live.sum()) if month < self.book.months else 0
        uses = [
            tables.uses[list(rows)].sum(axis=0, dtype=np.int16) for rows in self.book.index.classes.values()
        ]
        happened = [*uses, *(tables.crossed > 0), tables.signed]
        self.reached.append(np.array([np.count_nonzero(each) for each in happened], dtype=np.int64))
        self.readings.append(tables.readings.sum(axis=1, dtype=np.int32).astype(np.int64))
        row, low, size = self.gauge
        self.fan.append(np.bincount(tables.readings[row] - low, minlength=size).astype(np.int64))
        spread = np.zeros((len(uses), MOST + 1), dtype=np.int64)
        for number in self.recorded:
            spread[number] = np.bincount(np.minimum(uses[number], MOST), minlength=MOST + 1)
        self.acts.append(spread)

    def tally(self) -> Tally:
        """Return the counts of the finished chunk."""
        book, tables = self.book, self.last
        assert tables is not None
        reached = np.stack(self.reached, axis=1)
        firsts = reached.copy()
        firsts[:, 1:] -= reached[:, :-1]
        firsts[:, 0] = self.games - reached[:, -1]
        classes, lines = len(book.index.classes), len(book.lines)
        points = points_of(book, tables)
        return Tally(
            games=tables.count,
            months=self.months,
            endings=np.bincount(tables.ending, minlength=len(book.endings)).astype(np.int64),
            points=points.sum(axis=1),
            squares=(points * points).sum(axis=1),
            uses=tables.uses.sum(axis=1, dtype=np.int64),
            played=np.count_nonzero(tables.uses, axis=1).astype(np.int64),
            classes=firsts[:classes],
            acts=np.stack(self.acts),
            crossed=firsts[classes : classes + lines],
            signed=firsts[-1],
            kept=int((tables.terms >= 0).sum()),
            readings=np.stack(self.readings),
            fan=np.stack(self.fan),
        )


def recorded(book: Rulebook) -> frozenset[str]:
    """Return the kinds and scales whose uses are counted one by one, to be set beside the record."""
    return frozenset(tallied.of for tallied in book.scenario.record.values())


def points_of(book: Rulebook, tables: Tables) -> Counts:
    """Return each side's points at every finished table, in hundredths, shape (sides, tables)."""
    return book.returns(tables)


def gauge_of(book: Rulebook) -> tuple[int, int, int]:
    """Return the row, the lowest reading and the number of readings of the track that is drawn as a fan."""
    tracks = book.scenario.tracks
    name = next((name for name, track in tracks.items() if track.bands), next(iter(tracks)))
    low, high = tracks[name].range
    return book.index.tracks[name], low, high - low + 1
