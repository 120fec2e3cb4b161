"""The order sheet: one row per slot, hold always visible, each row opens its slot."""

from collections.abc import Iterator

from game.desk.actions import ClearSlot, OpenSlot
from game.desk.kit.drawing.pen import Fill, Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Mood, Spot, Widget
from game.desk.kit.widgets.panel import Panel
from game.desk.kit.widgets.stack import Column
from game.presenters.content import SheetLine
from game.presenters.markup import escape


class SheetRow(Widget):
    """A slot and what lies in it; a chosen card can be taken off again.

    Without *open_* the row only tells, as at the reveal.
    """

    def __init__(self, line: SheetLine, *, open_: bool = True, last: bool = False, tall: int = 46) -> None:
        super().__init__()
        self.line, self.open, self.last, self.tall = line, open_, last, tall
        self.name, self._clear = f"slot:{line.slot}", f"clear:{line.slot}"

    def high(self, pen: Pen, width: int) -> int:
        """Title and note, never less than a target."""
        words = self._words(pen, Box(0, 0, width, 0))
        title = pen.height(escape(self.line.title), "headline", words.w)
        below = pen.height(escape(self.line.note), "note", words.w) if self.line.note else 0
        return max(pen.px(self.tall), title + below + pen.px(8))

    def spots(self) -> tuple[Spot, ...]:
        """Offer the row, and the cross that clears it."""
        if not self.open:
            return ()
        slot, on = self.line.slot, self.pen.on
        row = Spot(self.name, self.box.inset(2), group="sheet", on=on, radius=2, action=OpenSlot(slot))
        clear = Spot(self._clear, self._end(self.box), group="sheet", on=on, action=ClearSlot(slot))
        return (row, clear) if self.line.chosen else (row,)

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Slot, icon, title and note, and the sign at the end."""
        pen, ground = self.pen, self.pen.ground
        if mood.hover:
            near = self._end(self.box) if mood.hover == self._clear else self.box.inset(2)
            yield pen.plate(near, ground.tint)
        slot = self.box.after(self._inset(pen)).left(self._slot_width(pen))
        yield pen.write(self.line.slot_label, "note", slot, colour=ground.second, bold=True)
        colour = ground.side(self.line.side) if self.line.side else ground.second
        yield pen.icon(
            self.line.icon, pen.px(22), self.box.after(slot.right - self.box.x).left(pen.px(40)), colour
        )
        yield from self._text(self._words(pen, self.box))
        if self.open:
            yield pen.icon("x" if self.line.chosen else "chevron-right", pen.px(18), self._end(self.box))
        if not self.last:
            foot = Box(self.box.x, self.box.bottom - pen.theme.edge, self.box.w, pen.theme.edge)
            yield Fill(foot, ground.hair)

    def _text(self, words: Box) -> Iterator[Ink]:
        pen = self.pen
        title, below = escape(self.line.title), escape(self.line.note)
        top = pen.height(title, "headline", words.w)
        height = top + (pen.height(below, "note", words.w) if below else 0)
        block = words.middle(words.w, height)
        yield from pen.paragraph(title, "headline", block)
        if below:
            yield from pen.paragraph(below, "note", block.below(top), colour=pen.ground.second)

    def _inset(self, pen: Pen) -> int:
        return pen.px(12) if self.open else 0

    def _slot_width(self, pen: Pen) -> int:
        return max(pen.px(44), pen.width(self.line.slot_label, "note", bold=True) + pen.px(8))

    def _end(self, box: Box) -> Box:
        side = self.pen.px(36)
        return box.after(box.w - side - 2).middle(side, min(side, box.h))

    def _words(self, pen: Pen, box: Box) -> Box:
        lead = self._inset(pen) + self._slot_width(pen) + pen.px(40)
        end = pen.px(40) if self.open else pen.px(8)
        return box.after(lead)._replace(w=max(1, box.w - lead - end))


def order_sheet(lines: tuple[SheetLine, ...], *, open_: bool = True) -> Panel:
    """All slots of a sheet on paper."""
    rows = (SheetRow(line, open_=open_, last=line is lines[-1]) for line in lines)
    return Panel(Column(*rows, gap=0), On.SHEET, pad=0, radius=4)
