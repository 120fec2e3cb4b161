"""Every scenario on the shelf, played by temperaments: no foregone ending, points to win, claims that hold.

A usual run plays a sample of the games and asks only that the intervals leave room for what the whole proves.
"""

from functools import cache

import numpy as np
import pytest

from game.players.roster import PERSONA, hire
from game.rules.endings import returns
from game.study.batch import BatchSetting, months_of, seeds_of
from game.study.claims import ClaimStanding, count, trial_of, verdict
from game.study.interval import share
from game.study.tally import Tally
from tests.scenario.shipped import SHIPPED, STORIES, book
from tests.study.tallied import tally_games

WHOLE, SAMPLE, FEW = 2000, 200, 80
MOST = 0.95


def setting(name: str) -> BatchSetting:
    """Return temperaments in all seats."""
    rules = book(name)
    players = {side: hire(PERSONA, rules, side) for side in rules.index.sides}
    return BatchSetting(rules, {side: player for side, player in players.items() if player is not None})


@cache
def tally(name: str, games: int) -> Tally:
    """Return what came of the first games of study 1."""
    return tally_games(setting(name), 1, 0, games)


@pytest.mark.parametrize("name", SHIPPED)
def test_no_ending_is_foregone(name: str, whole: bool) -> None:
    found = tally(name, WHOLE if whole else SAMPLE)

    assert share(int(found.endings.max()), found.games).low <= MOST
    assert found.endings.sum() == found.games


@pytest.mark.parametrize("name", SHIPPED)
def test_11_4_every_side_scores_and_how_much_is_open(name: str) -> None:
    rules = book(name)
    *_, last = months_of(setting(name), seeds_of(1, 0, SAMPLE))
    points = returns(rules.goals, rules.endings, last, len(rules.index.sides)) / 100

    assert (points > 0).mean(axis=1).min() > 0.5
    assert np.std(points, axis=1).min() > (3 if name in STORIES else 1)


@pytest.mark.parametrize("name", SHIPPED)
def test_its_own_claims_hold_or_are_said_to_miss(name: str, whole: bool) -> None:
    rules = book(name)
    trial = trial_of(rules, dict.fromkeys(rules.index.sides, PERSONA))
    sums = count(trial, seeds_of(1, 0, WHOLE if whole else FEW))
    verdicts = [verdict(proof, counted) for proof, counted in zip(trial.proofs, sums, strict=True)]

    told = [v for v in verdicts if not v.proof.test.missed]
    if whole:
        assert [v.id for v in told if v.word in (ClaimStanding.OPEN, ClaimStanding.FAILS)] == []
    for v in told:
        bounds = v.proof.expect
        assert bounds.at_least is None or v.found.high >= bounds.at_least, v.id
        assert bounds.at_most is None or v.found.low <= bounds.at_most, v.id
