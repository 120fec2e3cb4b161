"""The reveal: the sheets turned over, then the crossings, then everything that changed (§3.4)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace

import pygame

from game.desk.kit.drawing.pen import Motion, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.panel import Ground, Panel
from game.desk.kit.widgets.rule import section
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.signs import SideMark
from game.desk.kit.widgets.stack import Bend, Column, Row, Space
from game.desk.kit.widgets.turn_over import TurnOver
from game.desk.scene import Change, Redraw, Scene, Swap
from game.desk.scenes.bar import bar
from game.desk.scenes.base import PageScene, tone_of
from game.desk.scenes.menu import menu_change
from game.desk.scenes.prompt import prompt_strip
from game.desk.scenes.reveal_steps import Step, Steps
from game.desk.scenes.session import Session
from game.desk.scenes.sheet_face import own_sheet, private_panel, sheet_face
from game.desk.scenes.why import answer_why
from game.desk.views.banner import crossing_banner
from game.desk.views.gauge import Gauge
from game.desk.views.ledger_row import LedgerRow
from game.desk.window import Stage
from game.presenters.asking import Inquiry
from game.presenters.lesson import prompt_at_reveal
from game.presenters.markup import escape
from game.presenters.naming import month_word
from game.presenters.reveal import Announcement, Crossed, RevealPage, Turned, present_reveal
from game.presenters.words import _, many
from game.rules.ledger import HappeningKind


class RevealScene(PageScene):
    """A month turned over: by one person with that seat's eyes, by several with everybody's."""

    def __init__(self, stage: Stage, session: Session, after: Callable[[], Scene]) -> None:
        self.session, self.after = session, after
        people = session.people
        self.side = people[0] if len(people) == 1 else None
        self.prompt = prompt_at_reveal(session.match.glimpse(self.side))
        self.told = present_reveal(session.match.glimpse(self.side))
        self.steps = Steps(len(self.told.sheets), bool(self.told.crossings), stage.pen.motion is Motion.FULL)
        self._begun = False
        super().__init__(stage)

    def first_focus(self) -> str:
        """Return the button that goes on."""
        return "reveal:on"

    @property
    def face(self) -> object:
        """What lies on top; the button that shows all at once goes on to the next month afterwards."""
        return super().face, self.steps.over

    def points_at(self) -> str:
        """Return the spot that the lesson speaks of."""
        return self.prompt.at if self.prompt else ""

    def handle(self, event: pygame.event.Event) -> Change | None:
        """Turn over all at once at any key or button while sheets are turning; else as on any page."""
        if self.steps.over or event.type not in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            return super().handle(event)
        self.steps.skip()
        self._renewed(still=True)
        return Redraw()

    def advance(self, seconds: float) -> Change | None:
        """Turn over step by step, each with its sound."""
        change = super().advance(seconds)
        if not self._begun:
            self._begun = True
            self.stage.play("turn")
        reached = self.steps.advance(seconds)
        if not reached:
            return change
        if Step.CROSSINGS in reached and self.told.crossings:
            self.stage.play("cross")
        elif Step.CROSSINGS in reached and self._signed():
            self.stage.play("sign")
        self._renewed(still=False)
        return Redraw()

    def _signed(self) -> bool:
        return any(told.kind is HappeningKind.AGREEMENT for told in self.told.told)

    def _renewed(self, still: bool) -> None:
        """Show the step that was reached; *still* leaves out what would yet move."""
        self.page.refresh()
        for widget in self.page.top.root.walk() if still else ():
            if isinstance(widget, TurnOver):
                widget.skip()
            elif isinstance(widget, Gauge):
                widget.climb.skip()
                widget.smudge()

    def pressed(self, name: str) -> Change | None:
        """Go on, or close an answer."""
        if name == "reveal:on":
            return Swap(self.after())
        if name == "close:why":
            self.page.close()
            return None
        return menu_change(self, self.session, name)

    def acted(self, action: Hashable) -> Change | None:
        """Ask why."""
        if isinstance(action, Inquiry):
            answer_why(self.page, self.session.match, self.side, action)
        return None

    def left(self) -> Change | None:
        """Open the menu: what was turned over is read before the game goes on."""
        return menu_change(self, self.session, "menu") or Redraw()

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the gauge, the sheets, the banners and the ledger."""
        page, at = self.told, self.steps.at
        turned = [_turned(sheet, place).grow() for place, sheet in enumerate(page.sheets)]
        sheets = Bend(*turned, each=200, gap=16, align="fill")
        crossed = [_banner(crossed) for crossed in page.crossings] + [_told(told) for told in page.told]
        quiet = [private_panel(_words(_as_told(crossed))) for crossed in page.quiet]
        banners = [*crossed, *own_sheet(page.own), *quiet] if at >= Step.CROSSINGS else []
        body = Column(
            prompt_strip(self.prompt), sheets, *banners, *(_changes(page) if at >= Step.ALL else ()), gap=14
        )
        public = Ground(
            Row(
                Scroll("moved", _moved(page, at)).wide_as(184),
                Scroll("reveal", body).grow(),
                gap=16,
                align="fill",
            ),
            On.PAPER,
            pad=16,
            down=12,
        )
        top = bar(self.session.match, _("Sheets turned over"), page.number)
        return Column(top, public.grow(), self._foot(page), gap=0)

    def _foot(self, page: RevealPage) -> Widget:
        match = self.session.match
        closed = _("**Saved.** {month} is closed; nothing in it can be taken back.").format(month=page.month)
        told = escape(self.session.trouble) if self.session.trouble else closed
        words = _("To the end") if match.over else _("On to {month}").format(month=month_word(match.date))
        words = words if self.steps.over else _("Show all at once")
        on = Button("reveal:on", words, Kind.PRIMARY, key="Enter")
        return Ground(Row(Label(told, "plain").grow(), on, gap=16), On.SLATE, down=12)


