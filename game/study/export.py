"""Keeping tables of a study: saves of the most typical and the most surprising, which open as games."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from game.match.journal import journal_of
from game.match.loading import open_match
from game.match.match import Match
from game.match.savefile import keep as keep_save
from game.match.saves import SUFFIX
from game.match.trouble import Trouble
from game.study.batch import seeds_of
from game.study.csv_table import Traits, ranked
from game.study.jobs import Job

KEEPS = ("typical", "surprising", "both")
"""What can be kept besides the most typical table of an ending."""

EACH = 3
"""Tables of each sort that are kept."""


def kept_tables(what: str, traits: Traits, endings: dict[str, int]) -> Iterator[tuple[str, int]]:
    """Yield the sort and the number of every table to keep."""
    order = list(ranked(traits))
    if what in endings:
        of_it = set(np.flatnonzero(traits[0] == endings[what]).tolist())
        yield from ((what, table) for table in [t for t in order if t in of_it][:EACH])
        return
    if what in ("typical", "both"):
        yield from (("typical", table) for table in order[:EACH])
    if what in ("surprising", "both"):
        yield from (("surprising", table) for table in order[::-1][:EACH])


def keep_tables(job: Job, what: str, traits: Traits, folder: Path) -> list[Path] | Trouble:
    """Play the tables to keep again as single games and write their saves into *folder*."""
    paths = []
    match = open_match(job.source, 0, dict(job.seats))
    if isinstance(match, Trouble):
        return match
    endings = {close.id: close.row for close in match.book.endings}
    for sort, table in kept_tables(what, traits, endings):
        seed = int(seeds_of(job.study, table, 1)[0])
        game = open_match(job.source, seed, dict(job.seats))
        if isinstance(game, Trouble):
            return game
        path = folder / f"{game.book.scenario.id}-{job.study}-{table}-{sort}{SUFFIX}"
        if trouble := keep_save(path, journal_of(_to_the_end(game))):
            return trouble
        paths.append(path)
    return paths


def _to_the_end(match: Match) -> Match:
    while not match.over:
        match = match.adjudicated()
    return match
