"""The table where text is large for its window: one part at a time over the whole width, the seal below."""

from __future__ import annotations

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.label import Label
from game.desk.kit.widgets.panel import Ground
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.stack import Column, Row
from game.desk.kit.widgets.tabs import Tab, Tabs
from game.desk.scenes.table_parts import gauge, news, pinned_map, seal_button, standing
from game.match.match import Match
from game.presenters.markup import escape
from game.presenters.tracks import present_gauge
from game.presenters.words import _

CARDS, SHEET = "cards", "sheet"
"""The two parts that only this seat sees."""


def crowded(pen: Pen, box: Box) -> bool:
    """Whether the window is too small for the whole table at this size of text."""
    return box.w < pen.px(900) or box.h < pen.px(640)


def reading(match: Match, side: str, part: str) -> Widget | None:
    """Return the gauge's reading in words where a part of the seat's own hides the gauge."""
    page = present_gauge(match, side)
    told = Label(f"{escape(page.label)} {page.reading}", "panel", align="right")
    return told if part in {CARDS, SHEET} else None


def crowded_table(match: Match, side: str, part: str, cards: Widget, own: Widget) -> Widget:
    """Return the tabs of all parts, the one that is open, and the seal."""
    public = part not in {CARDS, SHEET}
    tabs = Tabs("part", _parts(), part, On.PAPER if public else On.SLATE)
    foot = Ground(seal_button(), On.SLATE, pad=16, down=8).ranked(2)
    body = {CARDS: cards, SHEET: own}.get(part) or _public(match, side, part)
    return Column(Ground(tabs, On.BAR, pad=8, down=0).ranked(8), body.grow(), foot, gap=0)


def _public(match: Match, side: str, part: str) -> Widget:
    if part == "standing":
        scale = Scroll("scale", gauge(match, side)).wide_as(188)
        body: Widget = Row(scale, standing(match, side).grow(), gap=16, align="fill")
    else:
        body = pinned_map(match, side) if part == "map" else news(match, side)
    return Ground(body, On.PAPER, pad=16, down=8)


def _parts() -> tuple[Tab, ...]:
    return (
        Tab(CARDS, _("Cards")),
        Tab(SHEET, _("Order sheet")),
        Tab("news", _("News")),
        Tab("standing", _("Where things stand")),
        Tab("map", _("Map")),
    )
