"""What every scene of the desk shares: a page, and what its touches mean."""

from __future__ import annotations

from collections.abc import Hashable
from typing import cast

import pygame

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import DESIGN_SIZE, Box
from game.desk.kit.page import Page
from game.desk.kit.touch import Closed, Moved, Pressed, Touch
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.label import Tone
from game.desk.scene import Change, Pop, Redraw
from game.desk.stage import Stage


class PageScene:
    """A scene that shows one page; a subclass composes it and says what its touches mean."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.page = Page(stage, self.compose, _window_size())
        self.page.focus_on(self.first_focus())

    @property
    def face(self) -> object:
        """What lies on top: the page, or the pop-over that is to be answered."""
        return self.page.face

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the page's widgets."""
        raise AssertionError(f"{type(self).__name__} composes no page")

    def first_focus(self) -> str:
        """Return the name of the spot that has the focus at first."""
        return ""

    def points_at(self) -> str:
        """Return the spot a lesson speaks of now; none, if it teaches nothing."""
        return ""

    def pressed(self, name: str) -> Change | None:
        """Return what pressing a spot changes."""
        return None

    def acted(self, action: Hashable) -> Change | None:
        """Return what an action that a spot carries changes."""
        return None

    def touched(self, touch: Touch) -> Change | None:
        """Return what a touch changes; one that only moved the focus redraws."""
        if isinstance(touch, Pressed):
            changed = self.pressed(touch.name) if touch.action is None else self.acted(touch.action)
            return changed or Redraw()
        if isinstance(touch, Closed) and not touch.name:
            return self.left()
        return Redraw()

    def left(self) -> Change | None:
        """Return what Esc changes on the bare page."""
        return Pop()

    def handle(self, event: pygame.event.Event) -> Change | None:
        """Answer an event."""
        touch = self.page.handle(event)
        return None if touch is None else self.touched(touch)

    def advance(self, seconds: float) -> Change | None:
        """Let time pass."""
        touch = self.page.advance(seconds)
        gone = self.stage.caption.advance(seconds)
        return Redraw() if gone or isinstance(touch, Moved) else None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the page, and the last sound in words."""
        self.page.point_at(self.points_at())
        self.page.draw(surface)
        self.stage.caption.draw(surface, self.page.pen, self.left_free())

    def left_free(self) -> Box | None:
        """Return a place on the page where nothing is drawn, if it keeps one free for captions."""
        return None


def tone_of(shape: str) -> Tone:
    """Return the tone of words in the colour of the side with this shape."""
    return cast(Tone, shape or "text")


def _window_size() -> tuple[int, int]:
    surface = pygame.display.get_surface() if pygame.display.get_init() else None
    return surface.get_size() if surface else DESIGN_SIZE
