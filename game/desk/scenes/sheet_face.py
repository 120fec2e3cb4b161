"""A sheet that is turned over: who filled the seat, and the card on every line."""

from __future__ import annotations

from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.panel import Panel
from game.desk.kit.widgets.rule import Rule
from game.desk.kit.widgets.signs import Picture, SideMark
from game.desk.kit.widgets.stack import Column, Row
from game.desk.scenes.base import tone_of
from game.desk.views.sheet import SheetRow, order_sheet
from game.presenters.content import SheetLine
from game.presenters.markup import escape
from game.presenters.reveal import Turned
from game.presenters.words import _


def sheet_face(sheet: Turned) -> Panel:
    """Return the face of a sheet."""
    head = Row(
        SideMark(sheet.mark, 20),
        Label(escape(sheet.label), "panel", tone=tone_of(sheet.mark.shape)).grow(),
        note(sheet.note),
    )
    body = Column(head, Rule(), order_sheet(sheet.lines, open_=False), gap=8)
    return Panel(body, On.SHEET, accent=sheet.mark.shape, pad=16, down=14)


def own_sheet(lines: tuple[SheetLine, ...]) -> list[Panel]:
    """Return, on slate, what lay on the own sheet and others may not see; nothing where all was open."""
    rows = (SheetRow(line, open_=False, last=line is lines[-1]) for line in lines)
    return [private_panel(Column(*rows, gap=0))] if lines else []


def private_panel(inside: Widget) -> Panel:
    """Return a piece of slate that only this seat may read, wherever it lies."""
    return Panel(Column(only_you(), inside, gap=6), On.SLATE, pad=16, down=12)


def only_you() -> Row:
    """Return the words that mark what only this seat may read."""
    return Row(Picture("lock", 14, tone="second"), note(_("only you see this")), gap=8)
