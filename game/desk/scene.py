"""Scenes: what one screen must answer, and what it may ask of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import pygame


class Scene(Protocol):
    """One screen. It asks the window for a change by returning it; it never touches the stack itself."""

    @property
    def face(self) -> object:
        """What lies on top in it; another one once the same press would mean something else."""

    def handle(self, event: pygame.event.Event) -> Change | None:
        """Answer an event; None when nothing changed."""

    def advance(self, seconds: float) -> Change | None:
        """Let time pass; None when nothing changed."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the whole screen."""


@dataclass(frozen=True)
class Redraw:
    """The same scene looks different now."""


@dataclass(frozen=True)
class Push:
    """Lay a scene over this one."""

    scene: Scene


@dataclass(frozen=True)
class Pop:
    """Leave this scene for the one below; the last one leaves the game."""


@dataclass(frozen=True)
class Swap:
    """Put a scene in the place of this one."""

    scene: Scene


@dataclass(frozen=True)
class Home:
    """Leave all scenes for the title."""


@dataclass(frozen=True)
class Quit:
    """Close the window."""


Change = Redraw | Push | Pop | Swap | Home | Quit


def changed(scenes: tuple[Scene, ...], change: Change, title: Callable[[], Scene]) -> tuple[Scene, ...]:
    """Return the stack after a change; *title* makes the scene to go home to; empty closes the window."""
    match change:
        case Push(scene):
            return (*scenes, scene)
        case Pop():
            return scenes[:-1]
        case Swap(scene):
            return (*scenes[:-1], scene)
        case Home():
            return (title(),)
        case Quit():
            return ()
        case Redraw():
            return scenes
