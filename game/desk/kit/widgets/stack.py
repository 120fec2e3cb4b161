"""Columns, rows, grids and flows: widgets set out beside and under each other."""

from collections.abc import Sequence
from typing import Literal

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box, shares
from game.desk.kit.widgets.base import Widget

Align = Literal["top", "middle", "fill"]


class Stack(Widget):
    """Widgets that lie together."""

    def __init__(self, *widgets: Widget | None, gap: int = 8) -> None:
        super().__init__()
        self.widgets = tuple(widget for widget in widgets if widget)
        self.gap = gap

    def children(self) -> tuple[Widget, ...]:
        """Return the widgets in it."""
        return self.widgets


class Column(Stack):
    """Widgets under each other, each as high as it needs; those that grow share what is left."""

    def wide(self, pen: Pen) -> int:
        """As wide as the widest."""
        return max((_width(pen, widget) for widget in self.widgets), default=0)

    def least(self, pen: Pen) -> int:
        """Measure the widest of what cannot give way."""
        return max((widget.least(pen) for widget in self.widgets), default=0)

    def high(self, pen: Pen, width: int) -> int:
        """All heights and the gaps between them."""
        return sum(w.high(pen, width) for w in self.widgets) + self.gap * max(0, len(self.widgets) - 1)

    def arrange(self) -> None:
        """Place each under the one before."""
        cuts = [w.share or w.high(self.pen, self.box.w) for w in self.widgets]
        y = self.box.y
        for widget, height in zip(self.widgets, shares(self.box.h, cuts, self.gap), strict=True):
            widget.place(self.pen, Box(self.box.x, y, self.box.w, height))
            y += height + self.gap


