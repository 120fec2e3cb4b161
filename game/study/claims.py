"""Claims put to the test: worlds played with the same luck, measured, and held against their bounds (§15)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from game.model.claim import Compare, Expect, Measure, Tested, World
from game.model.scenario import Scenario
from game.model.turn import turn_of
from game.rules.endings import HUNDREDTHS, returns
from game.rules.formula import formula
from game.rules.rulebook import Rulebook
from game.rules.tables import Tables
from game.study.batch import BatchSetting, months_of
from game.study.counterfactuals import setting_in
from game.study.interval import Estimate, mean, ratio, share

Numbers = NDArray[np.int64]

Value = tuple[NDArray[np.int32], NDArray[np.bool_], NDArray[np.bool_]]
"""The measure at every game, which games count, and which had the opportunity."""

POWER = 0.20
"""The share of games that must have had the opportunity for a finding to be one; below, it is idle."""

Measured = Mapping[int, Value]
"""What was measured in one world, by the number of the proof."""


@dataclass(frozen=True)
class Proof:
    """A claim, compiled: the worlds it is played in and what is measured there."""

    id: str
    says: str
    cites: tuple[str, ...]
    test: Tested
    measure: Measure
    expect: Expect
    worlds: tuple[int, ...]
    """Numbers of the world it is given and, where it compares, of the one it is held against."""


@dataclass(frozen=True)
class Trial:
    """Everything that has to be played to test the claims of a scenario."""

    book: Rulebook
    proofs: tuple[Proof, ...]
    worlds: tuple[World, ...]
    """The worlds, the scenario's own first, each played once however many claims ask for it."""
    players: Mapping[str, str]
    """Who fills the seats."""
    until: tuple[int, ...]
    """The last month that any claim asks about, by world; no more is played."""
    known: dict[int, BatchSetting] = field(default_factory=dict, repr=False, compare=False)
    """Worlds set up before."""

    def setting(self, world: int) -> BatchSetting:
        """Return how a world is set up."""
        if world not in self.known:
            self.known[world] = setting_in(self.worlds[world], self.book, self.players)
        return self.known[world]


@dataclass(frozen=True)
class Counted:
    """Whole-number sums of one claim's measure, which add up whatever the chunks."""

    games: Numbers
    """Games that count, by world."""
    sums: Numbers
    """Sum of the measure, by world."""
    squares: Numbers
    """Sum of its squares, by world."""
    apart: int = 0
    """Sum of the squares of the difference between the two worlds, game by game."""
    played: int = 0
    """Games played in the world it is given, whether they count or not."""
    able: int = 0
    """Those among them that had the opportunity."""

    def plus(self, other: Self) -> "Counted":
        """Return both added up."""
        return Counted(
            self.games + other.games,
            self.sums + other.sums,
            self.squares + other.squares,
            self.apart + other.apart,
            self.played + other.played,
            self.able + other.able,
        )


class ClaimStanding(StrEnum):
    """How a claim stands."""

    HOLDS = "holds"
    """The figure lies within the bounds."""
    OPEN = "open"
    """The figure lies outside, and too few games were played to be sure of it."""
    FAILS = "fails"
    """The whole interval lies outside the bounds."""
    IDLE = "idle"
    """The figure does not lie outside, and what it is about hardly ever came up."""


@dataclass(frozen=True)
class ClaimVerdict:
    """What became of one claim."""

    proof: Proof
    found: Estimate
    """The figure and its interval."""
    games: int
    """Games that counted."""
    word: ClaimStanding
    """How it stands."""
    opportunity: float | None = None
    """The share of games in which what it is about came up; none where it is about every game."""

    @property
    def holds(self) -> bool:
        """Return whether the figure lies within the bounds."""
        return self.word is ClaimStanding.HOLDS

    @property
    def id(self) -> str:
        """Return the claim's number, and which of its tests this is."""
        return self.proof.id


def trial_of(book: Rulebook, players: Mapping[str, str], claims: bool = True) -> Trial:
    """Return what has to be played to test the *claims* of a scenario with *players* in the seats."""
    worlds: list[World] = [World()]
    proofs = []
    until = [0]
    for name, says, cites, test in tests_of(book.scenario) if claims else ():
        if test.measure is not None and test.expect is not None:
            asked = [test.given] if test.against is None else [test.given, test.against]
            worlds += [world for world in asked if world not in worlds]
            until += [0] * (len(worlds) - len(until))
            numbers = tuple(worlds.index(world) for world in asked)
            for number in numbers:
                last = worlds[number].months or book.months
                until[number] = max(until[number], month_within(book.scenario, test.measure.by, last))
            proofs.append(Proof(name, says, cites, test, test.measure, test.expect, numbers))
    return Trial(book, tuple(proofs), tuple(worlds), players, tuple(until))


def tests_of(scenario: Scenario) -> Iterator[tuple[str, str, tuple[str, ...], Tested]]:
    """Yield the number, the words, the sources and the worlds of every test, C9 before C9.2."""
    for name, claim in scenario.claims.items():
        cites = (name, *claim.cites)
        yield name, claim.says, cites, claim
        for number, test in enumerate(claim.also, start=2):
            yield f"{name}.{number}", test.says, cites, test


def count(trial: Trial, seeds: NDArray[np.uint64]) -> list[Counted]:
    """Play all worlds of a *trial* with these seeds and return the sums of every claim, in order."""
    return summed(trial, [measured(trial, world, seeds) for world in range(len(trial.worlds))])


def summed(trial: Trial, worlds: Sequence[Measured]) -> list[Counted]:
    """Return the sums of every claim from its measure in all worlds, each played with the same seeds."""
    return [_counted([worlds[w][n] for w in proof.worlds]) for n, proof in enumerate(trial.proofs)]


