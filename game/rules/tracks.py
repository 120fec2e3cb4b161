"""The tracks of a scenario, compiled: their names, their ranges, and who may read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model.scenario import Scenario
from game.model.seen import readers


@dataclass(frozen=True)
class Tracks:
    """The names and ranges of all tracks, and who may read them."""

    low: NDArray[np.int8]
    """Lowest readings, shape (tracks, 1)."""

    high: NDArray[np.int8]
    """Highest readings, shape (tracks, 1)."""

    names: tuple[str, ...]
    """Names of the tracks, row by row."""

    readers: Mapping[str, tuple[str, ...]]
    """The sides that may read each track."""

    sides: tuple[str, ...]
    """All sides."""

    sums: type[np.signedinteger[Any]] = np.int64
    """The narrowest whole numbers that hold a reading and all moves of a phase (`game.rules.sums`)."""


def compile_tracks(scenario: Scenario) -> Tracks:
    """Return the tracks of a *scenario*, row by row."""
    tracks = scenario.tracks
    return Tracks(
        low=np.array([[t.range[0]] for t in tracks.values()], dtype=np.int8),
        high=np.array([[t.range[1]] for t in tracks.values()], dtype=np.int8),
        names=tuple(tracks),
        readers={name: readers(name, track, scenario) for name, track in tracks.items()},
        sides=tuple(scenario.sides),
    )
