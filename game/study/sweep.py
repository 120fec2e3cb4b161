"""The sweep: which assumptions move the verdict most, each set otherwise with the same luck (§15)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray

from game.located.suggest import closing
from game.match.loading import Opened, open_scenario
from game.match.seats import hired
from game.match.trouble import Trouble, TroubleKind
from game.model.scenario import Scenario
from game.rules.rulebook import Rulebook, compile_rulebook
from game.study.assumptions import Assumption, assumptions
from game.study.batch import BatchSetting, months_of, seeds_of
from game.study.interval import Estimate, mean
from game.study.jobs import Job, spread

SCREENED = 1000
"""Games in which every assumption is tried before the weightiest are played in full."""

FOREMOST = 12
"""Assumptions played in full after the screening."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class SweepStep:
    """One assumption at one of its levels, in some games."""

    ending: int
    """The row of the ending that the verdict is about."""
    first: int
    count: int
    assumption: str = ""
    """None for the scenario as it is."""
    level: int = 0


@dataclass(frozen=True)
class LevelShift:
    """What one level of an assumption does to the verdict."""

    says: str
    share: float
    change: Estimate
    """How the share differs from that of the scenario as it is."""


@dataclass(frozen=True)
class AssumptionWeight:
    """How far an assumption moves the verdict."""

    assumption: Assumption
    games: int
    moved: tuple[LevelShift, ...]

    @property
    def swing(self) -> float:
        """Return the distance between the extremes of the verdict, the scenario as it is among them."""
        changes = [0.0, *(each.change.value for each in self.moved)]
        return max(changes) - min(changes)


def named(scenario: Scenario, vary: Sequence[str], every: bool) -> tuple[str, ...] | Trouble:
    """Return the assumptions to set otherwise, those that *vary* names or all, or what is wrong."""
    known = assumptions(scenario)
    found: dict[str, None] = {}
    for name in vary:
        about = [each for each in known if each == name or each.startswith(f"{name}.")]
        if not about:
            told = f"nothing called '{name}' can be varied{closing(name, known, 'assumptions')}"
            return Trouble(TroubleKind.SEAT, told)
        found |= dict.fromkeys(about)
    return tuple(known) if every else tuple(found)


def ended(job: Job, step: SweepStep) -> Flags:
    """Return the games of one step that ended as the verdict says."""
    setting = _setting(job, step.assumption, step.level)
    *_, tables = months_of(setting, seeds_of(job.study, step.first, step.count))
    return np.asarray(tables.ending == step.ending)


@cache
def _opened(source: str) -> Rulebook:
    opened = open_scenario(source)
    assert isinstance(opened, Opened), "the scenario was read before the work was shared out"
    return opened.book


@cache
def _known(source: str) -> dict[str, Assumption]:
    return assumptions(_opened(source).scenario)


def _setting(job: Job, name: str, level: int) -> BatchSetting:
    """Return the world of one step."""
    book = _opened(job.source)
    if name:
        book = compile_rulebook(_known(job.source)[name].levels[level].change(book.scenario))
    return BatchSetting(book, hired(book, dict(job.seats)))


def steps(job: Job, names: Sequence[str], games: int, ending: int) -> list[SweepStep]:
    """Return everything to be played for these assumptions: the scenario as it is, and every level."""
    known = _known(job.source)
    asked = [("", 0), *((name, level) for name in names for level in range(len(known[name].levels)))]
    chunks = [(first, min(job.chunk, games - first)) for first in range(0, games, job.chunk)]
    return [SweepStep(ending, first, count, name, level) for name, level in asked for first, count in chunks]


def played(job: Job, todo: Sequence[SweepStep], processes: int) -> Iterator[tuple[SweepStep, Flags]]:
    """Yield what each step came to, in order."""
    yield from zip(todo, spread(partial(ended, job), todo, processes), strict=True)


def weights(job: Job, found: Sequence[tuple[SweepStep, Flags]]) -> list[AssumptionWeight]:
    """Return how far each assumption moves the verdict, the weightiest first."""
    shares: dict[tuple[str, int], list[Flags]] = {}
    for step, flags in found:
        shares.setdefault((step.assumption, step.level), []).append(flags)
    whole = {asked: np.concatenate(parts) for asked, parts in shares.items()}
    base = whole.pop(("", 0), np.zeros(0, dtype=np.bool_))
    names = dict.fromkeys(name for name, _level in whole)
    weighed = [_weight(_known(job.source)[name], whole, base) for name in names]
    return sorted(weighed, key=lambda each: (-each.swing, each.assumption.id))


def _weight(assumption: Assumption, whole: dict[tuple[str, int], Flags], base: Flags) -> AssumptionWeight:
    moved = []
    for number, level in enumerate(assumption.levels):
        flags = whole.get((assumption.id, number))
        if flags is not None and flags.size == base.size > 0:
            moved.append(LevelShift(level.says, float(flags.mean()), _change(flags, base)))
    return AssumptionWeight(assumption, base.size, tuple(moved))


def _change(flags: Flags, base: Flags) -> Estimate:
    """Return how a share differs from that of the same games as they are."""
    apart = flags.astype(np.int64) - base
    return mean(int(apart.sum()), int((apart * apart).sum()), base.size)
