"""The doors of `simmer study` and `simmer bench`."""

from collections.abc import Callable, Iterable
from io import StringIO
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar

from game.match.door import DEFAULT
from game.match.files import PAGE, misnamed, reason, write_whole
from game.match.loading import Opened, open_scenario
from game.match.terminal import progress
from game.match.trouble import Kind, Trouble
from game.match.voice import STDOUT, Exit, complain, fail, say, write_json
from game.rules.rulebook import Rulebook
from game.study.asked import Asked, job_of, looks_ahead, processes
from game.study.bench import as_json, bench
from game.study.claims import Verdict, Word, verdict
from game.study.keep import keep_tables
from game.study.page import study_page
from game.study.record import beside
from game.study.report import claims_told, figures, record_told, sweep_told
from game.study.rows import header
from game.study.sweep import FOREMOST, SCREENED, Flags, Step, Weight, named, played, steps, weights
from game.study.tell import bench_told
from game.study.telling import study_told
from game.study.work import Job, Part, Share, parts, prepared

Done = TypeVar("Done")


def study_command(asked: Asked) -> Exit:
    """Play many games in lockstep and tell what they came to; a claim that fails is a no (§15)."""
    misled = None if asked.html is None else misnamed(asked.html, *PAGE)
    if misled is not None:
        return fail(misled)
    opened = open_scenario(DEFAULT if asked.scenario is None else asked.scenario)
    if isinstance(opened, Trouble):
        return fail(opened)
    job = job_of(asked, opened)
    if isinstance(job, Trouble):
        return fail(job)
    swept = named(opened.book.scenario, asked.vary, asked.assumptions)
    if isinstance(swept, Trouble):
        return fail(swept)
    began = perf_counter()
    jobs = processes(asked, dict(job.seats))
    share = _share(job, jobs, asked.csv, opened.book)
    if isinstance(share, Trouble):
        return fail(share)
    verdicts = _verdicts(job, share)
    found = _found(opened, asked, job, share, verdicts)
    if swept and share.whole:
        ending = int(share.tally.endings.argmax())
        found["sensitivity"] = sweep_told(_swept(job, swept, ending, jobs), opened.book, ending)
    found["seconds"] = perf_counter() - began
    trouble = _written(asked, job, opened, found, share)
    if trouble is not None:
        return fail(trouble)
    return Exit.NO if any(each.word is Word.FAILS for each in verdicts) else Exit.GOOD


def bench_command(json: str | None) -> Exit:
    """Time the engine on the default scenario."""
    opened = open_scenario(DEFAULT)
    if isinstance(opened, Trouble):
        return fail(opened)
    speeds = bench(opened.book)
    if json is not None and (trouble := write_json(as_json(speeds), json)):
        return fail(trouble)
    if json != STDOUT:
        say(bench_told(speeds))
    return Exit.GOOD


def _written(asked: Asked, job: Job, opened: Opened, found: dict[str, Any], share: Share) -> Trouble | None:
    """Write and say what was found wherever it was asked for, or return why that cannot be done."""
    trouble = None
    if asked.html is not None:
        trouble = write_whole(asked.html, study_page(found, opened.book).encode())
    if trouble is None and asked.keep is not None:
        kept = keep_tables(job, asked.keep, share.all_traits(), Path())
        trouble = kept if isinstance(kept, Trouble) else None
        found["kept"] = [] if isinstance(kept, Trouble) else [str(path) for path in kept]
    if trouble is None and asked.json is not None:
        trouble = write_json(found, asked.json)
    if trouble is None and asked.json != STDOUT:
        say(*study_told(found, opened.book))
    return trouble


def _found(opened: Opened, asked: Asked, job: Job, share: Share, verdicts: list[Verdict]) -> dict[str, Any]:
    """Return the figures of a study."""
    tally, book = share.tally, opened.book
    found = {
        "scenario": {"id": book.scenario.id, "digest": opened.digest},
        "games": tally.games,
        "seed": asked.seed,
        "players": dict(job.seats),
        **(figures(tally, book) if tally.games else {}),
        "claims": claims_told(verdicts),
        "decisions": tally.months * len(book.index.sides),
    }
    if asked.record and tally.games:
        found["record"] = record_told(beside(tally, book))
    return found


def _verdicts(job: Job, share: Share) -> list[Verdict]:
    """Return what became of the claims, none where none was tested."""
    trial = prepared(job)
    if not share.counted:
        return []
    ahead = looks_ahead(dict(job.seats))
    pairs = zip(trial.proofs, share.counted, strict=True)
    return [verdict(proof, counted, not (ahead and proof.test.of_tempers)) for proof, counted in pairs]


def _share(job: Job, jobs: int, csv: Path | None, book: Rulebook) -> Share | Trouble:
    """Return what the games came to, with a bar on the terminal while they are played; rows go to *csv*."""
    share, units = Share(), job.units()
    try:
        with csv.open("w", encoding="utf-8", newline="") if csv else StringIO() as table:
            table.write(header(book))

            def take(part: Part) -> None:
                share.take(part, job)
                table.write(part.rows)

            share.whole = _with_bar(f"{job.games:,} games", parts(job, jobs), len(units), take)
    except OSError as wrong:
        return Trouble(Kind.UNWRITABLE, f"'{csv}' could not be written: {reason(wrong)}.")
    if not share.whole:
        if not share.tally.games:
            raise KeyboardInterrupt  # there is nothing to tell: the command was stopped, no more
        left_out = ", and not in every world of the claims" if job.claims else ""
        complain(f"stopped after {share.tally.games:,} of {job.games:,} games{left_out}.")
    return share


def _swept(job: Job, names: tuple[str, ...], ending: int, jobs: int) -> list[Weight]:
    """Return how far each assumption moves the verdict: all in few games, the weightiest in all games."""
    found, whole = _weights(job, steps(job, names, min(SCREENED, job.games), ending), jobs)
    if job.games <= SCREENED or not whole:
        return found
    foremost = [weight.assumption.id for weight in found[:FOREMOST]]
    full, whole = _weights(job, steps(job, foremost, job.games, ending), jobs)
    return [*full, *found[FOREMOST:]] if whole else found


def _weights(job: Job, todo: list[Step], jobs: int) -> tuple[list[Weight], bool]:
    """Return how far the assumptions of some steps move the verdict, and whether all were played."""
    done: list[tuple[Step, Flags]] = []
    whole = _with_bar(f"{len(todo)} worlds", played(job, todo, jobs), len(todo), done.append)
    if not whole:
        complain(f"stopped after {len(done):,} of {len(todo):,} worlds.")
    return weights(job, done), whole


def _with_bar(words: str, work: Iterable[Done], total: int, take: Callable[[Done], None]) -> bool:
    """Take what *work* brings, with a bar and the time left on the terminal; return whether it was all."""
    with progress(counted=True) as bar:
        task = bar.add_task(words, total=total)
        try:
            for done in work:
                take(done)
                bar.advance(task)
        except KeyboardInterrupt:
            return False
    return True
