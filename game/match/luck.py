"""Luck: the seed of a new game, the fork at which it goes on with another (§13), and what was brought in."""

from dataclasses import dataclass
from secrets import randbits
from typing import Annotated

from pydantic import Field

BITS = 64
"""Bits of a seed nobody named: too many for anybody to try them all from what a seat sees."""

Seed = Annotated[int, Field(ge=0, lt=2**BITS)]
"""What all luck follows from."""


@dataclass(frozen=True)
class Fork:
    """Where a game that people play went on apart from them, with luck of its own."""

    month: Annotated[int, Field(ge=1)]
    """The month that was open, from 1."""

    seed: Seed
    """What luck follows from since, and all that was drawn anew."""

    stay: tuple[str, ...]
    """The sides whose people went along, and still know what they knew."""


@dataclass(frozen=True)
class Injected:
    """Where whoever leads the game brought something in."""

    month: Annotated[int, Field(ge=1)]
    """The month that was open, from 1."""

    id: Annotated[str, Field(min_length=1, max_length=200)]
    """The scenario's name for it."""


def drawn_seed() -> int:
    """Return a seed for a game whose seed nobody named."""
    return randbits(BITS)
