"""A ladder: its steps from the ground up, their terms at the left edge, the own draft at the right."""

from collections.abc import Iterator

from game.desk.kit.drawing.pen import Fill, Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.touch import Picked
from game.desk.kit.widgets.base import Mood, Spot, Widget
from game.presenters.content import LadderContent, Mark, StepContent
from game.presenters.markup import escape

_BAR = 5
_EDGE = 14
_FOOT = 32


class Rungs(Widget):
    """The steps of a ladder with both bars; pressing a step drafts up to it, or below it if it did."""

    def __init__(self, ladder: LadderContent) -> None:
        super().__init__()
        self.ladder = ladder
        self.name = f"ladder:{ladder.id}"

    def least(self, pen: Pen) -> int:
        """Measure the widest word of all steps, and the bars."""
        titles = (word for step in self.ladder.steps for word in step.title.split())
        notes = (word for step in self.ladder.steps for word in step.note.split())
        words = [pen.width(word, "headline") for word in titles] + [pen.width(word, "note") for word in notes]
        return max(words, default=0) + pen.px(2 * _EDGE + 36)

    def high(self, pen: Pen, width: int) -> int:
        """Every step at its natural height."""
        steps = self._natural(pen, width) * len(self.ladder.steps)
        return steps + self._head(pen) + self._foot(pen, width)

    def spots(self) -> tuple[Spot, ...]:
        """One for each step, the top one first, when there is a draft to change."""
        if self.ladder.draft is None:
            return ()
        return tuple(
            Spot(
                f"{self.name}:{step.level}",
                self._step(step.level).inset(self.pen.px(8), 3),
                group=self.name,
                on=self.pen.on,
                action=Picked(self.name, self._drafted_by(step.level)),
            )
            for step in reversed(self.ladder.steps)
        )

    def _drafted_by(self, level: int) -> int:
        """Return what pressing a step drafts: up to it, or one less where the draft already ends."""
        drafted = self.ladder.draft[1] if self.ladder.draft else 0
        return level - 1 if level == drafted else level

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw steps, ground and bars."""
        for step in self.ladder.steps:
            yield from self._step_ink(step, mood.hover == f"{self.name}:{step.level}")
        yield from self._ground()
        if self.ladder.theirs:
            yield from self._bar(*self.ladder.theirs, self._rails().x)
        if self.ladder.draft:
            yield from self._bar(*self.ladder.draft, self._rails().right - self.pen.px(_BAR))

    def _head(self, pen: Pen) -> int:
        return pen.px(12)

    def _foot(self, pen: Pen, width: int) -> int:
        words = pen.height(escape(self.ladder.ground_note), "note", max(1, width - pen.px(2 * _EDGE + 36)))
        return max(pen.px(_FOOT), words + pen.px(10))

    def _natural(self, pen: Pen, width: int) -> int:
        words = max(1, width - pen.px(2 * _EDGE + 36))
        tallest = max(
            (
                pen.height(escape(step.title), "headline", words)
                + (pen.height(escape(step.note), "note", words) if step.note else 0)
                for step in self.ladder.steps
            ),
            default=0,
        )
        return max(pen.px(48), tallest + pen.px(12))

    def _rails(self) -> Box:
        return self.box.inset(self.pen.px(_EDGE // 2), 0)

    def _floor(self) -> int:
        return self.box.bottom - self._foot(self.pen, self.box.w)

    def _step(self, level: int) -> Box:
        """Return the box of a step; level 1 stands on the ground."""
        top = self.box.y + self._head(self.pen)
        count = max(1, len(self.ladder.steps))
        height = (self._floor() - top) / count
        low = round(self._floor() - (level - 1) * height)
        high = round(self._floor() - level * height)
        return Box(self.box.x, high, self.box.w, low - high)

    def _step_ink(self, step: StepContent, near: bool) -> Iterator[Ink]:
        pen, box = self.pen, self._step(step.level).inset(self.pen.px(_EDGE), 0)
        covered = max((terms[1] for terms in (self.ladder.theirs, self.ladder.draft) if terms), default=0)
        if near or step.level <= covered:
            yield Fill(box, pen.ground.tint)
        yield pen.hair(box)
        yield pen.write(str(step.level), "figure", box.left(pen.px(32)), "centre")
        if step.carried_out:
            yield pen.icon("check", pen.px(16), box.after(box.w - pen.px(24)).left(pen.px(20)))
        words = box.after(pen.px(36))
        top = pen.height(escape(step.title), "headline", words.w)
        below = pen.height(escape(step.note), "note", words.w) if step.note else 0
        block = words.middle(words.w, top + below)
        yield from pen.paragraph(escape(step.title), "headline", block)
        if step.note:
            yield from pen.paragraph(escape(step.note), "note", block.below(top), colour=pen.ground.second)

    def _ground(self) -> Iterator[Ink]:
        pen, floor = self.pen, self._floor()
        inner = self.box.inset(pen.px(_EDGE), 0)
        yield Fill(Box(inner.x, floor, inner.w, 2), pen.ground.text)
        foot = Box(inner.x, floor + 2, inner.w, self.box.bottom - floor - 2)
        yield pen.write("0", "chip", foot.left(pen.px(32)), "centre")
        told, words = escape(self.ladder.ground_note), foot.after(pen.px(36))
        words = words.middle(words.w, pen.height(told, "note", words.w))
        yield from pen.paragraph(told, "note", words, colour=pen.ground.second)

    def _bar(self, mark: Mark, level: int, x: int) -> Iterator[Ink]:
        pen, floor = self.pen, self._floor()
        top = self._step(level).y if level else floor
        colour = pen.ground.side(mark.shape)
        yield Fill(Box(x, top, pen.px(_BAR), floor - top), colour)
        sign = Box(x + pen.px(_BAR) // 2, top, 0, 0)
        yield from pen.mark(mark.shape, mark.letter, pen.px(20), sign, mark.filled)
