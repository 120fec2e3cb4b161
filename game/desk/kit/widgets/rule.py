"""Rules: the double line that opens a section, and the hairline between rows."""

from collections.abc import Iterator
from typing import Literal

from game.desk.kit.drawing.pen import Fill, Ink, Pen
from game.desk.kit.widgets.base import Mood, Widget
from game.desk.kit.widgets.label import heading
from game.desk.kit.widgets.stack import Bend, Column

Weight = Literal["hair", "single", "double"]


class Rule(Widget):
    """A level line as wide as its box."""

    def __init__(self, weight: Weight = "hair") -> None:
        super().__init__()
        self.weight = weight

    def high(self, pen: Pen, width: int) -> int:
        """Measure a pixel, or four for a double rule."""
        return {"hair": pen.theme.edge, "single": 1, "double": 4}[self.weight]

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the line."""
        if self.weight == "double":
            yield from self.pen.double_rule(self.box)
        elif self.weight == "single":
            yield Fill(self.box.top(1), self.pen.ground.text)
        else:
            yield self.pen.hair(self.box)


def section(
    title: str, beside: Widget | None = None, *, weight: Weight = "double", style: str = "panel"
) -> Column:
    """Return a section's heading, with something at its right end, over a rule."""
    top = Bend(heading(title, style).grow(), beside, each=0, gap=16, below=2)
    return Column(top, Rule(weight), gap=4)


def ruled(*rows: Widget, gap: int = 6) -> Column:
    """Rows parted by hairlines."""
    parts: list[Widget] = []
    for row in rows:
        parts += [row, Rule()]
    return Column(*parts[:-1], gap=gap)
