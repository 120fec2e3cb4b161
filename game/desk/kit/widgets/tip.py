"""A tip: a few words beside what is pointed at."""

import pygame

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import CALM, Spot
from game.desk.kit.widgets.label import Label
from game.desk.kit.widgets.panel import Panel
from game.presenters.markup import escape

_WIDEST = 320


class Tip:
    """Shows the tip of one spot at a time."""

    def __init__(self) -> None:
        self._panel: Panel | None = None
        self._of = ""

    def hide(self) -> None:
        """Show nothing."""
        self._panel, self._of = None, ""

    def show(self, pen: Pen, room: Box, spot: Spot | None) -> bool:
        """Show the tip of a spot, or the reason it is off; whether that is new."""
        words = (spot.tip or spot.off) if spot else ""
        if spot is None or not words or self._of == spot.name:
            return False
        self._of = spot.name
        ink = pen.lying_on(On.BAR)
        self._panel = Panel(Label(escape(words), "note"), On.BAR, pad=8, down=6, radius=4, edge=True)
        width = min(pen.px(_WIDEST), self._panel.wide(ink))
        height = self._panel.high(ink, width)
        x = min(max(room.x + 8, spot.shown.centre[0] - width // 2), room.right - width - 8)
        below = spot.shown.bottom + 8
        y = below if below + height < room.bottom else spot.shown.y - height - 8
        self._panel.place(ink, Box(x, y, width, height))
        return True

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the tip, if there is one."""
        if self._panel:
            self._panel.draw(surface, CALM)
