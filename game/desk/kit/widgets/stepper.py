"""A stepper: a small whole number with a minus and a plus."""

from collections.abc import Iterator

import pygame

from game.desk.kit.drawing.pen import Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.touch import Picked, Touch
from game.desk.kit.widgets.base import Mood, Spot, Widget

_STEPS = {
    pygame.K_MINUS: -1,
    pygame.K_KP_MINUS: -1,
    pygame.K_PLUS: 1,
    pygame.K_EQUALS: 1,
    pygame.K_KP_PLUS: 1,
}


class Stepper(Widget):
    """Minus, plus, and between two ends nothing else."""

    def __init__(self, name: str, value: int, low: int, high: int, *, show: bool = True) -> None:
        super().__init__()
        self.name, self.value, self.low, self.top, self.show = name, value, low, high, show

    def wide(self, pen: Pen) -> int:
        """Two targets and the number."""
        return pen.px(28) * 2 + pen.px(6) + (pen.px(26) if self.show else 0)

    def high(self, pen: Pen, width: int) -> int:
        """One target."""
        return pen.px(28)

    def spots(self) -> tuple[Spot, ...]:
        """Offer the minus and the plus; at an end, the one that leads past it is off."""
        minus, plus = self._boxes()
        ends = (self.value <= self.low, self.value >= self.top)
        return tuple(
            Spot(
                f"{self.name}:{sign}",
                box,
                off=f"{self.value}" if end else "",
                group=self.name,
                on=self.pen.on,
                action=self._by(change),
            )
            for sign, change, box, end in zip(("minus", "plus"), (-1, 1), (minus, plus), ends, strict=True)
        )

    def key(self, spot: Spot, event: pygame.event.Event) -> Touch | None:
        """One less or one more by the signs themselves."""
        return self._by(_STEPS[event.key]) if event.key in _STEPS else None

    def _by(self, change: int) -> Picked:
        return Picked(self.name, min(max(self.low, self.value + change), self.top))

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the number and the two targets."""
        ground = self.pen.ground
        minus, plus = self._boxes()
        if self.show:
            room = self.box.left(minus.x - self.box.x - self.pen.px(6))
            yield self.pen.write(str(self.value), "figure", room, "right")
        for sign, box, end in (
            ("minus", minus, self.value <= self.low),
            ("plus", plus, self.value >= self.top),
        ):
            near = mood.hover == f"{self.name}:{sign}" and not end
            edge = ground.hair if end else ground.text
            yield self.pen.plate(box, ground.tint if near else ground.raised, edge)
            yield self.pen.icon(sign, self.pen.px(16), box, edge)

    def _boxes(self) -> tuple[Box, Box]:
        side = self.pen.px(28)
        plus = Box(self.box.right - side, self.box.y + (self.box.h - side) // 2, side, side)
        return plus.moved(-side - self.pen.px(6), 0), plus
