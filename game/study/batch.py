"""Batches: many tables played to the end in lockstep by computer players."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

import numpy as np
from numpy.typing import NDArray

from game.players.player import Player, sheets_for
from game.rules.adjudicate import adjudicate
from game.rules.dice import FAIR, Dice
from game.rules.rulebook import Rulebook
from game.rules.setup import set_up
from game.rules.sheets import Sheets
from game.rules.tables import Tables

CHUNK = 40_000
"""Tables played at once: many, so that calls cost little, and few enough for small memory (measured)."""

SPREAD = 10_000_000
"""Seeds set aside for one study: its table k has the seed study × SPREAD + k."""


@dataclass(frozen=True)
class BatchSetting:
    """How a batch is set up."""

    book: Rulebook
    """The rules."""

    players: Mapping[str, Player]
    """Who fills each side's seat."""

    starts: Mapping[str, int] = field(default_factory=dict)
    """Starts that differ from the scenario's."""

    dice: Dice = FAIR
    """Luck, fixed in places if wanted."""


def seeds_of(study: int, first: int, count: int) -> NDArray[np.uint64]:
    """Return the seeds of *count* tables of a study, from its table *first* on."""
    return np.arange(first, first + count, dtype=np.uint64) + np.uint64(study * SPREAD)


def months_of(
    setting: BatchSetting, seeds: NDArray[np.uint64], play: Callable[[Tables, Sheets], Tables] | None = None
) -> Iterator[Tables]:
    """Yield the tables as set up, and again after every month, to the end; *play* plays one, if given."""
    play = play or partial(adjudicate, setting.book, dice=setting.dice)
    tables = set_up(setting.book, seeds, setting.starts, setting.dice)
    yield tables
    while tables.month <= setting.book.months:
        tables = play(tables, sheets_for(setting.book, setting.players, tables))
        yield tables
