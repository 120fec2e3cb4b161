"""Segments that count a reading without colour, and a reading with a notch at what is needed."""

from collections.abc import Iterator

from game.desk.kit.drawing.pen import Fill, Ink, Pen
from game.desk.kit.geometry import Box, shares
from game.desk.kit.widgets.base import Mood, Widget


def segment_ink(pen: Pen, box: Box, lit: int, of: int, *, gap: int = 2, colour: str = "") -> Iterator[Ink]:
    """Draw *lit* filled boxes out of *of*, side by side across a box."""
    ground = pen.ground
    widths = shares(box.w, [1.0] * of, gap)
    wide = min(widths, default=0)
    for index in range(of):
        cell = Box(box.x + index * (wide + gap), box.y, wide, box.h)
        if index < lit:
            yield pen.plate(cell, colour or ground.solid, radius=2)
        else:
            yield pen.plate(cell, "", ground.hair, radius=2)


class Notched(Widget):
    """A reading in segments with a notch after as many as are needed."""

    def __init__(self, reading: int, need: int, of: int = 10) -> None:
        super().__init__()
        self.reading, self.need, self.of = reading, need, of

    def wide(self, pen: Pen) -> int:
        """Segments wide enough to count."""
        return pen.px(18) * self.of

    def high(self, pen: Pen, width: int) -> int:
        """Segments, and the notch above them."""
        return pen.px(24)

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the segments, then the notch."""
        pen, gap = self.pen, 2
        cells = self.box.below(pen.px(8)).left(min(self.box.w, self.wide(pen)))
        yield from segment_ink(pen, cells, self.reading, self.of, gap=gap)
        step = (cells.w + gap) // self.of
        x = cells.x + min(self.of, max(0, self.need)) * step - gap
        colour = pen.ground.text
        yield Fill(Box(x, self.box.y + pen.px(4), 2, self.box.h - pen.px(4)), colour)
        yield pen.write("▼", "note", Box(x - 9, self.box.y, 20, pen.px(8)), "centre", colour)
