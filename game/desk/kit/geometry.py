"""Boxes and how to cut them; nothing here knows about a screen."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import accumulate
from typing import NamedTuple

SMALLEST_SCALE, LARGEST_SCALE = 0.8, 2.0
DESIGN_SIZE = (1280, 800)

SMALLEST_WINDOW = (640, 480)
"""No page is laid out smaller than this, and no window stays smaller where its size can be set."""

LEAST_ROOM = (512, 350)
"""Text grows only as far as this much room is left, counted in pixels at scale 1.0."""


class Box(NamedTuple):
    """A rectangle in whole pixels; its right and bottom edges lie just outside it."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The first column past it."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The first row past it."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[int, int]:
        """The pixel in its middle."""
        return self.x + self.w // 2, self.y + self.h // 2

    def inset(self, across: int, down: int | None = None) -> Box:
        """Return the box smaller by *across* at left and right and *down* above and below."""
        down = across if down is None else down
        return Box(self.x + across, self.y + down, max(0, self.w - 2 * across), max(0, self.h - 2 * down))

    def moved(self, across: int, down: int) -> Box:
        """Return the same box elsewhere."""
        return self._replace(x=self.x + across, y=self.y + down)

    def contains(self, point: tuple[int, int]) -> bool:
        """Whether a pixel lies in it."""
        return self.x <= point[0] < self.right and self.y <= point[1] < self.bottom

    def within(self, other: Box) -> bool:
        """Whether no part of it sticks out of *other*."""
        return (
            self.x >= other.x
            and self.y >= other.y
            and self.right <= other.right
            and self.bottom <= other.bottom
        )

    def meets(self, other: Box) -> bool:
        """Whether they share a pixel."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def clipped(self, other: Box) -> Box:
        """Return the part they share; empty when they do not meet."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Box(x, y, max(0, min(self.right, other.right) - x), max(0, min(self.bottom, other.bottom) - y))

    def joined(self, other: Box) -> Box:
        """Return the smallest box around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Box(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def middle(self, width: int, height: int) -> Box:
        """Return a box of the given size with the same middle."""
        return Box(self.x + (self.w - width) // 2, self.y + (self.h - height) // 2, width, height)

    def top(self, height: int) -> Box:
        """Its upper part."""
        return self._replace(h=max(0, height))

    def below(self, height: int) -> Box:
        """Return what is left under its upper part."""
        return Box(self.x, self.y + height, self.w, max(0, self.h - height))

    def left(self, width: int) -> Box:
        """Its left part."""
        return self._replace(w=max(0, width))

    def after(self, width: int) -> Box:
        """Return what is left beside its left part."""
        return Box(self.x + width, self.y, max(0, self.w - width), self.h)


NOWHERE = Box(0, 0, 0, 0)


def shares(total: int, cuts: Sequence[int | float], gap: int = 0) -> tuple[int, ...]:
    """Part a length: whole numbers are pixels, fractions share what is left in proportion.

    The parts and the gaps between them fill *total* exactly when any part is a share.
    """
    left = total - gap * (len(cuts) - 1) - sum(cut for cut in cuts if isinstance(cut, int))
    weight = sum(cut for cut in cuts if isinstance(cut, float))
    parts, given, seen = [], 0, 0.0
    for cut in cuts:
        if isinstance(cut, int):
            parts.append(cut)
            continue
        seen += cut
        edge = round(max(0, left) * seen / weight)
        parts.append(edge - given)
        given = edge
    return tuple(parts)


def columns(box: Box, cuts: Sequence[int | float], gap: int = 0) -> tuple[Box, ...]:
    """Cut a box into columns from the left, as `shares` parts its width."""
    parts = shares(box.w, cuts, gap)
    starts = accumulate((part + gap for part in parts), initial=box.x)
    return tuple(Box(x, box.y, w, box.h) for x, w in zip(starts, parts, strict=False))


def rows(box: Box, cuts: Sequence[int | float], gap: int = 0) -> tuple[Box, ...]:
    """Cut a box into rows from the top, as `shares` parts its height."""
    parts = shares(box.h, cuts, gap)
    starts = accumulate((part + gap for part in parts), initial=box.y)
    return tuple(Box(box.x, y, box.w, h) for y, h in zip(starts, parts, strict=False))


def fitting_scale(size: tuple[int, int], wished: float = 1.0) -> float:
    """Return the text scale for a window: as wished, larger on a larger window, from 0.8 to 2.0.

    A small window holds no more than it has room for.
    """
    room = min(size[0] / DESIGN_SIZE[0], size[1] / DESIGN_SIZE[1])
    most = min(LARGEST_SCALE, size[0] / LEAST_ROOM[0], size[1] / LEAST_ROOM[1])
    return min(most, max(SMALLEST_SCALE, wished * max(1.0, room)))


def roomy(size: tuple[int, int]) -> tuple[int, int]:
    """Return a size of window, or the smallest that a page is laid out for."""
    return max(size[0], SMALLEST_WINDOW[0]), max(size[1], SMALLEST_WINDOW[1])


class Way(Enum):
    """The way an arrow key points, as steps across and down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def nearest(boxes: Sequence[Box], origin: Box, way: Way) -> int | None:
    """Which box an arrow key leads to from *origin*; None when nothing lies that way.

    Straight ahead counts once, sideways three times, so that a grid is walked row by row.
    """
    across, down = way.value
    best: tuple[int, int] | None = None
    for index, box in enumerate(boxes):
        dx, dy = box.centre[0] - origin.centre[0], box.centre[1] - origin.centre[1]
        ahead, aside = dx * across + dy * down, abs(dx * down) + abs(dy * across)
        if ahead > 0 and ahead * 3 > aside:
            best = min(best or (1 << 30, 0), (ahead + 3 * aside, index))
    return best[1] if best else None
