"""A box to tick, with words that say what a tick means."""

from collections.abc import Iterator

from game.desk.kit.drawing.pen import Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.touch import Picked, Touch
from game.desk.kit.widgets.base import Mood, Spot, Widget
from game.presenters.markup import escape

_BOX = 22
_GAP = 10


class Checkbox(Widget):
    """Ticked or not; pressing box or words turns it over."""

    def __init__(self, name: str, words: str, ticked: bool, *, off: str = "") -> None:
        super().__init__()
        self.name, self.words, self.ticked, self.off = name, words, ticked, off

    def wide(self, pen: Pen) -> int:
        """Measure the box and the words."""
        return pen.px(_BOX + _GAP + 8) + pen.width(self.words, "button")

    def least(self, pen: Pen) -> int:
        """Measure the box and the widest word."""
        words = max((pen.width(word, "button") for word in self.words.split()), default=0)
        return pen.px(_BOX + _GAP + 8) + words

    def high(self, pen: Pen, width: int) -> int:
        """Measure a comfortable target, more when the words must wrap."""
        room = max(1, width - pen.px(_BOX + _GAP + 8))
        return max(pen.px(40), pen.height(escape(self.words), "button", room) + pen.px(12))

    def spots(self) -> tuple[Spot, ...]:
        """Offer the box with its words."""
        wide = min(self.box.w, self.wide(self.pen))
        return (Spot(self.name, self.box.left(wide), off=self.off, on=self.pen.on),)

    def press(self, spot: Spot, at: tuple[int, int]) -> Touch:
        """Turn it over."""
        return Picked(self.name, int(not self.ticked))

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the box, the tick and the words."""
        pen, ground, side = self.pen, self.pen.ground, self.pen.px(_BOX)
        near = bool(mood.hover or mood.held)
        square = Box(self.box.x + pen.px(4), self.box.y, side, self.box.h).middle(side, side)
        fill = ground.solid if self.ticked else ground.tint if near else ground.raised
        yield pen.plate(square, fill, ground.text, 2)
        if self.ticked:
            yield pen.icon("check", pen.px(16), square, ground.on_solid)
        text = escape(self.words)
        words = self.box.after(pen.px(4 + _BOX + _GAP)).left(max(1, self.box.w - pen.px(_BOX + _GAP + 8)))
        words = words.middle(words.w, pen.height(text, "button", words.w))
        yield from pen.paragraph(text, "button", words, colour=ground.second if self.off else ground.text)
