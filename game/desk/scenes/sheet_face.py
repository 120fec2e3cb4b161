"""A sheet that is turned over: who filled the seat, and the card on every line."""

from __future__ import annotations

from game.desk.ink.richtext import escape
from game.desk.presenters.reveal import Turned
from game.desk.scenes.base import tone_of
from game.desk.theme import On
from game.desk.widgets.label import Label, note
from game.desk.widgets.mark import SideMark
from game.desk.widgets.panel import Panel
from game.desk.widgets.rule import Rule
from game.desk.widgets.sheet import order_sheet
from game.desk.widgets.stack import Column, Row


def sheet_face(sheet: Turned) -> Panel:
    """Return the face of a sheet."""
    head = Row(
        SideMark(sheet.mark, 20),
        Label(escape(sheet.label), "panel", tone=tone_of(sheet.mark.shape)).grow(),
        note(sheet.note),
    )
    body = Column(head, Rule(), order_sheet(sheet.lines, open_=False), gap=8)
    return Panel(body, On.SHEET, accent=sheet.mark.shape, pad=16, down=14)
