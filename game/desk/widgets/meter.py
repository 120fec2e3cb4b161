"""Meters: a part of a whole as a bar, and a reading with a notch at what is needed."""

from collections.abc import Iterator

from game.desk.geometry import Box
from game.desk.ink.pen import Fill, Ink, Pen
from game.desk.widgets.base import Mood, Widget
from game.desk.widgets.segments import segment_ink


class Meter(Widget):
    """A bar filled up to a part of it, in the colour of a side or of text."""

    def __init__(self, part: float, *, shape: str = "", height: int = 10) -> None:
        super().__init__()
        self.part, self.shape, self.height = min(1.0, max(0.0, part)), shape, height

    def wide(self, pen: Pen) -> int:
        """Measure a short bar."""
        return pen.px(100)

    def high(self, pen: Pen, width: int) -> int:
        """Its height."""
        return pen.px(self.height)

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the whole, and the part."""
        ground = self.pen.ground
        yield self.pen.plate(self.box, ground.tint, ground.hair, radius=2)
        filled = round(self.box.w * self.part)
        if filled > 4:
            colour = ground.side(self.shape) if self.shape else ground.solid
            yield self.pen.plate(self.box.left(filled), colour, radius=2)


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
