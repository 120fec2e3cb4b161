"""Rules: when this holds, and luck allows, these tracks move, for this reason."""

from dataclasses import dataclass

import numpy as np

from game.rules.cause import Cause
from game.rules.formula import Formula
from game.rules.program import Hushed


@dataclass(frozen=True)
class Move:
    """How far one track moves."""

    row: int
    """Row of the track."""

    amount: int | Formula
    """Steps, or the expression that gives them."""


@dataclass(frozen=True)
class Chance:
    """A named chance in percent."""

    name: str
    """The name luck is drawn by; it stays when other rules come or go (§13)."""

    key: np.uint64
    """The name's key."""

    percent: int | Formula
    """Percent, or the expression that gives it."""

    lane: int = 0
    """Which of the four draws of the key's word it takes."""


@dataclass(frozen=True)
class Rule:
    """One thing that follows, compiled."""

    cause: Cause | Hushed
    """The reason."""

    moves: tuple[Move, ...]
    """What moves."""

    holds: Formula | None = None
    """What must hold; always, if none."""

    chance: Chance | None = None
    """The luck it takes; certain, if none."""

    season: frozenset[int] | None = None
    """The only months in which it can hold, where its condition reads the calendar."""


@dataclass(frozen=True)
class Way:
    """One branch of a fork, compiled."""

    id: str
    """Its name in the scenario."""

    cause: Cause
    """The reason."""

    moves: tuple[Move, ...]
    """What moves."""

    percent: int | Formula | None
    """Percent; the way without one takes the rest."""

    leaves: str | None
    """The side that walks out of the agreement in force, if any."""


@dataclass(frozen=True)
class Fork:
    """Several ways one thing can go, of which luck takes one."""

    chance: Chance
    """What the way is drawn by."""

    ways: tuple[Way, ...]
    """The ways, in the scenario's order."""
