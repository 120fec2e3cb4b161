"""Claims: played with the same luck, counted in whole numbers, and able to fail (§15)."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import yaml

from game import cli
from game.model.claim import Claim, Compare, Expect, Measure, World
from game.model.condition import Condition, Expression
from game.model.scenario import Scenario
from game.players.roster import PERSONA
from game.rules.rulebook import compile_rulebook
from game.study.batch import seeds_of
from game.study.claims import Counted, Proof, count, trial_of, verdict
from game.study.interval import ratio
from game.study.tally import Tally
from game.study.work import Job, Share, shares
from tests.builders import SMALL
from tests.claims.positions import book

EVERYBODY = dict.fromkeys(book().index.sides, PERSONA)


def proved(scenario: Scenario, claim: str) -> bool:
    """Return whether a claim of *scenario* holds when personas play."""
    alone = scenario.model_copy(update={"claims": {claim: scenario.claims[claim]}})
    trial = trial_of(compile_rulebook(alone), EVERYBODY)
    return verdict(trial.proofs[0], count(trial, seeds_of(1, 0, 2000))[0]).holds


def changed(**parts: object) -> Scenario:
    return book().scenario.model_copy(update=parts)


def without_habit(card: str, persona: str = "pyongyang_historical") -> Scenario:
    """Return the scenario with one temperament's habits about a card gone."""
    personas = dict(book().scenario.personas)
    habits = tuple(h for h in personas[persona].habits if card not in h.cards)
    personas[persona] = personas[persona].model_copy(update={"habits": habits})
    return changed(personas=personas)


def free_at_home() -> Scenario:
    """Return the scenario in which no terms ask anything of a stance."""
    bargain = book().scenario.bargain
    assert bargain is not None
    free = {"asks": Expression(0), "needs": Expression(0)}
    homes = {side: home.model_copy(update=free) for side, home in bargain.homes.items()}
    return changed(bargain=bargain.model_copy(update={"homes": homes}))


def open_doors() -> Scenario:
    """Return the scenario in which homes ask nothing and terms may be tabled at any time."""
    cards = {
        name: card.model_copy(update={"when": None}) if card.slot == "table" else card
        for name, card in book().scenario.cards.items()
    }
    return changed(bargain=free_at_home().bargain, cards=cards)


def unanswered() -> Scenario:
    """Return the scenario in which the world lets every large test pass."""
    lines = dict(book().scenario.redlines)
    lines["major_act"] = lines["major_act"].model_copy(update={"answers": {}})
    lines["satellite_launch"] = lines["satellite_launch"].model_copy(update={"answers": {}})
    return changed(redlines=lines)


def unburdened() -> Scenario:
    """Return the scenario in which no standing rule weighs on anybody, and habits do not either."""
    return changed(upkeep={}, personas=without_habit("low").personas)


def unasked() -> Scenario:
    """Return the scenario in which Pyongyang may table terms without a signal."""
    cards = dict(book().scenario.cards)
    cards["offer_pyongyang"] = cards["offer_pyongyang"].model_copy(update={"when": None})
    return changed(cards=cards)


def started(**readings: int) -> Scenario:
    """Return the scenario from other starts; a double underscore stands for the dot."""
    tracks = dict(book().scenario.tracks)
    for name, start in readings.items():
        track = name.replace("__", ".")
        tracks[track] = tracks[track].model_copy(update={"start": start})
    return changed(tracks=tracks)


@pytest.mark.parametrize(
    ("claim", "otherwise"),
    [
        pytest.param("C16", started(washington__stance=2), id="C16 rests on where both sides start"),
        pytest.param("C26", unanswered(), id="C26 rests on the Council's answer"),
        pytest.param("C28", unanswered(), id="C28 rests on donors who stop paying"),
        pytest.param("C13", unasked(), id="C13 rests on terms that wait for a signal"),
        pytest.param("C39", open_doors(), id="C39 rests on what terms ask at home"),
        pytest.param("C36", without_habit("major"), id="C36 rests on a first impression"),
        pytest.param("C30", unburdened(), id="C30 rests on burdens that ask for an answer"),
    ],
)  # fmt: skip
def test_a_claim_holds_and_falls_with_the_assumption_it_rests_on(claim: str, otherwise: Scenario) -> None:
    assert proved(book().scenario, claim)
    assert not proved(otherwise, claim)


