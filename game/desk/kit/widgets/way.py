"""A way on: an icon, where it leads, and a few words about it, in one row to press."""

from collections.abc import Iterator

from game.desk.kit.drawing.pen import Ink, Pen
from game.desk.kit.drawing.plates import blended
from game.desk.kit.geometry import Box
from game.desk.kit.widgets.base import Mood, Spot, Widget
from game.desk.kit.widgets.signs import key_ink, key_size
from game.presenters.markup import escape

_LEAD = 50
_PAD = 16
_LABEL = 190


class Way(Widget):
    """A row of a menu; the one that most people want is filled."""

    def __init__(
        self, name: str, label: str, told: str = "", *, icon: str, key: str = "", first: bool = False
    ) -> None:
        super().__init__()
        self.name, self.label, self.told = name, label, told
        self.icon, self.key_name, self.first = icon, key, first

    def wide(self, pen: Pen) -> int:
        """Measure icon, both texts and the key."""
        label = max(pen.px(_LABEL), pen.width(self.label, "panel") + pen.px(_PAD))
        return pen.px(_LEAD) + label + pen.width(self.told, "plain") + self._key(pen) + pen.px(_PAD)

    def least(self, pen: Pen) -> int:
        """Measure icon, the widest word and the key."""
        words = (*self.label.split(), *self.told.split())
        widest = max((pen.width(word, "panel") for word in words), default=0)
        return pen.px(_LEAD) + widest + self._key(pen) + pen.px(_PAD)

    def high(self, pen: Pen, width: int) -> int:
        """Measure a comfortable target, more when the words must wrap."""
        label, told = self._texts(pen, Box(0, 0, width, 0))
        return max(pen.px(44), (told.bottom if self.told else label.bottom) + pen.px(14))

    def spots(self) -> tuple[Spot, ...]:
        """Offer the whole row."""
        return (Spot(self.name, self.box, group="ways", key=self.key_name, on=self.pen.on),)

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw plate, icon, label, words and key."""
        pen, ground, near = self.pen, self.pen.ground, bool(mood.hover or mood.held)
        if self.first:
            yield pen.plate(self.box, blended(ground.solid, ground.fill, 0.14 if near else 0.0))
        elif near:
            yield pen.plate(self.box, ground.tint)
        colour = ground.on_solid if self.first else ground.text
        second = ground.on_solid if self.first else ground.second
        yield pen.icon(self.icon, pen.px(20), self.box.after(pen.px(_PAD)).left(pen.px(20)), colour)
        label, told = self._texts(pen, self.box)
        down = (self.box.h - (max(label.bottom, told.bottom) - self.box.y)) // 2
        yield from pen.paragraph(escape(self.label), "panel", label.moved(0, down), colour=colour)
        yield from pen.paragraph(escape(self.told), "plain", told.moved(0, down), colour=second)
        if self.key_name:
            width = key_size(pen, self.key_name)[0]
            right = self.box.right - pen.px(_PAD) - width
            yield from key_ink(pen, self.key_name, Box(right, self.box.y, width, self.box.h), colour)

    def _key(self, pen: Pen) -> int:
        return key_size(pen, self.key_name)[0] + pen.px(8) if self.key_name else 0

    def _texts(self, pen: Pen, box: Box) -> tuple[Box, Box]:
        """Return where both texts stand from the top of a box: side by side, or the words under the label."""
        inner = box.after(pen.px(_LEAD)).left(max(1, box.w - pen.px(_LEAD + _PAD) - self._key(pen)))
        wide = max(pen.px(_LABEL), pen.width(self.label, "panel") + pen.px(_PAD))
        if wide + pen.width(self.told, "plain") <= inner.w:
            label = inner.left(wide)._replace(h=pen.leading("panel"))
            told = inner.after(wide).top(pen.leading("plain"))
            return label, told.moved(0, (label.h - told.h) // 2)
        label = inner.top(pen.height(escape(self.label), "panel", inner.w))
        below = pen.height(escape(self.told), "plain", inner.w) if self.told else 0
        return label, inner.moved(0, label.h)._replace(h=below)
