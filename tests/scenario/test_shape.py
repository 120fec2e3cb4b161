"""The shape of a scenario: complaints at their places, in plain words."""

import pytest

from game.scenario.compose import Loader
from game.scenario.findings import render_all
from game.scenario.piece import read_text
from tests.scenario.loaders import both_loaders
from tests.scenario.sample import CRISIS, GOLDEN, Crisis


def test_a_sound_file_becomes_a_model_without_a_finding() -> None:
    crisis, found = read_text(CRISIS, Crisis)

    assert found == ()
    assert crisis is not None
    assert crisis.tracks["arsenal"].start == 3
    assert crisis.lines["guam"].text == "A missile toward Guam\nwill be shot down.\n"


@pytest.mark.parametrize(
    ("old", "new", "at", "said"),
    [
        pytest.param("title: Border", "titel: Border", "titel", "S101 'titel' is not known in 'shelling'", id="S101"),
        pytest.param("    scale: major\n", "", "icbm_test:", "S102 'icbm_test' has no 'scale'", id="S102 in a block"),
        pytest.param("{text: No fire on our soil, ", "{", "seoul: {", "S102 'seoul' has no 'text'", id="S102 on a line"),
        pytest.param("format: 1\n", "", "title: \"", "S102 the file has no 'format'", id="S102 in the file"),
        pytest.param("kind: relief, ", "", "oil: {", "S102 'oil' has no 'kind'", id="S102 kind"),
        pytest.param("scale: major", "scale: majr", "majr", "S103 'majr' is not a choice for 'scale'", id="S103"),
        pytest.param("kind: relief, ", "kind: releif, ", "releif", "S103 'releif' is not a choice for 'kind'", id="S103 kind"),
        pytest.param("limit: 3", 'limit: "3"', '"3"', "S104 'limit' should be a whole number, not the text '3'", id="S104"),
        pytest.param("limit: 3", "limit: true", "true\n  shelling", "S104 'limit' should be a whole number, not true", id="S104 true"),
        pytest.param("limit: 3", "limit: 3.0", "3.0", "S104 'limit' should be a whole number, not the number 3.0", id="S104 3.0"),
        pytest.param("snapback: true", "snapback: yes", "yes", "S104 'snapback' should be true or false, not the text 'yes'", id="S104 yes"),
        pytest.param("snapback: true", "snapback: 1", "1\n    chance", "S104 'snapback' should be true or false, not the number 1", id="S104 1"),
        pytest.param("chance: 1,", "chance: '1',", "'1'", "S104 'chance' should be a number, not the text '1'", id="S104 quoted"),
        pytest.param("chance: 1,", "chance: [1],", "[1]", "S104 'chance' should be a number, not a list", id="S104 list"),
        pytest.param("opens: []", "opens: {}", "{}", "S104 'opens' should be a list, as [a, b], not a block of keys", id="S104 block"),
        pytest.param("  arsenal: 3 ", "  arsenal: [3] ", "[3]", "S104 'arsenal' should be a block of keys, not a list", id="S104 shorthand"),
        pytest.param("effects: {tension: +2,", "effects: {tension: much,", "much", "S104 'tension' should be a whole number, not the text 'much'", id="S104 in a mapping"),
        pytest.param("limit: 3", "limit: 0", "0\n  shelling", "S105 'limit' should be at least 1, not 0", id="S105"),
        pytest.param("range: [0, 10]", "range: [0]", "[0]", "S106 'range' has too few entries", id="S106"),
        pytest.param("range: [0, 10]", "range: [0, 1, 2]", "[0, 1, 2]", "S106 'range' has more than 2 entries", id="S106 more"),
        pytest.param("label: 긴장", "label: 2018", "2018", "S107 'label' should be text, not the number 2018", id="S107"),
        pytest.param("[shelling, icbm_test]", "[shelling, 77]", "77", "S107 entry 2 of 'crossed_by' should be text, not the number 77", id="S107 in a list"),
        pytest.param("start: 2017-08", "start: August", "August", "S108 'August' does not fit 'start'", id="S108"),
        pytest.param("{start: 6,", "{start: 60,", "tension: {start: 60", "S109 'tension': the start 60 lies outside the range", id="S109"),
        pytest.param("crossed_by: [icbm_test]", "crossed_by: #icbm_test", "crossed_by: #", "S111 'crossed_by' is empty", id="S111 nothing"),
        pytest.param("crossed_by: [icbm_test]", "crossed_by: []", "[]\n    owner", "S111 'crossed_by' is empty", id="S111 list"),
        pytest.param('title: "가을의 불: an autumn"', 'title: ""', '""', "S111 'title' is empty", id="S111 text"),
        pytest.param("when: tension >= 1", "when: tension => 1", "=> 1", "X200 '=>' is not used here", id="X200 plain"),
        pytest.param('when: "tension >= 2"', 'when: "tension => 2"', "=> 2", "X200 '=>' is not used here", id="X200 quoted"),
        pytest.param("'arsenal >= 3']", "'arsenal => 3']", "=> 3", "X200 '=>' is not used here", id="X200 in a list"),
        pytest.param("ending: tension >= 10", "ending:\n  tension\n  => 10", "=> 10", "X200 '=>' is not used here", id="X200 on the next line"),
        pytest.param("ending: tension >= 10", "ending: >\n  tension\n\n  or => 10", "=> 10", "X200 '=>' is not used here", id="X200 folded"),
        pytest.param("ending: tension >= 10", "ending: |  # when it stops\n  tension\n  or => 10", "=> 10", "X200 '=>' is not used here", id="X200 literal"),
        pytest.param("ending: tension >= 10", "ending: 'it''s => 10'", "=> 10", "X200 '=>' is not used here", id="X200 after a quote"),
        pytest.param("ending: tension >= 10", 'ending: "\\u0061\\"\\t => 10"', "=> 10", "X200 '=>' is not used here", id="X200 after escapes"),
        pytest.param("ending: tension >= 10", "ending: [1]", "[1]", "X200 a condition is text", id="X200 without an offset"),
    ],
)  # fmt: skip
@both_loaders
def test_a_wrong_shape_is_told_at_its_place(old: str, new: str, at: str, said: str, loader: Loader) -> None:
    source = CRISIS.replace(old, new)
    assert CRISIS.count(old) == source.count(at) == 1

    (finding,) = read_text(source, Crisis, "crisis.yaml", loader)[1]

    assert source.split("\n")[finding.line][finding.column :].startswith(at.split("\n")[0])
    assert f"{finding.code} {finding.message}" == said


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("title: Border", "titel: Border", "did you mean 'title'? Known here: kind, scale, side, title, when, effects, limit"),
        ("scale: major", "scale: majr", "did you mean 'major'? Choices: major, low"),
        ("scale: major", "scale: huge", "choices: major, low"),
        ("{text: No fire on our soil, ", "{", "The line in a sentence."),
        ("limit: 3", 'limit: "3"', "write it without quotes: 3"),
        ("label: 긴장", "label: 2018", 'put it in quotes: "2018"'),
        ("snapback: true", "snapback: yes", 'write true, or put it in quotes: "yes"'),
        ("limit: 3", "limit: 1_0", "write a number in plain digits"),
        ("crossed_by: [icbm_test]", "crossed_by: #icbm_test", "text that starts with '#' needs quotes"),
        ("crossed_by: [icbm_test]", "crossed_by:", "What crosses it."),
        ("start: 2017-08", "start: August", "The first month, as 2020-05."),
        ("when: tension >= 1", "when: tension => 1", "write '>='"),
    ],
)  # fmt: skip
def test_a_hint_says_what_to_write(old: str, new: str, hint: str) -> None:
    (finding,) = read_text(CRISIS.replace(old, new), Crisis)[1]

    assert finding.hint == hint


def test_all_that_is_wrong_is_told_at_once_and_only_once() -> None:
    source = CRISIS.replace("title: Border", "titel: Border").replace("limit: 3", "limit: yes")
    source = source.replace("  arsenal: 3", "  tension: 3\n  arsenal: &a 3").replace(
        "start: 2017-08", "start: *a"
    )

    _, findings = read_text(source, Crisis)

    assert [each.code for each in findings] == ["Y024", "Y030", "Y024", "S104", "S101"]


def test_a_doubt_alone_keeps_no_model_back() -> None:
    crisis, findings = read_text(CRISIS.replace("title: Fuel", "title: On"), Crisis)

    assert crisis is not None
    assert [each.code for each in findings] == ["Y031"]


def test_the_whole_report_of_a_broken_file_stands_in_its_golden_file() -> None:
    broken = (GOLDEN / "broken.yaml").read_text(encoding="utf-8")
    _, findings = read_text(broken, Crisis, "broken.yaml")

    assert render_all(findings, {"broken.yaml": broken}) + "\n" == (GOLDEN / "broken.txt").read_text("utf-8")