def test_the_figures_are_the_same_whatever_the_chunks_and_processes() -> None:
    job = Job("deadlock-2020", tuple(EVERYBODY.items()), 5, 300, claims=False)

    whole, cut, shared = (
        total(list(shares(each, processes)))
        for each, processes in ((job, 1), (replace(job, chunk=70), 1), (replace(job, chunk=100), 2))
    )

    for name, counts in vars(whole.tally).items():
        assert np.array_equal(counts, getattr(cut.tally, name)), name
        assert np.array_equal(counts, getattr(shared.tally, name)), name


def total(found: list[Share]) -> Share:
    whole = Share(Tally())
    for share in found:
        whole = whole.plus(share)
    return whole


def test_claims_are_counted_the_same_whatever_the_chunks() -> None:
    few = {name: book().scenario.claims[name] for name in ("C9", "C10", "C30", "C36")}
    trial = trial_of(compile_rulebook(changed(claims=few)), EVERYBODY)

    whole = count(trial, seeds_of(1, 0, 200))
    parts = [count(trial, seeds_of(1, first, 50)) for first in range(0, 200, 50)]

    for number, counted in enumerate(whole):
        added = parts[0][number]
        for part in parts[1:]:
            added = added.plus(part[number])
        assert np.array_equal(added.sums, counted.sums)
        assert np.array_equal(added.games, counted.games)
        assert added.apart == counted.apart


def judged(counted: Counted, expect: Expect, **parts: object) -> tuple[float, bool]:
    measure = Measure(ever=Condition("tension >= 5"))
    claim = Claim(says="A claim.", measure=measure, expect=expect).model_copy(update=parts)
    found = verdict(Proof("X", claim, measure, expect, (0,)), counted)
    return found.found.value, found.holds


def sums(*figures: tuple[int, int]) -> Counted:
    """Return sums of hits of games, by world."""
    games = np.array([trials for _hits, trials in figures], dtype=np.int64)
    hits = np.array([hits for hits, _trials in figures], dtype=np.int64)
    return Counted(games, hits, hits, int(hits.sum()))


def test_a_share_is_held_against_its_bounds() -> None:
    assert judged(sums((3, 100)), Expect(at_most=0.05)) == (0.03, True)
    assert judged(sums((6, 100)), Expect(at_most=0.05)) == (0.06, False)


def test_two_worlds_are_compared_by_difference_or_by_ratio() -> None:
    pair = sums((40, 100), (10, 100))

    value, holds = judged(pair, Expect(at_least=0.25), against=World())
    assert value == pytest.approx(0.3)
    assert holds
    value, holds = judged(pair, Expect(at_least=5), against=World(), compare=Compare.RATIO)
    assert 3.5 < value < 4.0
    assert not holds


def test_a_ratio_to_nothing_is_still_a_figure() -> None:
    found = ratio((10, 100), (0, 100))

    assert 5 < found.value < 50
    assert found.low < found.value < found.high


@pytest.mark.parametrize(("bound", "code", "told"), [("at_most", 0, "holds"), ("at_least", 1, "fails")])
def test_a_claim_that_fails_is_an_exit_code_of_one(
    bound: str, code: int, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = {"says": "It boils.", "measure": {"ever": "month > 20"}, "expect": {bound: 0.5}}
    file = tmp_path / "scenario.yaml"
    file.write_text(yaml.safe_dump({**SMALL, "claims": {"C1": claim}}, sort_keys=False), encoding="utf-8")

    assert cli.run(["study", str(file), "--games", "20", "--claims"]) == code
    assert told in capsys.readouterr().out
