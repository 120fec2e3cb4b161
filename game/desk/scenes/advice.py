"""The advisers: two voices with a known bias, asked before a sheet is sealed."""

from __future__ import annotations

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.panel import Ground
from game.desk.kit.widgets.rule import ruled, section
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.signs import Picture
from game.desk.kit.widgets.stack import Column, Row, Space
from game.desk.scene import Change
from game.desk.scenes.base import PageScene
from game.desk.views.forecast import out_of
from game.desk.window import Stage
from game.match.match import Match
from game.players.forecast import OUT_OF
from game.presenters.advice import Voice, present_advice
from game.presenters.markup import escape
from game.presenters.words import _

NARROW = 860
"""Below this width the voices stand under each other."""


class AdviceScene(PageScene):
    """What each adviser would lay and expects; the debrief tells how often it was right."""

    def __init__(self, stage: Stage, match: Match, side: str) -> None:
        self.label = match.book.scenario.sides[side].label
        self.voices = present_advice(match, side)
        super().__init__(stage)

    def first_focus(self) -> str:
        """Return the way back to the table."""
        return "advice:back"

    def pressed(self, name: str) -> Change | None:
        """Go back to the table."""
        return self.left() if name == "advice:back" else None

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the voices side by side on slate: only this seat hears them."""
        head = Row(
            Column(
                Label(_("Advisers of {side}").format(side=self.label), "scene"),
                Row(Picture("lock", 14, tone="second"), note(_("only you see this")), gap=6),
                gap=2,
            ).grow(),
            Button("advice:back", _("Back to the table"), key="Esc"),
            gap=16,
        )
        columns = [_column(voice) for voice in self.voices]
        wide = box.w >= pen.px(NARROW)
        voices: Widget = (
            Row(*(c.grow() for c in columns), gap=36, align="top") if wide else Column(*columns, gap=24)
        )
        foot = note(_("Both are asked again in the debrief: how often was each of them right?"))
        return Ground(Column(head, Scroll("advice", voices).grow(), foot, gap=20), On.SLATE, pad=40, down=24)


def _column(voice: Voice) -> Widget:
    """Return one adviser: its bias, its sheet, what it expects."""
    lines = [
        Row(Label(slot, "headline").wide_as(70), Label(escape(card)).grow(), gap=12, align="top")
        for slot, card in voice.lines
    ]
    return Column(
        Label(escape(voice.label), "panel"),
        Label(escape(voice.bias), "plain"),
        Space(height=4),
        section(_("Would lay"), weight="hair"),
        ruled(*lines),
        Space(height=4),
        section(_("Expects this month"), weight="hair"),
        ruled(*(_odds(told, count) for told, count in voice.expects)),
        gap=10,
    )


def _odds(told: str, count: int) -> Widget:
    """Return one thing expected, and at how many of the imagined tables."""
    return Row(Label(escape(told)).grow(), Label(out_of(count, OUT_OF), "headline"), gap=12, align="top")
