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

    def draw(self, surface: pygame.Surface, pen: Pen) -> None:
        """Draw the caption in the middle of the foot, if there is one."""
        if not self.words:
            return
        ink = pen.lying_on(On.BAR)
        row = Row(Picture("volume-2", 16), Label(escape(self.words), "note"), gap=8)
        panel = Panel(row, On.BAR, pad=12, down=6, radius=4, edge=True)
        width = min(panel.wide(ink), surface.get_width() - 16)
        height = panel.high(ink, width)
        foot = surface.get_height() - height - ink.px(16)
        panel.place(ink, Box((surface.get_width() - width) // 2, foot, width, height))
        panel.draw(surface, CALM)
