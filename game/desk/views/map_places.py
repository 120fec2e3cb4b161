"""Where pins and names stand on a map, so that none covers another."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pygame

from game.desk.kit.drawing.pen import Fill, Ink, Pen, Stamp
from game.desk.kit.drawing.plates import FINE, blank, smooth
from game.desk.kit.geometry import NOWHERE, Box
from game.presenters.map_content import Pin, Town

_WAYS = (
    (34, -34),
    (40, 30),
    (-40, -34),
    (-40, 34),
    (56, 0),
    (-56, 0),
    (0, -48),
    (0, 48),
    (64, -60),
    (-64, 60),
)


@dataclass(frozen=True)
class Placed:
    """A pin or a town with the boxes of its mark and its name."""

    at: tuple[int, int]
    mark: Box
    label: Box
    pin: Pin | None = None
    town: Town | None = None


@dataclass
class Room:
    """What is taken on a map, and where something still fits."""

    frame: Box
    taken: list[Box] = field(default_factory=list)

    def settle_pin(self, pen: Pen, pin: Pin, at: tuple[int, int], size: int) -> Placed:
        """Return a pin beside its place, as it wishes or the next way round, with its name beside it."""
        side = round(size * 1.2)
        width = pen.width(pin.label, "chip") + 8 if pin.label else 0
        tries = []
        for across, down in (pin.offset, *_WAYS):
            middle = Box(at[0] + pen.px(across), at[1] + pen.px(down), 0, 0)
            mark = middle.middle(side, side)
            for label in self._beside(mark, width, pen.leading("chip")):
                tries.append((mark, label))
        mark, label = self._first_free(tries)
        return Placed(at, mark, label, pin=pin)

    def settle_town(self, pen: Pen, town: Town, at: tuple[int, int]) -> Placed:
        """Return a town with its name at one of four sides; only the dot when none has room."""
        dot = Box(at[0] - 3, at[1] - 3, 6, 6)
        width = pen.width(town.name, "plain", bold=town.capital) + 8
        beside = list(self._beside(dot, width, pen.leading("plain")))
        if town.left:
            beside = beside[::-1]
        free = [label for label in beside if self._free(label)]
        label = free[0] if free else NOWHERE
        self.taken.append(label)
        return Placed(at, dot, label, town=town)

    def _beside(self, mark: Box, width: int, height: int) -> Iterator[Box]:
        middle = mark.centre[1] - height // 2
        if not width:
            yield NOWHERE
            return
        yield Box(mark.right + 2, middle, width, height)
        yield Box(mark.centre[0] - width // 2, mark.bottom, width, height)
        yield Box(mark.centre[0] - width // 2, mark.y - height, width, height)
        yield Box(mark.x - width - 2, middle, width, height)

    def _first_free(self, tries: list[tuple[Box, Box]]) -> tuple[Box, Box]:
        for mark, label in tries:
            if self._free(mark) and (not label.w or self._free(label)):
                break
        else:
            mark, label = tries[0][0], NOWHERE
        self.taken += [mark, label]
        return mark, label

    def _free(self, box: Box) -> bool:
        return box.within(self.frame) and not any(box.meets(other) for other in self.taken if other.w)


def pin_mark(pen: Pen, pin: Pin, placed: Placed, size: int) -> Iterator[Ink]:
    """Draw the dot at the place, the line to the mark, the mark with a rim."""
    colour = pen.ground.side(pin.mark.shape)
    yield _thread(placed.at, placed.mark.centre, colour)
    rim = pen.tools.marks.shape(pin.mark.shape, size + 4, pen.theme.map["halo"], "")
    yield pen.picture(rim, placed.mark)
    yield from pen.mark(pin.mark.shape, pin.mark.letter, size, placed.mark, pin.mark.filled)


def pin_label(pen: Pen, pin: Pin, placed: Placed) -> Stamp:
    """Draw the few words beside a pin."""
    return _haloed(pen, pin.label, 600, "chip", placed.label)


def town_label(pen: Pen, town: Town, placed: Placed) -> Iterator[Ink]:
    """Draw a dot, square for a capital, and the name."""
    x, y = placed.at
    half = 4 if town.capital else 3
    yield Fill(Box(x - half - 1, y - half - 1, 2 * half + 2, 2 * half + 2), pen.theme.map["halo"])
    yield Fill(Box(x - half + 1, y - half + 1, 2 * half - 2, 2 * half - 2), pen.ground.text)
    if placed.label.w:
        yield _haloed(pen, town.name, 600 if town.capital else 400, "plain", placed.label)


def _haloed(pen: Pen, text: str, weight: int, style: str, box: Box) -> Stamp:
    picture = pen.tools.letters.haloed(text, pen.size(style), weight, pen.ground.text, pen.theme.map["halo"])
    return pen.picture(picture, box, text)


def _thread(start: tuple[int, int], end: tuple[int, int], colour: str) -> Stamp:
    left, top = min(start[0], end[0]) - 4, min(start[1], end[1]) - 4
    size = abs(start[0] - end[0]) + 8, abs(start[1] - end[1]) + 8
    large = blank(size[0] * FINE, size[1] * FINE, colour)
    foot, head = (((x - left) * FINE, (y - top) * FINE) for x, y in (start, end))
    pygame.draw.line(large, colour, foot, head, FINE + FINE // 2)
    pygame.draw.circle(large, colour, foot, 3 * FINE)
    return Stamp(smooth(large), left, top)
