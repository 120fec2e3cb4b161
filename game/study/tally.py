"""The tally: whole-number counts of what happened, which add up whatever the chunks."""

from dataclasses import dataclass, field
from typing import Self

import numpy as np
from numpy.typing import NDArray

from game.rules.endings import returns
from game.rules.rulebook import Rulebook
from game.rules.tables import Tables
from game.study.batch import CHUNK, Setting, months_of, seeds_of

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
    """Games in which each card was first played in each month, shape (cards, months + 1)."""

    classes: Counts = field(default_factory=_none)
    """The same for kinds and scales, shape (classes, months + 1)."""

    acts: Counts = field(default_factory=_none)
    """Games by uses of each kind and scale up to each month, shape (months + 1, classes, MOST + 1)."""

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


@dataclass
class _Firsts:
    """The month in which each thing first happened at every table, 0 for not yet."""

    month: NDArray[np.int8]

    def note(self, now: NDArray[np.bool_], month: int) -> None:
        """Note that what is true *now* and was not before happened in *month*."""
        self.month[now & (self.month == 0)] = month

    def counts(self, months: int) -> Counts:
        """Return how many tables had each thing first happen in each month, shape (things, months + 1)."""
        return np.stack([np.bincount(row, minlength=months + 1)[: months + 1] for row in self.month]).astype(
            np.int64
        )


class Tallying:
    """Watches a chunk of games month by month and counts."""

    def __init__(self, book: Rulebook, games: int) -> None:
        """Begin to count *games* by the rules of *book*."""
        self.book = book
        self.gauge = gauge_of(book)
        firsts = (len(book.index.cards), len(book.index.classes), len(book.lines), 1)
        self.firsts = tuple(_Firsts(np.zeros((size, games), dtype=np.int8)) for size in firsts)
        self.readings: list[Counts] = []
        self.fan: list[Counts] = []
        self.acts: list[Counts] = []
        self.months = 0
        self.last: Tables | None = None

    def note(self, tables: Tables) -> None:
        """Count what *tables* have come to."""
        month, self.last = tables.month - 1, tables
        self.months += int(tables.live.sum()) if month < self.book.months else 0
        cards, classes, lines, deals = self.firsts
        cards.note(tables.uses > 0, month)
        uses = [
            tables.uses[list(rows)].sum(axis=0, dtype=np.int8) for rows in self.book.index.classes.values()
        ]
        classes.note(np.stack(uses) > 0, month)
        lines.note(tables.crossed > 0, month)
        deals.note((tables.signed > 0)[None], month)
        self.readings.append(tables.readings.sum(axis=1, dtype=np.int32).astype(np.int64))
        row, low, size = self.gauge
        self.fan.append(np.bincount(tables.readings[row] - low, minlength=size).astype(np.int64))
        self.acts.append(np.stack([_spread(each) for each in uses]))

    def tally(self) -> Tally:
        """Return the counts of the finished chunk."""
        book, tables = self.book, self.last
        assert tables is not None
        cards, classes, lines, deals = (part.counts(book.months) for part in self.firsts)
        points = points_of(book, tables)
        return Tally(
            games=tables.count,
            months=self.months,
            endings=np.bincount(tables.ending, minlength=len(book.endings)).astype(np.int64),
            points=points.sum(axis=1),
            squares=(points * points).sum(axis=1),
            uses=tables.uses.sum(axis=1, dtype=np.int64),
            played=cards,
            classes=classes,
            acts=np.stack(self.acts),
            crossed=lines,
            signed=deals[0],
            kept=int((tables.terms >= 0).sum()),
            readings=np.stack(self.readings),
            fan=np.stack(self.fan),
        )


def _spread(uses: NDArray[np.int8]) -> Counts:
    """Return at how many tables there were so many uses."""
    return np.bincount(np.minimum(uses, MOST), minlength=MOST + 1).astype(np.int64)


def points_of(book: Rulebook, tables: Tables) -> Counts:
    """Return each side's points at every finished table, in hundredths, shape (sides, tables)."""
    return returns(book.goals, book.endings, book.open(tables), len(book.index.sides)).astype(np.int64)


def gauge_of(book: Rulebook) -> tuple[int, int, int]:
    """Return the row, the lowest reading and the number of readings of the track that is drawn as a fan."""
    tracks = book.scenario.tracks
    name = next((name for name, track in tracks.items() if track.bands), next(iter(tracks)))
    low, high = tracks[name].range
    return book.index.tracks[name], low, high - low + 1


def tally_games(setting: Setting, study: int, first: int, games: int, chunk: int = CHUNK) -> Tally:
    """Return what *games* games of a study came to, from its table *first* on."""
    total = Tally()
    for start in range(first, first + games, chunk):
        seeds = seeds_of(study, start, min(chunk, first + games - start))
        watch = Tallying(setting.book, seeds.size)
        for tables in months_of(setting, seeds):
            watch.note(tables)
        total = total.plus(watch.tally())
    return total
