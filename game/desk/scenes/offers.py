"""The bargaining table: terms composed step by step, with what they would cost at home (§8)."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from game.desk.actions import DraftPackage
from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.touch import Picked, Touch
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.choice import Choice, Option
from game.desk.kit.widgets.label import Label, heading, note
from game.desk.kit.widgets.meter import Notched
from game.desk.kit.widgets.panel import Ground, Panel
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.signs import Picture, SideMark
from game.desk.kit.widgets.stack import Bend, Column, Flow, Row
from game.desk.kit.widgets.stepper import Stepper
from game.desk.scene import Change, Pop, Redraw
from game.desk.scenes.bar import bar
from game.desk.scenes.base import PageScene, tone_of
from game.desk.scenes.menu import menu_change
from game.desk.scenes.session import Session
from game.desk.scenes.table_crowded import crowded
from game.desk.views.ladder import Rungs
from game.desk.window import Stage
from game.presenters.content import LadderContent
from game.presenters.markup import escape
from game.presenters.naming import shape_of, side_mark
from game.presenters.offers import OffersPage, Verdict, present_offers, standing_offer
from game.presenters.words import _
from game.rules.legality import Refusal
from game.rules.sheets import Order
from game.rules.terms import Terms


class OffersScene(PageScene):
    """Ladders side by side: what stands, what is asked, what is drafted."""

    def __init__(
        self, stage: Stage, session: Session, side: str, card: str, laid: Callable[[], None]
    ) -> None:
        self.session, self.side, self.card, self.laid = session, side, card, laid
        self.slot = session.match.book.scenario.cards[card].slot
        self.draft = self._first_draft()
        self.said = ""
        super().__init__(stage)

    def _first_draft(self) -> Terms:
        """Return what lies on the sheet, else what the other side offers, else nothing for nothing."""
        match = self.session.match
        lying = match.hands[self.side].sheet.get(self.slot, Order()).terms
        assert match.book.deal is not None
        return lying or standing_offer(match.glimpse(self.side)) or match.book.deal.terms.terms(0)

    def first_focus(self) -> str:
        """Return the first package."""
        bargain = self.session.match.book.scenario.bargain
        return f"package:{next(iter(bargain.packages), '')}" if bargain else ""

    def touched(self, touch: Touch) -> Change | None:
        """Take over a level or an order that was picked."""
        if not isinstance(touch, Picked):
            return super().touched(touch)
        ladder = next((id for id in self.draft.levels if touch.name in (f"ladder:{id}", f"step:{id}")), "")
        if ladder:
            self.draft = Terms({**self.draft.levels, ladder: int(touch.value)}, self.draft.first)
        elif touch.name == "first":
            self.draft = Terms(self.draft.levels, str(touch.value) or None)
        self.page.refresh()
        return Redraw()

    def pressed(self, name: str) -> Change | None:
        """Put the draft on the sheet, or leave."""
        if name == "offers:lay":
            return self._lay()
        return self.left() if name == "offers:back" else menu_change(self, self.session, name)

    def acted(self, action: Hashable) -> Change | None:
        """Start from a package."""
        book = self.session.match.book
        if isinstance(action, DraftPackage) and book.deal is not None:
            self.draft = book.deal.terms.terms(book.index.packages[action.package])
            self.page.refresh()
        return None

    def _lay(self) -> Change | None:
        answer = self.session.match.lay(self.side, self.slot, Order(self.card, self.draft))
        if isinstance(answer, Refusal):
            self.said = answer.sentence
            self.page.refresh()
            return None
        self.session.match = answer
        self.laid()
        return Pop()

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the ladders on paper, the price at home on slate."""
        match = self.session.match
        page = present_offers(match.glimpse(self.side), self.draft)
        assert page is not None
        tight = crowded(pen, box)
        terms = self._terms(page, tight)
        home = Column(
            self._who(), _home(page), Label(escape(self.said), "plain") if self.said else None, gap=10
        )
        if tight:
            body = Column(Ground(terms, On.PAPER, pad=16, down=12), Ground(home, On.SLATE, pad=16), gap=0)
            foot = Ground(_ways(), On.SLATE, pad=16, down=8)
            return Column(bar(match), Scroll("offers", body).grow(), foot, gap=0)
        public = Ground(terms, On.PAPER, pad=16, down=12)
        own = Ground(Column(Scroll("home", home).grow(), _ways(), gap=10), On.SLATE, pad=12)
        return Column(bar(match), Row(public.grow(), own.wide_as(304), gap=0, align="fill").grow(), gap=0)

    def _terms(self, page: OffersPage, tight: bool) -> Widget:
        """Return what everybody would see: the standing offer, the ladders, the order, the packages."""
        ladders = Bend(*(_ladder(ladder).grow() for ladder in page.ladders), each=200, gap=16, align="fill")
        rungs = ladders if tight else Scroll("ladders", ladders).grow()
        return Column(_standing(page), rungs, _order(page, self.draft), _packages(page), gap=12)

    def _who(self) -> Widget:
        scenario = self.session.match.book.scenario
        tone = tone_of(shape_of(scenario, self.side))
        return Row(
            SideMark(side_mark(scenario, self.side), 20),
            Label(scenario.sides[self.side].label, "panel", tone=tone).grow(),
            Picture("lock", 14, tone="second"),
            note(_("only you see this")),
        )


