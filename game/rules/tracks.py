"""The tracks of a scenario, compiled: their names, their ranges, and who may read them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.model.scenario import Scenario
from game.model.track import Show, Track


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


def owner_of(track: str, scenario: Scenario) -> str | None:
    """Return the side a track belongs to, as its name says."""
    side = track.split(".")[0]
    return side if "." in track and side in scenario.sides else None


def readers(name: str, track: Track, scenario: Scenario) -> tuple[str, ...]:
    """Return the sides that may read a track (§2.1)."""
    owner = owner_of(name, scenario)
    if track.show is Show.ALL:
        return tuple(scenario.sides)
    return (owner,) if track.show is Show.OWNER and owner is not None else ()
