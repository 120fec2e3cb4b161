"""The table: one seat's month, from the news to the sealed sheet (§3)."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import pygame

from game.desk.actions import ClearSlot, LayCard, OpenSlot
from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.keys import key_names
from game.desk.kit.theme import On
from game.desk.kit.touch import Moved, Picked, Touch
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.panel import Ground
from game.desk.kit.widgets.stack import Column, Row
from game.desk.kit.widgets.tabs import Tab, Tabs
from game.desk.scene import Change, Push, Redraw, Scene, Swap
from game.desk.scenes.advice import AdviceScene
from game.desk.scenes.bar import bar
from game.desk.scenes.base import PageScene
from game.desk.scenes.brief import BriefScene
from game.desk.scenes.foresight import Foresight
from game.desk.scenes.glossary import GlossaryScene
from game.desk.scenes.ledger import LedgerScene
from game.desk.scenes.menu import menu_change
from game.desk.scenes.offers import OffersScene
from game.desk.scenes.prompt import prompt_strip
from game.desk.scenes.sealing import left_empty, question
from game.desk.scenes.session import Session
from game.desk.scenes.table_crowded import CARDS, SHEET, crowded, crowded_table, reading
from game.desk.scenes.table_parts import gauge, hand, news, pinned_map, private, standing
from game.desk.scenes.watched import watched_strip
from game.desk.scenes.why import answer_why
from game.desk.window import Stage
from game.match.match import Match
from game.model.card import Role
from game.presenters.asking import AskClaim, AskLine, AskTold, AskWhy, Inquiry
from game.presenters.glossary import term_of
from game.presenters.lesson import PromptPage, prompt_at_table
from game.presenters.tracks import gauge_track
from game.presenters.words import _
from game.rules.index import HOLD
from game.rules.legality import Refusal
from game.rules.sheets import Order

LARGE = 1.25
"""Above this scale of text the news and the standings become tabs beside the gauge."""


class TableScene(PageScene):
    """The whole desk of one seat."""

    def __init__(self, stage: Stage, session: Session, side: str, after: Callable[[], Scene]) -> None:
        self.stage: Stage = stage
        self.session, self.side, self.after = session, side, after
        self.slot = next(iter(session.match.book.scenario.slots))
        self.opened = HOLD
        self.part = ""
        self.said = session.trouble
        self.foresight = Foresight(session.match, side)
        super().__init__(stage)

    @property
    def match(self) -> Match:
        """Return the match as it stands."""
        return self.session.match

    @property
    def prompt(self) -> PromptPage | None:
        """Return what a lesson shows now."""
        return prompt_at_table(self.match.glimpse(self.side), self.slot, self.session.asked)

    def points_at(self) -> str:
        """Return the spot that the lesson speaks of, or the tab behind which it lies."""
        prompt = self.prompt
        if prompt is None or self.page.layers[0].target(prompt.at) is not None:
            return prompt.at if prompt else ""
        return "part:standing" if prompt.asks else f"part:{CARDS}"

    def handle(self, event: pygame.event.Event) -> Change | None:
        """Answer an event; W asks why of the gauge even where the gauge is out of sight."""
        change = super().handle(event)
        asks = event.type == pygame.KEYDOWN and "w" in key_names(event) and len(self.page.layers) == 1
        return self._why(self._gauge_question()) if change is None and asks else change

    def first_focus(self) -> str:
        """Return the first card of the rack."""
        return f"card:{HOLD}"

    def left_free(self) -> Box | None:
        """Return the rest of the row of tabs above the cards, where a caption covers none of them."""
        *_, slot = self.match.book.scenario.slots
        tab, seal = (self.page.layers[0].target(name) for name in (f"slot:{slot}", "seal"))
        if tab is None or seal is None:
            return None
        left, pad = tab.own.box, self.page.pen.px(24)
        return Box(left.right, left.y, seal.own.box.x - left.right - pad, left.h)

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the desk: paper for what all see, slate for what only this seat sees."""
        tight, part = crowded(pen, box), self.part or CARDS
        told = reading(self.match, self.side, part) if tight else None
        likely = self.foresight.content
        awaited = self.foresight.counting
        own = private(self.match, self.side, self.said, likely, sealed_here=not tight, awaited=awaited)
        cards = hand(self.match.glimpse(self.side), self.slot, self.opened, prompt_strip(self.prompt))
        if tight:
            table = crowded_table(self.match, self.side, part, cards, own)
        else:
            left = Column(self._public(pen, box).grow(0.58), cards.grow(0.42), gap=0)
            table = Row(left.grow(), own.wide_as(304), gap=0, align="fill")
        return Column(bar(self.match, told=told), watched_strip(self.session.watched), table.grow(), gap=0)

    def _public(self, pen: Pen, box: Box) -> Widget:
        match, side = self.match, self.side
        scale = gauge(match, side).wide_as(168)
        if box.w < pen.px(1280 / LARGE) or box.h < pen.px(800 / LARGE):
            shown = {"standing": standing, "map": pinned_map}.get(self.part, news)(match, side)
            tabs = Tabs("part", _parts(), self.part or "news")
            body: Widget = Row(scale, Column(tabs, shown.grow(), gap=8).grow(), gap=16, align="fill")
        else:
            told = Column(news(match, side).grow(0.5), standing(match, side).grow(0.5), gap=8)
            body = Row(scale, pinned_map(match, side).grow(0.53), told.grow(0.47), gap=16, align="fill")
        return Ground(body, On.PAPER, pad=16, down=8)

    def touched(self, touch: Touch) -> Change | None:
        """Open a tab or the focused card; everything else as on any page."""
        if isinstance(touch, Picked):
            return self._picked(touch)
        if isinstance(touch, Moved):
            return self._looked_at(touch.focus or self.page.focused)
        return super().touched(touch)

    def _picked(self, touch: Picked) -> Change:
        if touch.name == "slot":
            self._open(str(touch.value))
        elif touch.name == "part":
            self.part = str(touch.value)
            self.page.refresh()
        return Redraw()

    def _open(self, slot: str) -> None:
        """Open the rack of a line of the sheet."""
        self.slot, self.opened = slot, self.match.hands[self.side].sheet.get(slot, Order()).card
        self.part = CARDS if self.part == SHEET else self.part
        self.page.refresh()
        self.page.focus_on(f"card:{self.opened}")

    def _looked_at(self, focus: str) -> Change:
        """Open the card that has the focus."""
        target = self.page.top.target(focus)
        action = target.spot.action if target else None
        if isinstance(action, LayCard) and action.card != self.opened:
            self.opened = action.card
            self.page.refresh()
        return Redraw()

    def pressed(self, name: str) -> Change | None:
        """Undo, seal, close an answer, or open another page."""
        match name:
            case "close:why":
                self.page.close()
            case "undo":
                self._keep(self.match.undo(self.side), "lift")
            case "seal" | "seal:sure" | "seal:back":
                return self._sealing(name)
            case "ledger":
                return Push(LedgerScene(self.stage, self.match, self.side))
            case "advice":
                return Push(AdviceScene(self.stage, self.match, self.side))
            case "brief":
                return Push(BriefScene(self.stage, self.session, self.side))
        term = term_of(self.match.book.scenario, name)
        if term:
            return Push(GlossaryScene(self.stage, self.match.book.scenario, term))
        return menu_change(self, self.session, name)

    def acted(self, action: Hashable) -> Change | None:
        """Lay a card, open or clear a line, or ask why."""
        match action:
            case LayCard(card):
                return self._lay(card)
            case OpenSlot(slot):
                self._open(slot)
            case ClearSlot(slot):
                self._keep(self.match.lay(self.side, slot, Order()), "lift")
            case AskWhy() | AskTold() | AskLine() | AskClaim():
                return self._why(action)
        return None

    def _lay(self, card: str) -> Change | None:
        """Lay a card on the open line; an offer is composed first."""
        self.opened = card
        found = self.match.book.scenario.cards.get(card)
        if found is not None and found.role is Role.OFFER:
            return Push(OffersScene(self.stage, self.session, self.side, card, self.refreshed))
        self._keep(self.match.lay(self.side, self.slot, Order(card)), "lay")
        return None

    def _keep(self, answer: Match | Refusal, sound: str) -> None:
        """Take over the changed match with a sound, or say why nothing changed."""
        if isinstance(answer, Refusal):
            self.said, sound = answer.sentence, "refuse"
        else:
            self.session.match, self.said = answer, self.session.trouble
        self.stage.play(sound)
        self.refreshed()

    def refreshed(self) -> None:
        """Show the match as it stands now."""
        self.foresight.ask(self.match)
        self.page.refresh()

    def advance(self, seconds: float) -> Change | None:
        """Let time pass; follow a watched file; show a forecast once it is there."""
        followed = self._followed(seconds)
        if followed is not None:
            return followed
        if self.foresight.advance(seconds):
            self.page.refresh()
            return super().advance(seconds) or Redraw()
        return super().advance(seconds)

    def _followed(self, seconds: float) -> Change | None:
        """Take over a change of the watched scenario, if there was one."""
        watched = self.session.watched
        match = None if watched is None else watched.advance(seconds, self.match)
        if match is None:
            return None
        if match is self.match:
            self.page.refresh()
            return Redraw()
        self.session.match = match
        self.session.keep()
        if match.over or self.side not in match.waiting:
            return Swap(self.after())
        return Swap(TableScene(self.stage, self.session, self.side, self.after))

    def _sealing(self, name: str) -> Change | None:
        """Ask whether a sheet that holds on every line is meant so; seal any other, or once it is."""
        if name == "seal" and left_empty(self.match, self.side):
            self.page.open(question)
            return None
        if name != "seal":
            self.page.close()
        return None if name == "seal:back" else self._seal()

    def _seal(self) -> Change | None:
        """Seal the sheet, keep the game, and go on."""
        answer = self.match.seal(self.side)
        self._keep(answer, "seal")
        if isinstance(answer, Refusal):
            return None
        self.session.keep()
        return Swap(self.after())

    def _gauge_question(self) -> AskWhy:
        """Return the why? of the gauge."""
        return AskWhy(gauge_track(self.match.book.scenario))

    def _why(self, question: Inquiry) -> Change:
        """Answer a why?; a lesson that asked for it goes on."""
        prompt = self.prompt
        if prompt is not None and prompt.asks == question:
            self.session.asked.add(prompt.id)
            self.page.refresh()
        answer_why(self.page, self.match, self.side, question)
        return Redraw()

    def left(self) -> Change | None:
        """Open the menu: Esc never throws a month away."""
        return menu_change(self, self.session, "menu") or Redraw()


def _parts() -> tuple[Tab, ...]:
    return (Tab("news", _("News")), Tab("standing", _("Where things stand")), Tab("map", _("Map")))
