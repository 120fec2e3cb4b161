"""Conditional logit: known pulls are found again from choices that were watched (§12)."""

import numpy as np
import pytest

from game.players.logit import LEAST_TRUST, Cases, Logit, fitted, joined

PULLS = np.array([[0.0, 0.0], [1.0, -2.0], [-1.0, 1.5]])


def watched(trust: float, count: int = 4_000, pulls: np.ndarray = PULLS) -> Cases:
    """Return choices drawn under known *pulls* and *trust*; the last is open in half of the cases only."""
    dice = np.random.default_rng(5)
    legal = np.ones((3, count), dtype=np.bool_)
    legal[2, ::2] = False
    features = np.stack([np.ones(count), dice.random(count)])
    cases = Cases(dice.normal(size=(3, count)), legal, features, np.zeros(count, dtype=np.intp))
    edges = np.cumsum(Logit(pulls, trust).chances(cases), axis=0)
    made = (dice.random(count) > edges[:-1]).sum(axis=0)
    return Cases(cases.worth, legal, features, made)


@pytest.mark.parametrize("trust", [0.4, 1.0])
def test_pulls_and_trust_are_found_again(trust: float) -> None:
    found = fitted(watched(trust))

    relative = found.pulls - found.pulls[0]  # only differences between choices tell
    assert relative == pytest.approx(PULLS, abs=0.35)
    assert found.trust == pytest.approx(trust, rel=0.15)


def test_what_is_not_legal_is_never_likely() -> None:
    cases = watched(1.0, 200)

    chances = fitted(cases).chances(cases)

    assert (chances[~cases.legal] == 0).all()
    assert chances.sum(axis=0) == pytest.approx(1)


def test_few_choices_pull_little() -> None:
    few, many = (fitted(watched(1.0, count)) for count in (6, 4_000))

    assert np.abs(few.pulls).max() < np.abs(many.pulls).max() + 1
    assert np.isfinite(few.pulls).all()


def test_worth_that_misleads_is_hardly_trusted() -> None:
    assert LEAST_TRUST <= fitted(watched(-1.0)).trust < 0.2


def test_cases_are_joined_in_order() -> None:
    cases = watched(1.0, 50)
    halves = [
        Cases(cases.worth[:, at], cases.legal[:, at], cases.features[:, at], cases.made[at])
        for at in (slice(0, 20), slice(20, 50))
    ]

    assert np.array_equal(joined(halves).made, cases.made)
    assert np.array_equal(joined(halves).worth, cases.worth)
