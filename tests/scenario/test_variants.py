"""What a variant is told: its own slips at its own lines, and in a word what it does to what it inherits."""

from pathlib import Path

import pytest

from game import cli
from game.located.findings import Grade
from game.scenario.reader import read_scenario, read_scenario_text
from game.workshop.schema import editor_schema
from tests.scenario.mending import mend_text

HEAD = "extends: deadlock-2020\nid: mine\n"
RIDERS = "cards:\n  threat:\n    {}:\n      - {{chance: 10, effects: {{tension: +1}}, why: A new rider.}}\n"
SHORTER = f"{HEAD}months: 6\ntracks:\n  tension: {{start: 5}}\ncards:\n  assurance: null\ntests: null\n"


def test_fewer_months_make_one_note_for_each_kind_at_the_variants_own_lines() -> None:
    scenario, findings = read_scenario_text(SHORTER, "mine.yaml", thorough=True)

    assert scenario is not None
    assert {(each.code, each.grade, each.file) for each in findings} == {("E507", Grade.NOTE, "mine.yaml")}
    assert len(findings) == 4
    (calendar,) = [each for each in findings if "(D405)" in each.message]
    assert calendar.message == "what this takes over has in 11 places an event that never happens (D405)"
    assert (calendar.line, calendar.hint.split(",")[0]) == (2, "calendar.election.month")


def test_notes_about_what_is_inherited_can_be_silenced_by_either_code() -> None:
    for ignored in ("ignore+: [E507]", "ignore+: [D405, D408, D410, D411]"):
        assert read_scenario_text(f"{SHORTER}{ignored}\n", "mine.yaml", thorough=True)[1] == ()


def test_a_variant_that_is_shorter_can_be_packed(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "scenario.yaml").write_text(SHORTER, encoding="utf-8")

    assert cli.run(["pack", str(tmp_path / "mine"), "-o", str(tmp_path / "mine.zip")]) == 0


def test_the_pieces_a_variant_writes_itself_are_judged_as_any_others() -> None:
    source = f"{SHORTER}calendar:\n  election: {{month: 2021-02}}\n"
    _, findings = read_scenario_text(source, "mine.yaml", thorough=True)

    assert [(each.code, each.grade, each.line) for each in findings if each.code != "E507"] == [
        ("D405", Grade.WARNING, 9)
    ]


def test_a_list_in_place_of_the_parents_is_noted_and_one_with_a_plus_is_added() -> None:
    replaced, (note,) = read_scenario_text(HEAD + RIDERS.format("riders"), "mine.yaml", thorough=True)
    added, none = read_scenario_text(HEAD + RIDERS.format("riders+"), "mine.yaml", thorough=True)
    parent = read_scenario("deadlock-2020").scenario

    assert (note.code, note.grade, note.line, note.where) == ("E506", Grade.NOTE, 4, "cards.threat.riders")
    assert "whose 3 entries are gone" in note.message
    assert replaced
    assert parent
    assert added
    assert none == ()
    assert [len(each.cards["threat"].riders) for each in (replaced, parent, added)] == [1, 3, 4]
    assert added.cards["threat"].riders[:3] == parent.cards["threat"].riders


@pytest.mark.parametrize("key", ["rider+", "riders++", "title+"])
def test_only_a_list_that_there_is_can_be_added_to(key: str) -> None:
    scenario, findings = read_scenario_text(HEAD + RIDERS.format(key), "mine.yaml")

    assert scenario is None
    assert [(each.code, each.line) for each in findings] == [("S101", 4)]


def test_a_slip_in_an_added_entry_is_told_at_its_line() -> None:
    source = HEAD + RIDERS.format("riders+").replace("tension", "tensoin")
    _, findings = read_scenario_text(source, "mine.yaml")

    assert [(each.code, each.line, each.hint) for each in findings] == [
        ("R301", 5, "did you mean 'tension'?")
    ]


def test_editors_know_the_lists_that_can_be_added_to() -> None:
    kinds = editor_schema()["$defs"]

    assert "riders+" in kinds["VariedCard"]["properties"]
    assert "range+" not in kinds["VariedTrack"]["properties"]
    assert "riders+" not in kinds["Card"]["properties"]


def test_a_misspelt_piece_of_a_variant_is_told_once_with_the_name_that_was_meant() -> None:
    source = f"{HEAD}personas: {{washington_presure: {{coolness: 0.2}}}}\n"
    _, (finding,) = read_scenario_text(source, "mine.yaml")

    assert (finding.code, finding.line, finding.column) == ("S102", 2, 11)
    assert finding.hint == "did you mean 'washington_pressure'?"
    assert mend_text(source, "mine.yaml") == source.replace("presure", "pressure")


def test_a_new_piece_that_is_like_no_other_is_told_all_it_lacks() -> None:
    _, findings = read_scenario_text(f"{HEAD}personas: {{zeal: {{coolness: 0.2}}}}\n", "mine.yaml")

    assert {each.code for each in findings} == {"S102"}
    assert len(findings) > 1
