"""The ledger: all entries these eyes may read, by month, by side and by track (§14)."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.touch import Picked, Touch
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.choice import Option
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.option_list import Dropdown
from game.desk.kit.widgets.panel import Ground
from game.desk.kit.widgets.rule import section
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.signs import Picture
from game.desk.kit.widgets.stack import Column, Flow, Row
from game.desk.scene import Change, Redraw
from game.desk.scenes.base import PageScene
from game.desk.scenes.why import answer_why
from game.desk.views.ledger_row import LedgerRow
from game.desk.window import Stage
from game.match.match import Match
from game.match.redaction import EVERYBODY
from game.presenters.asking import Inquiry
from game.presenters.content import LedgerLine
from game.presenters.ledger import LedgerPage, Sieve, present_ledger
from game.presenters.markup import escape
from game.presenters.words import _, many


class LedgerScene(PageScene):
    """The books of the game, as one seat, the public or, once it is over, everybody may read them.

    They open at the last month, or at all months of one *track*.
    """

    def __init__(self, stage: Stage, match: Match, eyes: str | None, track: str = "") -> None:
        self.match, self.eyes = match, eyes
        self.sieve = Sieve(track=track) if track else Sieve(month=max(1, match.month - 1))
        super().__init__(stage)

    def first_focus(self) -> str:
        """Return the choice of the month."""
        return "sieve:month"

    def touched(self, touch: Touch) -> Change | None:
        """Take over a month, a side or a track that was picked."""
        if not isinstance(touch, Picked):
            return super().touched(touch)
        match touch.name:
            case "sieve:month":
                self.sieve = replace(self.sieve, month=int(touch.value))
            case "sieve:side":
                self.sieve = replace(self.sieve, side=str(touch.value))
            case "sieve:track":
                self.sieve = replace(self.sieve, track=str(touch.value))
        self.page.refresh()
        return Redraw()

    def pressed(self, name: str) -> Change | None:
        """Close an answer, or leave."""
        if name == "ledger:back":
            return self.left()
        if name == "close:why":
            self.page.close()
        return None

    def acted(self, action: Hashable) -> Change | None:
        """Ask why."""
        if isinstance(action, Inquiry):
            answer_why(self.page, self.match, self.eyes, action)
        return None

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the sieve on paper, the entries under their months."""
        page = present_ledger(self.match.glimpse(self.eyes), self.sieve)
        bar = Row(
            Label("Simmer", "name"),
            Label(_("Ledger"), "panel").grow(),
            Button("ledger:back", _("Close"), Kind.PLAIN, key="Esc", height=32),
            gap=24,
        )
        months = [_month(title, rows) for title, rows in page.months]
        found: Widget = Column(*months, gap=20) if months else note(_("Nothing passes these three choices."))
        body = Column(self._sieve(page), Scroll("ledger", found).grow(), gap=16)
        return Column(
            Ground(bar, On.BAR, down=12).ranked(9),
            Ground(body, On.PAPER, pad=max(24, (box.w - pen.px(1100)) // 2), down=16).grow(),
            gap=0,
        )

    def _sieve(self, page: LedgerPage) -> Widget:
        """Return the three choices, and how many entries pass."""
        months = tuple(Option(id, label) for id, label in page.month_choices)
        sides = tuple(Option(id, label, mark) for id, label, mark in page.side_choices)
        tracks = tuple(Option(id, label) for id, label in page.track_choices)
        counted = many("{n} entry of {all}", "{n} entries of {all}", page.count)
        return Flow(
            Dropdown("sieve:month", months, str(self.sieve.month)),
            Dropdown("sieve:side", sides, self.sieve.side),
            Dropdown("sieve:track", tracks, self.sieve.track),
            Row(Picture("lock", 14, tone="second"), note(self._whose())),
            note(counted.format(n=page.count, all=page.all)),
            gap=12,
        )

    def _whose(self) -> str:
        """Return with whose eyes the ledger is read."""
        if self.eyes == EVERYBODY:
            return _("the game is over: everything is open")
        if self.eyes is None:
            return _("what everybody may read")
        label = self.match.book.scenario.sides[self.eyes].label
        return _("what {side} may read").format(side=escape(label))


def _month(title: str, rows: tuple[LedgerLine, ...]) -> Widget:
    return Column(section(title, weight="single"), *(LedgerRow(row) for row in rows), gap=0)
