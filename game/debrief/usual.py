"""The usual: how a track and the scores go where computer players fill every seat."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.players.player import sheets_for
from game.players.roster import PERSONA, hire
from game.rules.adjudicate import adjudicate
from game.rules.dice import key, scramble
from game.rules.endings import HUNDREDTHS
from game.rules.rulebook import Rulebook
from game.rules.setup import set_up

GAMES = 400
"""Games that are played; their luck is the same whoever asks."""

OUTER = (10, 90)
"""The hundredths between which eight games in ten lie."""


@dataclass(frozen=True)
class Usual:
    """What comes of a scenario when nobody plays."""

    games: int
    low: tuple[float, ...]
    """The reading below which one game in ten lies as each month opens, its news read, and at the end."""

    high: tuple[float, ...]
    """The reading above which one in ten lies."""

    par: Mapping[str, float]
    """The mean score of every side."""


def usual(book: Rulebook, track: str) -> Usual:
    """Return how *track* and the scores go in games of computer players."""
    players = {side: player for side in book.index.sides if (player := hire(PERSONA, book, side))}
    seeds = scramble(np.arange(GAMES, dtype=np.uint64) ^ key("usual"))
    tables = set_up(book, [int(seed) for seed in seeds])
    row = book.index.tracks[track]
    courses = [tables.readings[row].copy()]
    while tables.month <= book.months:
        tables = adjudicate(book, tables, sheets_for(book, players, tables))
        courses.append(tables.readings[row].copy())
    low, high = np.percentile(np.stack(courses), OUTER, axis=1)
    means = book.returns(tables).mean(axis=1) / HUNDREDTHS
    return Usual(
        games=GAMES,
        low=tuple(low.tolist()),
        high=tuple(high.tolist()),
        par=dict(zip(book.index.sides, means.tolist(), strict=True)),
    )
