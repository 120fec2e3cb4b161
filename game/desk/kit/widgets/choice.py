"""A choice of a few: segments side by side, one of them filled."""

from collections.abc import Iterator
from dataclasses import dataclass

import pygame

from game.desk.kit.drawing.marks import Mark
from game.desk.kit.drawing.pen import Fill, Ink, Pen
from game.desk.kit.geometry import Box, columns
from game.desk.kit.touch import Picked, Touch
from game.desk.kit.widgets.base import Mood, Spot, Widget
from game.presenters.markup import escape


@dataclass(frozen=True)
class Option:
    """One thing that can be chosen."""

    id: str
    label: str
    mark: Mark | None = None
    off: str = ""
    """Why it cannot be chosen now."""


class Choice(Widget):
    """Segments in one outline; they stand under each other when their words do not fit side by side."""

    def __init__(self, name: str, options: tuple[Option, ...], chosen: str, *, height: int = 40) -> None:
        super().__init__()
        self.name, self.options, self.chosen, self.height = name, options, chosen, height

    def wide(self, pen: Pen) -> int:
        """As wide as the longest words need, side by side."""
        return max(self._natural(pen, option) for option in self.options) * len(self.options)

    def high(self, pen: Pen, width: int) -> int:
        """One row, or one for each option."""
        return pen.px(self.height) * (len(self.options) if self._tall(pen, width) else 1)

    def spots(self) -> tuple[Spot, ...]:
        """One for each option."""
        boxes = zip(self.options, self._boxes(), strict=True)
        return tuple(
            Spot(
                self._spot_name(option),
                box,
                off=option.off,
                group=self.name,
                on=self.pen.on,
                action=Picked(self.name, option.id),
            )
            for option, box in boxes
        )

    def key(self, spot: Spot, event: pygame.event.Event) -> Touch | None:
        """Leave all keys to the page: arrows walk the options."""
        return None

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the outline, the parting lines, the words."""
        ground = self.pen.ground
        yield self.pen.plate(self.box, ground.raised, ground.text)
        tall = self._tall(self.pen, self.box.w)
        for option, box in zip(self.options, self._boxes(), strict=True):
            if option.id == self.chosen:
                yield from self._filled(box)
            elif mood.hover == self._spot_name(option) and not option.off:
                yield self.pen.plate(box.inset(2), ground.tint)
            if box.x > self.box.x or box.y > self.box.y:
                line = box.top(1) if tall else box.left(1)
                yield Fill(line, ground.text)
            yield from self._words(option, box)

    def _filled(self, box: Box) -> Iterator[Ink]:
        """Draw a filled segment: round only where the outline is."""
        solid = self.pen.ground.solid
        yield self.pen.plate(box, solid)
        first = box.x == self.box.x and box.y == self.box.y
        last = box.right == self.box.right and box.bottom == self.box.bottom
        tall = box.w == self.box.w
        if not first:
            yield Fill(box._replace(h=box.h - 5) if tall else box._replace(w=box.w - 5), solid)
        if not last:
            yield Fill(box.below(5) if tall else box.after(5), solid)

    def _words(self, option: Option, box: Box) -> Iterator[Ink]:
        chosen = option.id == self.chosen
        ground = self.pen.ground
        colour = ground.on_solid if chosen else ground.second if option.off else ground.text
        width = min(box.w - 8, self._natural(self.pen, option) - self.pen.px(32))
        inner = box.middle(width, box.h)
        if option.mark:
            size = self.pen.px(22)
            yield from self.pen.mark(option.mark.shape, option.mark.letter, self.pen.px(16), inner.left(size))
            inner = inner.after(size + self.pen.px(4))
        yield from self.pen.paragraph(
            escape(option.label), "button", inner.middle(inner.w, self.pen.leading("button")), colour=colour
        )

    def _spot_name(self, option: Option) -> str:
        return f"{self.name}:{option.id}"

    def _natural(self, pen: Pen, option: Option) -> int:
        return pen.width(option.label, "button") + pen.px(32) + (pen.px(26) if option.mark else 0)

    def _tall(self, pen: Pen, width: int) -> bool:
        return self.wide(pen) - pen.px(20) * len(self.options) > width

    def _boxes(self) -> tuple[Box, ...]:
        if not self._tall(self.pen, self.box.w):
            return columns(self.box, [1.0] * len(self.options))
        height = self.box.h // len(self.options)
        return tuple(
            Box(self.box.x, self.box.y + i * height, self.box.w, height) for i in range(len(self.options))
        )