class Row(Stack):
    """Widgets beside each other, each as wide as it needs; those that grow share what is left.

    When there is not enough room, the others give way in proportion, so that their text wraps.
    """

    def __init__(self, *widgets: Widget | None, gap: int = 8, align: Align = "middle") -> None:
        super().__init__(*widgets, gap=gap)
        self.align = align

    def wide(self, pen: Pen) -> int:
        """All widths and the gaps between them."""
        return sum(_width(pen, w) for w in self.widgets) + self.gap * max(0, len(self.widgets) - 1)

    def least(self, pen: Pen) -> int:
        """All that cannot give way, side by side."""
        parts = (pen.px(w.fixed) if w.fixed else w.least(pen) for w in self.widgets)
        return sum(parts) + self.gap * max(0, len(self.widgets) - 1)

    def high(self, pen: Pen, width: int) -> int:
        """As high as the highest."""
        parts = zip(self.widgets, self._widths(pen, width), strict=True)
        return max((widget.high(pen, part) for widget, part in parts), default=0)

    def arrange(self) -> None:
        """Place each beside the one before."""
        x = self.box.x
        for widget, width in zip(self.widgets, self._widths(self.pen, self.box.w), strict=True):
            whole = Box(x, self.box.y, width, self.box.h)
            widget.place(self.pen, self._aligned(widget, whole))
            x += width + self.gap

    def _aligned(self, widget: Widget, whole: Box) -> Box:
        if self.align == "fill":
            return whole
        height = min(whole.h, widget.high(self.pen, whole.w))
        return whole.top(height) if self.align == "top" else whole.middle(whole.w, height)

    def _widths(self, pen: Pen, width: int) -> tuple[int, ...]:
        room = width - self.gap * max(0, len(self.widgets) - 1)
        needs = [_width(pen, w) if not w.share else 0 if w.fixed else w.least(pen) for w in self.widgets]
        yields = [
            0 if w.share or w.fixed else max(0, need - w.least(pen))
            for w, need in zip(self.widgets, needs, strict=True)
        ]
        short = min(max(0, sum(needs) - room), sum(yields))
        given = [need - short * give // max(1, sum(yields)) for need, give in zip(needs, yields, strict=True)]
        cuts = [w.share or part for w, part in zip(self.widgets, given, strict=True)]
        return shares(width, cuts, self.gap)


class Bend(Stack):
    """A row where there is room for it, else a column.

    Each that grows wants *each* pixels at scale 1.0, or what it cannot do without if that is more.
    """

    def __init__(
        self, *widgets: Widget | None, each: int, gap: int = 8, below: int = 0, align: Align = "top"
    ) -> None:
        super().__init__(*widgets, gap=gap)
        self.each, self.below, self.align = each, below or gap, align

    def wide(self, pen: Pen) -> int:
        """As wide as a row."""
        return self._row.wide(pen)

    def least(self, pen: Pen) -> int:
        """As wide as a column must be."""
        return max((widget.least(pen) for widget in self.widgets), default=0)

    def high(self, pen: Pen, width: int) -> int:
        """As high as the row, or as all under each other."""
        if self.is_row(pen, width):
            return self._row.high(pen, width)
        return sum(w.high(pen, width) for w in self.widgets) + self.below * max(0, len(self.widgets) - 1)

    def arrange(self) -> None:
        """Place them beside or under each other."""
        if self.is_row(self.pen, self.box.w):
            self._row.place(self.pen, self.box)
            return
        y = self.box.y
        for widget in self.widgets:
            height = widget.high(self.pen, self.box.w)
            widget.place(self.pen, Box(self.box.x, y, self.box.w, height))
            y += height + self.below

    def is_row(self, pen: Pen, width: int) -> bool:
        """Whether there is room for a row in which each that grows has what it needs."""
        growing = [w for w in self.widgets if w.share and not w.fixed]
        settled = sum(_width(pen, w) for w in self.widgets if not w.share or w.fixed)
        room = width - self.gap * max(0, len(self.widgets) - 1) - settled
        whole = sum(w.share for w in growing)
        needs = (max(w.least(pen), pen.px(self.each)) / w.share for w in growing)
        return room >= max(needs, default=0) * whole

    @property
    def _row(self) -> Row:
        return Row(*self.widgets, gap=self.gap, align=self.align)


class Grid(Stack):
    """Widgets in rows of equal cells; every row as high as its highest."""

    def __init__(self, *widgets: Widget | None, across: int, gap: int = 8) -> None:
        super().__init__(*widgets, gap=gap)
        self.across = across

    def least(self, pen: Pen) -> int:
        """Measure as many of the widest as stand in a row."""
        widest = max((widget.least(pen) for widget in self.widgets), default=0)
        return widest * self.across + self.gap * (self.across - 1)

    def high(self, pen: Pen, width: int) -> int:
        """All rows and the gaps between them."""
        heights = self._heights(pen, shares(width, [1.0] * self.across, self.gap))
        return sum(heights) + self.gap * max(0, len(heights) - 1)

    def arrange(self) -> None:
        """Place row by row."""
        widths = shares(self.box.w, [1.0] * self.across, self.gap)
        y = self.box.y
        for row, height in zip(self._rows(), self._heights(self.pen, widths), strict=True):
            x = self.box.x
            for widget, width in zip(row, widths, strict=False):
                widget.place(self.pen, Box(x, y, width, height))
                x += width + self.gap
            y += height + self.gap

    def _rows(self) -> list[Sequence[Widget]]:
        return [self.widgets[i : i + self.across] for i in range(0, len(self.widgets), self.across)]

    def _heights(self, pen: Pen, widths: Sequence[int]) -> list[int]:
        return [
            max(widget.high(pen, width) for widget, width in zip(row, widths, strict=False))
            for row in self._rows()
        ]


class Flow(Stack):
    """Widgets beside each other that go on in the next line, as words do."""

    def wide(self, pen: Pen) -> int:
        """All in one line."""
        return sum(w.wide(pen) for w in self.widgets) + self.gap * max(0, len(self.widgets) - 1)

    def least(self, pen: Pen) -> int:
        """Measure the widest of what is in it."""
        return max((widget.least(pen) for widget in self.widgets), default=0)

    def high(self, pen: Pen, width: int) -> int:
        """Down to the last line."""
        return max((box.bottom for box in self._boxes(pen, Box(0, 0, width, 0))), default=0)

    def arrange(self) -> None:
        """Place line by line."""
        for widget, box in zip(self.widgets, self._boxes(self.pen, self.box), strict=True):
            widget.place(self.pen, box)

    def _boxes(self, pen: Pen, room: Box) -> list[Box]:
        boxes: list[Box] = []
        line: list[Box] = []
        x, y = room.x, room.y
        for widget in self.widgets:
            width = min(room.w, widget.wide(pen))
            if line and x + width > room.right:
                boxes += _levelled(line)
                x, y, line = room.x, y + max(box.h for box in line) + self.gap, []
            line.append(Box(x, y, width, widget.high(pen, width)))
            x += width + self.gap
        return boxes + _levelled(line)


class Space(Widget):
    """Room left empty."""

    def __init__(self, height: int = 0, width: int = 0) -> None:
        super().__init__()
        self.height, self.width = height, width

    def wide(self, pen: Pen) -> int:
        """Measure the width it keeps free."""
        return self.width

    def high(self, pen: Pen, width: int) -> int:
        """Measure the height it keeps free."""
        return self.height


def _levelled(line: list[Box]) -> list[Box]:
    """Return the boxes of a line, their middles on one level."""
    height = max((box.h for box in line), default=0)
    return [box.moved(0, (height - box.h) // 2) for box in line]


def _width(pen: Pen, widget: Widget) -> int:
    return pen.px(widget.fixed) if widget.fixed else widget.wide(pen)
