"""The prompt: a strip that tells a new player what to see and what to do next."""

from __future__ import annotations

from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.panel import Panel
from game.desk.kit.widgets.signs import Picture
from game.desk.kit.widgets.stack import Column, Row
from game.presenters.lesson import PromptPage
from game.presenters.markup import escape


def prompt_strip(prompt: PromptPage | None) -> Widget | None:
    """Return the strip of a prompt; nothing where there is none."""
    if prompt is None:
        return None
    head = Row(Label(escape(prompt.title), "headline").grow(), note(prompt.count))
    words = Column(head, Label(escape(prompt.text), "plain"), gap=2)
    return Panel(
        Row(Picture("graduation-cap", 26), words.grow(), gap=12), On.SHEET, pad=12, down=8, edge=True
    )
