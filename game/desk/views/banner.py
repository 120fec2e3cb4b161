"""A banner: what must not be missed, filled with the colour of the side it belongs to."""

from collections.abc import Iterator

from game.desk.kit.drawing.pen import Fill, Ink, Pen
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Mood, Widget
from game.desk.kit.widgets.label import Label
from game.desk.kit.widgets.panel import Panel
from game.desk.kit.widgets.signs import SideMark
from game.desk.kit.widgets.stack import Bend, Column, Row
from game.presenters.content import Mark


class _Filled(Panel):
    """A panel filled with a side's colour, its words in the colour of letters on it."""

    def __init__(self, child: Widget, shape: str) -> None:
        super().__init__(child, None, pad=16, down=14, radius=6)
        self.shape = shape

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the filled ground."""
        yield self.pen.plate(self.box, self.pen.ground.side(self.shape), radius=self.radius)


class Lettered(Label):
    """Words on a filled ground."""

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the words in the colour of letters inside marks."""
        letter = self.pen.ground.letter
        yield from self.pen.paragraph(self.markup, self.style, self.box, self.align, letter, letter)


class Crossing(Widget):
    """A line under an arrow that passes it."""

    def wide(self, pen: Pen) -> int:
        """Measure the width of the sign."""
        return pen.px(64)

    def high(self, pen: Pen, width: int) -> int:
        """Measure the height of the sign."""
        return pen.px(60)

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the dashes and the arrow."""
        pen, letter, wide = self.pen, self.pen.ground.letter, self.pen.px(5)
        dashes = pen.tools.plates.dashes(pen.px(20), pen.px(4), pen.px(8), pen.px(4), letter)
        level = self.box.middle(self.box.w, pen.px(4))
        yield pen.picture(dashes, level.left(pen.px(20)))
        yield pen.picture(dashes, level.after(level.w - pen.px(20)))
        head = self.box.top(pen.px(18))
        yield Fill(self.box.below(pen.px(14)).middle(wide, self.box.h - pen.px(14)), letter)
        yield pen.picture(pen.tools.marks.shape("triangle", pen.px(22), letter, ""), head)


def crossing_banner(mark: Mark, over: str, title: str, sentence: str, owed: str, owed_text: str) -> Bend:
    """Return a line crossed, and beside it, or below where there is no room, the answer owed."""
    words = Column(Lettered(over, "chip"), Lettered(title, "crossing"), Lettered(sentence, "plain"), gap=2)
    left = _Filled(Row(Crossing(), words.grow(), gap=16), mark.shape)
    debt = Column(
        Row(SideMark(mark, 20), Label(owed, "panel").grow(), gap=6), Label(owed_text, "plain"), gap=8
    )
    right = Panel(debt, On.SHEET, pad=20, down=14, edge=True)
    return Bend(left.grow(0.6), right.grow(0.4), each=100, gap=4, align="fill")
