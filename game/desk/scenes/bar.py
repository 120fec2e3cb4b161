"""The bar across the top of every scene of a game."""

from __future__ import annotations

from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.panel import Ground
from game.desk.kit.widgets.stack import Column, Row, Space
from game.desk.views.calendar_strip import CalendarStrip
from game.match.match import Match
from game.presenters.bar import present_bar
from game.presenters.words import _


def bar(match: Match, said: str = "", month: int | None = None, told: Widget | None = None) -> Widget:
    """Return the bar for a *month*, the open one if none is named; *said* stands in place of its number.

    *told* stands in place of the calendar, where there is no room for both.
    """
    page = present_bar(match, month)
    head = Column(Label(page.title, "panel"), note(said or page.note), gap=0)
    menu = Button("menu", _("Menu"), Kind.PLAIN, icon="menu", key="M", height=32)
    return Ground(
        Row(
            Label("Simmer", "name"), Space(width=12), head, Space(width=16),
            (told or CalendarStrip(page.calendar)).grow(), Space(width=16), menu, gap=8,
        ),
        On.BAR,
        down=5,
    ).ranked(9)  # fmt: skip
