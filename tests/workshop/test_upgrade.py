"""Upgrading: an older format is rewritten in place, and everything an author added to it stays."""

import re
from pathlib import Path

import pytest

from game import cli
from game.scenario.inheritance import FORMAT
from game.scenario.reader import read_scenario_text
from game.scenario.upgrade import STEPS, upgraded_whole
from tests.scenario.small import SMALL_TEXT

REMARKED = SMALL_TEXT.replace("months: 6", "months: 6  # 여섯 달").replace(
    "  signal:", "  # Kept.\n  signal:"
)


def upgraded(source: str) -> str:
    """Return a scenario's text in the format of this version."""
    return upgraded_whole(source, {})[0]


def draft(text: str = REMARKED) -> str:
    """Return a scenario as the draft format has it."""
    text = text.replace("format: 1\n", "format: 0\n").replace("\nsides:", "\nactors:")
    text = text.replace("    backed_down:", "    if_ignored:").replace("heat > 4", "turn > 1 and heat > 4")
    text = text.replace(
        "when: offered(west)", "when: >-\n      offered(west) and\n      turns_since(push) > 1"
    )
    in_cards = text[text.index("\ncards:") : text.index("\nredlines:")]
    in_personas = text[text.index("\npersonas:") :]
    for block in (in_cards, in_personas):
        text = text.replace(block, block.replace("\n    side:", "\n    actor:"))
    return text


def test_there_is_a_step_away_from_every_older_format() -> None:
    assert list(STEPS) == list(range(FORMAT))


def test_a_draft_becomes_a_scenario_of_today_with_every_remark() -> None:
    old = draft()
    assert read_scenario_text(old)[0] is None
    assert [each.code for each in read_scenario_text(old)[1]] == ["S121"]

    new = upgraded(old)

    assert read_scenario_text(new)[1] == ()
    assert re.findall("#.*", new) == re.findall("#.*", REMARKED)
    assert "month > 1 and heat > 4" in new
    assert "      months_since(push) > 1" in new
    assert new.replace("month > 1 and ", "").count("\n") == old.count("\n")
    assert upgraded(new) == new


def test_a_draft_that_names_no_format_is_known_by_its_words() -> None:
    new = upgraded(draft().replace("format: 0\n", ""))

    assert new.startswith("format: 1\nid: small\n")
    assert read_scenario_text(new)[1] == ()


def test_what_cannot_be_read_is_left_as_it_is() -> None:
    for source in ("", "[", "- 1\n", "format: 7\n", "format: [0]\n", "title: x\n"):
        assert upgraded(source) == source


def test_the_command_writes_and_shows_what_has_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(draft(), encoding="utf-8")

    assert cli.run(["upgrade", "--check", str(file)]) == 1
    assert file.read_text(encoding="utf-8") == draft()
    assert "-actors:\n+sides:" in capsys.readouterr().out
    assert cli.run(["upgrade", str(file)]) == 0
    assert "-format: 0\n+format: 1" in capsys.readouterr().out
    assert file.read_text(encoding="utf-8") == upgraded(draft())
    assert cli.run(["check", str(file)]) == 0
    assert cli.run(["upgrade", str(file)]) == 0
    assert capsys.readouterr().out.endswith("nothing to upgrade\n")


def test_a_newer_format_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("format: 99\n", encoding="utf-8")

    assert cli.run(["upgrade", str(file)]) == 1
    assert "is left as it is: this scenario is written in format 99" in capsys.readouterr().err
    assert cli.run(["upgrade", str(tmp_path / "none.yaml")]) == 2
