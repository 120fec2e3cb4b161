"""Trouble: one sentence that says what stands in the way, and the way back."""

from __future__ import annotations

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.label import Label
from game.desk.kit.widgets.panel import Ground
from game.desk.kit.widgets.stack import Column, Row, Space
from game.desk.scene import Change
from game.desk.scenes.base import PageScene
from game.desk.window import Stage
from game.presenters.words import _


class TroubleScene(PageScene):
    """Tells what cannot be done, and why."""

    def __init__(self, stage: Stage, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(stage)

    def first_focus(self) -> str:
        """Return the way back."""
        return "trouble:back"

    def pressed(self, name: str) -> Change | None:
        """Go back."""
        return self.left()

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the sentence."""
        back = Row(Button("trouble:back", _("Back"), Kind.PRIMARY, key="Enter"), Space().grow())
        body = Column(
            Space().grow(), Label(_("This cannot be done"), "scene"), Label(self.sentence, "lead"), back,
            Space().grow(), gap=16,
        )  # fmt: skip
        return Ground(body, On.PAPER, pad=80)
