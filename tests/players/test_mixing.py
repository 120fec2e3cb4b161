"""Regret matching: nobody regrets the average, and where being predictable loses it mixes (§12)."""

import numpy as np
import pytest

from game.players.mixing import SLIP, settled

PENNIES = np.array([[[[1, -1], [-1, 1]]], [[[-1, 1], [1, -1]]]], dtype=float)
PRISONERS = np.array([[[[3, 0], [5, 1]]], [[[3, 5], [0, 1]]]], dtype=float)


def test_matching_pennies_are_mixed_evenly() -> None:
    first, second = settled(PENNIES)

    assert first[0] == pytest.approx([0.5, 0.5], abs=0.03)
    assert second[0] == pytest.approx([0.5, 0.5], abs=0.03)


def test_what_is_always_worse_is_not_laid() -> None:
    for mix in settled(PRISONERS):
        assert mix[0, 1] > 0.98


def test_tables_are_settled_each_by_itself() -> None:
    both = settled(np.concatenate([PENNIES, PRISONERS], axis=1))

    alone = [settled(PENNIES), settled(PRISONERS)]

    for side in (0, 1):
        assert np.array_equal(both[side][:1], alone[0][side])
        assert np.array_equal(both[side][1:], alone[1][side])


def test_of_three_sides_nobody_gains_much_by_another_sheet() -> None:
    # Rock, scissors and paper between two, while a third side is paid for guessing the first.
    beats = np.array([[0, 1, -1], [-1, 0, 1], [1, -1, 0]], dtype=float)
    guess = np.broadcast_to(np.eye(3)[:, None, :], (3, 3, 3))
    first = np.broadcast_to(beats[..., None], (3, 3, 3)) - 0.5 * guess
    pays = np.stack([first, -np.broadcast_to(beats[..., None], (3, 3, 3)), guess])[:, None]

    mixes = [mix[0] for mix in settled(pays)]

    for side in range(3):
        others = [mixes[k] if k != side else np.ones(3) for k in range(3)]
        axes = tuple(k for k in range(3) if k != side)
        weight = np.einsum("a,b,c->abc", *others)
        each = (pays[side, 0] * weight).sum(axis=axes)
        assert each.max() - each @ mixes[side] < 0.1 + SLIP
