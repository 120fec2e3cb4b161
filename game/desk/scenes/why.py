"""Why?: what stands behind a number or a headline, laid over the page beside it."""

from __future__ import annotations

from collections.abc import Callable

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.page import Page
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.popover import Popover
from game.desk.kit.widgets.rule import Rule
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.stack import Column, Flow, Row
from game.desk.scenes.sheet_face import only_you
from game.desk.views.chain import CauseLine
from game.match.match import Match
from game.presenters.asking import AskClaim, Inquiry
from game.presenters.markup import escape
from game.presenters.why import ClaimBehind, WhyPage, present_answer
from game.presenters.words import _


def answer_why(page: Page, match: Match, side: str | None, question: Inquiry) -> None:
    """Lay the answer to a question over *page*, in place of one that lies there already."""
    found = present_answer(match.glimpse(side), question, match.month)
    if found is None:
        return
    over = page.top.popover
    if over is not None and over.name == "why" and not isinstance(question, AskClaim):
        page.close()
    page.open(why_sheet(found))


def why_sheet(page: WhyPage) -> Callable[[Pen, Box], Widget]:
    """Return what composes the pop-over of an answer."""

    def compose(pen: Pen, box: Box) -> Widget:
        head = Row(
            Column(
                only_you() if page.private else None,
                note(escape(page.over)),
                Label(escape(page.question), "scene"),
                gap=2,
            ).grow(),
            Button("close:why", _("Close"), icon="x", key="Esc"),
            gap=16,
            align="top",
        )
        beside = _beside(page)
        chain = _chain(page)
        if beside is None or box.w < pen.px(760):
            body: Widget = Column(chain, beside, gap=20)
        else:
            body = Row(chain.grow(0.6), beside.grow(0.4), gap=28, align="top")
        parts = (head, Rule("double"), Scroll("why:body", body).grow(), _foot(page))
        ground = On.SLATE if page.private else On.SHEET
        return Popover("why", Column(*parts, gap=14), width=840, on=ground)

    return compose


def _chain(page: WhyPage) -> Widget:
    """Return the chain with what it starts from, or what a headline says and moved."""
    rows = [CauseLine(row) for row in page.chain]
    if page.chain and page.chain[-1].last:
        return Column(Label(_("The chain, in order"), "headline"), *rows, gap=4)
    moved = Label(_("What it moved"), "headline") if rows else None
    return Column(Label(escape(page.note), "lead"), moved, *rows, gap=10)


def _beside(page: WhyPage) -> Widget | None:
    """Return the rules at work and what they rest on; nothing where there is neither."""
    rules = [note(f"**{number}** {escape(told)}") for number, told in page.rules]
    named = Label(_("The rule, in plain words"), "headline")
    parts = [*(_claim(claim) for claim in page.claims), *([Column(named, *rules, gap=4)] if rules else [])]
    return Column(*parts, gap=14) if parts else None


def _claim(claim: ClaimBehind) -> Widget:
    """Return what the article or a source says, and how it fared."""
    fared = note(escape(claim.fared)) if claim.fared else None
    return Column(note(escape(claim.kind)), Label(escape(claim.says), "headline"), fared, gap=2)


def _foot(page: WhyPage) -> Widget | None:
    """Return the ways to the months before and after, and how many entries there are."""
    if not (page.chain and page.chain[-1].last):
        return None
    ways = (
        (page.earlier, _("The month before"), "arrow-left"),
        (page.later, _("The month after"), "arrow-right"),
    )
    buttons = [
        Button(ask.name, words, Kind.PLAIN, icon=icon, height=32, group="why:months", action=ask)
        for ask, words, icon in ways
        if ask
    ]
    return Row(note(escape(page.note)).grow(), Flow(*buttons, gap=8), gap=12)
