"""Names inside conditions (§4.2)."""

import pytest

from game.conditions.syntax import QUESTIONS
from game.lint.conditions import ASKED
from game.lint.names import names_of
from game.model.scenario import Scenario
from game.scenario.reader import read_scenario_text
from tests.builders import SMALL
from tests.lint.kinds import kinds_in
from tests.scenario.small import SMALL_TEXT, with_slip


def test_every_question_of_the_language_says_what_it_may_name() -> None:
    assert set(ASKED) == set(QUESTIONS)


def test_every_kind_of_noun_that_is_referred_to_has_names() -> None:
    names = names_of(Scenario.model_validate(SMALL))

    assert kinds_in(Scenario) | {kind for kinds in ASKED.values() for kind in kinds} <= set(names)


def test_a_scenario_whose_names_all_exist_has_no_finding() -> None:
    scenario, findings = read_scenario_text(SMALL_TEXT)

    assert findings == ()
    assert scenario == Scenario.model_validate(SMALL)


@pytest.mark.parametrize(
    ("old", "new", "at", "said", "meant"),
    [
        pytest.param("heat <= 6", "heta <= 6", "heta", "track 'heta'", "heat", id="a track"),
        pytest.param("heat <= 6", "heat <= 6 - self.x", "self.x", "track 'self.x'", None, id="an own track"),
        pytest.param("offered(west)", "offered(wst)", "wst)", "principal 'wst'", "west", id="a side"),
        pytest.param(
            "offered(west)", "offered(south)", "south)", "principal 'south'", "north", id="no signatory"
        ),
        pytest.param(
            "heat <= 6", "played(majr)", "majr", "card or class 'majr'", "major", id="a card or class"
        ),
        pytest.param("heat <= 6", "not crossed(test)", "test)", "redline 'test'", "tests", id="a line"),
        pytest.param(
            "heat <= 6", "attributed(mine)", "mine)", "deniable card 'mine'", "mines", id="deniable"
        ),
        pytest.param("heat <= 6", "in_force(swop)", "swop", "package 'swop'", "swap", id="a package"),
        pytest.param("heat <= 6", "happened(votes)", "votes", "event 'votes'", "vote", id="an event"),
        pytest.param("relief + 2 * shortfall", "relief + trust", "trust", "term 'trust'", None, id="no term"),
    ],
)
def test_an_unknown_name_is_told_at_its_place_in_the_text(
    old: str, new: str, at: str, said: str, meant: str | None
) -> None:
    source = with_slip(old, new)

    scenario, (finding,) = read_scenario_text(source)

    assert scenario is None
    assert (finding.code, finding.message) == ("X201", f"there is no {said}")
    assert finding.hint == (f"did you mean '{meant}'?" if meant else "")
    assert source.split("\n")[finding.line][finding.column :].startswith(at)


def test_a_kind_or_scale_may_be_asked_about_like_a_card() -> None:
    scenario, findings = read_scenario_text(with_slip("heat <= 6", "played(major) or uses(relief) > 1"))

    assert scenario is not None
    assert findings == ()


def test_a_branch_belongs_to_its_event() -> None:
    known, _ = read_scenario_text(with_slip("heat <= 6", "branch(vote, stays)"))
    _, (finding,) = read_scenario_text(with_slip("heat <= 6", "branch(vote, stay)"))

    assert known is not None
    assert finding.message == "the event 'vote' has no branch 'stay'"


def test_self_stands_for_the_owner_of_a_goal_but_for_nobody_in_an_ending() -> None:
    owned, _ = read_scenario_text(with_slip("west.home >= 5", "self.home >= 5"))
    _, (finding,) = read_scenario_text(with_slip("when: heat >= 8", "when: self.home >= 8"))

    assert owned is not None
    assert finding.message == "there is no track 'self.home'"
