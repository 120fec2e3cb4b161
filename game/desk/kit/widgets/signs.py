"""Small signs: a side's mark, an icon, a word in an outline, a key in a box."""

from collections.abc import Iterator

from game.desk.kit.drawing.marks import Mark
from game.desk.kit.drawing.pen import Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.widgets.base import Mood, Widget
from game.desk.kit.widgets.label import Tone


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


class Tag(Widget):
    """A word in an outline, such as "on sheet" or the number of a claim; it can lead somewhere."""

    def __init__(self, text: str, *, side: str = "", filled: bool = False) -> None:
        super().__init__()
        self.text, self.side, self.filled = text, side, filled

    def wide(self, pen: Pen) -> int:
        """Measure the word and its padding."""
        return pen.width(self.text, "chip") + pen.px(16)

    def high(self, pen: Pen, width: int) -> int:
        """One line and its padding."""
        return pen.px(22)

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the outline and the word."""
        ground = self.pen.ground
        colour = ground.side(self.side) if self.side else ground.text
        yield self.pen.plate(self.box, colour if self.filled else "", colour, radius=3)
        yield self.pen.write(
            self.text,
            "chip",
            self.box,
            "centre",
            (ground.letter if self.side else ground.on_solid) if self.filled else colour,
        )


def key_size(pen: Pen, key: str) -> tuple[int, int]:
    """Return the width and height of a key in its box."""
    high = pen.px(20)
    return max(high, pen.width(key, "key", bold=True) + pen.px(8)), high


def key_ink(pen: Pen, key: str, box: Box, colour: str = "") -> Iterator[Ink]:
    """Draw a key in a box of its own size in the middle of *box*."""
    place = box.middle(*key_size(pen, key))
    yield pen.plate(place, "", colour or pen.ground.text, radius=3)
    yield pen.write(key, "key", place, "centre", colour, bold=True)


class KeyBox(Widget):
    """A key, such as Tab or Z."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key_name = key

    def wide(self, pen: Pen) -> int:
        """Measure the key and its box."""
        return key_size(pen, self.key_name)[0]

    def high(self, pen: Pen, width: int) -> int:
        """Measure the height of the box."""
        return key_size(pen, self.key_name)[1]

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the key in its box."""
        yield from key_ink(self.pen, self.key_name, self.box)
