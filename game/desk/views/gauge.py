"""The gauge: ten numbered cells from calm to boil, with the lines drawn on it."""

from collections.abc import Iterator

import pygame

from game.desk.kit.drawing.pen import Fill, Ink, Motion, Pen, Stamp
from game.desk.kit.drawing.plates import blended
from game.desk.kit.geometry import Box
from game.desk.kit.motion import Climb
from game.desk.kit.theme import Band
from game.desk.kit.widgets.base import Mood, Spot, Widget
from game.desk.views.gauge_line import crossed_box, crossed_ink, line_ink, tag_box
from game.presenters.asking import AskLine, AskWhy
from game.presenters.content import GaugeContent, GaugeLine, Stretch
from game.presenters.markup import escape
from game.presenters.words import _

_HEAD = 56
_CELL = 26
_NAMES = 24
_SMALLEST_PITCH, _LARGEST_PITCH = 18, 46


class Gauge(Widget):
    """A reading on its scale. After a reveal the old reading keeps a ring and the fill climbs on.

    *head* prints the name, the figure and a why? above the cells.
    """

    def __init__(self, gauge: GaugeContent, *, head: bool = True) -> None:
        super().__init__()
        self.gauge, self.head = gauge, head
        self.name = f"gauge:{gauge.id}"
        stops = tuple(line.limit for line in gauge.lines)
        start = gauge.reading if gauge.before is None else gauge.before
        self.climb = Climb(start, gauge.reading, stops)

    def wide(self, pen: Pen) -> int:
        """Names, cells and the tags of the lines."""
        return pen.px(160)

    def high(self, pen: Pen, width: int) -> int:
        """Head and cells at a comfortable size."""
        return (pen.px(_HEAD) if self.head else 0) + self.gauge.high * pen.px(33)

    @property
    def shown(self) -> int:
        """The reading that is lit now."""
        return self.climb.at if self.pen.motion is Motion.FULL else self.gauge.reading

    @property
    def pitch(self) -> int:
        """The height of a cell and the gap below it."""
        room = self._cells_box().h // max(1, self.gauge.high)
        return min(max(self.pen.px(_SMALLEST_PITCH), room), self.pen.px(_LARGEST_PITCH))

    def cell(self, reading: int) -> Box:
        """Where the cell of a reading stands; 1 is at the bottom."""
        pitch, room = self.pitch, self._cells_box()
        foot = room.y + self.gauge.high * pitch
        return Box(room.x + self.pen.px(_NAMES), foot - reading * pitch, self.pen.px(_CELL), pitch - 2)

    def spots(self) -> tuple[Spot, ...]:
        """Offer the why?, and each tag."""
        found = [
            Spot(
                f"line:{line.id}",
                box,
                tip=self._tip(line),
                group=self.name,
                on=self.pen.on,
                action=AskLine(line.id),
            )
            for line, box in self._tags()
        ]
        if self.head:
            ask, on = AskWhy(self.gauge.id), self.pen.on
            box = self._why_box()
            found.insert(0, Spot(ask.name, box, group=self.name, key="W", on=on, radius=2, action=ask))
        return tuple(found)

    def _tip(self, line: GaugeLine) -> str:
        return f"{line.label}: {_('crossed')}" if line.crossed else line.label

    def advance(self, seconds: float) -> bool:
        """Climb on."""
        if self.pen.motion is not Motion.FULL:
            return False
        moved = self.climb.advance(seconds)
        if moved:
            self.smudge()
        return moved

    def adopt(self, before: Widget) -> None:
        """Go on climbing from where it was."""
        if isinstance(before, Gauge) and before.gauge == self.gauge:
            self.climb = before.climb

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Head, bands, cells, lines, arrow."""
        if self.head:
            yield from self._head(mood)
        for stretch in self.gauge.stretches:
            yield from self._bracket(stretch)
        for reading in range(1, self.gauge.high + 1):
            yield from self._cell_ink(reading)
        yield from self._lines(mood)
        yield from self._pointer()

    def _lines(self, mood: Mood) -> Iterator[Ink]:
        """Draw each line; a crossed one is told in a word where there is room, else its tag is filled."""
        tags = list(self._tags())
        start, end = self.cell(1).x - self.pen.px(4), self.box.right
        for line, box in tags:
            level, word = Box(start, self._level(line), end - start, 0), crossed_box(self.pen, box)
            over = line.crossed and self.shown > line.limit
            alone = sum(other.limit == line.limit for other, _box in tags) == 1
            told = alone and word.within(self.box) and not any(word.meets(other) for _line, other in tags)
            near = mood.hover == f"line:{line.id}"
            yield from line_ink(self.pen, line, level, box, near, over and not told)
            if over and told:
                yield from crossed_ink(self.pen, line, word)

    def _head(self, mood: Mood) -> Iterator[Ink]:
        pen, head = self.pen, self.box.top(self.pen.px(_HEAD))
        why = self._why_box()
        label, room = escape(self.gauge.label), self.label_room(pen)
        words = head.left(room).middle(room, pen.height(label, "headline", room))
        yield from pen.paragraph(label, "headline", words)
        figure = head.left(why.x - head.x - pen.px(10))
        yield pen.write(str(self.shown), "reading", figure, "right")
        if self.gauge.before is not None and self.gauge.before != self.gauge.reading:
            gone = figure.left(figure.w - pen.width(str(self.shown), "reading") - pen.px(8))
            told = f"{self.gauge.before} ›"
            taken = pen.setting(label, "headline", room).width + pen.px(4)
            if taken + pen.width(told, "panel") <= gone.w:
                yield pen.write(told, "panel", gone, "right", pen.ground.second)
        if mood.hover == AskWhy(self.gauge.id).name:
            yield pen.plate(why, pen.ground.tint, radius=2)
        line = why.middle(why.w, pen.leading("chip"))
        yield pen.write(_("why?"), "chip", line)
        yield pen.underline(line, "chip", pen.ground.text)

    def label_room(self, pen: Pen) -> int:
        """How wide the lines of the name may be, beside the figure."""
        figure = pen.width(str(max(self.gauge.high, self.shown)), "reading")
        return max(1, self._why_box().x - self.box.x - pen.px(10) - figure - pen.px(6))

    def _why_box(self) -> Box:
        width, head = self.pen.width(_("why?"), "chip"), self.box.top(self.pen.px(_HEAD))
        return Box(head.right - width, head.y, width, head.h).middle(width, self.pen.px(24))

    def _cells_box(self) -> Box:
        return self.box.below(self.pen.px(_HEAD)) if self.head else self.box

    def _bracket(self, stretch: Stretch) -> Iterator[Ink]:
        pen, colour = self.pen, self.pen.ground.second
        top, foot = self.cell(stretch.last).y, self.cell(max(1, stretch.first)).bottom
        x = self.cell(1).x - pen.px(7)
        yield Fill(Box(x, top, 1, foot - top), colour)
        for y in (top, foot - 1):
            yield Fill(Box(x, y, pen.px(4), 1), colour)
        level = Box(0, 0, pen.width(stretch.name, "note"), pen.leading("note"))
        flat = pen.write(stretch.name, "note", level, colour=colour, bold=True)
        upright = pygame.transform.rotate(flat.picture, 90)
        y = (top + foot - upright.get_height()) // 2
        yield Stamp(upright, self.box.x + (x - self.box.x - upright.get_width()) // 2, y, stretch.name)

    def _band(self, reading: int) -> Band:
        for stretch in self.gauge.stretches:
            if stretch.first <= reading <= stretch.last:
                return self.pen.theme.band(stretch.kind or stretch.name)
        return self.pen.theme.band("simmer")

    def _cell_ink(self, reading: int) -> Iterator[Ink]:
        pen, band, box = self.pen, self._band(reading), self.cell(reading)
        lit = reading <= self.shown
        fill = band.lit if lit else band.unlit
        edge = pen.ground.text if lit else pen.ground.hair
        yield pen.plate(box, fill, edge, radius=3)
        if band.hatched:
            stripe = blended(band.lit, band.ink if lit else band.unlit, 0.28 if lit else 0.5)
            inner = box.inset(max(2, pen.theme.edge))
            yield Stamp(pen.tools.plates.hatched((inner.w, inner.h), fill, stripe), inner.x, inner.y)
            yield pen.plate(box.middle(pen.width("10", "chip") + 2, pen.px(15)), fill, radius=3)
        yield pen.write(str(reading), "chip", box, "centre", band.ink if lit else pen.ground.second)

    def _level(self, line: GaugeLine) -> int:
        return self.cell(min(self.gauge.high, line.limit + 1)).bottom

    def _tags(self) -> Iterator[tuple[GaugeLine, Box]]:
        """Each line with the box of its tag, beside the cell that crosses it; those on one level share it."""
        start = self.cell(1).right + self.pen.px(13)
        for limit in sorted({line.limit for line in self.gauge.lines}):
            lines = [line for line in self.gauge.lines if line.limit == limit]
            room = Box(start, self._level(lines[0]) - self.pitch, self.box.right - start, self.pitch)
            for place, line in enumerate(lines):
                yield line, tag_box(self.pen, line, room, place, len(lines))

    def pointed_at(self, reading: int) -> int:
        """How far down the arrow of a reading points: at its cell; below the lowest one at 0."""
        return self.cell(reading).centre[1] if reading > 0 else self.cell(1).bottom

    def _pointer(self) -> Iterator[Ink]:
        """Draw the arrow at the reading; after a change also the old one's ring and the way between."""
        pen, x = self.pen, self.cell(1).right + self.pen.px(8)
        before, y = self.gauge.before, self.pointed_at(self.shown)
        if before is None or before == self.shown:
            yield from _arrow(pen, x - pen.px(4), y, 90)
            return
        start = self.pointed_at(before)
        yield Fill(Box(x, min(y, start), 2, abs(y - start)), pen.ground.text)
        yield from pen.mark("circle", "", pen.px(9), Box(x + 1, start, 0, 0), filled=False)
        yield from _arrow(pen, x + 1, y, 0 if y < start else 180)


def _arrow(pen: Pen, x: int, y: int, turned: int) -> Iterator[Stamp]:
    picture = pen.tools.marks.shape("triangle", pen.px(11), pen.ground.text, "")
    turned_picture = pygame.transform.rotate(picture, turned)
    width, height = turned_picture.get_size()
    yield Stamp(turned_picture, x - (0 if turned == 90 else width // 2), y - height // 2)
