"""The window: it opens, passes events to the topmost scene, and draws when something changed."""

import os
import sys
from collections.abc import Callable
from importlib import metadata

import pygame

from game.desk.beside import stop_all
from game.desk.gate import Gate, settled
from game.desk.kit.keys import is_chord
from game.desk.scene import Change, Home, Quit, Redraw, Scene, changed
from game.desk.screen import Screen, asks_for_full
from game.desk.stage import Stage as Stage
from game.desk.stage import new_stage as new_stage

FRAMES_A_SECOND = 30

LONGEST = 0.25
"""Seconds of a turn that a scene is told at most: nothing is skipped because the machine was busy."""

DISPLAYS = ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY")
"""What names a display on Linux; with none of them SDL would draw where nobody sees it."""


def both_installed() -> str | None:
    """Return a sentence when pygame and pygame-ce overwrite each other in one environment; else None."""
    found = {name.lower() for name in ("pygame", "pygame-ce") if _installed(name)}
    if len(found) < 2:
        return None
    return (
        "pygame and pygame-ce are both installed and overwrite each other: "
        "uninstall both, then install one of them again."
    )


def _nowhere() -> bool:
    return sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS)


def _installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def open_window(first: Callable[[], Scene], title: Callable[[], Scene], stage: Stage) -> str | None:
    """Open the window and play scenes until the last is left.

    *first* makes the first scene once the window is there, and *title* the one that leads everywhere;
    the settings of *stage* say how large the window is, and are told how large it was in the end.
    Returns None after a good end, or one sentence that says why there is no window.
    """
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    if _nowhere():
        return "The window cannot be opened here: there is no display."
    screen = Screen(stage)
    try:
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_caption("Simmer")
        surface = screen.open()
    except pygame.error as reason:
        pygame.quit()
        return f"The window cannot be opened here: {reason}."
    pygame.key.set_repeat(350, 40)
    pygame.key.stop_text_input()
    Loop(surface, (first(),), title, screen).run()
    screen.left()
    pygame.quit()
    return None


class Loop:
    """The scenes on a surface and the passing of time."""

    def __init__(
        self,
        surface: pygame.Surface,
        scenes: tuple[Scene, ...],
        title: Callable[[], Scene],
        screen: Screen | None = None,
    ) -> None:
        self.surface, self.scenes, self.title, self.screen = surface, scenes, title, screen
        self.stale, self.hidden = True, False
        self.gate = Gate()
        self._look()
        self.clock = pygame.time.Clock()

    def run(self) -> None:
        """Go on until no scene is left."""
        while self.scenes:
            self.turn(pygame.event.get(), self.clock.tick(FRAMES_A_SECOND) / 1000)
        stop_all()

    def turn(self, events: list[pygame.event.Event], seconds: float) -> None:
        """One turn: the events, the time, and a new picture if something changed."""
        for event in settled(events):
            if self.screen:
                self.screen.hold_open(event)
            if self.scenes and self.gate.lets(event):
                self.apply(self._meaning(event))
        if self.scenes:
            self.apply(self.scenes[-1].advance(min(LONGEST, seconds)))
        self.gate.advance(seconds)
        if self.screen and self.screen.follow():
            self.stale = True
        if self.scenes and self.stale and not self.hidden:
            if pygame.display.get_init():
                self.surface = pygame.display.get_surface()
            self.scenes[-1].draw(self.surface)
            pygame.display.flip()
            self.stale = False

    def apply(self, change: Change | None) -> None:
        """Change the stack as a scene asked."""
        if change is not None:
            self.scenes = changed(self.scenes, change, self.title)
            if isinstance(change, Home):
                stop_all()
            self.stale = True
        self._look()

    def _look(self) -> None:
        """Show the gate what lies on top: what comes after was not meant for it unless it could be seen."""
        if self.scenes:
            self.gate.look((self.scenes[-1], self.scenes[-1].face))

    def _meaning(self, event: pygame.event.Event) -> Change | None:
        if event.type == pygame.QUIT:
            return Quit()
        if event.type in (pygame.WINDOWMINIMIZED, pygame.WINDOWRESTORED):
            self.hidden = event.type == pygame.WINDOWMINIMIZED
            return Redraw()
        if asks_for_full(event) and self.screen:
            self.screen.toggle()
        if is_chord(event) or asks_for_full(event):
            return None
        answer = self.scenes[-1].handle(event)
        exposed = event.type in (pygame.VIDEORESIZE, pygame.VIDEOEXPOSE, pygame.WINDOWEXPOSED)
        return answer or (Redraw() if exposed else None)
