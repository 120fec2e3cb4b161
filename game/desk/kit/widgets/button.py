"""A button: filled, outlined, plain, or off with its reason."""

from collections.abc import Hashable, Iterator
from enum import Enum

from game.desk.kit.drawing.pen import Ink, Pen
from game.desk.kit.drawing.plates import blended
from game.desk.kit.widgets.base import Mood, Spot, Widget
from game.desk.kit.widgets.signs import key_ink, key_size
from game.presenters.markup import escape


class Kind(Enum):
    """How much a button stands out; a panel has at most one primary."""

    PRIMARY = "primary"
    SECOND = "second"
    PLAIN = "plain"


class Button(Widget):
    """Words to press, with an icon before and a key box after them.

    *off* is the reason it cannot be pressed; it is printed in place of the words.
    """

    def __init__(
        self,
        name: str,
        text: str,
        kind: Kind = Kind.SECOND,
        *,
        icon: str = "",
        key: str = "",
        off: str = "",
        tip: str = "",
        height: int = 40,
        style: str = "button",
        group: str = "",
        chosen: bool = False,
        action: Hashable = None,
    ) -> None:
        super().__init__()
        self.name, self.text, self.kind, self.off, self.tip = name, off or text, kind, off, tip
        self.icon, self.key_name, self.height, self.style = "ban" if off else icon, key, height, style
        self.group, self.chosen, self.action = group, chosen, action

    def wide(self, pen: Pen) -> int:
        """Icon, words, key box and padding."""
        padding = pen.px(8 if self.kind is Kind.PLAIN else 2 * 16)
        return self._icon_width(pen) + pen.width(self.text, self.style) + self._key_width(pen) + padding

    def high(self, pen: Pen, width: int) -> int:
        """Its height, more when its words must wrap."""
        room = width - (self.wide(pen) - pen.width(self.text, self.style))
        return max(pen.px(self.height), pen.height(escape(self.text), self.style, max(1, room)) + pen.px(12))

    def spots(self) -> tuple[Spot, ...]:
        """Offer the whole of it."""
        on, act = self.pen.on, self.action
        return (Spot(self.name, self.box, self.tip, self.off, self.group, self.key_name, on, action=act),)

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Plate, icon, words, key box."""
        ground = self.pen.ground
        colour = ground.on_solid if self._filled else ground.second if self.off else ground.text
        yield from self._plate(mood)
        text_width = min(self.pen.width(self.text, self.style), self.box.w - self._beside)
        across = self._beside - self._padding + text_width
        inner = self.box.middle(max(0, across), self.box.h)
        if self.icon:
            size = self._icon_size(self.pen)
            yield self.pen.icon(self.icon, size, inner.left(size), colour)
        words = inner.after(self._icon_width(self.pen)).left(text_width)
        words = words.middle(words.w, self.pen.height(escape(self.text), self.style, max(1, words.w)))
        yield from self.pen.paragraph(escape(self.text), self.style, words, "centre", colour)
        if self.key_name:
            width = key_size(self.pen, self.key_name)[0]
            yield from key_ink(self.pen, self.key_name, inner.after(inner.w - width), colour)

    @property
    def _filled(self) -> bool:
        return (self.kind is Kind.PRIMARY or self.chosen) and not self.off

    @property
    def _padding(self) -> int:
        return self.pen.px(8 if self.kind is Kind.PLAIN else 2 * 16)

    @property
    def _beside(self) -> int:
        return self._icon_width(self.pen) + self._key_width(self.pen) + self._padding

    def _plate(self, mood: Mood) -> Iterator[Ink]:
        ground, near = self.pen.ground, bool(mood.hover or mood.held)
        if self.off:
            yield self.pen.dashed(self.box, ground.raised, ground.second)
        elif self._filled:
            yield self.pen.plate(self.box, blended(ground.solid, ground.fill, 0.14 if near else 0.0))
        elif self.kind is Kind.SECOND:
            yield self.pen.plate(self.box, ground.tint if near else ground.raised, ground.text)
        elif near:
            yield self.pen.plate(self.box, ground.tint)

    def _icon_size(self, pen: Pen) -> int:
        return round(pen.size(self.style) * 1.3)

    def _icon_width(self, pen: Pen) -> int:
        return self._icon_size(pen) + pen.px(8) if self.icon else 0

    def _key_width(self, pen: Pen) -> int:
        return key_size(pen, self.key_name)[0] + pen.px(8) if self.key_name else 0
