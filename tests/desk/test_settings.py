"""Settings: kept in the platform's folder, damaged ones kept aside, and taken at once by every scene."""

from pathlib import Path

import pygame
import pytest

from game.desk.kit.drawing.pen import Motion
from game.desk.kit.geometry import SMALLEST_WINDOW
from game.desk.kit.theme import Variant
from game.desk.kit.touch import Picked
from game.desk.scene import Pop
from game.desk.scenes.settings import SettingsScene
from game.desk.settings import Settings, keep, recall, settings_file
from game.desk.stage import Stage, kept_stage
from game.presenters.words import language, use

CHOSEN = Settings(text=1.4, look=Variant.HIGH_CONTRAST, motion=Motion.OFF, volume=0, window=(900, 640))


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return kept_stage(tmp_path / "desk" / "settings.json")


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    assert keep(CHOSEN, path) == ""
    assert recall(path).settings == CHOSEN
    assert recall(path).said == ""


def test_a_computer_without_settings_has_first_values(tmp_path: Path) -> None:
    assert recall(tmp_path / "none.json").settings == Settings()


@pytest.mark.parametrize(
    "damaged", ["", "{", "[]", '{"text": 9}', '{"look": "neon"}', '{"window": [1]}', "\x00\xff" * 40]
)
def test_damaged_settings_are_kept_aside_and_said(tmp_path: Path, damaged: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(damaged, encoding="utf-8")
    found = recall(path)
    assert found.settings == Settings()
    assert "settings.damaged.json" in found.said
    assert (tmp_path / "settings.damaged.json").read_text(encoding="utf-8") == damaged
    assert not path.exists()


def test_settings_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    assert recall(tmp_path).said == "The settings could not be read: it is a folder."


def test_settings_that_cannot_be_kept_are_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert keep(CHOSEN, tmp_path / "file" / "settings.json").startswith("The settings could not be kept:")


def test_settings_lie_in_the_platforms_own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_CONFIG_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    assert settings_file().name == "settings.json"
    assert settings_file().parent.name == "simmer"


def test_a_choice_is_taken_at_once_and_kept(stage: Stage) -> None:
    scene, before = SettingsScene(stage), stage.pen
    for name, value in (
        ("text", 1.6),
        ("look", "paper"),
        ("motion", "off"),
        ("hints", 0),
        ("volume", 70),
    ):
        scene.touched(Picked(name, value))
    assert stage.pen is not before
    assert (stage.pen.scale, stage.pen.theme.variant, stage.pen.motion) == (1.6, "paper", "off")
    assert not stage.pen.hints
    assert stage.path is not None
    assert recall(stage.path).settings == stage.settings
    assert stage.settings.volume == 70


@pytest.mark.parametrize("name", ["hints", "captions"])
def test_a_box_is_ticked_and_unticked_by_pressing_it(stage: Stage, name: str) -> None:
    scene = SettingsScene(stage)
    for ticked in (False, True):
        touch = scene.page.press(name)
        assert touch is not None
        scene.touched(touch)
        assert getattr(stage.settings, name) is ticked


def test_a_language_is_spoken_at_once(stage: Stage) -> None:
    scene = SettingsScene(stage)
    try:
        scene.touched(Picked("language", "ko"))
        assert language() == "ko"
    finally:
        use("en")


def test_first_values_leave_the_window_alone(stage: Stage) -> None:
    stage.take(CHOSEN)
    scene = SettingsScene(stage)
    scene.pressed("settings:first")
    assert stage.settings == Settings(window=(900, 640))
    assert isinstance(scene.pressed("settings:done"), Pop)


def test_the_size_of_text_changes_only_when_the_knob_is_let_go(stage: Stage, display: pygame.Surface) -> None:
    scene = SettingsScene(stage)
    scene.draw(display)
    box = scene.page.top.stops()[0].box
    spot = next(s for s in scene.page.top.stops() if s.name == "text")
    assert box.w > 0
    at = (spot.box.x + spot.box.w // 2, spot.box.centre[1])
    scene.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(spot.box.x + 20, at[1]), button=1))
    scene.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(1, 0, 0)))
    assert stage.settings.text == 1.0
    scene.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))
    assert stage.settings.text > 1.0


def test_the_size_of_the_window_is_remembered(stage: Stage) -> None:
    stage.left((1111, 777))
    assert stage.path is not None
    assert kept_stage(stage.path).settings.window == (1111, 777)
    stage.left((3, 4))
    assert kept_stage(stage.path).settings.window == SMALLEST_WINDOW
