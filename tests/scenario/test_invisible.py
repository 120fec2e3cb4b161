"""Characters that nobody can see: told by name at their place in every text, and taken out by --fix."""

import unicodedata
from pathlib import Path

import pytest

from game.located.edits import difference
from game.located.findings import Grade, render
from game.located.invisible import first_odd
from game.scenario.reader import read_scenario, read_scenario_text
from tests.scenario.mending import mend_text
from tests.scenario.small import SMALL_TEXT, with_slip

KINDS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
TURNING = [chr(code) for code in range(0x110000) if unicodedata.bidirectional(chr(code)) in KINDS]
TURNING += ["\u200e", "\u200f", "\u061c"]
HIDDEN = ["\xad", "\u200b", "\u2060", "\u2063", "\ufeff", "\u3164", "\U000e0041", "\x1b", "\x85", "\u2028"]


@pytest.mark.parametrize("odd", [*TURNING, *HIDDEN], ids=lambda odd: f"U+{ord(odd):04X}")
def test_an_invisible_character_is_told_by_its_name_at_its_place_and_taken_out(odd: str) -> None:
    source = with_slip("title: Small", f"title: Sm{odd}all")
    scenario, (finding, *_) = read_scenario_text(source, "f.yaml")

    at = source.index(odd)
    assert scenario is None
    assert (finding.code, finding.column) == ("Y003", at - source.rfind("\n", 0, at) - 1)
    assert f"U+{ord(odd):04X} {unicodedata.name(odd, '')}".rstrip() in finding.message
    assert odd not in TURNING or odd not in render(finding, source)
    assert mend_text(source, "f.yaml") in (SMALL_TEXT, with_slip("title: Small", "title: Sm all"))


def test_an_invisible_character_spelt_out_is_told_and_no_text_is_lost_over_it() -> None:
    source = with_slip("title: Small", 'title: "Sm\\u202eall"')
    _, (finding,) = read_scenario_text(source)

    assert (finding.code, "U+202E RIGHT-TO-LEFT OVERRIDE" in finding.message) == ("Y003", True)
    assert mend_text(source, "") == source


@pytest.mark.parametrize("text", ["می\u200cخواهم", "क्\u200dष", "👩\u200d🚀", "❤\ufe0f", "1\ufe0f\u20e3"])
def test_joiners_are_only_noted_where_their_script_needs_them(text: str) -> None:
    scenario, findings = read_scenario_text(with_slip("title: Small", f"title: {text}"))

    assert scenario is not None
    assert first_odd(text) is None
    assert [(each.code, each.grade) for each in findings] == [("Y035", Grade.NOTE)] * ("\ufe0f" not in text)


@pytest.mark.parametrize("text", ["ten\u200dsion", "ten\u200csion", "\u200dx", "한\u200c국", "a\ufe0f"])
def test_joiners_elsewhere_are_refused(text: str) -> None:
    _, findings = read_scenario_text(with_slip("title: Small", f"title: {text}"))

    assert [each.code for each in findings][:1] == ["Y003"]


def test_texts_beside_a_scenario_are_looked_through_as_well(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text(SMALL_TEXT, encoding="utf-8")
    brief = tmp_path / "brief-west.md"
    brief.write_text("# West\n\nA \u202edeal\u202c.\n", encoding="utf-8")
    reading = read_scenario(tmp_path)

    assert reading.scenario is None
    assert [(each.code, each.file, each.line, each.column) for each in reading.findings] == [
        ("Y003", str(brief), 2, 2),
        ("Y003", str(brief), 2, 7),
    ]
    assert "\u202e" not in reading.report


def test_what_fix_changed_is_shown_without_turning_the_screen_round() -> None:
    assert "\u202e" not in difference("a: \u202ex\n", "a: x\n", "f.yaml")
