"""Tests and teaching notes as a scenario writes them: read, referred to, left out of the digest."""

import pytest

from game.scenario.digest import digest
from game.scenario.reader import read_scenario_text
from tests.scenario.small import SMALL_TEXT

TEST = """tests:
  swapped:
    says: A swap is signed.
    starts: {heat: 2}
    branches: {vote: stays}
    play:
      2020-05: {west: [push, swap], north: mines}
    until: 2020-07
    expect: heat <= 4
    ending: drift
"""
NOTES = """teaching:
  audience: A seminar.
  aims: [To tell a line from a bluff.]
  lesson:
    - {title: Play, minutes: 40, text: Three teams.}
  care: [People died.]
  record:
    - {date: 2020-06-16, text: An office was blown up., cites: [C1]}
"""


def test_tests_and_notes_change_nothing_in_a_game() -> None:
    bare, _ = read_scenario_text(SMALL_TEXT)
    noted, findings = read_scenario_text(SMALL_TEXT + TEST + NOTES.replace(", cites: [C1]", ""))

    assert findings == ()
    assert bare is not None
    assert noted is not None
    assert noted.tests["swapped"].play["2020-05"] == {"west": ("push", "swap"), "north": ("mines",)}
    assert noted.teaching is not None
    assert noted.teaching.lesson[0].minutes == 40
    assert digest(noted) == digest(bare)


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        ("mines", "mimes", "there is no card or package 'mimes'", "did you mean 'mines'?"),
        ("swap]", "swop]", "there is no card or package 'swop'", "did you mean 'swap'?"),
        ("ending: drift", "ending: drft", "there is no ending 'drft'", "did you mean 'drift'?"),
        ("vote: stays", "vote: stay", "the event 'vote' has no branch 'stay'", "did you mean 'stays'?"),
        ("heat <= 4", "heet <= 4", "there is no track 'heet'", "did you mean 'heat'?"),
        ("{heat: 2}", "{heet: 2}", "there is no track 'heet'", "did you mean 'heat'?"),
    ],
)
def test_a_name_that_stands_for_nothing_is_told_at_its_place(
    old: str, new: str, message: str, hint: str
) -> None:
    source = SMALL_TEXT + TEST.replace(old, new)
    _, findings = read_scenario_text(source)
    slip = message.split("'")[-2]

    assert [(each.message, each.hint) for each in findings] == [(message, hint)]
    line = source.splitlines()[findings[0].line]
    assert line[findings[0].column :].startswith(slip)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("play: {2020-05: {}}", "'empty': a test has 'expect' or 'ending'"),
        ("expect: heat >= 1", "'empty': a test has 'play' or 'until'"),
    ],
)
def test_a_test_asks_something_after_some_month(lines: str, message: str) -> None:
    _, findings = read_scenario_text(f"{SMALL_TEXT}tests:\n  empty: {{{lines}}}\n")

    assert [(each.code, each.message) for each in findings] == [("S109", message)]
