"""A track in a row: icon, name, ten segments, figure and the month's change."""

from collections.abc import Iterator

from game.desk.content import TrackContent
from game.desk.geometry import Box
from game.desk.ink.pen import Ink, Pen
from game.desk.ink.richtext import escape
from game.desk.widgets.base import Mood, Spot, Widget
from game.desk.widgets.segments import segment_ink
from game.desk.words import _

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
        """Name, segments and figures."""
        return pen.px(24) + pen.width(self.track.label, "plain") + pen.px(16) + self._tail(pen)

    def high(self, pen: Pen, width: int) -> int:
        """Measure a line; more when the name must wrap."""
        name = pen.height(escape(self.track.label), "plain", self._name_width(pen, width))
        below = pen.px(18) if self._tight(pen, width) else 0
        return max(pen.px(32 if self.roomy else 22), name + 3) + below

    def spots(self) -> tuple[Spot, ...]:
        """Offer the whole row."""
        tip = _("Why does it stand here?")
        return (Spot(self.name, self.box, tip, group=self.group, on=self.pen.on),)

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the row from left to right; where it is tight, the segments stand below the name."""
        ground, px = self.pen.ground, self.pen.px
        if mood.hover or mood.held:
            yield self.pen.plate(self.box, ground.tint, radius=3)
        tight = self._tight(self.pen, self.box.w)
        line = self.box.top(self.box.h - px(18)) if tight else self.box
        yield self.pen.icon(self.track.icon, px(16), line.left(px(16)))
        width = self._name_width(self.pen, self.box.w)
        words = escape(self.track.label)
        name = line.after(px(24)).left(width)
        yield from self.pen.paragraph(
            words, "plain", name.middle(width, self.pen.height(words, "plain", width))
        )
        figures = line.after(line.w - px(_FIGURE + _CHANGE))
        if tight:
            yield from self._below(self.box.below(line.h))
        else:
            yield from self._segments(line.after(line.w - self._tail(self.pen)))
        yield self.pen.write(str(self.track.reading), "figure", figures.left(px(_FIGURE - 8)), "right")
        yield self.pen.write(change_text(self.track.change), "note", figures.after(px(_FIGURE)), bold=True)

    def _segments(self, tail: Box) -> Iterator[Ink]:
        count = self.track.high - self.track.low
        width = self.pen.px(_SEGMENT) * count
        cells = tail.after(tail.w - self.pen.px(_FIGURE + _CHANGE) - width).left(width)
        yield from segment_ink(
            self.pen, cells.middle(width, self.pen.px(12)), self.track.reading - self.track.low, count
        )
        if self.track.level:
            room = tail.left(max(0, cells.x - tail.x - self.pen.px(8)))
            yield self.pen.write(self.track.level, "note", room, "right", self.pen.ground.second)

    def _below(self, line: Box) -> Iterator[Ink]:
        count = self.track.high - self.track.low
        wide = min(line.w, self.pen.px(_SEGMENT + 3) * count)
        room = line.left(wide).middle(wide, self.pen.px(12))
        yield from segment_ink(self.pen, room, self.track.reading - self.track.low, count)
        if self.track.level:
            yield self.pen.write(
                self.track.level, "note", line.after(room.w + self.pen.px(8)), colour=self.pen.ground.second
            )

    def _tight(self, pen: Pen, width: int) -> bool:
        widest = max((pen.width(word, "plain") for word in self.track.label.split()), default=0)
        return width - pen.px(24 + 8) - self._tail(pen) < widest

    def _level_width(self, pen: Pen) -> int:
        return pen.width(self.track.level, "note") + pen.px(8) if self.track.level else 0

    def _tail(self, pen: Pen) -> int:
        count = self.track.high - self.track.low
        return self._level_width(pen) + pen.px(_SEGMENT) * count + pen.px(_FIGURE + _CHANGE)

    def _name_width(self, pen: Pen, width: int) -> int:
        tail = pen.px(_FIGURE + _CHANGE) if self._tight(pen, width) else self._tail(pen)
        return max(1, width - pen.px(24 + 8) - tail)
