"""The work of a study, cut into parts that any number of processes may share (§15).

All sums are whole numbers, so that the figures are the same to the last digit whoever counts what.
"""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from multiprocessing import parent_process
from threading import Thread
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from game.match.loading import Opened, open_scenario
from game.rules.rulebook import Rulebook
from game.rules.tables import Tables
from game.study.batch import CHUNK, seeds_of
from game.study.claims import Counted, Measured, Trial, measured, summed, trial_of
from game.study.csv_table import Traits, rows, traits_of
from game.study.tally import Tally, Tallying

Task = TypeVar("Task")
Found = TypeVar("Found")


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

    rows: bool = False
    """Whether every table is told in a row of its own."""

    traits: bool = False
    """Whether it is told what every table was like."""

    @property
    def chunks(self) -> tuple[tuple[int, int], ...]:
        """Return the first table and the size of every chunk."""
        starts = range(0, self.games, self.chunk)
        return tuple((first, min(self.chunk, self.games - first)) for first in starts)

    def units(self) -> list["Unit"]:
        """Return the parts of the work: every world of every chunk, chunk by chunk."""
        worlds = range(len(prepared(self).worlds))
        return [Unit(world, first, count) for first, count in self.chunks for world in worlds]


@dataclass(frozen=True)
class Unit:
    """One world of one chunk."""

    world: int
    first: int
    count: int


@dataclass(frozen=True)
class UnitResult:
    """What one unit came to."""

    unit: Unit
    tally: Tally | None
    """What happened, in the world of the scenario."""
    measured: Measured
    """What claims measure in this world."""
    rows: str = ""
    traits: Traits | None = None


@dataclass
class Share:
    """What the parts of a study that are done came to."""

    tally: Tally = field(default_factory=Tally)
    """What happened."""

    counted: tuple[Counted, ...] = ()
    """The sums of every claim, over the chunks whose worlds have all been played."""

    traits: list[Traits] = field(default_factory=list)
    """What every table was like, chunk by chunk."""

    whole: bool = False
    """Whether all parts are done."""

    waiting: list[Measured] = field(default_factory=list)
    """What was measured in the worlds of the chunk that is being played."""

    def all_traits(self) -> Traits:
        """Return what every table was like."""
        return np.concatenate(self.traits, axis=1) if self.traits else np.zeros((1, 0), dtype=np.uint8)

    def take(self, part: UnitResult, job: Job) -> None:
        """Add one part; parts come in their order."""
        if part.tally is not None:
            self.tally = self.tally.plus(part.tally)
        if part.traits is not None:
            self.traits.append(part.traits)
        trial = prepared(job)
        self.waiting.append(part.measured)
        if len(self.waiting) == len(trial.worlds):
            found = summed(trial, self.waiting)
            pairs = zip(self.counted, found, strict=True) if self.counted else ()
            self.counted = tuple(old.plus(new) for old, new in pairs) or tuple(found)
            self.waiting = []


def parts(job: Job, processes: int) -> Iterator[UnitResult]:
    """Yield what each unit of *job* came to, in order, played by so many *processes*."""
    return spread(partial(played, job), job.units(), processes)


def spread(play: Callable[[Task], Found], tasks: Sequence[Task], processes: int) -> Iterator[Found]:
    """Yield what *play* finds in each of *tasks*, in order, done by so many *processes*."""
    if processes == 1 or len(tasks) == 1:
        yield from map(play, tasks)
        return
    with ProcessPoolExecutor(min(processes, len(tasks)), initializer=_bound) as pool:
        try:
            yield from pool.map(play, tasks)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _bound() -> None:
    """Bind this process to the one that shares out the work.

    That one ends it when somebody breaks the study off; when it is gone, killed in any way, this one goes.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def played(job: Job, unit: Unit) -> UnitResult:
    """Play one unit of *job*."""
    trial = prepared(job)
    seeds = seeds_of(job.study, unit.first, unit.count)
    if unit.world:
        return UnitResult(unit, None, measured(trial, unit.world, seeds))
    watch = _Watch(trial.book, unit.count)
    found = measured(trial, 0, seeds, watch.note)
    return watch.part(job, unit, found)


class _Watch:
    """Watches the world of the scenario: counts, and remembers how long each game lasted."""

    def __init__(self, book: Rulebook, games: int) -> None:
        self._book = book
        self._tallying = Tallying(book, games)
        self._months = np.zeros(games, dtype=np.int8)

    def note(self, tables: Tables) -> None:
        """See tables after a month."""
        self._tallying.note(tables)
        self._months += tables.live.view(np.int8)

    def part(self, job: Job, unit: Unit, found: Measured) -> UnitResult:
        """Return what was seen."""
        tables, book = self._tallying.last, self._book
        assert tables is not None
        lasted: NDArray[np.int8] = np.minimum(self._months, book.months)
        told = rows(book, tables, lasted, unit.first) if job.rows else ""
        return UnitResult(
            unit, self._tallying.tally(), found, told, traits_of(book, tables) if job.traits else None
        )


@cache
def prepared(job: Job) -> Trial:
    """Return *job* made ready, once in every process."""
    opened = open_scenario(job.source)
    assert isinstance(opened, Opened), "the scenario was read before the work was shared out"
    return trial_of(opened.book, dict(job.seats), claims=job.claims)
