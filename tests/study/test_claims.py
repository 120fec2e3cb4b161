"""Claims: played with the same luck, counted in whole numbers, and able to fail (§15)."""

from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import yaml

from game import cli
from game.conditions.condition import Condition
from game.model.claim import Claim, Compare, Expect, Measure, World
from game.model.scenario import Scenario
from game.players.roster import PERSONA
from game.rules.rulebook import compile_rulebook
from game.study.batch import months_of, seeds_of
from game.study.claims import ClaimStanding, Counted, Proof, count, trial_of, verdict
from game.study.counterfactuals import setting_in
from game.study.interval import ratio
from tests.builders import SMALL
from tests.claims.positions import book
from tests.study.otherwise import (
    Change,
    alarming,
    changed,
    cheap_shifts,
    cheap_turns,
    daring,
    eager_guns,
    forgiven,
    free_at_home,
    idle_arsenal,
    known_at_once,
    only_launches,
    open_doors,
    plain_and_punished,
    ready_north,
    reviewed_always,
    reviewed_openly,
    rewarded,
    shut,
    small_acts_count,
    started,
    strong_broker,
    taken_up,
    turned_in_words,
    unanswered,
    unasked,
    unburdened,
    unlightened,
    unnoticed,
    unsettled,
    weighty_ties,
    welcome,
    without_event,
    without_habit,
)
from tests.study.tallied import tally_games

EVERYBODY = dict.fromkeys(book().index.sides, PERSONA)


def proved(scenario: Scenario, test: str) -> bool:
    """Return whether one test of a claim holds in *scenario* when personas play."""
    claim, _, number = test.partition(".")
    whole = scenario.claims[claim]
    asked = whole if not number else Claim(**dict(whole.also[int(number) - 2]))
    alone = scenario.model_copy(update={"claims": {claim: asked.model_copy(update={"also": ()})}})
    trial = trial_of(compile_rulebook(alone), EVERYBODY)
    return verdict(trial.proofs[0], count(trial, seeds_of(1, 0, 1000))[0]).word is ClaimStanding.HOLDS


CASES = (
    ("C1", "where both sides start", lambda: started(washington__stance=2, pyongyang__stance=2)),
    ("C2", "terms that wait for a signal", unasked),
    ("C2.2", "what terms ask at home", free_at_home),
    ("C4", "works that go on", idle_arsenal),
    ("C8", "a first impression", lambda: without_habit("major")),
    ("C9", "where both sides start", lambda: started(washington__stance=2, pyongyang__stance=2)),
    ("C9.2", "where trust starts", lambda: started(trust=8)),
    ("C10", "what terms ask at home", free_at_home),
    ("C10.2", "signals given and doors used", lambda: without_habit("flexibility", "shift_pyongyang")),
    ("C10.3", "the other side's stance", lambda: started(pyongyang__stance=2)),
    ("C10.4", "the other side's stance", lambda: started(washington__stance=2)),
    ("C11", "what terms ask at home", open_doors),
    ("C12", "what terms ask at home", open_doors),
    ("C13", "terms that wait for a signal", unasked),
    ("C13.2", "where both sides start", lambda: started(washington__stance=2, pyongyang__stance=2)),
    ("C13.3", "a turn of policy that moves what a home allows", turned_in_words),
    ("C15.2", "help that moves no stance", welcome),
    ("C16", "the price of a change of course", cheap_shifts),
    ("C17", "small acts that the public shrugs off", alarming),
    ("C18", "reviews that may end where they began", reviewed_always),
    ("C18.2", "the weight of those who favour pressure", reviewed_openly),
    ("C19", "the world's answers", unanswered),
    ("C20", "the price of a change of course", cheap_shifts),
    ("C17.2", "an alarm that asks for an answer", forgiven),
    ("C21", "reviews that may open", lambda: without_event("new_administration")),
    ("C21.2", "reviews that may open", lambda: without_event("second_term")),
    ("C22", "what terms ask at home", free_at_home),
    ("C23", "hardship that breeds caution", lambda: started(pyongyang__hardship=-1)),
    ("C23.2", "hardship that breeds caution", lambda: started(pyongyang__hardship=-1)),
    ("C23.3", "hardship that breeds caution", lambda: started(pyongyang__hardship=-1)),
    ("C24", "burdens, and cards that lighten them", unlightened),
    ("C25", "a taste for open acts", lambda: without_habit("ambiguous")),
    ("C26", "the Council's answer", unanswered),
    ("C27", "the world's answers, and what a flight stirs up", unnoticed),
    ("C28", "donors who stop paying", unanswered),
    ("C29", "Beijing's displeasure", unanswered),
    ("C30", "burdens that ask for an answer", unburdened),
    ("C30.2", "burdens that ask for an answer", unburdened),
    ("C30.3", "small acts at hand", lambda: shut("low")),
    ("C31", "a line that small acts do not cross", small_acts_count),
    ("C32", "a taste for open acts", lambda: without_habit("ambiguous")),
    ("C33", "proof that takes time, and a reply that pays little", plain_and_punished),
    ("C33.2", "the world's answers", unanswered),
    ("C33.3", "proof that takes time", known_at_once),
    ("C34", "the price of a change of course", cheap_turns),
    ("C36", "a first impression", lambda: without_habit("major")),
    ("C36.2", "the world's answers, and caution in hard times", daring),
    ("C36.3", "the world's answers, and caution in hard times", daring),
    ("C37", "what a test does to Washington's home", rewarded),
    ("C39.2", "what terms ask at home", open_doors),
    ("C41", "a North that is not ready", ready_north),
    ("C42", "what terms ask at home", open_doors),
    ("C43", "what terms ask at home", free_at_home),
    ("C44", "what a test does to Washington's home", rewarded),
    ("C44.2", "reviews that may open", unanswered),
    ("S1", "something to do to Seoul", only_launches),
    ("S7", "help that is mostly refused", taken_up),
    ("S9", "fire that is dear to answer", eager_guns),
    ("S10", "ties that are Seoul's alone", weighty_ties),
    ("S12", "an administration that wants it settled", unsettled),
    ("S16", "a broker who cannot pay", strong_broker),
    ("S16.2", "a broker who cannot pay", strong_broker),
)  # fmt: skip
"""Every test of a claim, what it rests on, and the scenario without that."""


