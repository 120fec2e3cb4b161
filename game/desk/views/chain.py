"""The chain behind a number: where it started, each cause with its sign, where it ended."""

from collections.abc import Iterator

from game.desk.kit.drawing.pen import Fill, Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.widgets.base import Mood, Spot, Widget
from game.presenters.asking import AskClaim
from game.presenters.content import CauseRow
from game.presenters.markup import escape

_AMOUNT = 36
_MARK = 44
_FOOT = 24


class CauseLine(Widget):
    """One link of the chain: amount, mark on a thread, title, one sentence, rule, claims to open."""

    def __init__(self, cause: CauseRow) -> None:
        super().__init__()
        self.cause = cause

    def high(self, pen: Pen, width: int) -> int:
        """Title, sentence, foot, and thread to the next."""
        words = self._words(pen, Box(0, 0, width, 0)).w
        foot = self._foot_height(pen, words) if self.cause.rule or self.cause.tags else 0
        sentence = pen.height(escape(self.cause.sentence), "plain", words) if self.cause.sentence else 0
        return pen.height(escape(self.cause.title), "headline", words) + sentence + foot + pen.px(10)

    def spots(self) -> tuple[Spot, ...]:
        """Offer the claims it rests on."""
        return tuple(
            Spot(f"claim:{tag}", box, group="chain", on=self.pen.on, radius=3, action=AskClaim(tag))
            for tag, box in zip(self.cause.tags, self._tag_boxes(), strict=True)
        )

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Thread, amount, mark and words."""
        pen, ground = self.pen, self.pen.ground
        first = self.box.top(pen.leading("headline"))
        yield pen.write(self.cause.amount, "panel", first.left(pen.px(_AMOUNT)), "right")
        middle = self.box.x + pen.px(_AMOUNT) + pen.px(_MARK) // 2
        if not self.cause.last:
            top = first.bottom + pen.px(2)
            yield Fill(Box(middle - 1, top, 2, self.box.bottom - top), ground.hair)
        yield from self._sign(Box(middle, first.centre[1], 0, 0))
        words = self._words(pen, self.box)
        yield from pen.paragraph(escape(self.cause.title), "headline", words)
        below = words.below(pen.height(escape(self.cause.title), "headline", words.w))
        if self.cause.sentence:
            yield from pen.paragraph(escape(self.cause.sentence), "plain", below, colour=ground.second)
        yield from self._foot(mood)

    def _sign(self, place: Box) -> Iterator[Ink]:
        mark = self.cause.mark
        if mark:
            yield from self.pen.mark(mark.shape, mark.letter, self.pen.px(18), place, mark.filled)
            return
        picture = self.pen.tools.marks.shape(
            "circle", self.pen.px(16), self.pen.ground.text, "" if self.cause.last else self.pen.ground.fill
        )
        yield self.pen.picture(picture, place)

    def _foot(self, mood: Mood) -> Iterator[Ink]:
        pen = self.pen
        line = self._foot_line()
        if self.cause.rule:
            yield pen.write(self.cause.rule, "note", line, colour=pen.ground.second)
        for tag, box in zip(self.cause.tags, self._tag_boxes(), strict=True):
            near = mood.hover == f"claim:{tag}"
            yield pen.plate(box, pen.ground.tint if near else "", pen.ground.text, radius=3)
            yield pen.write(tag, "chip", box, "centre")

    def _words(self, pen: Pen, box: Box) -> Box:
        lead = pen.px(_AMOUNT + _MARK)
        return box.after(lead)._replace(w=max(1, box.w - lead))

    def _foot_height(self, pen: Pen, words: int) -> int:
        boxes = self._tags_in(pen, Box(0, 0, words, pen.px(_FOOT)))
        return max([pen.px(_FOOT), *(box.bottom + 2 for box in boxes)])

    def _foot_line(self) -> Box:
        words = self._words(self.pen, self.box)
        top = self.pen.height(escape(self.cause.title), "headline", words.w)
        if self.cause.sentence:
            top += self.pen.height(escape(self.cause.sentence), "plain", words.w)
        return words.below(top).top(self.pen.px(_FOOT))

    def _tag_boxes(self) -> list[Box]:
        return self._tags_in(self.pen, self._foot_line())

    def _tags_in(self, pen: Pen, line: Box) -> list[Box]:
        boxes, y = [], line.y + pen.px(2)
        x = line.x + (pen.width(self.cause.rule, "note") + pen.px(10) if self.cause.rule else 0)
        for tag in self.cause.tags:
            width = pen.width(tag, "chip") + pen.px(12)
            if x > line.x and x + width > line.right:
                x, y = line.x, y + pen.px(_FOOT)
            boxes.append(Box(x, y, width, pen.px(20)))
            x += width + pen.px(8)
        return boxes
