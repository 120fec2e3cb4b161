"""Rules: when this holds, and luck allows, these tracks move, for this reason."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.rules.cause import Cause
from game.rules.tables import Flags

Number = Callable[[Any], Any]
"""A compiled expression: from a board, whole numbers, one a table or one for all."""

Holds = Callable[[Any], Flags]
"""A compiled condition: from a board, a truth a table."""


@dataclass(frozen=True)
class Move:
    """How far one track moves."""

    row: int
    """Row of the track."""

    amount: int | Number
    """Steps, or the expression that gives them."""

    reach: int = 0
    """How many steps an expression gives at most, up or down."""

    @property
    def most(self) -> int:
        """Return how far it can go, up or down."""
        return abs(self.amount) if isinstance(self.amount, int) else self.reach


@dataclass(frozen=True)
class Chance:
    """A named chance in percent."""

    name: str
    """The name luck is drawn by; it stays when other rules come or go (§13)."""

    key: np.uint64
    """The name's key."""

    percent: int | Number
    """Percent, or the expression that gives it."""

    lane: int = 0
    """Which of the four draws of the key's word it takes."""

    shared: bool = False
    """Whether other rules draw from the same word, so that it is drawn once for all tables."""


@dataclass(frozen=True)
class Rule:
    """One thing that follows, compiled."""

    cause: Cause
    """The reason."""

    moves: tuple[Move, ...]
    """What moves."""

    holds: Holds | None = None
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

    percent: int | Number | None
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
