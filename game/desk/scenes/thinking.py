"""Thinking: the computer players look ahead beside the window, which never waits for them."""

from __future__ import annotations

from collections.abc import Callable

from game.desk.beside import Errand
from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.panel import Ground
from game.desk.kit.widgets.signs import SideMark
from game.desk.kit.widgets.stack import Column, Row, Space
from game.desk.scene import Change, Redraw, Scene, Swap
from game.desk.scenes.base import PageScene
from game.desk.scenes.session import Session
from game.desk.window import Stage
from game.match.match import Match
from game.match.seats import ahead
from game.players.roster import effort_of
from game.presenters.naming import month_name, side_mark
from game.presenters.words import _

BEAT = 0.4
"""Seconds after which the next mark is filled and the count is shown anew."""


def thinkers(match: Match) -> tuple[str, ...]:
    """Return the sides whose players look ahead, and so take a moment."""
    return tuple(side for side, name in match.seats.items() if effort_of(name) is not None)


class ThinkingScene(PageScene):
    """Shows who is thinking, and how far they have come, until the month has been adjudicated."""

    def __init__(self, stage: Stage, session: Session, after: Callable[[], Scene]) -> None:
        self.session, self.after = session, after
        self.coming = Errand(session.match.adjudicated)
        self.coming.pace.of = ahead(session.match.players, session.match.month)
        self.gone = 0.0
        self.hurried = False
        super().__init__(stage)

    def pressed(self, name: str) -> Change | None:
        """Have them take the best they have found so far."""
        if name == "thinking:now":
            self.hurried = True
            self.coming.pace.hurry()
            self.page.refresh()
        return None

    def left(self) -> Change | None:
        """Have them decide: all sheets are sealed, and nothing is taken back."""
        return self.pressed("thinking:now") or Redraw()

    @property
    def beat(self) -> int:
        """Return how many times the marks have moved on."""
        return int(self.gone / BEAT) if self.stage.settings.motion else 0

    def advance(self, seconds: float) -> Change | None:
        """Let time pass; go on once the month is there."""
        if self.coming.done(seconds):
            self.session.match = self.coming.found()
            self.session.keep()
            return Swap(self.after())
        before = int(self.gone / BEAT)
        self.gone += seconds
        if int(self.gone / BEAT) == before:
            return super().advance(seconds)
        self.page.refresh()
        return super().advance(seconds) or Redraw()

    def count(self) -> str:
        """Return how far they have come, in words."""
        pace = self.coming.pace
        if self.hurried:
            return _("They take the best they have found.")
        if not pace.done and not self.session.practice.done():
            return _("They still learn how the others play.")
        return _("{n} of {m} imagined months played").format(n=min(pace.done, pace.of), m=pace.of)

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the marks of those who think, one of them filled at a time."""
        match = self.session.match
        scenario = match.book.scenario
        sides = thinkers(match)
        marks = [
            SideMark(side_mark(scenario, side, filled=row == self.beat % len(sides)), 40)
            for row, side in enumerate(sides)
        ]
        names = ", ".join(scenario.sides[side].label for side in sides)
        told = Label(_("{sides}: thinking").format(sides=names), "scene")
        month = note(_("{month} · all sheets are sealed").format(month=month_name(match.date)))
        off = _("Deciding") if self.hurried else ""
        now = Button("thinking:now", _("Decide now"), key="D", off=off)
        parts = (marks, [told], [month], [note(self.count())], [now])
        rows = [Row(Space().grow(), *each, Space().grow(), gap=24) for each in parts]
        body = Column(Space().grow(), *rows, Space().grow(), gap=16)
        return Ground(body, On.PAPER, pad=80)
