"""Worlds in which cards are forced and forbidden in some months, and so often (§15)."""

import numpy as np
import pytest

from game.model.claim import Claim, World
from game.players.roster import PERSONA
from game.rules.rulebook import compile_rulebook
from game.study.batch import months_of, seeds_of
from game.study.claims import ClaimStanding, count, trial_of, verdict
from game.study.counterfactuals import setting_in
from tests.claims.positions import book
from tests.study.otherwise import changed

EVERYBODY = dict.fromkeys(book().index.sides, PERSONA)


def uses(asked: dict[str, object], name: str) -> np.ndarray:
    """Return how often a card or class has been played after every month, shape (months + 1, 60)."""
    setting = setting_in(World.model_validate(asked), book(), EVERYBODY)
    rows = list(setting.book.index.card_rows(name))
    return np.array([tables.uses[rows].sum(axis=0) for tables in months_of(setting, seeds_of(1, 0, 60))])


def test_a_flight_is_forced_once_and_from_a_month_on_and_none_is_flown_before_or_after() -> None:
    """February 2021 is the tenth month; two more are played than the scenario has."""
    flown = uses(
        {
            "months": 14,
            "force": {"icbm_test": {"from": "2021-02", "times": 1}},
            "forbid": {"major": [{"until": "2021-01"}, {"times": 1}]},
        },
        "major",
    )

    assert len(flown) == 1 + 14
    assert (flown[9] == 0).all()
    assert (flown[10] == 1).mean() > 0.9
    assert flown[-1].max() == 1


def test_a_card_forbidden_up_to_a_month_may_be_played_from_the_next() -> None:
    small = uses({"forbid": {"low": {"until": "2020-08"}}}, "low")

    assert (small[4] == 0).all()
    assert (small[5] > 0).any()


def test_a_list_forbids_and_forces_in_all_months() -> None:
    assert uses({"forbid": ["low"]}, "low").max() == 0
    assert uses({"force": ["border_fire"]}, "border_fire")[-1].min() > uses({}, "border_fire")[-1].mean()


@pytest.mark.parametrize(
    ("opportunity", "expect", "word", "able"),
    [
        pytest.param("month > 1", {"at_least": 0}, ClaimStanding.HOLDS, 1.0, id="it came up in every game"),
        pytest.param("month > 40", {"at_least": 0}, ClaimStanding.IDLE, 0.0, id="it never came up"),
        pytest.param("month > 40", {"at_least": 1}, ClaimStanding.FAILS, 0.0, id="a failure is no excuse"),
        pytest.param(None, {"at_least": 0}, ClaimStanding.HOLDS, None, id="it is about every game"),
    ],
)
def test_a_claim_about_what_hardly_comes_up_is_idle(
    opportunity: str | None, expect: dict[str, float], word: ClaimStanding, able: float | None
) -> None:
    asked = {"says": "It boils.", "measure": {"ever": "tension >= 10"}, "expect": expect}
    claim = Claim.model_validate(asked | ({} if opportunity is None else {"opportunity": opportunity}))
    trial = trial_of(compile_rulebook(changed(claims={"C1": claim})), EVERYBODY)

    found = verdict(trial.proofs[0], count(trial, seeds_of(1, 0, 60))[0])

    assert (found.word, found.opportunity) == (word, able)
