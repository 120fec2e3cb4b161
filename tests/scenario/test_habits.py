"""Slips by habit of other programs: told at their place in plain words, mended where one mend is meant."""

from datetime import date

import pytest

from game.located.meant import date_meant
from game.scenario.reader import read_scenario_text
from tests.scenario.mending import mend_text
from tests.scenario.small import SMALL_TEXT, with_slip

MENDED = [
    ("chance: 92", "chance: 50%", "chance: 50"),
    ("chance: 92", "chance: 0.5", "chance: 50"),
    ("at_once: true", "at_once: yes", "at_once: true"),
    ("start: 2020-05", "start: 2020/5", "start: 2020-05"),
    ("start: 2020-05", "start: 2020-5", "start: 2020-05"),
    ("start: 2020-05", "start: May 2020", "start: 2020-05"),
    ("start: 2020-05", "start: 2020.5", "start: 2020-05"),
    ("month: 2020-07", "month: 1 July 2020", "month: 2020-07-01"),
    ("when: heat > 4", "when: if heat > 4", "when: heat > 4"),
    ("when: heat > 4", "when: heat is 4", "when: heat == 4"),
    ("when: heat > 4", "when: heat ≥ 4 && heat <> 7", "when: heat >= 4 and heat != 7"),
    ("when: heat > 4", "when: heat>4&&!heat>7", "when: heat>4 and not heat>7"),
    ("when: heat > 4", "when: heet => 4", "when: heat >= 4"),
    ("chance: 5 * (heat - 7)", "chance: 10 if heat > 8 else 0", "chance: 10 * (heat > 8)"),
]


@pytest.mark.parametrize(("old", "slip", "mended"), MENDED, ids=[slip for _, slip, _ in MENDED])
def test_a_slip_with_one_mend_is_mended(old: str, slip: str, mended: str) -> None:
    assert mend_text(with_slip(old, slip), "") == with_slip(old, mended)


@pytest.mark.parametrize(
    "text", ["A draft went round, and it was called war.", "One, two, three", 'He said "no", and left']
)
def test_a_comma_in_a_text_inside_braces_is_told_once_and_the_text_put_in_quotes(text: str) -> None:
    source = with_slip("upkeep:\n", f"upkeep:\n  more: {{title: T, why: {text}, when: heat > 3}}\n")
    _, findings = read_scenario_text(source)

    (finding,) = [each for each in findings if each.code == "S113"]
    assert [
        each.code for each in findings if each.code.startswith("S10") and "not known" in each.message
    ] == []
    assert source.split("\n")[finding.line][finding.column :].startswith(text.split(",")[0])
    assert finding.span == len(text)
    escaped = text.replace('"', '\\"')
    assert f'why: "{escaped}", when' in mend_text(source, "")


def test_a_blank_that_is_missing_after_a_colon_inside_braces_is_written() -> None:
    source = with_slip(
        "upkeep:\n", "upkeep:\n  more: {title: T, effects: {heat:+1}, why: W., when: heat > 3}\n"
    )
    _, (finding,) = read_scenario_text(source)

    assert (finding.code, finding.hint) == ("S111", "write 'heat: +1'")
    assert "{heat: +1}" in mend_text(source, "")


def test_turns_that_do_not_fit_are_told_where_they_stand() -> None:
    _, (finding,) = read_scenario_text(with_slip("months: 6", "turns: [2020-05, 2020-06]\nmonths: 6"))

    row = with_slip("months: 6", "turns: [2020-05]").split("\n").index("turns: [2020-05]")
    assert (finding.code, finding.line, finding.column) == ("S109", row, 0)


def test_turns_that_are_years_are_told_how_a_date_is_written() -> None:
    _, findings = read_scenario_text(with_slip("months: 6", "turns: [1962]\nmonths: 1"))

    assert "such as 1962-10 or 1962-10-16" in findings[0].hint


def test_a_key_for_a_picture_leads_to_the_icons() -> None:
    _, (finding,) = read_scenario_text(with_slip("kind: signal", "kind: signal\n    image: x.png"))

    assert finding.hint == "there are no pictures; 'icon' takes the name of one of the icons"


@pytest.mark.parametrize("form", ["%Y/%m", "%B %Y", "%b %Y", "%m/%Y", "%m.%Y", "%Y.%m"])
def test_months_are_understood_in_many_forms(form: str) -> None:
    for month in range(1, 13):
        assert date_meant(date(2031, month, 1).strftime(form)) == f"2031-{month:02}"


@pytest.mark.parametrize("text", ["soon", "2031", "2031/13", "32 May 2031", "4/5/2031", "12 Foo 2031"])
def test_no_date_is_made_of_what_is_none_or_may_be_two(text: str) -> None:
    assert date_meant(text) == ""


def test_the_small_scenario_needs_no_mend() -> None:
    assert mend_text(SMALL_TEXT, "") == SMALL_TEXT
