"""What a study is asked for, and whether it can be done."""

import os
from dataclasses import dataclass
from pathlib import Path

from game.match.loading import Opened
from game.match.seats import HUMAN, Seats, seated
from game.match.trouble import Trouble, TroubleKind
from game.players.roster import PERSONA, effort_of
from game.study.batch import CHUNK
from game.study.export import KEEPS
from game.study.jobs import Job

FEW = 250
"""Tables of a chunk where somebody looks ahead, so that the bar moves and processes share the work."""

MANY = 20_000
"""Games of temperaments from which on all processors are put to work unless told otherwise."""


@dataclass(frozen=True)
class StudyOptions:
    """What a study is asked for."""

    games: int = 10_000
    """How many games."""

    seed: int = 0
    """The study's number, from which the seeds of its games follow."""

    players: str | None = None
    """One player for all seats, or SIDE=PLAYER,SIDE=PLAYER; the temperaments, if left out."""

    claims: bool = False
    """Whether the scenario's claims are put to the test."""

    jobs: int | None = None
    """Processes that share the work; as many as it deserves, if left out."""

    vary: tuple[str, ...] = ()
    """Names of assumptions to set otherwise."""

    assumptions: bool = False
    """Whether all of them are."""

    record: bool = False
    """Whether the games are set beside what was counted in the world."""

    csv: Path | None = None
    """Where one row a table goes."""

    keep: str | None = None
    """Which tables are kept as saves."""

    chunk: int | None = None
    """Tables played at once, where the usual number will not do."""


def job_of(options: StudyOptions, opened: Opened) -> Job | Trouble:
    """Return the work that was asked for, or why it cannot be done."""
    seats = _seats(opened, options.players or PERSONA)
    if isinstance(seats, Trouble):
        return seats
    if options.keep is not None and options.keep not in (*KEEPS, *opened.book.scenario.endings):
        known = ", ".join((*KEEPS, *opened.book.scenario.endings))
        return Trouble(
            TroubleKind.SEAT, f"'{options.keep}' is nothing that can be kept; name one of {known}."
        )
    jobs = processes(options, seats)
    usual = FEW if looks_ahead(seats) else CHUNK
    return Job(
        source=opened.source,
        seats=tuple(seats.items()),
        study=options.seed,
        games=options.games,
        claims=options.claims,
        chunk=options.chunk or min(usual, -(-options.games // jobs)),
        rows=options.csv is not None,
        traits=options.keep is not None,
    )


def processes(options: StudyOptions, seats: Seats) -> int:
    """Return how many processes share the work: as asked, else all where there is much of it."""
    much = looks_ahead(seats) or options.games >= MANY or options.assumptions
    return options.jobs or ((os.cpu_count() or 1) if much else 1)


def looks_ahead(seats: Seats) -> bool:
    """Return whether anybody plays who takes long over a sheet."""
    return any(effort_of(name) is not None for name in seats.values())


def _seats(opened: Opened, player: str) -> Seats | Trouble:
    """Return who fills the seats of a study: one player for all, or a list by side."""
    everywhere = PERSONA if "=" in player else player
    seats = seated(opened.book, _each(player), everywhere)
    if not isinstance(seats, Trouble) and HUMAN in seats.values():
        return Trouble(TroubleKind.SEAT, "a study is played by computer players in all seats.")
    return seats


def _each(player: str) -> dict[str, str]:
    """Return the seats that a list such as 'washington=persona:reciprocal,seoul=persona' names."""
    parts = [part.partition("=") for part in player.split(",") if "=" in part]
    return {side.strip(): name.strip() for side, _sign, name in parts}
