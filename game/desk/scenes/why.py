"""Why?: the chain behind a number, laid over the page beside it."""

from __future__ import annotations

from collections.abc import Callable

from game.desk.geometry import Box
from game.desk.ink.pen import Pen
from game.desk.presenters.why import ClaimBehind, WhyPage, present_why
from game.desk.widgets.base import Widget
from game.desk.widgets.button import Button
from game.desk.widgets.chain import CauseLine
from game.desk.widgets.label import Label, note
from game.desk.widgets.popover import Popover
from game.desk.widgets.rule import Rule
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.stack import Column, Row
from game.desk.words import _
from game.match.match import Match


def why_sheet(match: Match, side: str | None, track: str, month: int) -> Callable[[Pen, Box], Widget]:
    """Return what composes the pop-over that tells why *track* stands where it does."""
    page = present_why(match, side, track, month)

    def compose(pen: Pen, box: Box) -> Widget:
        chain = Column(
            Label(_("The chain, in order"), "headline"), *(CauseLine(row) for row in page.chain), gap=4
        )
        claims = Column(*(_claim(claim) for claim in page.claims), gap=14)
        body = Row(chain.grow(0.6), claims.grow(0.4), gap=28, align="top") if page.claims else chain
        top = Row(
            _head(page).grow(), Button("close:why", _("Close"), icon="x", key="Esc"), gap=16, align="top"
        )
        return Popover("why", Column(top, Rule("double"), Scroll("why:body", body).grow(), gap=14), width=800)

    return compose


def _head(page: WhyPage) -> Widget:
    return Column(note(page.over), Label(page.question, "scene"), note(page.note), gap=2)


def _claim(claim: ClaimBehind) -> Widget:
    """Return what the article says, and how it fared."""
    parts: list[Widget] = [note(claim.id), Label(claim.says, "headline")]
    if claim.fared:
        parts.append(note(claim.fared))
    return Column(*parts, gap=2)
