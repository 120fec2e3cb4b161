"""Dice: counter-based draws that depend on nothing but what is drawn (§13)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Seeds = NDArray[np.uint64]

Draws = NDArray[np.uint16]
"""Whole numbers from 0 to 65,535."""

WHOLE = 65_536
"""Parts a certainty is divided into."""

LANES = 4
"""Draws that one hash gives."""

_STEP = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_MONTH = 0xD1B54A32D192ED03
_ALL = 0xFFFFFFFFFFFFFFFF
_S30, _S27, _S31 = np.uint64(30), np.uint64(27), np.uint64(31)


def key(name: str) -> np.uint64:
    """Return the 64-bit key of a named chance, the same on every machine."""
    return np.uint64(int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little"))


def scramble(words: Seeds) -> Seeds:
    """Return 64-bit *words* mixed so that any change of a bit changes about half of the bits."""
    words = words ^ (words >> _S30)
    words *= _FIRST
    words ^= words >> _S27
    words *= _SECOND
    words ^= words >> _S31
    return words


def luck(seeds: Seeds, month: int, chance: np.uint64) -> Seeds:
    """Return one 64-bit word a table for the *chance* with this key in this *month*."""
    turn = (int(chance) + (month + 1) * _MONTH) & _ALL
    return scramble(seeds * _STEP + np.uint64(turn))


def lane(words: Seeds, number: int) -> Draws:
    """Return the draw of lane 0 to 3: a whole number from 0 to 65,535."""
    return (words >> np.uint64(16 * number)).astype(np.uint16)


def among(draws: Draws, count: int) -> NDArray[np.int32]:
    """Return for each draw one of *count* equally likely numbers, from 0."""
    return draws.astype(np.int32) * count // WHOLE


def edges(percents: tuple[int, ...]) -> NDArray[np.int64]:
    """Return where each stretch of *percents* ends, in parts of 65,536."""
    return np.cumsum(percents, dtype=np.int64) * WHOLE // 100


def pick(draws: Draws, ends: NDArray[np.int64]) -> NDArray[np.int8]:
    """Return for each draw the index of the stretch it falls in, given where each ends but the last."""
    return np.searchsorted(ends[:-1], draws, side="right").astype(np.int8)


@dataclass(frozen=True)
class Dice:
    """Luck as the seeds give it, save where a facilitator or a test has fixed it."""

    fixed: Mapping[str, int] = field(default_factory=dict)
    """Lane-0 draws held to a number from 0 to 65,535, by the name of the chance."""

    rest: int | None = None
    """What every other draw of a month is held to; as the seeds give it, if none."""

    @property
    def held(self) -> bool:
        """Return whether any draw is held to a number."""
        return bool(self.fixed) or self.rest is not None

    def draw(self, name: str, words: Seeds, number: int = 0) -> Draws:
        """Return one draw a table, 0 to 65,535, from the lane *number* of the named chance's *words*."""
        held = self.fixed.get(name, self.rest) if number == 0 else self.rest
        return lane(words, number) if held is None else np.full(words.shape, held, dtype=np.uint16)


FAIR = Dice()
"""Dice with nothing fixed."""

NEVER_LUCKY, ALWAYS_LUCKY = Dice(rest=WHOLE - 1), Dice(rest=0)
"""Dice by which no chance below certainty strikes, and by which every chance does."""
