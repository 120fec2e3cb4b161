"""What may go wrong around a window: no crash, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.desk.gate import settled
from game.desk.kit import assets
from game.desk.kit.drawing import lettering
from game.desk.kit.drawing.lettering import Lettering
from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import SMALLEST_WINDOW, Box
from game.desk.kit.widgets.base import Widget
from game.desk.scenes.flow import next_scene
from game.desk.scenes.session import Session
from game.desk.scenes.title import TitleScene
from game.desk.screen import Screen
from game.desk.sound import Sounds
from game.desk.window import Loop, new_stage
from game.match.loading import open_match
from game.match.match import Match
from game.match.savefile import load
from game.match.trouble import Trouble
from game.rules.sheets import Order
from tests.desk.pilot import Desk, Mouse, listening
from tests.desk.scenes import SCENES


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))


def missing(path: str) -> bytes:
    raise FileNotFoundError(path)


def only(*kept: str) -> object:
    return lambda path: assets.read(path) if path.endswith(kept) else missing(path)


@pytest.mark.parametrize(("kept", "stands_in"), [(("Regular.otf",), True), ((), False)])
def test_a_missing_font_is_stood_in_for(
    monkeypatch: pytest.MonkeyPatch, kept: tuple[str, ...], stands_in: bool
) -> None:
    whole = Lettering().width("Tension", 14, 700)
    monkeypatch.setattr(lettering, "read", only(*kept) if kept else missing)
    letters = Lettering()
    assert letters.width("Tension", 14, 700) > 0
    assert letters.picture("Tension", 14, 600, "#000000").get_width() > 10
    regular = letters.width("Tension", 14, 400) == letters.width("Tension", 14, 700)
    assert regular
    assert (letters.width("Tension", 14, 700) != whole) or not stands_in


def test_a_damaged_font_is_stood_in_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lettering, "read", lambda _path: b"not a font")
    assert Lettering().width("Tension", 14, 400) > 0


def test_a_missing_sound_is_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.desk.sound.read", missing)
    sounds = Sounds()
    sounds.play("lay", 40)
    assert not sounds.silent
    pygame.mixer.quit()


def test_every_scene_stands_a_tiny_window_and_grows_again(whole: bool) -> None:
    for scene in list(SCENES)[:: 1 if whole else 4]:
        loop = shrunk_and_grown(scene)
        assert loop.scenes[0].page.size == (1280, 800)  # type: ignore[attr-defined]
        assert loop.surface.get_size() == (1280, 800)


def shrunk_and_grown(scene: str) -> Loop:
    surface = pygame.display.set_mode((300, 200))
    loop = Loop(surface, (SCENES[scene](new_stage()),), lambda: TitleScene(new_stage()))
    keys = (pygame.K_TAB, pygame.K_DOWN, pygame.K_RIGHT, pygame.K_PAGEDOWN)
    presses = [pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="") for key in keys]
    listening(loop).turn(presses, 0.03)
    surface = pygame.display.set_mode((1280, 800))
    loop.turn([pygame.event.Event(pygame.VIDEORESIZE, size=(1280, 800), w=1280, h=800)], 0.03)
    return loop


def test_a_window_dragged_too_small_is_widened_again() -> None:
    loop = shrunk_and_grown("title")
    loop.screen = Screen(new_stage())
    small = pygame.event.Event(pygame.VIDEORESIZE, size=(200, 700), w=200, h=700)
    loop.turn([small], 0.03)
    assert pygame.display.get_surface().get_size() == (SMALLEST_WINDOW[0], 700)
    page = loop.scenes[0].page  # type: ignore[attr-defined]
    assert page.size == (SMALLEST_WINDOW[0], 700)


def test_a_storm_of_resizes_is_laid_out_once() -> None:
    stage = new_stage()
    scene = TitleScene(stage)
    loop = Loop(pygame.display.set_mode((640, 480)), (scene,), lambda: TitleScene(stage))
    composed: list[int] = []
    compose = scene.page.layers[0].compose

    def counted(pen: Pen, box: Box) -> Widget:
        composed.append(box.w)
        return compose(pen, box)

    scene.page.layers[0].compose = counted
    storm = [pygame.event.Event(pygame.VIDEORESIZE, size=(w, 480), w=w, h=480) for w in range(300, 640)]
    loop.turn([*storm, pygame.event.Event(pygame.VIDEORESIZE, size=(640, 480), w=640, h=480)], 0.03)
    assert composed == [640]


def test_other_events_keep_their_order_in_a_storm() -> None:
    key = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_a)
    resize = pygame.event.Event(pygame.VIDEORESIZE, w=1, h=1)
    last = pygame.event.Event(pygame.VIDEORESIZE, w=2, h=2)
    assert settled([resize, key, last]) == [key, last]
    assert settled([key]) == [key]


def test_a_window_that_is_left_holds_nothing_and_draws_nothing_while_minimised() -> None:
    desk = Desk()
    page = desk.scene.page
    spot = desk.spot("title:settings")
    desk.post(pygame.MOUSEBUTTONDOWN, pos=spot.box.centre, button=1)
    assert page.held == "title:settings"
    desk.post(pygame.WINDOWFOCUSLOST)
    assert page.held == ""
    desk.post(pygame.MOUSEBUTTONUP, pos=spot.box.centre, button=1)
    assert len(desk.loop.scenes) == 1
    desk.post(pygame.WINDOWMINIMIZED)
    desk.post(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="\t", scancode=0)
    assert desk.loop.stale
    desk.post(pygame.WINDOWRESTORED)
    desk.post(pygame.WINDOWFOCUSGAINED)
    assert not desk.loop.stale
    assert page.focused != "title:learn"


def test_closing_at_the_moment_of_the_last_seal_loses_no_month(tmp_path: Path) -> None:
    match = open_match("first-steps", 7, {"pyongyang": "human"})
    assert isinstance(match, Match)
    laid = match.lay("pyongyang", "act", Order("border_fire"))
    assert isinstance(laid, Match)
    kept = tmp_path / "kept.simmer"
    stage = new_stage()
    session = Session(laid, kept, briefed={"pyongyang"})
    loop = Loop(
        pygame.display.set_mode((1280, 800)), (next_scene(stage, session),), lambda: TitleScene(stage)
    )
    seal = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_s, mod=0, unicode="s")
    listening(loop).turn([seal, pygame.event.Event(pygame.QUIT)], 0.03)
    assert loop.scenes == ()
    journal = load(kept)
    assert not isinstance(journal, Trouble)
    assert len(journal.months) == 1


def test_closing_in_the_middle_of_a_month_keeps_the_sheet_in_hand(tmp_path: Path) -> None:
    desk = Desk()
    mouse = Mouse(desk)
    mouse.press("title:play")
    mouse.press("seats:begin")
    mouse.press("brief:sit")
    desk.post(pygame.QUIT)
    assert not desk.open
    assert list(tmp_path.rglob("*.simmer"))
