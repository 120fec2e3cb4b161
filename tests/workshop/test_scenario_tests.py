"""Tests of scenarios, played: `simmer test`."""

import json
from pathlib import Path

import pytest

from game import cli
from game.cli.tests import told
from game.scenario.reader import read_scenario_text
from game.scenario.shelf import shipped
from game.workshop.scenario_tests import Tried, try_out
from tests.scenario.small import SMALL_TEXT


def tried(test: str, source: str = SMALL_TEXT) -> Tried:
    """Return what came of one test of the small scenario."""
    scenario, findings = read_scenario_text(f"{source}tests:\n  one: {test}\n")
    assert scenario is not None, findings
    return next(try_out(scenario))


@pytest.mark.parametrize(
    ("test", "faults"),
    [
        pytest.param("{until: 2020-05, expect: heat == 4}", (), id="holds"),
        pytest.param("{until: 2020-05, expect: heat == 5}", ("expected that heat is 5",), id="does not hold"),
        pytest.param("{play: {2020-05: {west: protest}}, expect: heat == 4}", (), id="cools at month's end"),
        pytest.param(
            "{starts: {heat: 3}, play: {2020-05: {west: protest}}, expect: heat == 4}", (), id="starts"
        ),
        pytest.param(
            "{starts: {heat: 30}, until: 2020-05, expect: heat == 4}",
            ("heat cannot start at 30: its range is 0 to 10",),
            id="no such start",
        ),
        pytest.param(
            "{play: {2020-05: {}, 2021-05: {}}, expect: heat == 4}",
            ("2021-05 lies outside the game",),
            id="late",
        ),
        pytest.param(
            "{play: {2020-06: {west: [protest, signal]}}, expect: heat == 4}",
            ("June 2020: west has two orders on the line 'act'",),
            id="two orders on a line",
        ),
        pytest.param(
            "{play: {2020-05: {south: swap}}, expect: heat == 4}",
            ("May 2020: south has no card to table 'swap' with",),
            id="nothing to table terms with",
        ),
        pytest.param("{until: 2020-10, ending: drift}", (), id="an ending"),
        pytest.param(
            "{until: 2020-10, ending: war}",
            ("expected the ending 'war', and the game ended in 'drift'",),
            id="another",
        ),
        pytest.param(
            "{until: 2020-06, ending: war}",
            ("expected the ending 'war', and no ending was reached",),
            id="too early",
        ),
        pytest.param(
            "{until: 2020-07, branches: {vote: goes}, expect: 'branch(vote, goes)'}", (), id="a branch"
        ),
        pytest.param(
            "{until: 2020-07, branches: {vote: stays}, expect: 'branch(vote, stays)'}", (), id="the other"
        ),
    ],
)
def test_what_comes_of_a_test(test: str, faults: tuple[str, ...]) -> None:
    assert tried(test).faults == faults


def test_a_card_that_may_not_be_played_is_a_fault_with_its_reason() -> None:
    found = tried("{starts: {west.home: 1}, play: {2020-05: {west: push}}, expect: heat == 4}")

    assert len(found.faults) == 1
    assert found.faults[0].startswith("May 2020: west cannot order 'push': ")


def test_a_card_of_another_side_is_refused() -> None:
    assert (
        tried("{play: {2020-05: {north: protest}}, expect: heat == 4}")
        .faults[0]
        .startswith("May 2020: north cannot order 'protest': ")
    )


def test_luck_never_always_or_drawn() -> None:
    hot = "starts: {heat: 9}, play: {2020-05: {west: protest}}"
    ends = {luck: tried(f"{{{hot}, luck: {luck}, ending: war}}").holds for luck in ("never", "always")}
    drawn = {tried(f"{{{hot}, luck: drawn, seed: {seed}, ending: war}}").holds for seed in range(60)}

    assert ends == {"never": False, "always": True}
    assert drawn == {False, True}


def test_sheets_after_the_end_are_a_fault() -> None:
    sheets = "{2020-05: {west: protest}, 2020-06: {west: signal}}"
    test = f"{{starts: {{heat: 9}}, luck: always, play: {sheets}, ending: war}}"

    assert tried(test).faults == ("June 2020: the game was over before these sheets",)


def test_packages_are_tabled_and_signed() -> None:
    test = (
        "{starts: {north.stance: 3, west.stance: 3}, expect: in_force(swap),"
        " play: {2020-05: {west: swap}, 2020-06: {north: north_accept}}}"
    )

    assert tried(test).faults == ()


def test_a_failing_test_is_told_month_by_month() -> None:
    test = "{says: It stays cool., starts: {heat: 6}, until: 2020-07, expect: heat >= 9 and arms == 0}"

    assert list(told("small", [tried(test)])) == [
        "FAIL  one: It stays cool.",
        "      expected that heat is at least 9 and arms is 0",
        "                               start   May   Jun   Jul",
        "      heat                         6     5     4     ·",
        "      arms                         0     ·     ·     ·",
        "      trust                        3     ·     2     ·",
        "small: 1 test, 1 failed",
    ]


def test_a_scenario_dated_by_days_is_told_by_days() -> None:
    source = SMALL_TEXT.replace("months: 6\n", "months: 2\nturns: [2020-05-04, 2020-05-18]\n").replace(
        "month: 2020-07", "month: 2020-05-20"
    )
    found = tried("{until: 2020-05-18, expect: heat >= 9}", source)

    assert found.dates == ("2020-05-04", "2020-05-18")
    assert "start  4 May 18 May" in "\n".join(told("small", [found]))


@pytest.mark.parametrize(
    ("tests", "code", "last"),
    [
        ("", 0, "small.yaml: no tests"),
        ("tests: {a: {until: 2020-05, expect: heat == 4}}\n", 0, "small.yaml: 1 test, all hold"),
        ("tests: {a: {until: 2020-05, expect: heat == 5}}\n", 1, "small.yaml: 1 test, 1 failed"),
    ],
)
def test_the_command_says_no_where_a_test_fails(
    tests: str,
    code: int,
    last: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "small.yaml").write_text(SMALL_TEXT + tests, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert cli.run(["test", "small.yaml"]) == code
    assert capsys.readouterr().out.splitlines()[-1] == last


def test_the_command_refuses_what_it_cannot_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text(SMALL_TEXT.replace("months: 6", "moths: 6"), encoding="utf-8")

    assert cli.run(["test", str(tmp_path / "none.yaml")]) == 2
    assert cli.run(["test", str(tmp_path / "broken.yaml")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_the_json_goes_out_alone(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(f"{SMALL_TEXT}tests: {{a: {{until: 2020-06, expect: heat == 5}}}}\n", encoding="utf-8")

    assert cli.run(["test", str(path), "--json", "-"]) == 1
    said = json.loads(capfdbinary.readouterr().out)
    assert said["scenarios"][0]["scenario"] == "small"
    assert said["scenarios"][0]["tests"]["a"]["readings"]["heat"] == [4, 4, 4]
    assert said["scenarios"][0]["tests"]["a"]["holds"] is False


@pytest.mark.parametrize("name", shipped())
def test_the_tests_of_every_shipped_scenario_hold(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["test", name]) == 0, capsys.readouterr().out
    assert capsys.readouterr().out.splitlines()[-1].endswith(("all hold", "no tests"))
