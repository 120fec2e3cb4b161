"""What `simmer study` is asked for, and whether it can be done."""

import os
from dataclasses import dataclass
from pathlib import Path

from game.match.loading import Opened
from game.match.seats import HUMAN, Seats, seated
from game.match.trouble import Kind, Trouble
from game.players.roster import PERSONA, effort_of
from game.study.batch import CHUNK
from game.study.keep import KEEPS
from game.study.work import Job

FEW = 250
"""Tables of a chunk where somebody looks ahead, so that the bar moves and processes share the work."""

MANY = 20_000
"""Games of temperaments from which on all processors are put to work unless told otherwise."""


@dataclass(frozen=True)
class Asked:
    """What `simmer study` was asked for."""

    scenario: str | None
    games: int
    seed: int
    players: str | None = None
    claims: bool = False
    jobs: int | None = None
    json: str | None = None
    vary: tuple[str, ...] = ()
    assumptions: bool = False
    record: bool = False
    html: Path | None = None
    csv: Path | None = None
    keep: str | None = None
    chunk: int | None = None


def job_of(asked: Asked, opened: Opened) -> Job | Trouble:
    """Return the work that was asked for, or why it cannot be done."""
    seats = _seats(opened, asked.players or PERSONA)
    if isinstance(seats, Trouble):
        return seats
    if asked.keep is not None and asked.keep not in (*KEEPS, *opened.book.scenario.endings):
        known = ", ".join((*KEEPS, *opened.book.scenario.endings))
        return Trouble(Kind.SEAT, f"'{asked.keep}' is nothing that can be kept; name one of {known}.")
    jobs = processes(asked, seats)
    usual = FEW if looks_ahead(seats) else CHUNK
    return Job(
        source=opened.source,
        seats=tuple(seats.items()),
        study=asked.seed,
        games=asked.games,
        claims=asked.claims,
        chunk=asked.chunk or min(usual, -(-asked.games // jobs)),
        rows=asked.csv is not None,
        traits=asked.keep is not None,
    )


def processes(asked: Asked, seats: Seats) -> int:
    """Return how many processes share the work: as asked, else all where there is much of it."""
    much = looks_ahead(seats) or asked.games >= MANY or asked.assumptions
    return asked.jobs or ((os.cpu_count() or 1) if much else 1)


def looks_ahead(seats: Seats) -> bool:
    """Return whether anybody plays who takes long over a sheet."""
    return any(effort_of(name) is not None for name in seats.values())


def _seats(opened: Opened, player: str) -> Seats | Trouble:
    """Return who fills the seats of a study: one player for all, or a list by side."""
    everywhere = PERSONA if "=" in player else player
    seats = seated(opened.book, _each(player), everywhere)
    if not isinstance(seats, Trouble) and HUMAN in seats.values():
        return Trouble(Kind.SEAT, "a study is played by computer players in all seats.")
    return seats


def _each(player: str) -> dict[str, str]:
    """Return the seats that a list such as 'washington=persona:reciprocal,seoul=persona' names."""
    parts = [part.partition("=") for part in player.split(",") if "=" in part]
    return {side.strip(): name.strip() for side, _sign, name in parts}
