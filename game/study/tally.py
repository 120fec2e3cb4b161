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


@dataclass
class Tally:
    """What a number of games came to."""

    games: int = 0
    """How many games."""

    months: int = 0
    """How many months they lasted in all."""

    endings: Counts = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """Games by ending."""

    points: Counts = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """Sum of hundredths of points by side."""

    squares: Counts = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """Sum of their squares by side."""

    uses: Counts = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """Uses of each card."""

    played: Counts = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """Games in which each card was first played in each month, shape (cards, months + 1)."""

    classes: Counts = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """The same for kinds and scales, shape (classes, months + 1)."""

    crossed: Counts = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """Games in which each redline was first crossed in each month, shape (lines, months + 1)."""

    signed: Counts = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """Games in which an agreement was first signed in each month, shape (months + 1,)."""

    kept: int = 0
    """Games in which an agreement stood at the end."""

    readings: Counts = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """Sum of each reading after each month, shape (months + 1, tracks)."""

    def plus(self, other: Self) -> "Tally":
        """Return both tallies added up."""
        if not self.games:
            return other
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


def tally_games(setting: Setting, study: int, first: int, count: int) -> Tally:
    """Play *count* tables of a study, from its table *first* on, and count what happened."""
    total = Tally()
    for start in range(first, first + count, CHUNK):
        seeds = seeds_of(study, start, min(CHUNK, first + count - start))
        total = total.plus(tally_chunk(setting, seeds))
    return total


def tally_chunk(setting: Setting, seeds: NDArray[np.uint64]) -> Tally:
    """Play the tables of these seeds at once and count what happened."""
    book, n = setting.book, seeds.size
    rows = list(book.index.classes.values())
    cards = _Firsts(np.zeros((len(book.index.cards), n), dtype=np.int8))
    classes = _Firsts(np.zeros((len(rows), n), dtype=np.int8))
    lines = _Firsts(np.zeros((len(book.lines), n), dtype=np.int8))
    deals = _Firsts(np.zeros((1, n), dtype=np.int8))
    readings, played_months = [], 0
    for tables in months_of(setting, seeds):
        month = tables.month - 1
        played_months += int(tables.live.sum()) if month < book.months else 0
        cards.note(tables.uses > 0, month)
        classes.note(np.stack([tables.uses[list(row)].any(axis=0) for row in rows]), month)
        lines.note(tables.crossed > 0, month)
        deals.note((tables.signed > 0)[None], month)
        readings.append(tables.readings.sum(axis=1, dtype=np.int32).astype(np.int64))
    return _tally(book, tables, played_months, (cards, classes, lines, deals), np.stack(readings))


def _tally(
    book: Rulebook,
    tables: Tables,
    played_months: int,
    firsts: tuple[_Firsts, _Firsts, _Firsts, _Firsts],
    readings: Counts,
) -> Tally:
    """Return the counts of one finished chunk."""
    cards, classes, lines, deals = (part.counts(book.months) for part in firsts)
    points = returns(book.goals, book.endings, book.open(tables), len(book.index.sides)).astype(np.int64)
    return Tally(
        games=tables.count,
        months=played_months,
        endings=np.bincount(tables.ending, minlength=len(book.endings)).astype(np.int64),
        points=points.sum(axis=1),
        squares=(points * points).sum(axis=1),
        uses=tables.uses.sum(axis=1, dtype=np.int64),
        played=cards,
        classes=classes,
        crossed=lines,
        signed=deals[0],
        kept=int((tables.terms >= 0).sum()),
        readings=readings,
    )