def _ways() -> Widget:
    """Return the ways back to the table: with the draft, or without."""
    back = Button("offers:back", _("Back"), key="Esc", height=36)
    lay = Button("offers:lay", _("Put on the sheet"), Kind.PRIMARY, icon="file-check", key="S", height=48)
    return Column(back, lay, gap=10)


def _standing(page: OffersPage) -> Widget:
    """Return the offer that stands, or that none does."""
    title = page.standing or _("No offer stands")
    told = page.standing_text or _("Your draft would be the first.")
    force = (
        Label(_("In force: {terms}").format(terms=escape(page.in_force)), "plain") if page.in_force else None
    )
    return Panel(
        Column(heading(escape(title)), Label(escape(told), "plain"), force, gap=2), On.SHEET, edge=True
    )


def _ladder(ladder: LadderContent) -> Widget:
    level = ladder.draft[1] if ladder.draft else 0
    asked = note(_("they ask **{n}**").format(n=ladder.theirs[1]) if ladder.theirs else ladder.owner_note)
    stepper = Stepper(f"step:{ladder.id}", level, 0, len(ladder.steps), show=False)
    return Panel(
        Column(
            Row(SideMark(ladder.owner, 20), heading(escape(ladder.title)).grow()),
            Bend(
                asked.grow(),
                Row(note(_("your draft **{n}**").format(n=level)).grow(), stepper),
                each=70,
                align="middle",
            ),
            Rungs(ladder).grow(),
        ),
        On.SHEET,
        edge=True,
    )


def _order(page: OffersPage, draft: Terms) -> Widget:
    options = tuple(Option(who, words) for who, words, _chosen in page.first)
    choice = Choice("first", options, draft.first or "")
    return Bend(note(_("Who moves first")).wide_as(120), choice.grow(), each=300, gap=12, align="middle")


def _packages(page: OffersPage) -> Widget:
    buttons = [
        Button(
            f"package:{p.id}",
            p.title,
            chosen=p.chosen,
            height=34,
            group="packages",
            action=DraftPackage(p.id),
        )
        for p in page.packages
    ]
    told = next((p.text for p in page.packages if p.chosen), _("Terms of your own."))
    choice = Column(Flow(*buttons, gap=8), note(escape(told)), gap=6)
    return Bend(note(_("Packages")).wide_as(120), choice.grow(), each=300, gap=12)


def _home(page: OffersPage) -> Widget:
    """Return what both the draft and the standing offer would cost at home."""
    parts: list[Widget] = []
    if page.verdict:
        parts.append(_verdict(_("Your draft at home"), page.verdict))
    if page.standing_verdict:
        parts.append(_verdict(_("Their offer at your home"), page.standing_verdict))
    parts.append(
        note(_("Terms beyond your stance cost you at home. Shift policy first, and they cost less."))
    )
    return Column(*parts, gap=12)


def _verdict(title: str, verdict: Verdict) -> Widget:
    rows = (
        (_("Stance the terms ask"), verdict.asks),
        (_("You stand at"), verdict.stands),
        (_("Shortfall"), verdict.short),
    )
    room = (
        Column(
            note(_("Room at home {n}, needed {m}").format(n=verdict.room, m=verdict.needs)),
            Notched(verdict.room, min(10, max(0, verdict.needs))),
            gap=4,
        )
        if verdict.room is not None and verdict.needs is not None
        else None
    )
    figures = [Row(Label(words, "plain").grow(), Label(str(n), "figure"), gap=8) for words, n in rows]
    return Panel(
        Column(Label(title, "headline"), *figures, room, Label(f"**{verdict.words}**", "body"), gap=6),
        On.PANEL,
    )
