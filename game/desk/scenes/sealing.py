"""Sealing: a sheet on which every line holds is asked about once, for nothing takes a month back (§3.3)."""

from __future__ import annotations

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.label import Label
from game.desk.kit.widgets.popover import Popover
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.stack import Column, Flow
from game.match.match import Match
from game.presenters.words import _
from game.rules.index import HOLD


def left_empty(match: Match, side: str) -> bool:
    """Return whether every line of a sheet holds although something else could lie there."""
    if match.hands[side].sheet:
        return False
    menu = match.menu(side).values()
    return any(why is None for cards in menu for card, why in cards.items() if card != HOLD)


def question(pen: Pen, box: Box) -> Widget:
    """Return the question; the way back has the focus."""
    ways = Flow(
        Button("seal:back", _("Back to the sheet"), key="Esc"),
        Button("seal:sure", _("Seal it so"), Kind.PRIMARY, icon="stamp", key="S"),
        gap=12,
    )
    told = Label(_("No card lies on your sheet. Once all sheets are sealed, the month cannot be taken back."))
    body = Column(Label(_("Hold on every line?"), "scene"), told, ways, gap=14)
    return Popover("seal", Scroll("seal:body", body), width=460)