def verdict(proof: Proof, counted: Counted) -> ClaimVerdict:
    """Return what became of a claim whose sums are *counted*."""
    found, able = _estimate(proof, counted), None
    if proof.test.precondition is not None and counted.played:
        able = counted.able / counted.played
    word = _word(proof.expect, found)
    if able is not None and able < POWER and word is not ClaimStanding.FAILS:
        word = ClaimStanding.IDLE
    return ClaimVerdict(proof, found, int(counted.games[0]), word, able)


def _word(expect: Expect, found: Estimate) -> ClaimStanding:
    """Return how a figure stands to its bounds."""
    if expect.holds(found.value):
        return ClaimStanding.HOLDS
    low, high = expect.at_least, expect.at_most
    reaches = (low is None or found.high >= low) and (high is None or found.low <= high)
    return ClaimStanding.OPEN if reaches else ClaimStanding.FAILS


def _estimate(proof: Proof, counted: Counted) -> Estimate:
    """Return the figure a claim is about: a share, a mean, or a comparison of two."""
    first = (int(counted.sums[0]), int(counted.squares[0]), int(counted.games[0]))
    scale = HUNDREDTHS if proof.measure.points is not None else 1
    if proof.test.against is None:
        counts = proof.measure.mean is None and proof.measure.points is None
        return share(first[0], first[2]) if counts else mean(*first).over(scale)
    second = (int(counted.sums[1]), int(counted.squares[1]), int(counted.games[1]))
    if proof.test.compare is Compare.RATIO:
        return ratio((first[0], first[2]), (second[0], second[2]))
    if proof.measure.within is None:
        return mean(first[0] - second[0], counted.apart, first[2]).over(scale)
    one, other = mean(*first), mean(*second)
    value = one.value - other.value
    half = float(np.hypot(one.high - one.value, other.high - other.value))
    return Estimate(value, value - half, value + half).over(scale)


def _counted(values: Sequence[Value]) -> Counted:
    """Return the sums of one claim's measure over the worlds it is played in."""
    wide = [(numbers.astype(np.int64), counts) for numbers, counts, _able in values]
    able = values[0][2]
    games = np.array([counts.sum() for _numbers, counts in wide], dtype=np.int64)
    sums = np.array([(n * c).sum() for n, c in wide], dtype=np.int64)
    squares = np.array([(n * n * c).sum() for n, c in wide], dtype=np.int64)
    apart = wide[0][0] - wide[-1][0]
    return Counted(games, sums, squares, int((apart * apart).sum()), able.size, int(able.sum()))


def measured(
    trial: Trial, world: int, seeds: NDArray[np.uint64], watch: Callable[[Tables], None] | None = None
) -> Measured:
    """Play one world and return what the claims that ask for it measure; *watch* sees all its months."""
    setting = trial.setting(world)
    gauges = {n: _Gauge(p, setting.book) for n, p in enumerate(trial.proofs) if world in p.worlds}
    last = setting.book.months if watch is not None else trial.until[world]
    for tables in islice(months_of(setting, seeds), last + 1):
        if watch is not None:
            watch(tables)
        if 1 < tables.month <= trial.until[world] + 1:
            for gauge in gauges.values():
                gauge.read(tables)
    return {number: gauge.value for number, gauge in gauges.items()}


class _Gauge:
    """Reads one measure month by month."""

    def __init__(self, proof: Proof, book: Rulebook) -> None:
        measure, chance = proof.measure, proof.test.precondition
        self.ever = measure.ever is not None
        asked = measure.ever or measure.ends
        self.holds = None if asked is None else formula(asked, book.index)
        self.number = None if measure.mean is None else formula(measure.mean, book.index)
        self.points = None if measure.points is None else book.index.sides[measure.points]
        self.book = book
        self.counts = None if measure.within is None else formula(measure.within, book.index)
        self.chance = None if chance is None else formula(chance, book.index)
        self.until = month_within(book.scenario, measure.by, book.months)
        self._now: Numbers | None = None
        self._in: NDArray[np.bool_] | None = None
        self._able: NDArray[np.bool_] | None = None

    def read(self, tables: Tables) -> None:
        """Read the measure at tables whose month has just closed."""
        if tables.month - 1 > self.until:
            return
        now = np.asarray(self._reads(tables), dtype=np.int64)
        self._now = now if self._now is None or not self.ever else self._now | now
        self._in = _either(self._in, self.counts, tables)
        self._able = _either(self._able, self.chance, tables)

    def _reads(self, tables: Tables) -> NDArray[Any]:
        """Return the measure as it stands."""
        if self.points is not None:
            return returns(self.book.goals, self.book.endings, tables, len(self.book.index.sides))[
                self.points
            ]
        reads = self.holds or self.number
        assert reads is not None
        return reads(tables)

    @property
    def value(self) -> Value:
        """Return what was read, and which games count."""
        assert self._now is not None
        assert self._in is not None
        assert self._able is not None
        return self._now.astype(np.int32), self._in, self._able


def _either(
    before: NDArray[np.bool_] | None, asked: Callable[[Tables], NDArray[Any]] | None, tables: Tables
) -> NDArray[np.bool_]:
    """Return where something held *before* or holds now; where nothing is *asked*, it holds everywhere."""
    if asked is None:
        return np.ones(tables.count, dtype=np.bool_) if before is None else before
    now = asked(tables).astype(np.bool_)
    return now if before is None else before | now


def month_within(scenario: Scenario, date: str | None, last: int) -> int:
    """Return the month of the game that a date falls in, the *last* one for none."""
    return last if date is None else max(1, turn_of(scenario.start, scenario.turns, date))
