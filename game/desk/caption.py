"""A caption: the last sound in words, for a moment, at the foot of the page."""

import pygame

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import CALM
from game.desk.kit.widgets.label import Label
from game.desk.kit.widgets.panel import Panel
from game.desk.kit.widgets.signs import Picture
from game.desk.kit.widgets.stack import Row
from game.desk.sound import caption_of
from game.presenters.markup import escape

LASTS = 2.5
"""Seconds a caption stands."""


class Caption:
    """Tells one sound at a time."""

    def __init__(self) -> None:
        self.words, self._left = "", 0.0

    def show(self, sound: str) -> None:
        """Tell a sound from now on."""
        self.words, self._left = caption_of(sound), LASTS

    def advance(self, seconds: float) -> bool:
        """Let time pass; whether the caption has gone."""
        if not self.words:
            return False
        self._left -= seconds
        if self._left > 0:
            return False
        self.words = ""
        return True

    def draw(self, surface: pygame.Surface, pen: Pen, free: Box | None = None) -> None:
        """Draw the caption, if there is one: in the *free* place if it fits there, or else at the foot."""
        if not self.words:
            return
        ink = pen.lying_on(On.BAR)
        row = Row(Picture("volume-2", 16), Label(escape(self.words), "note"), gap=8)
        panel = Panel(row, On.BAR, pad=12, down=6, radius=4, edge=True)
        width = min(panel.wide(ink), surface.get_width() - 16)
        height = panel.high(ink, width)
        if free is None or width > free.w or height > free.h:
            free = Box(0, 0, surface.get_width(), surface.get_height() - ink.px(16))
        panel.place(ink, Box(free.x + (free.w - width) // 2, free.bottom - height, width, height))
        panel.draw(surface, CALM)
