"""A switch: something that is on or off."""

from collections.abc import Iterator

from game.desk.geometry import Box
from game.desk.ink.pen import Ink, Pen
from game.desk.touch import Picked, Touch
from game.desk.widgets.base import Mood, Spot, Widget
from game.presenters.words import _


class Switch(Widget):
    """On or off, in words and as a knob that is left or right."""

    def __init__(self, name: str, on: bool, *, off_reason: str = "") -> None:
        super().__init__()
        self.name, self.is_on, self.off_reason = name, on, off_reason

    def wide(self, pen: Pen) -> int:
        """Measure the word and the knob's track."""
        return max(pen.width(_("on"), "plain"), pen.width(_("off"), "plain")) + pen.px(8 + 36)

    def high(self, pen: Pen, width: int) -> int:
        """Measure a comfortable target."""
        return pen.px(32)

    def spots(self) -> tuple[Spot, ...]:
        """Offer the whole of it."""
        return (Spot(self.name, self.box, off=self.off_reason, on=self.pen.on, radius=6),)

    def press(self, spot: Spot, at: tuple[int, int]) -> Touch:
        """Turn it over."""
        return Picked(self.name, int(not self.is_on))

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the word, the track and the knob."""
        ground, px = self.pen.ground, self.pen.px
        track = self.box.after(self.box.w - px(34)).middle(px(34), px(18))
        words = self.box.left(self.box.w - px(34 + 8))
        yield self.pen.write(_("on") if self.is_on else _("off"), "plain", words, "right")
        near = bool(mood.hover or mood.held)
        fill = ground.solid if self.is_on else ground.tint if near else ground.raised
        yield self.pen.plate(track, fill, ground.text, radius=px(9))
        knob = Box(track.right - px(15) if self.is_on else track.x + px(3), track.y + px(3), px(12), px(12))
        yield self.pen.plate(knob, ground.on_solid if self.is_on else ground.text, radius=px(6))
