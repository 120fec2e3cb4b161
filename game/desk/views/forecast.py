"""The forecast: one sentence, then rows of twenty cells and a count; never a bare percentage."""

from collections.abc import Iterator

from game.desk.kit.drawing.pen import Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Mood, Widget
from game.desk.kit.widgets.label import Label
from game.desk.kit.widgets.meter import segment_ink
from game.desk.kit.widgets.panel import Panel
from game.desk.kit.widgets.rule import Rule
from game.desk.kit.widgets.stack import Column, Row
from game.presenters.content import ForecastContent, Mark, OddsRow
from game.presenters.markup import escape
from game.presenters.words import _


def out_of(count: int, tables: int) -> str:
    """Return a chance as a count, such as "14 in 20"."""
    return _("{count} in {tables}").format(count=count, tables=tables)


class OddsLine(Widget):
    """One outcome: its name, as many filled cells as tables ended so, the count."""

    def __init__(self, row: OddsRow, tables: int = 20, lead: int = 0) -> None:
        super().__init__()
        self.row, self.tables, self.lead = row, tables, lead

    def high(self, pen: Pen, width: int) -> int:
        """One line."""
        return pen.px(21)

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Name, cells, count."""
        pen = self.pen
        lead = max(pen.px(20), self.lead)
        count = out_of(self.row.count, self.tables)
        tail = max(pen.width(out_of(self.tables, self.tables), "plain", bold=True), pen.px(48)) + pen.px(8)
        yield pen.write(self.row.label, "plain", self.box, bold=self.row.likeliest)
        cells = self.box.after(lead).left(max(0, self.box.w - lead - tail))
        yield from segment_ink(pen, cells.middle(cells.w, pen.px(13)), self.row.count, self.tables)
        yield pen.write(count, "plain", self.box, "right", bold=self.row.likeliest)


class RiskLine(Widget):
    """A sign, words and a count."""

    def __init__(self, sign: Mark | str, text: str, count: str) -> None:
        super().__init__()
        self.sign, self.text, self.count = sign, text, count

    def high(self, pen: Pen, width: int) -> int:
        """One line, more when the words must wrap."""
        return max(
            pen.px(20), pen.height(escape(self.text), "plain", self._words(pen, Box(0, 0, width, 0)).w)
        )

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the sign, the words, the count."""
        pen, first = self.pen, self.box.top(max(self.pen.px(18), self.pen.leading("plain")))
        if isinstance(self.sign, Mark):
            place = first.left(pen.px(18))
            yield from pen.mark(self.sign.shape, self.sign.letter, pen.px(15), place, self.sign.filled)
        else:
            yield pen.icon(self.sign, pen.px(16), first.left(pen.px(18)))
        yield from pen.paragraph(escape(self.text), "plain", self._words(pen, self.box))
        yield pen.write(self.count, "plain", first, "right", bold=True)

    def _words(self, pen: Pen, box: Box) -> Box:
        tail = pen.width(self.count, "plain", bold=True) + pen.px(8)
        return box.after(pen.px(26))._replace(w=max(1, box.w - pen.px(26) - tail))


class _Odds(Column):
    """Rows of odds whose cells begin at the same place."""

    def arrange(self) -> None:
        """Give every row the width of the longest name."""
        rows = [row for row in self.widgets if isinstance(row, OddsLine)]
        lead = max((self.pen.width(row.row.label, "plain", bold=True) for row in rows), default=0)
        for row in rows:
            row.lead = lead + self.pen.px(10)
        super().arrange()


def forecast(content: ForecastContent) -> Panel:
    """Return the forecast for a sheet, on its own panel."""
    note = Label(_("{count} imagined tables").format(count=content.tables), "note", tone="second")
    parts = [
        Row(Label(escape(content.title), "headline").grow(), note),
        Label(escape(content.sentence), "forecast"),
        _Odds(*(OddsLine(row, content.tables) for row in content.rows), gap=0),
    ]
    risks = [RiskLine(sign, text, out_of(count, content.tables)) for sign, text, count in content.risks]
    rule = [Rule()] if risks and content.rows else []
    return Panel(Column(*parts, *rule, Column(*risks, gap=0), gap=7), On.PANEL)


def forecast_awaited() -> Panel:
    """Return what stands in a forecast's place until it has been worked out."""
    return Panel(Label(_("The forecast is being counted …"), "note", tone="second"), On.PANEL)
