"""What the map shows: places, names, and the signs of what happened there."""

from __future__ import annotations

from dataclasses import dataclass

from game.presenters.content import Mark


@dataclass(frozen=True)
class Pin:
    """Something that happened at a place."""

    id: str
    mark: Mark
    at: tuple[float, float]
    """Kilometres east and south of 38°N 128°E."""
    label: str
    offset: tuple[int, int] = (34, -34)
    """Where the mark stands beside the place, in pixels."""


@dataclass(frozen=True)
class Town:
    """A place with a name on the map."""

    name: str
    at: tuple[float, float]
    capital: bool = False
    left: bool = False
    """Whether the name stands left of the dot."""


@dataclass(frozen=True)
class MapName:
    """A name written across a land or a sea."""

    text: str
    at: tuple[float, float]
    kind: str = "water"
    """"north", "south", "other" or "water"."""


@dataclass(frozen=True)
class MapContent:
    """The names on a map and what happened where."""

    caption: str = ""
    towns: tuple[Town, ...] = ()
    names: tuple[MapName, ...] = ()
    pins: tuple[Pin, ...] = ()
    north: str = "North Korea"
    south: str = "South Korea"
