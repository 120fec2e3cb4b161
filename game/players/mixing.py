"""Mixing: how often to lay each of several sheets when the others answer in kind, by regret matching."""

import numpy as np
from numpy.typing import NDArray

ROUNDS = 200
"""Rounds of regret matching; the average settles long before."""

SLIP = 0.1
"""Share of months in which a side is taken to lay any of its sheets, so that no answer is counted on."""

Payoffs = NDArray[np.float64]
"""Points by side for every choice of sheets, shape (sides, tables, sheets of the first, of the second …)."""

Mix = NDArray[np.float64]
"""How likely each of a side's sheets is, shape (tables, sheets)."""


def settled(payoffs: Payoffs) -> list[Mix]:
    """Return each side's average mix once nobody regrets: later rounds count for more."""
    tables, counts = payoffs.shape[1], payoffs.shape[2:]
    regrets = [np.zeros((tables, count)) for count in counts]
    total = [np.zeros((tables, count)) for count in counts]
    for turn in range(1, ROUNDS + 1):
        mixes = [_matched(regret) for regret in regrets]
        met = [(1 - SLIP) * mix + SLIP / mix.shape[1] for mix in mixes]
        for side, mix in enumerate(mixes):
            pays = _against(payoffs[side], met, side)
            regret = pays - (mix * pays).sum(axis=1, keepdims=True)
            regrets[side] = np.maximum(regrets[side] + regret, 0)
            total[side] += turn * mix
    return [each / each.sum(axis=1, keepdims=True) for each in total]


def _matched(regret: Mix) -> Mix:
    """Return the mix in proportion to *regret*; an even one where there is none."""
    whole = regret.sum(axis=1, keepdims=True)
    return np.where(whole > 0, regret / np.where(whole > 0, whole, 1), 1 / regret.shape[1])


def _against(payoffs: NDArray[np.float64], mixes: list[Mix], side: int) -> Mix:
    """Return what each sheet of *side* pays against the others' mixes."""
    for other in range(len(mixes) - 1, -1, -1):
        if other != side:
            shape = [1] * payoffs.ndim
            axis = other + 1
            shape[0], shape[axis] = mixes[other].shape
            payoffs = (payoffs * mixes[other].reshape(shape)).sum(axis=axis, keepdims=True)
    return payoffs.reshape(payoffs.shape[0], -1)
