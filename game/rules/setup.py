"""Setting up: tables before the first month, its news already read."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from game.rules.dice import FAIR, Dice, Seeds, among, key, lane, luck
from game.rules.ledger import SILENT, Ledger, Phase
from game.rules.news import read_news
from game.rules.rulebook import Rulebook
from game.rules.tables import NEVER, WEARS_FOR, Tables


def set_up(
    book: Rulebook,
    seeds: Sequence[int] | Seeds,
    starts: Mapping[str, int] | None = None,
    dice: Dice = FAIR,
    ledger: Ledger = SILENT,
) -> Tables:
    """Return one table for each of *seeds*, the first month's news read.

    *starts* replaces the starts of some tracks; a reading outside its range is a ValueError.
    """
    tables = blank(book, np.asarray(seeds, dtype=np.uint64), starts or {})
    board = book.open(tables, dice, ledger)
    read_news(book.news.get(1, ()), book.deal, board)
    board.settle(Phase.NEWS)
    return board.close(1)


def start_readings(book: Rulebook, starts: Mapping[str, int]) -> NDArray[np.int8]:
    """Return the readings before the first month, shape (tracks,)."""
    readings = np.array([track.start for track in book.scenario.tracks.values()], dtype=np.int8)
    for track, start in starts.items():
        low, high = book.scenario.tracks[track].range
        if not low <= start <= high:
            raise ValueError(f"{track} cannot start at {start}: its range is {low} to {high}")
        readings[book.index.tracks[track]] = start
    return readings


def blank(book: Rulebook, seeds: NDArray[np.uint64], starts: Mapping[str, int]) -> Tables:
    """Return one table a seed as it stands before anything has happened, not even its first news."""
    n = seeds.size
    index = book.index
    answers = sum(len(line.coming) for line in book.lines)
    sides, slots = len(index.sides), len(index.slots)
    return Tables(
        month=1,
        seeds=seeds,
        readings=np.repeat(start_readings(book, starts)[:, None], n, axis=1),
        live=np.ones(n, dtype=np.bool_),
        ending=np.full(n, -1, dtype=np.int8),
        last=np.full((len(index.cards), n), NEVER, dtype=np.int8),
        uses=np.zeros((len(index.cards), n), dtype=np.int8),
        recent=np.zeros((WEARS_FOR, sides, slots, n), dtype=np.uint8),
        crossed=np.full((len(book.lines), n), NEVER, dtype=np.int8),
        past=np.zeros((len(book.lines), n), dtype=np.bool_),
        owed=np.zeros((len(book.lines), n), dtype=np.bool_),
        declared=_declared(book, n),
        limits=_limits(book, seeds),
        due=np.zeros((answers, n), dtype=np.uint8),
        cases=np.zeros((len(book.cases), n), dtype=np.int8),
        pinned=np.full((len(book.cases), n), NEVER, dtype=np.int8),
        offers=np.full((2, n), -1, dtype=np.int16),
        terms=np.full(n, -1, dtype=np.int16),
        signed=np.zeros(n, dtype=np.int8),
        branch=np.zeros((len(index.events), n), dtype=np.int8),
        secrets=_secrets(book, seeds),
    )


def _declared(book: Rulebook, n: int) -> NDArray[np.bool_]:
    declared = [line.declared for line in book.scenario.redlines.values()]
    return np.repeat(np.array(declared, dtype=np.bool_)[:, None], n, axis=1)


def _limits(book: Rulebook, seeds: NDArray[np.uint64]) -> NDArray[np.int8]:
    """Return the limit each line watches, drawn where a line leaves a choice (§6.1)."""
    limits = np.zeros((len(book.lines), seeds.size), dtype=np.int8)
    for row, (name, line) in enumerate(book.scenario.redlines.items()):
        if line.limit is not None:
            choices = np.array(line.limit.above, dtype=np.int8)
            limits[row] = choices[_drawn(f"redline.{name}.limit", len(choices), seeds)]
    return limits


def _secrets(book: Rulebook, seeds: NDArray[np.uint64]) -> NDArray[np.int8]:
    """Return which of its secret goals each side has drawn, -1 where it has none (§11.4)."""
    secrets = np.full((len(book.index.sides), seeds.size), -1, dtype=np.int8)
    for row, (name, side) in enumerate(book.scenario.sides.items()):
        count = sum(goal.secret for goal in side.goals.values())
        if count:
            secrets[row] = _drawn(f"side.{name}.secret", count, seeds)
    return secrets


def _drawn(name: str, count: int, seeds: NDArray[np.uint64]) -> NDArray[np.int32]:
    """Return one of *count* choices a table, each as likely."""
    return among(lane(luck(seeds, 0, key(name)), 0), count)
