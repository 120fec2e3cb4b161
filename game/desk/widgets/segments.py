"""Ten small boxes that count a reading, so that it is read without colour."""

from collections.abc import Iterator

from game.desk.geometry import Box, shares
from game.desk.ink.pen import Ink, Pen


def segment_ink(pen: Pen, box: Box, lit: int, of: int, *, gap: int = 2, colour: str = "") -> Iterator[Ink]:
    """*lit* filled boxes out of *of*, side by side across a box."""
    ground = pen.ground
    widths = shares(box.w, [1.0] * of, gap)
    wide = min(widths, default=0)
    for index in range(of):
        cell = Box(box.x + index * (wide + gap), box.y, wide, box.h)
        if index < lit:
            yield pen.plate(cell, colour or ground.solid, radius=2)
        else:
            yield pen.plate(cell, "", ground.hair, radius=2)
