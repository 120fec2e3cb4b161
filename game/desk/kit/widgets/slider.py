"""A slider: a number between two ends."""

from collections.abc import Iterator

import pygame

from game.desk.kit.drawing.pen import Fill, Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.touch import Moved, Picked, Touch
from game.desk.kit.widgets.base import Mood, Spot, Widget

_STEPS = {pygame.K_LEFT: -1, pygame.K_DOWN: -1, pygame.K_RIGHT: 1, pygame.K_UP: 1}


class Slider(Widget):
    """A knob on a line with ticks, and the number beside it; *decimals* says how it is written.

    A *patient* one tells its value only when the knob is let go, for values that move the page itself.
    """

    def __init__(
        self,
        name: str,
        value: float,
        low: float,
        high: float,
        step: float,
        *,
        decimals: int = 0,
        patient: bool = False,
    ) -> None:
        super().__init__()
        self.name, self.value, self.low, self.top = name, value, low, high
        self.step, self.decimals, self.patient = step, decimals, patient

    def wide(self, pen: Pen) -> int:
        """Room to choose exactly."""
        return pen.px(320)

    def high(self, pen: Pen, width: int) -> int:
        """Measure a comfortable target."""
        return pen.px(40)

    def spots(self) -> tuple[Spot, ...]:
        """Offer the whole of it."""
        return (Spot(self.name, self.box, on=self.pen.on),)

    def press(self, spot: Spot, at: tuple[int, int]) -> Touch:
        """Move the knob to the pointer."""
        line = self._line()
        part = (at[0] - line.x) / max(1, line.w)
        return self._to(self.low + part * (self.top - self.low))

    def drag(self, spot: Spot, at: tuple[int, int]) -> Touch:
        """Follow the pointer."""
        picked = self.press(spot, at)
        return Moved(self.name) if self.patient else picked

    def key(self, spot: Spot, event: pygame.event.Event) -> Touch | None:
        """Move by one step, or to an end."""
        if event.key in _STEPS:
            return self._to(self.value + _STEPS[event.key] * self.step)
        ends = {pygame.K_HOME: self.low, pygame.K_END: self.top}
        return self._to(ends[event.key]) if event.key in ends else None

    def _to(self, value: float) -> Picked:
        steps = round((value - self.low) / self.step)
        value = min(max(self.low, self.low + steps * self.step), self.top)
        self.value = round(value, self.decimals) if self.decimals else round(value)
        self.smudge()
        return Picked(self.name, self.value)

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the line, the ticks, the knob, the number."""
        ground, px = self.pen.ground, self.pen.px
        line = self._line()
        part = (self.value - self.low) / (self.top - self.low)
        knob = line.x + round(part * line.w)
        yield self.pen.plate(line, ground.hair, radius=2)
        yield self.pen.plate(line.left(max(4, knob - line.x)), ground.solid, radius=2)
        for tick in range(7):
            x = line.x + round(tick / 6 * (line.w - 1))
            yield Fill(Box(x, line.bottom + px(6), 1, px(5)), ground.second)
        grip = Box(knob - px(9), self.box.y + self.box.h // 2 - px(12), px(18), px(24))
        near = bool(mood.hover or mood.held)
        yield self.pen.plate(grip, ground.tint if near else ground.raised, ground.text, 2)
        yield self.pen.write(f"{self.value:.{self.decimals}f}", "panel", self.box.inset(px(6), 0), "right")

    def _line(self) -> Box:
        room = self.box.left(self.box.w - self.pen.px(56))
        return room.inset(self.pen.px(9), 0).middle(room.w - 2 * self.pen.px(9), self.pen.px(4))
