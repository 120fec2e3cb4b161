"""The glossary: the scenario's terms in English and Korean, found by typing."""

from __future__ import annotations

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.touch import Touch, Typed
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.entry import Entry
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.panel import Ground
from game.desk.kit.widgets.rule import ruled
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.signs import Picture
from game.desk.kit.widgets.stack import Bend, Column, Row
from game.desk.scene import Change, Redraw
from game.desk.scenes.base import PageScene
from game.desk.window import Stage
from game.model.scenario import Scenario
from game.presenters.glossary import TermLine, present_glossary
from game.presenters.markup import escape
from game.presenters.words import _, many


class GlossaryScene(PageScene):
    """All terms, or those that hold what is typed."""

    def __init__(self, stage: Stage, scenario: Scenario, wanted: str = "") -> None:
        self.scenario, self.wanted = scenario, wanted
        self.composing = ""
        super().__init__(stage)

    def first_focus(self) -> str:
        """Return the line to type in."""
        return "glossary:find"

    def touched(self, touch: Touch) -> Change | None:
        """Find what is typed."""
        if isinstance(touch, Typed):
            self.wanted, self.composing = touch.text, touch.composing
            self.page.refresh()
            return Redraw()
        return super().touched(touch)

    def pressed(self, name: str) -> Change | None:
        """Show all terms again, or leave."""
        if name == "glossary:all":
            self.wanted = self.composing = ""
            self.page.refresh()
        return self.left() if name == "glossary:back" else None

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the line to type in and the terms found."""
        terms = present_glossary(self.scenario, self.wanted + self.composing)
        count = many("{n} term", "{n} terms", len(terms)).format(n=len(terms))
        bar = Row(
            Label("Simmer", "name"),
            Label(_("Glossary"), "panel").grow(),
            Button("glossary:back", _("Close"), Kind.PLAIN, key="Esc", height=32),
            gap=24,
        )
        entry = Entry("glossary:find", self.wanted, hint=_("Find a term, English or Korean"))
        everything = Button("glossary:all", _("All terms"), off="" if self.wanted else _("All are shown"))
        find = Bend(
            Row(Picture("search", 20), entry.grow(), gap=12).grow(),
            Row(note(count), everything, gap=12),
            each=260,
            gap=12,
            align="middle",
        )
        found: Widget = ruled(*(_term(term) for term in terms), gap=9)
        if not terms:
            found = Label(_("No term holds these words."))
        page = Column(find, Scroll("glossary", found).grow(), gap=20)
        return Column(
            Ground(bar, On.BAR, down=12).ranked(9),
            Ground(page, On.PAPER, pad=max(40, (box.w - pen.px(1000)) // 2), down=24).grow(),
            gap=0,
        )


def _term(line: TermLine) -> Widget:
    """Return one term: in English, in Korean, and what it means."""
    return Bend(
        Label(escape(line.term), "headline").wide_as(210),
        Label(escape(line.other), "headline", tone="second").wide_as(190),
        Label(escape(line.text)).grow(),
        each=260,
        gap=20,
        below=2,
    )
