"""A trend: one reading month by month over its bands, with lines and numbered marks."""

from collections.abc import Iterator
from itertools import pairwise

import pygame

from game.desk.kit.drawing.pen import Ink, Pen, Stamp
from game.desk.kit.drawing.plates import FINE, blank, blended, smooth
from game.desk.kit.geometry import Box
from game.desk.kit.widgets.base import Mood, Widget
from game.presenters.content import TrendContent

_LEFT = 26
_FOOT = 22


class Trend(Widget):
    """A line over its bands. *bare* leaves out the scale, as on the title page."""

    def __init__(self, trend: TrendContent, *, bare: bool = False, height: int = 170) -> None:
        super().__init__()
        self.trend, self.bare, self.height = trend, bare, height

    def wide(self, pen: Pen) -> int:
        """Room for every month's name."""
        widest = max((pen.width(month, "note") for month in self.trend.months), default=0)
        return (widest + pen.px(10)) * len(self.trend.months) + pen.px(_LEFT)

    def high(self, pen: Pen, width: int) -> int:
        """Measure a comfortable height."""
        return pen.px(self.height)

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Bands, lines, months, the curve and its marks."""
        for stretch in self.trend.stretches if not self.bare else ():
            yield from self._band(stretch.name, stretch.kind or stretch.name, stretch.first, stretch.last)
        for line in self.trend.lines:
            y = self._y(line.limit + 0.5)
            colour = self.pen.ground.side(line.mark.shape)
            plot = self._plot()
            on, off = (8, 4) if line.declared else (2, 2)
            yield Stamp(self.pen.tools.plates.dashes(plot.w, 2, on, off, colour), plot.x, y)
        if self.bare:
            yield from self._simmer()
        yield from self._months()
        yield self._curve()
        for month, mark in self.trend.marks:
            x, y = self._point(month)
            place = Box(x, y - self.pen.px(16), 0, 0)
            yield from self.pen.mark(mark.shape, mark.letter, self.pen.px(20), place, mark.filled)

    def _plot(self) -> Box:
        left = 0 if self.bare else self.pen.px(_LEFT)
        foot = self.pen.px(_FOOT) if any(self.trend.months) else 0
        return self.box.after(left).top(self.box.h - foot)

    def _y(self, reading: float) -> int:
        plot = self._plot()
        return plot.bottom - round((reading + 0.5) / (self.trend.high + 1) * plot.h)

    def _point(self, month: int) -> tuple[int, int]:
        plot = self._plot()
        step = plot.w / max(1, len(self.trend.months))
        return plot.x + round((month + 0.5) * step), self._y(self.trend.readings[month])

    def _band(self, name: str, kind: str, first: int, last: int) -> Iterator[Ink]:
        pen, plot, band = self.pen, self._plot(), self.pen.theme.band(kind)
        top, foot = self._y(last + 0.5), self._y(first - 0.5)
        box = Box(plot.x, top, plot.w, foot - top)
        if band.hatched:
            stripe = blended(band.lit, band.unlit, 0.7)
            yield Stamp(pen.tools.plates.hatched((box.w, box.h), band.unlit, stripe), box.x, box.y)
        else:
            yield pen.plate(box, band.unlit, radius=0)
        label = box.inset(pen.px(4), 0)
        if band.hatched:
            wide = pen.width(name, "chip") + pen.px(8)
            yield pen.plate(
                Box(box.right - wide, box.bottom - pen.px(18), wide, pen.px(18)), band.unlit, radius=0
            )
        yield pen.write(
            name, "chip", label._replace(y=box.bottom - pen.px(18), h=pen.px(16)), "right", pen.ground.second
        )
        if not self.bare:
            scale = Box(self.box.x, self._y(last) - pen.px(8), pen.px(_LEFT - 6), pen.px(16))
            yield pen.write(str(last), "note", scale, "right", pen.ground.second)

    def _simmer(self) -> Iterator[Ink]:
        """Fill the middle band alone, name all three, and dash the line above it."""
        pen, plot = self.pen, self._plot()
        for stretch in self.trend.stretches:
            kind = stretch.kind or stretch.name
            top, foot = self._y(stretch.last + 0.5), self._y(stretch.first - 0.5)
            if kind == "simmer":
                yield pen.plate(Box(plot.x, top, plot.w, foot - top), pen.theme.band(kind).unlit, radius=0)
                colour = pen.theme.band("boil").lit
                yield Stamp(pen.tools.plates.dashes(plot.w, 2, 10, 6, colour), plot.x, top)
            below = kind != "calm"
            name = Box(plot.x, foot - pen.px(20) if below else top + pen.px(4), plot.w, pen.px(16))
            room = name.inset(pen.px(16), 0)
            yield pen.write(stretch.name, "chip", room, "right", pen.ground.second)

    def _months(self) -> Iterator[Ink]:
        foot = self.box.below(self.box.h - self.pen.px(_FOOT))
        for index, month in enumerate(self.trend.months):
            x, _y = self._middle(index)
            width = self.pen.width(month, "note")
            place = Box(x - width // 2, foot.y, width, foot.h)
            yield self.pen.write(month, "note", place, colour=self.pen.ground.second)

    def _middle(self, index: int) -> tuple[int, int]:
        plot = self._plot()
        return plot.x + round((index + 0.5) * plot.w / max(1, len(self.trend.months))), plot.y

    def _curve(self) -> Stamp:
        plot, colour = self._plot(), self.pen.ground.text
        points = [self._point(month) for month in range(len(self.trend.readings))]
        large = blank(plot.w * FINE, plot.h * FINE, colour)
        fine = [((x - plot.x) * FINE, (y - plot.y) * FINE) for x, y in points]
        drawn = list(_softened(fine, plot.w * FINE)) if self.bare else fine
        for start, end in pairwise(drawn):
            pygame.draw.line(large, colour, start, end, 2 * FINE + 2)
        for point in fine:
            pygame.draw.circle(large, colour, point, 4 * FINE)
            pygame.draw.circle(large, self.pen.ground.fill, point, round(2.3 * FINE))
        return Stamp(smooth(large), plot.x, plot.y)


def _softened(points: list[tuple[int, int]], width: int) -> Iterator[tuple[float, float]]:
    """Yield a line through the points from edge to edge, level at each of them."""
    whole = [(0, points[0][1]), *points, (width, points[-1][1])]
    for (x, y), (to_x, to_y) in pairwise(whole):
        for n in range(17):
            part = n / 16
            yield x + (to_x - x) * part, y + (to_y - y) * part * part * (3 - 2 * part)
