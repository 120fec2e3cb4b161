"""A window onto something longer than itself."""

from collections.abc import Iterator

import pygame

from game.desk.kit.drawing.pen import Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.touch import Moved, Touch
from game.desk.kit.widgets.base import RIM, Mood, Spot, Widget, seen_through

_GUTTER = 12
_STEP = 48


class Scroll(Widget):
    """One widget seen through a window; only what can be seen is drawn.

    It asks for no more height than *most*, in pixels at scale 1.0, where that is given. A *steady* one keeps
    the room of its bar free, so that nothing wraps anew when it grows longer than its window.
    """

    def __init__(
        self, name: str, child: Widget, *, at_end: bool = False, most: int = 0, steady: bool = False
    ) -> None:
        super().__init__()
        self.most, self.steady = most, steady
        self.name, self.child = name, child
        self.offset = 1 << 30 if at_end else 0

    def children(self) -> tuple[Widget, ...]:
        """Return what is seen through it."""
        return (self.child,)

    def wide(self, pen: Pen) -> int:
        """Measure the child's width and room for the bar."""
        return self.child.wide(pen) + _GUTTER

    def least(self, pen: Pen) -> int:
        """Measure what the child needs, and the bar."""
        return self.child.least(pen) + _GUTTER

    def high(self, pen: Pen, width: int) -> int:
        """Measure the child's height; a window that should scroll is given less."""
        height = self.child.high(pen, width)
        return min(height, pen.px(self.most)) if self.most else height

    @property
    def depth(self) -> int:
        """How far it can be scrolled."""
        return max(0, self.child.box.h - self.box.h)

    def arrange(self) -> None:
        """Place the child, leaving room for the bar when it is longer than the window."""
        height, width = self.child.high(self.pen, self.box.w), self.box.w
        if height > self.box.h or self.steady:
            width -= _GUTTER
            height = self.child.high(self.pen, width)
        height = max(height, self.box.h)
        self.offset = min(max(0, self.offset), max(0, height - self.box.h))
        self.child.place(self.pen, Box(self.box.x, self.box.y - self.offset, width, height))

    def scroll_to(self, offset: int) -> bool:
        """Scroll so far from the top; whether anything moved."""
        offset = min(max(0, offset), self.depth)
        moved, self.offset = offset - self.offset, offset
        if moved:
            self.child.shift(0, -moved)
            self.smudge()
        return bool(moved)

    def wheel(self, steps: int) -> bool:
        """Scroll by some steps of the wheel."""
        return self.scroll_to(self.offset - steps * _STEP)

    def leaf(self, pages: float) -> bool:
        """Scroll by windowfuls."""
        return self.scroll_to(self.offset + round(pages * self.box.h * 0.9))

    def bring(self, box: Box) -> bool:
        """Scroll as little as shows a box, with its ring."""
        up = self.box.y + 6 - box.y
        down = box.bottom - (self.box.bottom - 6)
        return self.scroll_to(self.offset - up if up > 0 else self.offset + max(0, down))

    def spots(self) -> tuple[Spot, ...]:
        """Offer the thumb of the bar."""
        if not self.depth:
            return ()
        return (Spot(f"{self.name}:bar", self._thumb(), on=self.pen.on, pointer_only=True),)

    def drag(self, spot: Spot, at: tuple[int, int]) -> Touch | None:
        """Follow the pointer with the middle of the thumb."""
        thumb = self._thumb()
        part = (at[1] - self.box.y - thumb.h / 2) / max(1, self.box.h - thumb.h)
        return Moved() if self.scroll_to(round(part * self.depth)) else None

    def press(self, spot: Spot, at: tuple[int, int]) -> Touch | None:
        """Letting go of the thumb changes nothing."""
        return Moved()

    def all_spots(self) -> Iterator[tuple[Widget, Spot]]:
        """Return the thumb, and what is in it as seen through the window."""
        yield from ((self, spot) for spot in self.own_spots())
        for widget, spot in self.child.all_spots():
            yield widget, self.through(spot)

    def under(self, point: tuple[int, int]) -> Iterator[tuple[Widget, Spot]]:
        """Every spot at a point, as far as it can be seen through the window."""
        yield from ((self, spot) for spot in self.own_spots() if spot.box.contains(point))
        if self.box.inset(-RIM, 0).contains(point):
            yield from ((w, self.through(spot)) for w, spot in self.child.under(point))

    def through(self, spot: Spot) -> Spot:
        """Return a spot of its child as it is seen through the window."""
        return seen_through(spot, self.box.inset(-RIM))

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the bar."""
        if self.depth:
            ground = self.pen.ground
            yield self.pen.plate(self._bar(), ground.hair, radius=3)
            yield self.pen.plate(self._thumb(), ground.text if mood.hover else ground.second, radius=3)

    def draw(self, surface: pygame.Surface, mood: Mood) -> None:
        """Draw what can be seen of the child."""
        before = surface.get_clip()
        surface.set_clip(before.clip(self.box.inset(-RIM, 0)))
        super().draw(surface, mood)
        surface.set_clip(before)

    def adopt(self, before: Widget) -> None:
        """Stay where it was."""
        if isinstance(before, Scroll):
            self.offset = before.offset

    def _bar(self) -> Box:
        return Box(self.box.right - 6, self.box.y, 6, self.box.h)

    def _thumb(self) -> Box:
        height = max(28, self.box.h * self.box.h // max(1, self.child.box.h))
        down = (self.box.h - height) * self.offset // max(1, self.depth)
        return self._bar()._replace(y=self.box.y + down, h=height)
