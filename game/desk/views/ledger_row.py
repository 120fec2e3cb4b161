"""An entry of the ledger in a row: whose doing, what changed, why, by which rule."""

from collections.abc import Iterator

from game.desk.kit.drawing.pen import Fill, Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Mood, Spot, Widget
from game.presenters.content import LedgerLine
from game.presenters.markup import escape
from game.presenters.words import _


class LedgerRow(Widget):
    """A row on paper, or on slate with a lock and the words "only you" when it is private."""

    def __init__(self, line: LedgerLine, group: str = "ledger") -> None:
        super().__init__()
        self.line, self.group = line, group
        self.name = f"ledger:{line.id}"

    def high(self, pen: Pen, width: int) -> int:
        """Measure the higher of its two texts, with room above and below."""
        change, reason, _tail = self._parts(pen, Box(0, 0, width, 0))
        texts = (
            pen.height(escape(self.line.change), "figure", change.w),
            pen.height(escape(self.line.reason), "plain", reason.w),
        )
        return max(*texts, pen.px(20)) + pen.px(10)

    def spots(self) -> tuple[Spot, ...]:
        """Offer the why?."""
        if not self.line.why:
            return ()
        ask, on = self.line.why, self._on.on
        return (Spot(ask.name, self._why_box(), group=self.group, on=on, radius=2, action=ask),)

    @property
    def _on(self) -> Pen:
        return self.pen.lying_on(On.SLATE) if self.line.private else self.pen

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Mark, change, reason, lock, rule, why?."""
        pen = self._on
        if self.line.private:
            yield Fill(self.box, pen.ground.fill)
        mark = self.box.after(pen.px(6)).left(pen.px(22))
        yield from pen.mark(
            self.line.mark.shape, self.line.mark.letter, pen.px(17), mark, self.line.mark.filled
        )
        change, reason, tail = self._parts(pen, self.box)
        for text, style, box in ((self.line.change, "figure", change), (self.line.reason, "plain", reason)):
            height = pen.height(escape(text), style, box.w)
            yield from pen.paragraph(escape(text), style, box.middle(box.w, height))
        yield from self._tail(pen, tail, mood)
        yield Fill(
            Box(self.box.x, self.box.bottom - pen.theme.edge, self.box.w, pen.theme.edge), pen.ground.hair
        )

    def _tail(self, pen: Pen, tail: Box, mood: Mood) -> Iterator[Ink]:
        if self.line.private:
            lock, words = tail.left(pen.px(16)), tail.after(pen.px(22))
            yield pen.icon("lock", pen.px(15), lock, pen.ground.second)
            yield pen.write(_("only you"), "note", words, colour=pen.ground.second, bold=True)
        if self.line.rule:
            rule = tail.left(tail.w - self._why_width(pen) - pen.px(24))
            yield pen.write(
                self.line.rule, "note", rule.after(rule.w - self._rule_width(pen)), colour=pen.ground.second
            )
        if self.line.why:
            box = self._why_box()
            if mood.hover == self.line.why.name:
                yield pen.plate(box, pen.ground.tint, radius=2)
            line = box.middle(box.w, pen.leading("chip"))
            yield pen.write(_("why?"), "chip", line)
            yield pen.underline(line, "chip", pen.ground.text)

    def _rule_width(self, pen: Pen) -> int:
        return max(pen.px(52), pen.width(self.line.rule, "note")) if self.line.rule else 0

    def _why_width(self, pen: Pen) -> int:
        return pen.width(_("why?"), "chip")

    def _why_box(self) -> Box:
        width = self._why_width(self.pen)
        right = self.box.right - self.pen.px(8)
        return Box(right - width, self.box.y, width, self.box.h).middle(width, self.pen.px(24))

    def _tail_width(self, pen: Pen) -> int:
        lock = pen.px(22 + 20) + pen.width(_("only you"), "note", bold=True)
        return lock + self._rule_width(pen) + self._why_width(pen) + pen.px(24 + 8)

    def _parts(self, pen: Pen, box: Box) -> tuple[Box, Box, Box]:
        inner = box.after(pen.px(40))
        room = max(2, inner.w - self._tail_width(pen) - pen.px(16))
        change = round(room * 0.4)
        return (
            inner.left(change - pen.px(12)),
            inner.after(change).left(room - change),
            inner.after(room + pen.px(16)),
        )
