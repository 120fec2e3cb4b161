"""The record: what was counted in the world, beside what the games bring."""

from dataclasses import dataclass

import numpy as np

from game.model.claim import Tallied
from game.model.turn import turn_of
from game.rules.rulebook import Rulebook
from game.study.interval import Estimate, share
from game.study.tally import Counts, Tally

BAND = (25, 975)
"""Thousandths of games below the band that holds 95 % of them, and below its upper end."""


@dataclass(frozen=True)
class RecordMonth:
    """One month of the record and of the games."""

    date: str
    counted: int
    told: int
    """How many of these the game reads out as news."""
    games: Estimate
    """Share of games with such an act in this month."""
    mean: float
    """Acts in the month, averaged over games."""


@dataclass(frozen=True)
class Beside:
    """One series of the record beside the games."""

    id: str
    tallied: Tallied
    months: tuple[RecordMonth, ...]
    mean: float
    """Acts played in all these months, averaged over games."""
    low: int
    high: int
    """The band that holds the total of 95 % of games."""
    as_few: float
    """Share of games with no more acts than the news leave to be played."""

    @property
    def counted(self) -> int:
        """Return the total of the record."""
        return sum(month.counted for month in self.months)

    @property
    def to_play(self) -> int:
        """Return the total of the record without what the game reads out as news."""
        return self.counted - sum(month.told for month in self.months)

    @property
    def covered(self) -> bool:
        """Return whether the band covers the whole record, the news among it."""
        return self.low <= self.counted <= self.high

    @property
    def left_covered(self) -> bool:
        """Return whether the band covers what the news leave to be played."""
        return self.low <= self.to_play <= self.high


def beside(tally: Tally, book: Rulebook) -> tuple[Beside, ...]:
    """Return every series of the record beside the games of a study."""
    return tuple(
        _beside(name, tallied, tally, book)
        for name, tallied in book.scenario.record.items()
        if tallied.of in book.index.classes
    )


def _beside(name: str, tallied: Tallied, tally: Tally, book: Rulebook) -> Beside:
    """Return one series of the record beside the games."""
    scenario = book.scenario
    acts = tally.acts[:, list(book.index.classes).index(tallied.of)]
    turns = {turn_of(scenario.start, scenario.turns, month): month for month in tallied.counts}
    within = {turn: month for turn, month in turns.items() if 1 <= turn <= scenario.months}
    last = max(within, default=1)
    months = (_month(month, acts[turn - 1], acts[turn], tallied) for turn, month in within.items())
    low, high = (_quantile(acts[last], part) for part in BAND)
    left = sum(tallied.counts[m] - tallied.told.get(m, 0) for m in within.values())
    as_few = int(acts[last][: left + 1].sum()) / tally.games
    return Beside(name, tallied, tuple(months), _mean(acts[last]), low, high, as_few)


def _month(date: str, before: Counts, after: Counts, tallied: Tallied) -> RecordMonth:
    """Return one month; each side plays one act a month, so that a mean of acts is a share of games."""
    games = int(after.sum())
    acts = _total(after) - _total(before)
    return RecordMonth(
        date, tallied.counts[date], tallied.told.get(date, 0), share(min(acts, games), games), acts / games
    )


def _total(spread: Counts) -> int:
    return int((np.arange(spread.size) * spread).sum())


def _mean(spread: Counts) -> float:
    return _total(spread) / int(spread.sum())


def _quantile(spread: Counts, thousandths: int) -> int:
    """Return the number of acts that so many thousandths of games stay at or below."""
    reached = np.cumsum(spread) * 1000 >= thousandths * spread.sum()
    return int(np.argmax(reached))