def _moved(page: RevealPage, at: Step) -> Widget:
    """Return the gauge, as it stood until the sheets are turned, and how it moved."""
    before = page.gauge.before
    still = replace(page.gauge, reading=page.gauge.reading if before is None else before, before=None)
    steps = [Label(escape(step), "plain") for step in page.chain]
    how = [section(_("How it moved"), style="headline"), *steps] if steps and at >= Step.CROSSINGS else []
    return Column(Gauge(page.gauge if at >= Step.CROSSINGS else still).grow(), *how, gap=8)


def _changes(page: RevealPage) -> Iterator[Widget]:
    """Yield every change of the month and of the news that follow it, public rows before private."""
    lines = len(page.changes) + len(page.news)
    count = many("{n} line", "{n} lines", lines).format(n=lines)
    yield section(_("What changed"), note(count))
    yield Column(*(LedgerRow(line) for line in page.changes), gap=0)
    if page.news:
        yield section(page.news_title)
        yield Column(*(LedgerRow(line) for line in page.news), gap=0)


def _turned(sheet: Turned, place: int) -> Widget:
    """Return a sheet that turns over when its turn comes."""
    return TurnOver(f"turn:{place}", _back(sheet), sheet_face(sheet), place)


def _back(sheet: Turned) -> Widget:
    """Return the back of a sealed sheet."""
    name = Label(escape(sheet.label), "panel", tone=tone_of(sheet.mark.shape))
    middle = Row(Space().grow(), SideMark(sheet.mark, 32), name, Space().grow(), gap=10)
    return Panel(Column(Space().grow(), middle, Space().grow(), gap=0), On.SLATE, pad=16)


def _banner(crossed: Crossed) -> Widget:
    """Return a crossing; with the answer owed beside it where one is."""
    if crossed.owed_title and crossed.shape:
        return crossing_banner(
            crossed.mark, crossed.over, crossed.title, crossed.why, crossed.owed_title, crossed.owed
        )
    return _told(_as_told(crossed))


def _as_told(crossed: Crossed) -> Announcement:
    """Return a crossing that leaves nothing owed as any other thing that is told."""
    return Announcement(crossed.id, crossed.mark, f"{crossed.over}: {crossed.title}", crossed.why)


def _told(told: Announcement) -> Widget:
    return Panel(_words(told), On.SHEET, edge=True)


def _words(told: Announcement) -> Widget:
    words = Column(Label(escape(told.title), "headline"), Label(escape(told.why), "plain"), gap=2)
    return Row(SideMark(told.mark, 22), words.grow(), Space(), gap=12)
