"""The doors of `simmer study` and `simmer bench`."""

from dataclasses import dataclass
from time import perf_counter
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from game.match.door import DEFAULT
from game.match.opening import Opened, open_scenario
from game.match.seats import HUMAN, Seats, seated
from game.match.trouble import Kind, Trouble
from game.match.voice import STDOUT, Exit, fail, say, write_json
from game.players.roster import EFFORTS, PERSONA
from game.study.batch import CHUNK
from game.study.bench import as_json, bench
from game.study.claims import Verdict, Word, verdict
from game.study.report import claims_told, figures
from game.study.tally import Tally
from game.study.tell import bench_told, study_told
from game.study.work import Job, Share, prepared, shares

FEW = 50
"""Tables of a chunk where somebody looks ahead, so that the bar moves and processes share the work."""


@dataclass(frozen=True)
class Asked:
    """What `simmer study` was asked for."""

    scenario: str | None
    games: int
    seed: int
    players: str | None = None
    claims: bool = False
    jobs: int = 1
    json: str | None = None


def study_command(asked: Asked) -> Exit:
    """Play many games in lockstep and tell what they came to; a claim that fails is a no (§15)."""
    opened = open_scenario(asked.scenario or DEFAULT)
    if isinstance(opened, Trouble):
        return fail(opened)
    seats = _seats(opened, asked.players or PERSONA)
    if isinstance(seats, Trouble):
        return fail(seats)
    chunk = min(FEW if _look_ahead(seats) else CHUNK, -(-asked.games // asked.jobs))
    job = Job(opened.source, tuple(seats.items()), asked.seed, asked.games, asked.claims, chunk)
    began = perf_counter()
    share = _played(job, asked.jobs)
    verdicts = _verdicts(job, share)
    found = _found(opened, asked, seats, share.tally, verdicts) | {"seconds": perf_counter() - began}
    if asked.json is not None and (trouble := write_json(found, asked.json)):
        return fail(trouble)
    if asked.json != STDOUT:
        say(*study_told(found, opened.book))
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


def _seats(opened: Opened, player: str) -> Seats | Trouble:
    """Return who fills the seats of a study: one player for all, or a list by side."""
    everywhere = PERSONA if "=" in player else player
    seats = seated(opened.book, _each(player), everywhere)
    if not isinstance(seats, Trouble) and HUMAN in seats.values():
        return Trouble(Kind.SEAT, "a study is played by computer players in all seats.")
    return seats


def _look_ahead(seats: Seats) -> bool:
    """Return whether anybody plays who takes long over a sheet."""
    return not EFFORTS.keys().isdisjoint(seats.values())


def _each(player: str) -> dict[str, str]:
    """Return the seats that a list such as 'washington=persona:reciprocal,seoul=persona' names."""
    parts = [part.partition("=") for part in player.split(",") if "=" in part]
    return {side.strip(): name.strip() for side, _sign, name in parts}


def _found(
    opened: Opened, asked: Asked, seats: Seats, tally: Tally, verdicts: list[Verdict]
) -> dict[str, Any]:
    """Return the figures of a study."""
    return {
        "scenario": {"id": opened.book.scenario.id, "digest": opened.digest},
        "games": tally.games,
        "seed": asked.seed,
        "players": dict(seats),
        **(figures(tally, opened.book) if tally.games else {}),
        "claims": claims_told(verdicts),
        "decisions": tally.months * len(opened.book.index.sides),
    }


def _verdicts(job: Job, share: Share) -> list[Verdict]:
    """Return what became of the claims, none where none was tested."""
    trial = prepared(job).trial
    if trial is None or not share.counted:
        return []
    return [verdict(proof, counted) for proof, counted in zip(trial.proofs, share.counted, strict=True)]


def _played(job: Job, processes: int) -> Share:
    """Return what the games came to, with a bar on the terminal while they are played."""
    total = Share(Tally())
    console = Console(stderr=True)
    words = TextColumn("{task.description}")
    with Progress(words, BarColumn(), TimeRemainingColumn(), console=console, transient=True) as progress:
        task = progress.add_task(f"{job.games:,} games", total=job.games)
        try:
            for share in shares(job, processes):
                total = total.plus(share)
                progress.update(task, completed=total.tally.games)
        except KeyboardInterrupt:
            console.print(f"Stopped after {total.tally.games:,} of {job.games:,} games.")
    return total
