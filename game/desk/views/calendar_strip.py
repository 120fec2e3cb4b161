"""The calendar strip: every month of the game, where it stands, and the dates ahead."""

import re
from collections.abc import Iterator

import pygame

from game.desk.kit.drawing.pen import Ink, Pen
from game.desk.kit.geometry import Box, columns
from game.desk.kit.widgets.base import Mood, Spot, Widget
from game.presenters.content import CalendarContent, Occasion

_LABELS = 22
_MONTH = 24

_INITIAL = re.compile(r"\d+|.")
"""A month in short: its number where it begins with one, as in 10월, else its first letter."""


class CalendarStrip(Widget):
    """Months in boxes with dates above them; gone months are filled, the present one is paper."""

    def __init__(self, calendar: CalendarContent) -> None:
        super().__init__()
        self.calendar = calendar
        self.name = "calendar"

    def wide(self, pen: Pen) -> int:
        """Every month as wide as its name needs."""
        widest = max((pen.width(month, "chip") for month in self.calendar.months), default=0)
        return max(widest + pen.px(10), pen.px(52)) * len(self.calendar.months)

    def least(self, pen: Pen) -> int:
        """Measure every month as its first letter."""
        return pen.px(20) * len(self.calendar.months)

    def high(self, pen: Pen, width: int) -> int:
        """Measure the dates and the months."""
        return pen.px(_LABELS + _MONTH)

    def spots(self) -> tuple[Spot, ...]:
        """Each date whose words do not fit tells them as a tip."""
        shown = {id(occasion) for occasion, box, label in self._dates() if label}
        return tuple(
            Spot(f"date:{number}", box, tip=occasion.label, group="dates", on=self.pen.on, radius=2)
            for number, (occasion, box, _label) in enumerate(self._dates())
            if id(occasion) not in shown
        )

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the year, the dates, the months."""
        for occasion, box, label in self._dates():
            yield from self._date(occasion, box, label)
        for index, box in enumerate(self._months()):
            yield from self._month(index, box)
        if self.calendar.year and not self._year_covered():
            yield self.pen.write(self.calendar.year, "note", self._top(), colour=self.pen.ground.second)

    def _top(self) -> Box:
        return self.box.top(self.pen.px(_LABELS))

    def _months(self) -> tuple[Box, ...]:
        row = self.box.below(self.pen.px(_LABELS)).top(self.pen.px(_MONTH))
        return columns(row, [1.0] * len(self.calendar.months), 2)

    def _month(self, index: int, box: Box) -> Iterator[Ink]:
        pen, ground, now = self.pen, self.pen.ground, self.calendar.now
        fill = ground.solid if index == now else ground.raised if index < now else ""
        yield pen.plate(box, fill, ground.solid if index == now else ground.hair, radius=3)
        colour = ground.on_solid if index == now else ground.second if index < now else ground.text
        yield pen.write(self._name(self.calendar.months[index], box), "chip", box, "centre", colour)

    def _name(self, month: str, box: Box) -> str:
        """Return a month's name, or its first letter or its number where the names do not fit."""
        widest = max(self.pen.width(name, "chip") for name in self.calendar.months)
        return month if widest + 4 <= box.w else _INITIAL.findall(month)[0]

    def _date(self, occasion: Occasion, box: Box, label: str) -> Iterator[Ink]:
        pen = self.pen
        sign = box.left(pen.px(12))
        shape, inside = ("triangle", "") if occasion.branch else ("circle", pen.ground.fill)
        picture = pen.tools.marks.shape(shape, pen.px(10), pen.ground.text, inside)
        yield pen.picture(pygame.transform.flip(picture, False, True), sign)
        if label:
            yield pen.write(label, "note", box.after(pen.px(15)))

    def _dates(self) -> Iterator[tuple[Occasion, Box, str]]:
        """Every date to come with its box; a label that would run into another is left to the tip."""
        months, top, taken = self._months(), self._top(), self.box.x
        ahead = [o for o in self.calendar.occasions if self.calendar.now <= o.month < len(months)]
        starts = [months[o.month].x + round(o.part * months[o.month].w) - self.pen.px(6) for o in ahead]
        for index, (occasion, start) in enumerate(zip(ahead, starts, strict=True)):
            start = max(start, taken)
            width = self.pen.px(15) + self.pen.width(occasion.label, "note")
            following = starts[index + 1] if index + 1 < len(starts) else self.box.right
            fits = start + width + 4 <= following
            width = width if fits else self.pen.px(12)
            taken = start + width + 4
            yield occasion, Box(start, top.y, width, top.h), occasion.label if fits else ""

    def _year_covered(self) -> bool:
        end = self.box.x + self.pen.width(self.calendar.year, "note") + 8
        return any(box.x < end for _occasion, box, _label in self._dates())
