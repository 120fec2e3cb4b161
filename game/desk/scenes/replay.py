"""The replay: a game looked at again, month by month, with any eyes that are lawful."""

from __future__ import annotations

from collections.abc import Hashable

from game.debrief.history import past
from game.debrief.snapshot import stood
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
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.slider import Slider
from game.desk.kit.widgets.stack import Bend, Column, Row
from game.desk.scene import Change, Push, Redraw
from game.desk.scenes.base import PageScene
from game.desk.scenes.ledger import LedgerScene
from game.desk.scenes.sheet_face import own_sheet, sheet_face
from game.desk.scenes.table_parts import gauge, news, pinned_map, standing
from game.desk.scenes.why import answer_why
from game.desk.views.track_row import TrackRow
from game.desk.window import Stage
from game.match.match import Match
from game.match.redaction import EVERYBODY
from game.presenters.asking import Inquiry
from game.presenters.naming import month_name
from game.presenters.replay import PUBLIC, first_eyes, lawful_eyes
from game.presenters.reveal import own_orders, turned
from game.presenters.tracks import present_home
from game.presenters.words import _


class ReplayScene(PageScene):
    """The table after each month played, and the sheets that led there."""

    def __init__(self, stage: Stage, match: Match) -> None:
        self.stage: Stage = stage
        self.match = match
        self.past = past(match)
        self.count = len(match.months)
        self.eyes = first_eyes(match.glimpse(None))
        super().__init__(stage)

    @property
    def shown(self) -> Match:
        """Return the match as it stood in the month that is shown."""
        return stood(self.match, self.past, self.count)

    @property
    def side(self) -> str | None:
        """Return the seat whose eyes are borrowed; none for the public's, or for all together."""
        return None if self.eyes in (PUBLIC, EVERYBODY) else self.eyes

    def first_focus(self) -> str:
        """Return the slider, which the arrows move."""
        return "replay:month"

    def touched(self, touch: Touch) -> Change | None:
        """Go to a month, or borrow other eyes."""
        if not isinstance(touch, Picked):
            return super().touched(touch)
        if touch.name == "replay:month":
            self._go(int(touch.value))
        elif touch.name == "replay:eyes":
            self.eyes = str(touch.value)
            self.page.refresh()
        return Redraw()

    def pressed(self, name: str) -> Change | None:
        """Step, open the ledger, or leave."""
        if name == "replay:leave":
            return self.left()
        if name in ("replay:back", "replay:on"):
            self._go(self.count + (1 if name == "replay:on" else -1))
        elif name == "ledger":
            return Push(LedgerScene(self.stage, self.shown, None if self.eyes == PUBLIC else self.eyes))
        elif name == "close:why":
            self.page.close()
        return None

    def acted(self, action: Hashable) -> Change | None:
        """Ask why."""
        if isinstance(action, Inquiry):
            answer_why(self.page, self.shown, self.eyes or None, action)
        return None

    def _go(self, count: int) -> None:
        """Show the table after *count* months."""
        self.count = min(max(0, count), len(self.match.months))
        self.page.refresh()

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the table on paper, the sheets of the month on slate, the slider below."""
        match = self.shown
        wide = box.w >= pen.px(1000) and box.h >= pen.px(640)
        eyes = self.eyes or None
        parts = news(match, eyes), standing(match, eyes)
        told = Column(*(part.grow(0.5) for part in parts), gap=8) if wide else Scroll("told", Column(*parts))
        scale = Scroll("scale", gauge(match, eyes)).wide_as(168)
        middle = pinned_map(match, eyes).grow(0.5) if wide else None
        public = Row(scale, middle, told.grow(0.5 if wide else 1.0), gap=16, align="fill")
        return Column(
            self._bar(match),
            Ground(public, On.PAPER, pad=16, down=8).grow(0.58),
            Ground(Scroll("replay:sheets", self._sheets(match)), On.SLATE, down=10).grow(0.42),
            self._foot(),
            gap=0,
        )

    def _bar(self, match: Match) -> Widget:
        date = match.date_of(max(1, self.count))
        told = _("Before the first month") if self.count == 0 else _("After {month}")
        options = tuple(Option(e.id, e.label, e.mark, e.off) for e in lawful_eyes(self.match.glimpse(None)))
        where = Label(told.format(month=month_name(date)), "panel").grow()
        eyes = Row(
            note(_("with the eyes of")),
            Dropdown("replay:eyes", options, self.eyes),
            Button("replay:leave", _("Close"), Kind.PLAIN, key="Esc", height=32),
            gap=16,
        )
        name = Row(Label("Simmer", "name"), where, gap=16).grow()
        return Ground(Bend(name, eyes, each=220, gap=16, align="middle"), On.BAR, down=7).ranked(9)

    def _sheets(self, match: Match) -> Widget:
        """Return the sheets of the month as these eyes may see them, and the homes they may look into."""
        parts: list[Widget] = []
        if match.months:
            whole = self.eyes == EVERYBODY
            sheets = [turned(match.glimpse(side if whole else None), side) for side in match.book.index.sides]
            parts.append(Bend(*(sheet_face(s).grow() for s in sheets), each=200, gap=16, align="fill"))
            parts += own_sheet(own_orders(match.glimpse(self.side)))
        homes = [self.side] if self.side else list(match.book.index.sides) if self.eyes == EVERYBODY else []
        columns = [
            Column(
                *(TrackRow(t, group=f"home:{home}") for t in present_home(match.glimpse(home))), gap=0
            ).grow()
            for home in homes
        ]
        if columns:
            parts.append(Bend(*columns, each=200, gap=16, align="top"))
        return Column(*parts, gap=12) if parts else note(_("No sheet has been sealed yet."))

    def _foot(self) -> Widget:
        last = len(self.match.months)
        off = _("the start") if self.count == 0 else ""
        end = _("the end") if self.count == last else ""
        back = Button("replay:back", _("Month before"), icon="step-back", key=",", height=36, off=off)
        on = Button("replay:on", _("Month after"), icon="step-forward", key=".", height=36, off=end)
        slider = Slider("replay:month", self.count, 0, max(1, last), 1)
        return Ground(Row(back, slider.grow(), on, gap=16), On.SLATE, down=8).ranked(1)
