"""A track in a row: icon, name, ten segments, figure and the month's change."""

from collections.abc import Iterator

from game.desk.kit.drawing.pen import Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.widgets.base import Mood, Spot, Widget
from game.desk.kit.widgets.meter import segment_ink
from game.presenters.asking import AskWhy
from game.presenters.content import TrackContent
from game.presenters.markup import escape
from game.presenters.words import _

_LEAD = 24
_SEGMENT = 11
_FIGURE = 28
_CHANGE = 30


def change_text(change: int | None) -> str:
    """Return a change as an arrow and a figure, a dash for none."""
    if change is None:
        return ""
    return "–" if change == 0 else f"{'▲' if change > 0 else '▼'}{abs(change)}"


class TrackRow(Widget):
    """One reading; pressing it asks why."""

    def __init__(self, track: TrackContent, *, group: str = "tracks", roomy: bool = False) -> None:
        super().__init__()
        self.track, self.group, self.roomy = track, group, roomy
        self.name = f"track:{track.id}"

    def wide(self, pen: Pen) -> int:
        """Measure name, segments and figures."""
        return pen.px(_LEAD) + pen.width(self.track.label, "plain") + pen.px(16) + self._tail(pen)

    def least(self, pen: Pen) -> int:
        """Measure the row with its segments below the name."""
        return pen.px(_LEAD) + max(self._widest(pen), pen.px(60 + _FIGURE + _CHANGE))

    def high(self, pen: Pen, width: int) -> int:
        """Measure a line; more when the name must wrap or the segments stand below it."""
        name = pen.height(self._words(pen, width), "plain", self._name_width(pen, width))
        below = pen.px(20) if self._tight(pen, width) else 0
        return max(pen.px(32 if self.roomy else 22), name + 3) + below

    def spots(self) -> tuple[Spot, ...]:
        """Offer the whole row."""
        tip = _("Why does it stand here?")
        return (
            Spot(self.name, self.box, tip, group=self.group, on=self.pen.on, action=AskWhy(self.track.id)),
        )

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the row from left to right; where it is tight, the segments stand below the name."""
        pen, px, box = self.pen, self.pen.px, self.box
        if mood.hover or mood.held:
            yield pen.plate(box, pen.ground.tint, radius=3)
        tight = self._tight(pen, box.w)
        first = box.top(box.h - px(20)) if tight else box
        last = box.below(first.h) if tight else box
        yield pen.icon(self.track.icon, px(16), first.left(px(16)))
        yield from self._name(first)
        figures = last.after(last.w - px(_FIGURE + _CHANGE))
        yield from self._segments(last.left(last.w - figures.w), tight)
        yield pen.write(str(self.track.reading), "figure", figures.left(px(_FIGURE - 8)), "right")
        yield pen.write(change_text(self.track.change), "note", figures.after(px(_FIGURE)), bold=True)

    def _name(self, line: Box) -> Iterator[Ink]:
        pen, width = self.pen, self._name_width(self.pen, self.box.w)
        words = self._words(pen, self.box.w)
        place = line.after(pen.px(_LEAD)).left(width).middle(width, pen.height(words, "plain", width))
        yield from pen.paragraph(words, "plain", place)

    def _segments(self, line: Box, tight: bool) -> Iterator[Ink]:
        pen, count = self.pen, self._count
        wide = (
            min(pen.px(_SEGMENT + 3) * count, line.w - pen.px(_LEAD)) if tight else pen.px(_SEGMENT) * count
        )
        cells = line.after(pen.px(_LEAD)).left(wide) if tight else line.after(line.w - wide)
        span = self.track.high - self.track.low
        lit = round((self.track.reading - self.track.low) * count / max(1, span))
        yield from segment_ink(pen, cells.middle(wide, pen.px(12)), lit, count)
        if self.track.level and not tight:
            room = line.left(line.w - wide - pen.px(8))
            yield pen.write(self.track.level, "note", room, "right", pen.ground.second)

    @property
    def _count(self) -> int:
        """How many segments stand for the range: one a step, ten for a long one."""
        span = self.track.high - self.track.low
        return span if span <= 12 else 10

    def _words(self, pen: Pen, width: int) -> str:
        level = f" · {self.track.level}" if self.track.level and self._tight(pen, width) else ""
        return escape(self.track.label + level)

    def _widest(self, pen: Pen) -> int:
        return max((pen.width(word, "plain") for word in self.track.label.split()), default=0)

    def _tight(self, pen: Pen, width: int) -> bool:
        return width - pen.px(_LEAD + 8) - self._tail(pen) < self._widest(pen)

    def _tail(self, pen: Pen) -> int:
        level = pen.width(self.track.level, "note") + pen.px(8) if self.track.level else 0
        return level + pen.px(_SEGMENT) * self._count + pen.px(_FIGURE + _CHANGE)

    def _name_width(self, pen: Pen, width: int) -> int:
        tail = 0 if self._tight(pen, width) else self._tail(pen) + pen.px(8)
        return max(1, width - pen.px(_LEAD) - tail)
