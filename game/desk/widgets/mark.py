"""A side's mark and an icon, as widgets."""

from collections.abc import Iterator

from game.desk.ink.pen import Ink, Pen
from game.desk.widgets.base import Mood, Widget
from game.desk.widgets.label import Tone
from game.presenters.content import Mark


class SideMark(Widget):
    """Shape, letter and colour of a side."""

    def __init__(self, mark: Mark, size: int = 20) -> None:
        super().__init__()
        self.mark, self.size = mark, size

    def wide(self, pen: Pen) -> int:
        """Measure a little more than its size, so that all shapes stand in line."""
        return pen.px(self.size * 1.2)

    def high(self, pen: Pen, width: int) -> int:
        """As high as wide."""
        return pen.px(self.size * 1.2)

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the mark in the middle of its box."""
        yield from self.pen.mark(
            self.mark.shape, self.mark.letter, self.pen.px(self.size), self.box, self.mark.filled
        )


class Picture(Widget):
    """An icon."""

    def __init__(self, icon: str, size: int = 18, *, tone: Tone = "text") -> None:
        super().__init__()
        self.icon, self.size, self.tone = icon, size, tone

    def wide(self, pen: Pen) -> int:
        """Its size."""
        return pen.px(self.size)

    def high(self, pen: Pen, width: int) -> int:
        """Its size."""
        return pen.px(self.size)

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the icon in the middle of its box."""
        ground = self.pen.ground
        colour = {"text": ground.text, "second": ground.second}.get(self.tone) or ground.side(self.tone)
        yield self.pen.icon(self.icon, self.pen.px(self.size), self.box, colour)
