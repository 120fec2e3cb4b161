"""Setting up: tables before the first month, its news already read."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rules.dice import FAIR, Dice, Seeds, among, key, lane, luck
from game.rules.ledger import SILENT, Ledger
from game.rules.rulebook import Rulebook
from game.rules.state import STATE
from game.rules.tables import Tables


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
    return book.opening.play(tables, dice=dice, ledger=ledger)[0]


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
    layout = book.layout
    narrow = np.empty((layout.narrow, seeds.size), dtype=np.int8)
    wide = np.empty((layout.wide, seeds.size), dtype=np.int16)
    tables = Tables(1, seeds, layout, narrow, wide)
    given: Mapping[str, NDArray[Any]] = {
        "readings": start_readings(book, starts)[:, None],
        "declared": np.array([[line.declared] for line in book.scenario.redlines.values()]).reshape(-1, 1),
        "limits": _limits(book, seeds),
        "secrets": _secrets(book, seeds),
    }
    for name, array in STATE.items():
        array.put(tables, given[name] if array.start is None else array.start)
    return tables


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
