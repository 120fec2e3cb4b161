"""Conditional logit: what pulls towards each choice beside what it is reckoned to be worth.

A choice is the likelier the higher its worth times *trust* plus its pulls; both are found by maximum
likelihood from choices that were watched.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

STEPS = 150
"""Steps of the ascent; twice as many tell no more of choices that were not watched (measured)."""

PACE, TRUST_PACE = 0.05, 0.02
"""How far one step goes at most, for a pull and for the logarithm of trust."""

MEMORY, SPREAD = 0.9, 0.99
"""Shares of a slope and of its square that are carried from step to step (the Adam rule)."""

LEAST_TRUST = 0.1
"""Worth is never trusted less than this, since the choices not watched have nothing else to go by."""

Pulls = NDArray[np.float64]
"""What one whole of a feature adds to a choice, shape (choices, features)."""


@dataclass(frozen=True)
class Cases:
    """Choices that were watched."""

    worth: NDArray[np.float64]
    """What each choice is reckoned to be worth, one being e times as likely; shape (choices, cases)."""

    legal: NDArray[np.bool_]
    """Which choices were open, shape (choices, cases)."""

    features: NDArray[np.float64]
    """What pulls may hang on, each about 0 to 1; shape (features, cases)."""

    made: NDArray[np.intp]
    """The choice made, shape (cases,)."""


def joined(parts: Sequence[Cases]) -> Cases:
    """Return all cases of *parts*, of the same choices and features, in one."""
    columns = ([getattr(part, each.name) for part in parts] for each in fields(Cases))
    return Cases(*(np.concatenate(column, axis=-1) for column in columns))


@dataclass(frozen=True)
class Logit:
    """What explains choices best."""

    pulls: Pulls
    """What each feature adds to each choice."""

    trust: float
    """What reckoned worth is multiplied by; below 1 where choices hang on it less than was thought."""

    def chances(self, cases: Cases) -> NDArray[np.float64]:
        """Return how likely each choice is, shape (choices, cases)."""
        score = np.where(cases.legal, cases.worth * self.trust + self.pulls @ cases.features, -np.inf)
        odds = np.exp(score - score.max(axis=0))
        return np.asarray(odds / odds.sum(axis=0))


def fitted(cases: Cases) -> Logit:
    """Return the logit under which the choices in *cases* are likeliest, pulls held small where few tell."""
    count = max(1, cases.made.size)
    made = np.zeros(cases.worth.shape)
    made[cases.made, np.arange(cases.made.size)] = 1
    worth = np.where(cases.legal, cases.worth, 0)
    found = np.zeros((len(worth), len(cases.features)))
    trust = np.zeros(())
    ways = _Way(found.shape), _Way(())
    for _step in range(STEPS):
        logit = Logit(found, max(LEAST_TRUST, float(np.exp(trust))))
        missed = made - logit.chances(cases)
        found = found + PACE * ways[0].on((missed @ cases.features.T - found) / count)
        trust = trust + TRUST_PACE * ways[1].on(np.asarray(np.sum(missed * worth) * logit.trust / count))
    return Logit(found, max(LEAST_TRUST, float(np.exp(trust))))


class _Way:
    """The way up for one array of numbers: slopes smoothed, and measured by their usual size."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        self.slope, self.square, self.steps = np.zeros(shape), np.zeros(shape), 0

    def on(self, slope: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the next step, about 1 where the *slope* keeps its direction."""
        self.steps += 1
        self.slope = MEMORY * self.slope + (1 - MEMORY) * slope
        self.square = SPREAD * self.square + (1 - SPREAD) * slope * slope
        mean = self.slope / (1 - MEMORY**self.steps)
        size = np.sqrt(self.square / (1 - SPREAD**self.steps))
        return np.asarray(mean / (size + 1e-8))
