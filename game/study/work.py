"""The work of a study, cut into chunks that any number of processes may share (§15).

All sums are whole numbers, so that the figures are the same to the last digit whoever counts what.
"""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from typing import Self

from game.match.opening import Opened, open_scenario
from game.match.seats import Seats, hired
from game.study.batch import CHUNK, Setting, seeds_of
from game.study.claims import Counted, Trial, count, trial_of
from game.study.tally import Tally, tally_chunk


@dataclass(frozen=True)
class Job:
    """What a study plays; everything a process needs to know, and nothing that cannot be handed over."""

    source: str
    """Where the scenario is read."""

    seats: tuple[tuple[str, str], ...]
    """Who fills each seat."""

    study: int
    """The study's number, from which its tables' seeds follow."""

    games: int
    """How many games."""

    claims: bool
    """Whether the claims are put to the test."""

    chunk: int = CHUNK
    """Tables played at once."""

    @property
    def chunks(self) -> tuple[tuple[int, int], ...]:
        """Return the first table and the size of every chunk."""
        starts = range(0, self.games, self.chunk)
        return tuple((first, min(self.chunk, self.games - first)) for first in starts)


@dataclass(frozen=True)
class Share:
    """What some chunks of a study came to."""

    tally: Tally
    """What happened."""

    counted: tuple[Counted, ...] = ()
    """The sums of every claim."""

    def plus(self, other: Self) -> "Share":
        """Return both added up."""
        pairs = zip(self.counted, other.counted, strict=True)
        counted = tuple(one.plus(two) for one, two in pairs) if self.counted else other.counted
        return Share(self.tally.plus(other.tally), counted)


@dataclass(frozen=True)
class Prepared:
    """A job made ready to be played."""

    setting: Setting
    trial: Trial | None


def shares(job: Job, processes: int) -> Iterator[Share]:
    """Yield what each chunk of *job* came to, in order, played by so many *processes*."""
    if processes == 1 or len(job.chunks) == 1:
        yield from map(partial(played, job), job.chunks)
        return
    with ProcessPoolExecutor(min(processes, len(job.chunks))) as pool:
        try:
            yield from pool.map(partial(played, job), job.chunks)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def played(job: Job, chunk: tuple[int, int]) -> Share:
    """Play one chunk of *job*."""
    ready = prepared(job)
    seeds = seeds_of(job.study, *chunk)
    counted = () if ready.trial is None else tuple(count(ready.trial, seeds))
    return Share(tally_chunk(ready.setting, seeds), counted)


@cache
def prepared(job: Job) -> Prepared:
    """Return *job* made ready, once in every process."""
    opened = open_scenario(job.source)
    assert isinstance(opened, Opened), "the scenario was read before the work was shared out"
    seats: Seats = dict(job.seats)
    setting = Setting(opened.book, hired(opened.book, seats))
    return Prepared(setting, trial_of(opened.book, seats) if job.claims else None)
