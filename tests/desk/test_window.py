"""The window: a stack of scenes that is drawn only when something changed."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pygame
import pytest

from game.desk import window
from game.desk.scene import Change, Home, Pop, Push, Quit, Redraw, Swap, changed
from game.desk.window import Loop, new_stage, open_window
from tests.desk.pilot import listening


class Plain:
    """A scene that answers every key with one change and counts how often it is drawn."""

    def __init__(self, answer: Change | None = None) -> None:
        self.answer, self.drawn, self.moving = answer, 0, False
        self.face: object = None

    def handle(self, event: pygame.event.Event) -> Change | None:
        return self.answer if event.type == pygame.KEYDOWN else None

    def advance(self, seconds: float) -> Change | None:
        return Redraw() if self.moving else None

    def draw(self, surface: pygame.Surface) -> None:
        self.drawn += 1


KEY = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_a, mod=0)
LOW, HIGH, NEW, FIRST = Plain(), Plain(), Plain(), Plain()


@pytest.mark.parametrize(
    ("change", "after"),
    [
        pytest.param(Push(NEW), (LOW, HIGH, NEW), id="push lays a scene on top"),
        pytest.param(Pop(), (LOW,), id="pop leaves the topmost"),
        pytest.param(Swap(NEW), (LOW, NEW), id="swap takes its place"),
        pytest.param(Redraw(), (LOW, HIGH), id="redraw keeps the stack"),
        pytest.param(Home(), (FIRST,), id="home leaves all for the title"),
        pytest.param(Quit(), (), id="quit empties it"),
    ],
)
def test_a_change_makes_a_new_stack(change: Change, after: tuple[Plain, ...]) -> None:
    assert changed((LOW, HIGH), change, lambda: FIRST) == after


def test_a_scene_is_drawn_only_when_something_changed(display: pygame.Surface) -> None:
    scene = Plain()
    loop = Loop(display, (scene,), Plain)
    for _turn in range(5):
        loop.turn([], 0.03)
    assert scene.drawn == 1
    scene.moving = True
    loop.turn([], 0.03)
    assert scene.drawn == 2


def test_an_exposed_window_is_drawn_again(display: pygame.Surface) -> None:
    scene = Plain()
    loop = Loop(display, (scene,), Plain)
    loop.turn([], 0.0)
    loop.turn([pygame.event.Event(pygame.WINDOWEXPOSED)], 0.0)
    assert scene.drawn == 2


@pytest.mark.parametrize(
    "event", [KEY, pygame.event.Event(pygame.QUIT)], ids=["the last scene left", "closed"]
)
def test_the_loop_ends_when_no_scene_is_left(display: pygame.Surface, event: pygame.event.Event) -> None:
    loop = listening(Loop(display, (Plain(Pop()),), Plain))
    loop.turn([event, event], 0.0)
    assert loop.scenes == ()


def test_where_nothing_names_a_display_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    assert open_window(Plain, Plain, new_stage()) == "The window cannot be opened here: there is no display."


def test_a_missing_display_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **named: object) -> None:
        raise pygame.error("No available video device")

    monkeypatch.setattr(pygame.display, "set_mode", refuse)
    monkeypatch.setattr(pygame, "quit", lambda: None)
    assert (
        open_window(Plain, Plain, new_stage())
        == "The window cannot be opened here: No available video device."
    )


@pytest.mark.parametrize(("installed", "told"), [({"pygame"}, False), ({"pygame", "pygame-ce"}, True)])
def test_two_pygames_at_once_are_told(
    monkeypatch: pytest.MonkeyPatch, installed: set[str], told: bool
) -> None:
    found: Callable[[str], bool] = installed.__contains__
    monkeypatch.setattr(window, "_installed", found)
    assert (window.both_installed() is not None) == told


def test_a_stage_has_a_pen_of_the_normal_look() -> None:
    assert new_stage().pen.theme.variant == "normal"
