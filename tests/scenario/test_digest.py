"""The digest of a scenario."""

import pytest

from game.located.piece import read_text
from game.scenario.digest import canonical, digest
from game.scenario.reader import read_scenario_text
from tests.scenario.sample import CRISIS, Crisis
from tests.scenario.small import SMALL_TEXT, with_slip


def digest_of(source: str) -> str:
    crisis, findings = read_text(source, Crisis)
    assert crisis is not None, findings
    return digest(crisis)


def test_a_digest_is_the_same_everywhere_and_always() -> None:
    assert digest_of(CRISIS) == "7d000d3b4e3f4c59dd68ea23633739c34ca1a0614773cdfdce1f11756dae0ac9"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("# A crisis no larger", "# Another remark", id="a remark"),
        pytest.param("  arsenal: 3 ", "  arsenal: {start: 3} ", id="the long way of writing"),
        pytest.param("range: [0, 10]", "range: [  0,10]", id="layout"),
        pytest.param("title: Fuel", "title: 'Fuel'", id="quotes"),
        pytest.param("chance: 1,", "snapback: false,", id="a default written out or left out"),
    ],
)
def test_the_way_of_writing_counts_for_nothing(old: str, new: str) -> None:
    assert digest_of(CRISIS.replace(old, new)) == digest_of(CRISIS)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("limit: 3", "limit: 2"),
        ("title: Fuel", "title: Oil"),
        ("tension >= 10", "tension >= 9"),
        ("  washington: Washington\n  pyongyang: 평양\n", "  pyongyang: 평양\n  washington: Washington\n"),
        ("[shelling, icbm_test]", "[icbm_test, shelling]"),
    ],
)
def test_a_change_of_substance_or_order_changes_the_digest(old: str, new: str) -> None:
    assert CRISIS.count(old) == 1
    assert digest_of(CRISIS.replace(old, new)) != digest_of(CRISIS)


def test_defaults_are_left_out_so_that_new_fields_leave_old_digests_alone() -> None:
    crisis, _ = read_text(CRISIS, Crisis)
    assert crisis is not None

    assert canonical(crisis.tracks["arsenal"]) == {"start": 3}


def test_conditions_are_digested_as_they_are_written() -> None:
    digests = {
        read_scenario_digest(source)
        for source in (SMALL_TEXT, with_slip("heat <= 6", "heat <= 7"), with_slip("heat <= 6", "heat<=6"))
    }

    assert len(digests) == 3
    assert all(len(each) == 64 for each in digests)


def read_scenario_digest(source: str) -> str:
    scenario, _ = read_scenario_text(source)
    assert scenario is not None
    return digest(scenario)
