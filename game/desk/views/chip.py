"""Chips: one effect each, filled when it helps this seat, outlined when it costs it or is a risk."""

from collections.abc import Iterator

from game.desk.kit.drawing.pen import Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.widgets.base import Mood, Widget
from game.presenters.content import Chip
from game.presenters.markup import escape


def chip_width(pen: Pen, chip: Chip, words: bool) -> int:
    """How wide a chip is, with its track in words or by icon alone."""
    return pen.px(14) + pen.px(3) + pen.width(chip_text(chip, words), "chip") + pen.px(9)


def chip_text(chip: Chip, words: bool) -> str:
    """Return what stands on a chip beside its icon."""
    return f"{chip.label} {chip.amount}" if words and chip.label else chip.amount


def chip_ink(pen: Pen, chip: Chip, box: Box, words: bool) -> Iterator[Ink]:
    """Draw a chip that fills its box."""
    ground = pen.ground
    colour = ground.on_solid if chip.helps else ground.text
    yield pen.plate(box, ground.solid if chip.helps else "", ground.text, radius=3)
    icon = Box(box.x + pen.px(4), box.y, pen.px(14), box.h)
    yield pen.icon(chip.icon, pen.px(14), icon, colour)
    place, text = box.after(pen.px(4 + 14 + 3)), chip_text(chip, words)
    if pen.width(text, "chip") <= place.w:
        yield pen.write(text, "chip", place, colour=colour)
        return
    room = max(1, place.w - pen.px(5))
    place = place.left(room).middle(room, pen.height(escape(text), "chip", room))
    yield from pen.paragraph(escape(text), "chip", place, colour=colour)


class ChipLabel(Widget):
    """A chip with its track in words, or by icon alone."""

    def __init__(self, chip: Chip, *, words: bool = True) -> None:
        super().__init__()
        self.chip, self.words = chip, words

    def wide(self, pen: Pen) -> int:
        """Icon and words."""
        return chip_width(pen, self.chip, self.words)

    def high(self, pen: Pen, width: int) -> int:
        """One line, or as many as its words need."""
        room = max(1, width - chip_width(pen, Chip("", ""), False))
        lines = pen.height(escape(chip_text(self.chip, self.words)), "chip", room)
        return max(pen.px(20), lines + pen.px(4))

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the chip."""
        yield from chip_ink(self.pen, self.chip, self.box, self.words)
