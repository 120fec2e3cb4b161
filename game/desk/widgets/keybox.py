"""A key printed in a box."""

from collections.abc import Iterator

from game.desk.geometry import Box
from game.desk.ink.pen import Ink, Pen
from game.desk.widgets.base import Mood, Widget


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
