"""A sheet that turns over: its back first, then its face."""

from math import cos, pi

import pygame

from game.desk.kit.drawing.pen import Motion, Pen
from game.desk.kit.drawing.plates import part
from game.desk.kit.widgets.base import Mood, Widget

LASTS = 0.24
"""Seconds a sheet takes to turn."""
APART = 0.12
"""Seconds between one sheet and the next."""
_FADE = 0.1


class TurnOver(Widget):
    """Shows *back* until its time comes, turns, and shows *face*; reduced motion fades instead."""

    def __init__(self, name: str, back: Widget, face: Widget, place: int = 0) -> None:
        super().__init__()
        self.name, self.back, self.face = name, back, face
        self.delay = place * (LASTS + APART)
        self.gone = 0.0

    def children(self) -> tuple[Widget, ...]:
        """Its face, which can be touched throughout."""
        return (self.face,)

    def wide(self, pen: Pen) -> int:
        """As wide as its face."""
        return self.face.wide(pen)

    def high(self, pen: Pen, width: int) -> int:
        """As high as its face."""
        return self.face.high(pen, width)

    def arrange(self) -> None:
        """Lay back and face on the same place."""
        self.back.place(self.pen, self.box)
        self.face.place(self.pen, self.box)

    @property
    def part(self) -> float:
        """How far it has turned, from 0 to 1."""
        if self.pen.motion is Motion.OFF:
            return 1.0
        turning = self.pen.motion is Motion.FULL
        return min(
            1.0, max(0.0, (self.gone - (self.delay if turning else 0)) / (LASTS if turning else _FADE))
        )

    def advance(self, seconds: float) -> bool:
        """Turn on."""
        before = self.part
        self.gone += seconds
        return self.part != before

    def skip(self) -> None:
        """Show the face at once."""
        self.gone = self.delay + LASTS

    def adopt(self, before: Widget) -> None:
        """Go on from where it was."""
        if isinstance(before, TurnOver):
            self.gone = before.gone

    def draw(self, surface: pygame.Surface, mood: Mood) -> None:
        """Draw the side that is up, narrowed while it turns."""
        if self.part >= 1.0:
            super().draw(surface, mood)
        elif self.pen.motion is Motion.REDUCED:
            self.back.draw(surface, mood)
            self._lay(surface, self.face, mood, self.box.w, round(255 * self.part))
        else:
            up = self.face if self.part > 0.5 else self.back
            self._lay(surface, up, mood, round(self.box.w * abs(cos(self.part * pi))), 255)

    def _lay(self, surface: pygame.Surface, side: Widget, mood: Mood, width: int, alpha: int) -> None:
        """Draw a side where it lies, take it up, and lay it down again narrowed or faint."""
        found = part(surface, self.box)
        if found is None:
            return
        seen, place = found
        under = seen.copy()
        side.draw(surface, mood)
        narrow = pygame.transform.smoothscale(seen, (max(1, width), place.h))
        if alpha < 255:
            narrow.set_alpha(alpha)
        surface.blit(under, place)
        surface.blit(narrow, (place.x + (place.w - narrow.get_width()) // 2, place.y))
