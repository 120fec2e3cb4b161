"""A study: many games played, counted, varied and kept, from what is asked for to its report (§15)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from time import perf_counter
from typing import Protocol, TypeVar

from game.match.files import reason
from game.match.loading import Opened
from game.match.trouble import Trouble, TroubleKind
from game.rules.rulebook import Rulebook
from game.study.claims import ClaimStanding, ClaimVerdict, verdict
from game.study.csv_table import header
from game.study.export import keep_tables
from game.study.figures import claims_told, figures, record_told, sweep_told
from game.study.historical import beside
from game.study.jobs import Job, Share, UnitResult, parts, prepared
from game.study.options import StudyOptions, job_of, processes
from game.study.report import ScenarioReported, SensitivityReported, StudyReport
from game.study.sweep import (
    FOREMOST,
    SCREENED,
    AssumptionWeight,
    Flags,
    SweepStep,
    named,
    played,
    steps,
    weights,
)

Done = TypeVar("Done")


class Follow(Protocol):
    """Lets somebody follow the work while it is done: passes on what *work* yields, as it comes."""

    def __call__(self, work: Iterable[Done], words: str, total: int) -> Iterator[Done]:
        """Yield everything from *work*, of which there is *total*; *words* say what it is."""
        ...


def unseen(work: Iterable[Done], words: str, total: int) -> Iterator[Done]:
    """Yield everything from *work* and show nobody how far it is."""
    yield from work


@dataclass(frozen=True)
class Studied:
    """What became of a study."""

    report: StudyReport
    """What it found."""

    holds: bool
    """Whether no claim fails."""

    stopped: tuple[str, ...] = ()
    """What was broken off before its end, a sentence each."""


def run_study(opened: Opened, options: StudyOptions, follow: Follow = unseen) -> Studied | Trouble:
    """Play many games in lockstep and report what they came to, or why that cannot be done.

    A KeyboardInterrupt ends the games early; before the first of them is played it is passed on.
    """
    book, job = opened.book, job_of(options, opened)
    swept = named(book.scenario, options.vary, options.assumptions)
    if isinstance(job, Trouble):
        return job
    if isinstance(swept, Trouble):
        return swept
    began, jobs, stopped = perf_counter(), processes(options, dict(job.seats)), list[str]()
    share = _share(job, jobs, options.csv, book, follow)
    if isinstance(share, Trouble):
        return share
    if not share.whole:
        left_out = ", and not in every world of the claims" if job.claims else ""
        stopped.append(f"stopped after {share.tally.games:,} of {job.games:,} games{left_out}.")
    verdicts = _verdicts(job, share)
    sensitivity = _sensitivity(job, swept, share, jobs, book, follow, stopped)
    seconds = perf_counter() - began
    kept = None if options.keep is None else keep_tables(job, options.keep, share.all_traits(), Path())
    if isinstance(kept, Trouble):
        return kept
    report = StudyReport(
        scenario=ScenarioReported(id=book.scenario.id, digest=opened.digest),
        games=share.tally.games,
        seed=options.seed,
        players=dict(job.seats),
        **figures(share.tally, book),
        claims=claims_told(verdicts),
        decisions=share.tally.months * len(book.index.sides),
        record=record_told(beside(share.tally, book)) if options.record else None,
        sensitivity=sensitivity,
        kept=None if kept is None else tuple(map(str, kept)),
        seconds=seconds,
    )
    return Studied(report, all(each.word is not ClaimStanding.FAILS for each in verdicts), tuple(stopped))


def _verdicts(job: Job, share: Share) -> list[ClaimVerdict]:
    """Return what became of the claims, none where none was tested."""
    trial = prepared(job)
    if not share.counted:
        return []
    return [verdict(proof, counted) for proof, counted in zip(trial.proofs, share.counted, strict=True)]


def _share(job: Job, jobs: int, csv: Path | None, book: Rulebook, follow: Follow) -> Share | Trouble:
    """Return what the games came to; one row a table goes to *csv* while they are played."""
    share, units = Share(), job.units()
    try:
        with csv.open("w", encoding="utf-8", newline="") if csv else StringIO() as table:
            table.write(header(book))

            def take(part: UnitResult) -> None:
                share.take(part, job)
                table.write(part.rows)

            share.whole = _taken(follow(parts(job, jobs), f"{job.games:,} games", len(units)), take)
    except OSError as wrong:
        return Trouble(TroubleKind.UNWRITABLE, f"'{csv}' could not be written: {reason(wrong)}.")
    if not (share.whole or share.tally.games):
        raise KeyboardInterrupt  # there is nothing to tell: it was stopped, no more
    return share


def _sensitivity(
    job: Job,
    names: tuple[str, ...],
    share: Share,
    jobs: int,
    book: Rulebook,
    follow: Follow,
    stopped: list[str],
) -> SensitivityReported | None:
    """Return how far each assumption moves the verdict: all in few games, the weightiest in all games."""
    if not names or not share.whole:
        return None
    ending = int(share.tally.endings.argmax())
    found, whole = _weights(job, steps(job, names, min(SCREENED, job.games), ending), jobs, follow, stopped)
    if job.games > SCREENED and whole:
        foremost = [weight.assumption.id for weight in found[:FOREMOST]]
        full, whole = _weights(job, steps(job, foremost, job.games, ending), jobs, follow, stopped)
        found = [*full, *found[FOREMOST:]] if whole else found
    return sweep_told(found, book, ending)


def _weights(
    job: Job, todo: list[SweepStep], jobs: int, follow: Follow, stopped: list[str]
) -> tuple[list[AssumptionWeight], bool]:
    """Return how far the assumptions of some steps move the verdict, and whether all were played."""
    done: list[tuple[SweepStep, Flags]] = []
    whole = _taken(follow(played(job, todo, jobs), f"{len(todo)} worlds", len(todo)), done.append)
    if not whole:
        stopped.append(f"stopped after {len(done):,} of {len(todo):,} worlds.")
    return weights(job, done), whole


def _taken(work: Iterable[Done], take: Callable[[Done], None]) -> bool:
    """Take what *work* brings, and return whether it was all: the keyboard can break it off."""
    try:
        for done in work:
            take(done)
    except KeyboardInterrupt:
        return False
    return True
