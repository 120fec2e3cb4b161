"""The sweep: assumptions set otherwise, the same luck, and the weightiest first."""

import json
from pathlib import Path

import numpy as np
import pytest

from game import cli
from game.conditions.condition import Condition
from game.match.trouble import Trouble
from game.model.scenario import Scenario
from game.study.assumptions import Assumption, AssumptionKind, assumptions
from game.study.jobs import Job
from game.study.sweep import LevelShift, SweepStep, named, weights
from tests.claims.positions import book

SCENARIO = book().scenario
KNOWN = assumptions(SCENARIO)


def level(name: str, number: int) -> Scenario:
    return KNOWN[name].levels[number].change(SCENARIO)


def test_every_sort_of_assumption_is_found() -> None:
    assert {each.kind for each in KNOWN.values()} == set(AssumptionKind)
    assert all(each.levels for each in KNOWN.values() if each.kind is not AssumptionKind.START)


def test_a_start_moves_by_a_step_and_stays_on_its_track() -> None:
    assert [level("tension", n).tracks["tension"].start for n in (0, 1)] == [3, 5]
    assert [at.says for at in KNOWN["washington.stance"].levels] == ["starts at 1"]


def test_a_price_moves_by_one_and_a_free_card_is_left_out() -> None:
    assert [level("flexibility", n).cards["flexibility"].price["washington.relief_room"] for n in (0, 1)] == [
        2,
        0,
    ]
    assert level("border_fire", 0).cards["border_fire"].when == Condition("false")


def test_a_chance_moves_by_twenty_points_and_stays_a_chance() -> None:
    chance = level("major_act.un_sanctions", 1).redlines["major_act"].answers["un_sanctions"].chance

    assert chance is not None
    assert chance.text == "max(0, min(100, (92) + 20))"


def test_a_habit_is_unlearnt_and_the_others_stay() -> None:
    name = "pyongyang_historical"
    before, after = (s.personas[name].habits for s in (SCENARIO, level(f"{name}.1", 0)))

    assert after == before[1:]


def test_names_are_known_by_themselves_and_by_what_they_begin_with() -> None:
    assert named(SCENARIO, ("tension",), every=False) == ("tension",)
    answers = named(SCENARIO, ("major_act",), every=False)
    assert not isinstance(answers, Trouble)
    assert "major_act.un_sanctions" in answers
    assert isinstance(named(SCENARIO, ("tensoin",), every=False), Trouble)


def weighed(*moved: tuple[str, list[int]]) -> list[tuple[str, float]]:
    """Return the assumptions and their swings, given the games that end so as each is set."""
    job = Job("deadlock-2020", (), 0, 4, claims=False)
    base = (SweepStep(0, 0, 4), np.array([1, 1, 1, 0], dtype=np.bool_))
    levels = [(SweepStep(0, 0, 4, name, 0), np.array(flags, dtype=np.bool_)) for name, flags in moved]
    return [(each.assumption.id, each.swing) for each in weights(job, [base, *levels])]


def test_the_assumption_that_moves_the_verdict_further_comes_first() -> None:
    found = weighed(("tension", [1, 1, 1, 0]), ("sanctions", [0, 0, 1, 0]), ("aid", [1, 1, 1, 1]))

    assert found == [("sanctions", 0.5), ("aid", 0.25), ("tension", 0.0)]


def test_what_is_asked_for_is_set_otherwise_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["study", "--games", "300", "--seed", "2", "--vary", "home"]

    assert cli.run([*asked, "--json", "-"]) == 0
    found = json.loads(capsys.readouterr().out)["sensitivity"]
    assert found["verdict"] == "deadlock"
    assert {each["id"] for each in found["factors"]} == {"home.washington", "home.pyongyang"}
    less = found["factors"][0]["levels"][0]
    assert less["low"] <= less["change"] <= less["high"] < 0


def test_a_swing_reaches_from_one_extreme_to_the_other_and_over_nothing() -> None:
    from game.study.interval import Estimate
    from game.study.sweep import AssumptionWeight

    def at(change: float) -> LevelShift:
        return LevelShift("", 0.5 + change, Estimate(change, change, change))

    none = Assumption("x", AssumptionKind.START, "", ())
    assert AssumptionWeight(none, 1, (at(-0.1), at(0.2))).swing == pytest.approx(0.3)
    assert AssumptionWeight(none, 1, (at(0.1), at(0.2))).swing == pytest.approx(0.2)


def test_the_page_stands_alone_and_tells_everything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "study.html"
    asked = ["--games", "100", "--vary", "washington.stance", "--record", "--html", str(page)]

    assert cli.run(["study", *asked]) == 0
    told = capsys.readouterr().out
    html = page.read_text(encoding="utf-8")
    for part in ("How it ends", "Tension, month by month", "Redlines crossed", "Cards", "Balance by side"):
        assert part in html
    assert "What the verdict hangs on" in html
    assert "Beside the record" in html
    assert not [word for word in ("http://", "https://", "<script", "src=", "@import") if word in html]
    assert max(map(len, told.splitlines())) <= 80
