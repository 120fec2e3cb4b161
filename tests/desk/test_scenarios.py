"""The list of scenarios: broken ones are marked with their findings, never played, never replaced."""

from pathlib import Path

import pytest

from game import cli
from game.cli import play as doors
from game.desk.actions import ChooseScenario
from game.desk.scene import Push, Redraw
from game.desk.scenes.scenarios import ScenariosScene
from game.desk.scenes.seats import SeatsScene
from game.desk.window import new_stage
from game.scenario import shelf
from game.scenario.shelf import own, shipped
from tests.desk.walk import faults


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder of one's own, beside an empty shelf of one's own."""
    monkeypatch.setattr(shelf, "user_data_path", lambda *_, **__: tmp_path / "kept")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


def read_through() -> ScenariosScene:
    """Return the list once everything has been read."""
    scene = ScenariosScene(new_stage())
    while scene.waiting:
        scene.advance(0.03)
    return scene


def broken(folder: Path) -> Path:
    """Break a scenario by a slip in its first card."""
    path = folder / "scenario.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("kind: concession", "kind: concesion"), encoding="utf-8")
    return folder


def test_own_scenarios_are_listed_after_the_shipped_ones(work: Path) -> None:
    assert cli.run(["new", "mine"]) == 0
    assert cli.run(["new", str(work.parent / "kept" / "scenarios" / "kept-one")]) == 0
    assert cli.run(["pack", "mine", "-o", str(work.parent / "kept" / "scenarios" / "sent.zip")]) == 0
    (work / "notes").mkdir()

    assert [path.name for path in own()] == ["kept-one", "mine", "sent.zip"]
    scene = read_through()
    assert set(list(scene.readings)[:-3]) == set(shipped())
    assert list(scene.readings)[-3:] == list(map(str, own()))
    assert all(reading.scenario for reading in scene.readings.values())


def test_a_folder_that_is_gone_holds_no_scenarios(work: Path) -> None:
    work.rmdir()

    assert own() == ()


def test_the_list_is_there_at_once_and_fills_up() -> None:
    scene = ScenariosScene(new_stage())
    assert len(scene.readings) == 1
    assert isinstance(scene.advance(0.0), Redraw)
    assert len(scene.readings) == 2

    scene.advance(60.0)
    assert sorted(scene.readings) == list(shipped())
    assert scene.advance(0.0) is None


def test_a_sound_scenario_of_one_s_own_is_played(work: Path) -> None:
    assert cli.run(["new", "mine"]) == 0
    scene = read_through()
    change = scene.acted(ChooseScenario(str(work / "mine")))

    assert isinstance(change, Push)
    assert isinstance(change.scene, SeatsScene)


def test_a_broken_one_is_marked_with_its_findings_and_never_played(work: Path) -> None:
    assert cli.run(["new", "mine"]) == 0
    broken(work / "mine")
    scene = read_through()
    name = str(work / "mine")

    found = scene.readings[name].findings
    assert [(each.code, each.hint.partition("?")[0]) for each in found] == [
        ("S103", "did you mean 'concession'")
    ]
    assert scene.acted(ChooseScenario(name)) is None
    assert scene.readings[name].scenario is None
    assert faults(scene.page) == []


def test_a_broken_one_under_a_shipped_name_is_not_replaced_by_the_shipped_one(work: Path) -> None:
    assert cli.run(["new", "mine", "--from", "first-steps"]) == 0
    (work / "mine").rename(work / "first-steps")
    broken(work / "first-steps")
    (work / "first-steps" / "scenario.yaml").write_text("format: 1\n", encoding="utf-8")
    scene = read_through()
    name = str(work / "first-steps")

    assert scene.readings["first-steps"].scenario is not None
    assert scene.readings[name].scenario is None
    assert scene.acted(ChooseScenario(name)) is None


def test_watching_is_a_wish_of_the_window(
    work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["new", "mine"]) == 0
    asked = []
    monkeypatch.setattr(doors, "_open_watching", lambda match, path: asked.append((match.source, path)))

    assert cli.run(["play", "mine", "--watch", "--save", "kept.simmer"]) == 0
    assert asked == [(str(work / "mine"), Path("kept.simmer"))]
    capsys.readouterr()
    assert cli.run(["play", "mine", "--watch", "--auto"]) == 2
    assert capsys.readouterr().err == "--watch goes with the window: leave --auto out.\n"
