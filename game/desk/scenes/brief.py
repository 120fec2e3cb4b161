"""The brief: what a seat reads before it plays."""

from __future__ import annotations

from collections.abc import Callable

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.panel import Ground
from game.desk.kit.widgets.rule import Rule, ruled, section
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.signs import Picture, SideMark
from game.desk.kit.widgets.stack import Bend, Column, Row, Space
from game.desk.scene import Change, Pop, Scene, Swap
from game.desk.scenes.base import PageScene, tone_of
from game.desk.scenes.session import Session
from game.desk.window import Stage
from game.presenters.brief import BriefPage, present_brief
from game.presenters.words import _

NARROW = 900
"""Below this width, in pixels at scale 1.0, the brief stands in one column."""


class BriefScene(PageScene):
    """A seat's brief: its situation, its goals, its lines, what it can do each month."""

    def __init__(
        self, stage: Stage, session: Session, side: str, after: Callable[[], Scene] | None = None
    ) -> None:
        self.session, self.side, self.after = session, side, after
        self.short = True
        self.text = session.brief_text(side)
        super().__init__(stage)

    def first_focus(self) -> str:
        """Return the button that begins."""
        return "brief:sit"

    def pressed(self, name: str) -> Change | None:
        """Sit down, or turn between the short and the whole text."""
        if name == "brief:length":
            self.short = not self.short
            self.page.refresh()
        return self.left() if name == "brief:sit" else None

    def left(self) -> Change | None:
        """Go on to the table, or back to it."""
        return Swap(self.after()) if self.after else Pop()

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the brief as a slate page: only this seat sees it."""
        page = present_brief(self.session.match, self.side, self.text, self.short)
        columns = [_situation(page), _goals(page), _lines(page)]
        wide = box.w >= pen.px(NARROW)
        body: Widget = (
            Row(*(c.grow() for c in columns), gap=36, align="top") if wide else Column(*columns, gap=24)
        )
        return Ground(
            Column(
                _head(page, self.short),
                Rule(),
                Scroll("brief", body).grow(),
                _foot(self.after is not None),
                gap=16,
            ),
            On.SLATE,
            pad=40,
            down=24,
        )


def _head(page: BriefPage, short: bool) -> Widget:
    name = Column(
        Label(page.label, "reading", tone=tone_of(page.shape)),
        Row(Picture("lock", 14, tone="second"), note(f"{_('only you see this')} · {page.minutes}"), gap=6),
        gap=2,
    )
    length = _("Whole text") if short else _("In brief")
    return Bend(
        Row(SideMark(page.mark, 52), name.grow(), gap=16).grow(),
        Button("brief:length", length, icon="book-open", key="T"),
        each=240,
        gap=16,
        align="middle",
    )


def _situation(page: BriefPage) -> Widget:
    body = [Label(paragraph) for paragraph in page.paragraphs]
    return Column(Label(page.lead, "panel"), note(page.office), *body, gap=12)


def _goals(page: BriefPage) -> Widget:
    open_goals = [_goal(g.points, g.text, g.note) for g in page.goals if not g.secret]
    secret = [_goal(g.points, g.text, g.note) for g in page.goals if g.secret]
    return Column(
        section(_("What you are after"), weight="hair"),
        note(_("War costs every side more than all of this together.")) if page.dreads_war else None,
        ruled(*open_goals),
        Space(4),
        section(_("Secret until the end"), Picture("lock", 16), weight="hair") if secret else None,
        ruled(*secret) if secret else None,
        gap=8,
    )


def _goal(points: int, text: str, told: str) -> Widget:
    return Row(
        Label(str(points), "panel", align="right").wide_as(36),
        Column(Label(text), note(told), gap=2).grow(),
        gap=12,
        align="top",
    )


def _lines(page: BriefPage) -> Widget:
    lines = [Column(Label(line.title, "headline"), note(line.note), gap=2) for line in page.lines]
    slots = [
        Row(Label(title, "headline").wide_as(70), Label(text).grow(), gap=12, align="top")
        for title, text in page.slots
    ]
    return Column(
        section(_("Your lines"), weight="hair"),
        ruled(*lines) if lines else note(_("You have drawn none.")),
        note(
            _("A declared line deters, and binds: leave a crossing unanswered and your word is worth less.")
        ),
        Space(4),
        section(_("The lines of an order sheet"), weight="hair"),
        ruled(*slots),
        gap=8,
    )


def _foot(first: bool) -> Widget:
    words = _("Take the seat") if first else _("Back to the table")
    return Row(
        note(_("The brief stays open in play under B.")).grow(),
        Button("brief:sit", words, Kind.PRIMARY, key="Enter"),
        gap=16,
    )
