"""What plays and is most likely a slip all the same: points, endings, acceptance, tests, names of files."""

from pathlib import Path

import pytest

from game.located.findings import Grade
from game.scenario.reader import read_scenario, read_scenario_text
from tests.scenario.small import SMALL_TEXT, with_slip

TEST = "tests:\n  hot:\n    play: {{{}: {{{}}}}}\n    expect: heat > 3\n"


def told(source: str) -> list[tuple[str, Grade]]:
    """Return the codes and grades of all that is told of a scenario."""
    return [(each.code, each.grade) for each in read_scenario_text(source, thorough=True)[1]]


@pytest.mark.parametrize("points", [500, 105])
def test_points_above_a_hundred_are_noted(points: int) -> None:
    source = with_slip("points: 50\n        grade: heat", f"points: {points}\n        grade: heat")

    assert told(source) == [("D423", Grade.NOTE)]


@pytest.mark.parametrize(("months", "found"), [(6, []), (7, [("D428", Grade.WARNING)])])
def test_a_lesson_longer_than_the_game_is_told(months: int, found: list[tuple[str, Grade]]) -> None:
    plan = "{title: 50, stages: [{title: Play, minutes: 50, text: Play.}], debrief: [numbers], months: %d}"
    source = with_slip("endings:\n", f"teaching: {{plans: {{'50': {plan % months}}}}}\nendings:\n")

    assert told(source.replace("title: 50", "title: Fifty")) == found


def test_an_ending_below_one_that_always_holds_is_told() -> None:
    source = with_slip("endings:\n", "endings:\n  over: {title: Over, text: It is over., when: true}\n")

    assert ("D407", Grade.WARNING) in told(source)


def test_a_card_that_accepts_without_asking_for_an_offer_is_noted() -> None:
    assert told(with_slip("when: offered(west)", "when: heat > 1")) == [("D424", Grade.NOTE)]


@pytest.mark.parametrize(("month", "sheet"), [("2031-01", "west: protest"), ("2020-05", "south: signal")])
def test_a_test_that_cannot_be_played_is_told(month: str, sheet: str) -> None:
    assert ("D425", Grade.WARNING) in told(SMALL_TEXT + TEST.format(month, sheet))


def test_a_folder_and_a_brief_with_other_names_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "smal"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(SMALL_TEXT, encoding="utf-8")
    for name in ("brief-west.md", "brief-west.ko.md", "brief-wset.md", "sources.md"):
        (folder / name).write_text("# Brief\n", encoding="utf-8")
    brief, ident = sorted(read_scenario(folder, thorough=True).findings, key=lambda each: each.code)

    assert (brief.code, brief.file, brief.hint) == (
        "R310",
        str(folder / "brief-wset.md"),
        "did you mean 'west'?",
    )
    assert (ident.code, ident.grade, ident.line) == ("R311", Grade.NOTE, 1)
    assert read_scenario(folder).findings == ()


def test_a_folder_whose_scenario_has_another_name_says_which_to_rename(tmp_path: Path) -> None:
    for name in ("scenario.yml", "river.yaml"):
        folder = tmp_path / name.replace(".", "_")
        folder.mkdir()
        (folder / name).write_text(SMALL_TEXT, encoding="utf-8")
        (finding,) = read_scenario(folder).findings

        assert finding.message == "the folder holds no scenario.yaml"
        assert finding.hint == f"rename {name} to scenario.yaml, or give {folder.name}/{name}"


@pytest.mark.parametrize("parent", ["C:\\games\\river", "/home/me/river", "..\\river"])
def test_a_parent_by_a_path_of_one_machine_is_told_how_to_write_it(parent: str, tmp_path: Path) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_text(f"extends: {parent}\nid: mine\n", encoding="utf-8")
    finding = read_scenario(path).findings[0]

    assert finding.code in ("E500", "E505")
    assert finding.hint == "give the name of a scenario, or a path from here with '/', such as ../river"
