"""The curtain: the laptop changes hands, and nobody sees another's sheet."""

from __future__ import annotations

from collections.abc import Callable

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.panel import Ground
from game.desk.kit.widgets.rule import ruled, section
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.signs import SideMark
from game.desk.kit.widgets.stack import Column, Flow, Row, Space
from game.desk.scene import Change, Scene, Swap
from game.desk.scenes.base import PageScene, tone_of
from game.desk.scenes.session import Session
from game.desk.window import Stage
from game.match.match import Match
from game.presenters.feed import happened_before, headline
from game.presenters.naming import month_name, shape_of, side_mark
from game.presenters.words import _

SHOWN = 5
"""Public headlines shown while the laptop is handed over."""


class CurtainScene(PageScene):
    """Says whose turn it is, and what everybody may know has happened."""

    def __init__(self, stage: Stage, session: Session, side: str, after: Callable[[], Scene]) -> None:
        self.session, self.side, self.after = session, side, after
        super().__init__(stage)

    def first_focus(self) -> str:
        """Return the button that lifts the curtain."""
        return "curtain:lift"

    def pressed(self, name: str) -> Change | None:
        """Lift the curtain."""
        return Swap(self.after()) if name == "curtain:lift" else None

    def left(self) -> Change | None:
        """Stay: a curtain is not left by accident."""
        return None

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the curtain."""
        match = self.session.match
        scenario = match.book.scenario
        label = scenario.sides[self.side].label
        tone = shape_of(scenario, self.side)
        middle = Column(
            Row(
                SideMark(side_mark(scenario, self.side), 56),
                Label(label, "reading", tone=tone_of(tone)),
                gap=16,
            ),
            Label(_("Hand the screen to whoever plays {side}.").format(side=label), "scene"),
            note(_("{month} · everybody else looks away").format(month=month_name(match.date))),
            Space(8),
            self._since(),
            Space(4),
            self._seats(),
            Space(8),
            Row(
                Button("curtain:lift", _("{side} is here").format(side=label), Kind.PRIMARY, key="Enter"),
                Space(),
            ),
            gap=12,
        )
        return Ground(_centred(middle, box, pen.px(560)), On.SLATE, pad=40)

    def _seats(self) -> Widget:
        """Return whose sheet is sealed and whose is still to come, without a word of what is on it."""
        match = self.session.match
        return Flow(*(_seat(match, side, self.side) for side in match.book.index.sides), gap=24)

    def _since(self) -> Widget:
        """Return what everybody may know has happened since this seat last looked."""
        match = self.session.match
        told = happened_before(match, None, match.month)[:SHOWN]
        rows = [
            Row(SideMark(side_mark(match.book.scenario, h.side), 18), Label(headline(match, h)).grow(), gap=8)
            for h in told
        ]
        label = match.book.scenario.sides[self.side].label
        title = _("What has happened since {side} last looked").format(side=label)
        return Column(section(title, weight="hair"), ruled(*rows) if rows else note(_("Nothing yet.")), gap=8)


def _seat(match: Match, side: str, now: str) -> Widget:
    """Return one seat: sealed, still to play, or filled by a computer player."""
    scenario = match.book.scenario
    hand = match.hands.get(side)
    sealed = hand is not None and hand.sealed
    told = _("computer player") if hand is None else _("sealed") if sealed else _("to play")
    mark = SideMark(side_mark(scenario, side, filled=sealed or side == now), 22)
    return Row(mark, Column(Label(scenario.sides[side].label, "headline"), note(told), gap=0), gap=8)


def _centred(widget: Widget, box: Box, width: int) -> Widget:
    """Return *widget* in the middle of a page."""
    side = max(0, (box.w - 80 - width) // 2)
    middle = Row(Space(width=side), widget.grow(), Space(width=side), gap=0)
    return Scroll("curtain", Column(Space().grow(), middle, Space().grow(), gap=0))