@pytest.mark.parametrize(
    ("test", "otherwise"),
    [pytest.param(test, change, id=f"{test} rests on {on}") for test, on, change in CASES],
)
def test_a_claim_falls_with_the_assumption_it_rests_on(test: str, otherwise: Change) -> None:
    assert not proved(otherwise(), test)


MISSED = {"C15", "C35", "C35.2", "C38"}
"""Tests whose figures fall outside bounds that were fixed in advance."""

IDLE = {"C15.3", "C39"}
"""Tests of what hardly ever comes up."""


def test_every_claim_holds_on_an_assumption_or_is_missed_for_a_reason_or_is_idle() -> None:
    trial = trial_of(book(), EVERYBODY)
    sums = count(trial, seeds_of(1, 0, 1500))
    found = [verdict(proof, counted) for proof, counted in zip(trial.proofs, sums, strict=True)]

    outside = {each.id for each in found if each.word in (ClaimStanding.OPEN, ClaimStanding.FAILS)}
    assert outside <= MISSED
    assert all(each.proof.test.missed for each in found if each.id in MISSED)
    assert {each.id for each in found if each.word is ClaimStanding.IDLE} == IDLE
    assert {each.id for each in found} - MISSED - IDLE == {test for test, _on, _change in CASES}


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
    found = verdict(Proof("X", claim.says, (), claim, measure, expect, (0,)), counted)
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


def test_a_figure_outside_its_bounds_is_open_until_the_interval_lies_outside_too() -> None:
    def stands(hits: int, games: int) -> ClaimStanding:
        measure, expect = Measure(ever=Condition("tension >= 5")), Expect(at_most=0.05)
        claim = Claim(says="A claim.", measure=measure, expect=expect)
        proof = Proof("X", claim.says, (), claim, measure, expect, (0,))
        return verdict(proof, sums((hits, games))).word

    assert stands(3, 100) is ClaimStanding.HOLDS
    assert stands(6, 100) is ClaimStanding.OPEN
    assert stands(600, 10_000) is ClaimStanding.FAILS


@pytest.mark.parametrize("player", [PERSONA, "easy"])
def test_a_forced_card_is_laid_by_whoever_plays_wherever_it_may(player: str) -> None:
    setting = setting_in(World(force=("mines",)), book(), dict.fromkeys(book().index.sides, player))
    free = setting_in(World(), book(), dict.fromkeys(book().index.sides, player))
    row = book().index.cards["mines"]

    forced, chosen = (list(islice(months_of(each, seeds_of(1, 0, 12)), 2))[1] for each in (setting, free))

    assert (forced.uses[row] == 1).all()
    assert not (chosen.uses[row] == 1).all()


def test_a_measure_may_be_a_sides_points() -> None:
    claim = Claim(says="Points.", measure=Measure(points="seoul"), expect=Expect(at_least=0))
    trial = trial_of(compile_rulebook(changed(claims={"C1": claim})), EVERYBODY)
    tallied = tally_games(trial.setting(0), 1, 0, 200)

    found = verdict(trial.proofs[0], count(trial, seeds_of(1, 0, 200))[0]).found

    assert found.value == pytest.approx(tallied.points[book().index.sides["seoul"]] / 100 / 200)
