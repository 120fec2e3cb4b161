"""The screen: a first window that suits it, the whole of it at a key, an icon of our own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.desk.kit.geometry import DESIGN_SIZE, fitting_scale
from game.desk.kit.keys import is_chord
from game.desk.kit.theme import On, Variant, load_theme
from game.desk.scenes.settings import SettingsScene
from game.desk.scenes.title import TitleScene
from game.desk.screen import ICON, Screen, first_window, icon
from game.desk.stage import Stage, kept_stage, new_stage
from game.desk.window import Loop, open_window
from tests.desk.pilot import FRAME, listening

F11 = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F11, mod=0, unicode="", scancode=0)
ALT_ENTER = pygame.event.Event(
    pygame.KEYDOWN, key=pygame.K_RETURN, mod=pygame.KMOD_LALT, unicode="\r", scancode=0
)
UP = [pygame.event.Event(pygame.KEYUP, key=key, mod=0, scancode=0) for key in (pygame.K_F11, pygame.K_RETURN)]


@pytest.mark.parametrize(
    ("screen", "window", "text"),
    [
        pytest.param((1024, 600), (1024, 600), 1.0, id="a netbook: all of it"),
        pytest.param((1366, 768), (1280, 768), 1.0, id="a school laptop"),
        pytest.param((1920, 1080), (1280, 800), 1.0, id="a usual screen: as designed"),
        pytest.param((2560, 1440), (1600, 1000), 1.25, id="a large one"),
        pytest.param((3840, 2160), (2560, 1600), 2.0, id="4K: text twice as large"),
        pytest.param((5120, 2880), (3200, 2000), 2.0, id="5K"),
        pytest.param((1080, 1920), (1080, 800), 1.0, id="upright"),
    ],
)
def test_the_first_window_and_its_text_suit_the_screen(
    screen: tuple[int, int], window: tuple[int, int], text: float
) -> None:
    assert first_window(screen) == window
    assert fitting_scale(window) == text


def test_every_screen_has_a_first_window_within_it() -> None:
    sizes = [(w, h) for w in range(320, 8000, 320) for h in range(200, 4500, 180)]
    for screen in sizes:
        width, height = first_window(screen)
        assert width <= screen[0]
        assert height <= screen[1]
        assert width * height >= min(DESIGN_SIZE[0], screen[0]) * min(DESIGN_SIZE[1], screen[1])


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    yield kept_stage(tmp_path / "settings.json")
    pygame.display.set_mode((1280, 800))


def window(stage: Stage) -> Loop:
    screen = Screen(stage)
    surface = screen.open()
    return listening(Loop(surface, (TitleScene(stage),), lambda: TitleScene(stage), screen))


@pytest.mark.parametrize("key", [F11, ALT_ENTER], ids=["F11", "Alt+Enter"])
def test_a_key_fills_the_screen_and_gives_it_back(stage: Stage, key: pygame.event.Event) -> None:
    loop = window(stage)
    assert loop.screen is not None
    title = loop.scenes

    loop.turn([key], FRAME)
    assert pygame.display.get_surface().get_flags() & pygame.FULLSCREEN
    assert stage.path is not None
    assert kept_stage(stage.path).settings.full_screen

    loop.turn([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode="")], FRAME)
    assert loop.scenes == title
    assert loop.screen.full

    loop.turn(UP, FRAME)
    loop.turn([key, *[key] * 50], FRAME)
    assert not pygame.display.get_surface().get_flags() & pygame.FULLSCREEN
    assert not kept_stage(stage.path).settings.full_screen
    assert loop.scenes == title


def test_the_settings_fill_the_screen_and_it_is_filled_when_opened_again(stage: Stage) -> None:
    loop = window(stage)
    scene = SettingsScene(stage)
    loop.scenes = (scene,)
    touch = scene.page.press("full_screen")
    assert touch is not None
    scene.touched(touch)
    loop.turn([], FRAME)

    assert Screen(stage).open().get_flags() & pygame.FULLSCREEN


def test_a_window_that_filled_the_screen_is_remembered_as_large_as_it_was_before(stage: Stage) -> None:
    stage.left((900, 640))
    loop = window(stage)
    loop.turn([F11], FRAME)
    assert loop.screen is not None

    loop.screen.left()

    assert stage.settings.window == (900, 640)


@pytest.mark.parametrize("held", [pygame.KMOD_LCTRL, pygame.KMOD_LALT, pygame.KMOD_LMETA])
def test_a_letter_struck_with_ctrl_alt_or_meta_is_meant_for_others(held: int, stage: Stage) -> None:
    loop = window(stage)
    loop.turn([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_g, mod=held, unicode="g")], FRAME)
    assert isinstance(loop.scenes[-1], TitleScene)
    tab = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=pygame.KMOD_LCTRL, unicode="\t")
    assert not is_chord(tab)


def test_the_icon_shows_the_three_marks_on_the_bar() -> None:
    bar = load_theme(Variant.NORMAL).grounds[On.BAR]
    picture = icon(new_stage().pen)
    colours = {tuple(picture.get_at((x, y)))[:3] for x in range(ICON) for y in range(ICON)}

    assert picture.get_size() == (ICON, ICON)
    assert picture.get_at((0, 0)).a == 0
    wanted = (bar.fill, bar.square, bar.diamond, bar.circle)
    assert {tuple(pygame.Color(each))[:3] for each in wanted} <= colours


def test_the_window_bears_our_icon(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    borne: list[pygame.Surface] = []
    monkeypatch.setattr(pygame.display, "set_icon", borne.append)
    monkeypatch.setattr(Loop, "run", lambda _self: None)
    monkeypatch.setattr(pygame, "quit", lambda: None)

    assert open_window(lambda: TitleScene(stage), lambda: TitleScene(stage), stage) is None

    assert [picture.get_size() for picture in borne] == [(ICON, ICON)]
