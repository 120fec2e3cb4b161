"""The scenarios: what can be played, and what is wrong with what cannot."""

from __future__ import annotations

from game.desk.geometry import Box
from game.desk.ink.pen import Pen
from game.desk.scene import Change, Push
from game.desk.scenes.base import PageScene
from game.desk.scenes.seats import seats_or_trouble
from game.desk.theme import On
from game.desk.widgets.base import Widget
from game.desk.widgets.button import Button, Kind
from game.desk.widgets.label import Label, note
from game.desk.widgets.panel import Ground, Panel
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.stack import Column, Row
from game.desk.window import Stage
from game.desk.words import _, language
from game.scenario.findings import Grade
from game.scenario.reader import Reading, read_scenario
from game.scenario.shelf import shipped
from game.scenario.translation import in_language


class ScenariosScene(PageScene):
    """Every shipped scenario; a faulty one is listed with its findings and cannot be played."""

    def __init__(self, stage: Stage) -> None:
        self.stage: Stage = stage
        self.readings = {name: read_scenario(name) for name in shipped()}
        super().__init__(stage)

    def first_focus(self) -> str:
        """Return the first scenario."""
        return f"scenario:{next(iter(self.readings), '')}"

    def pressed(self, name: str) -> Change | None:
        """Choose a scenario."""
        if name == "scenarios:back":
            return self.left()
        chosen = name.removeprefix("scenario:")
        return Push(seats_or_trouble(self.stage, chosen)) if chosen in self.readings else None

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the list."""
        cards = Column(*(_card(name, reading) for name, reading in self.readings.items()), gap=16)
        head = Row(
            Label(_("Scenarios"), "scene").grow(), Button("scenarios:back", _("Back"), key="Esc"), gap=16
        )
        return Ground(Column(head, Scroll("scenarios", cards).grow(), gap=16), On.PAPER, pad=40, down=32)


def _card(name: str, reading: Reading) -> Widget:
    """Return one scenario, playable or with its first findings."""
    scenario = reading.scenario
    if scenario is None:
        wrong = [f for f in reading.findings if f.grade is Grade.ERROR][:3]
        told = Column(*(note(f"{f.file}:{f.line}: {f.message}") for f in wrong), gap=4)
        refused = _("cannot be played: it has errors")
        body = Column(Label(name, "panel"), told, Button(f"scenario:{name}", name, off=refused), gap=8)
        return Panel(body, On.SHEET, pad=20, edge=True)
    told_here = in_language(reading, language())
    length = _("{months} months, about {minutes} minutes").format(
        months=scenario.months, minutes=scenario.minutes
    )
    body = Column(
        Label(told_here.title, "panel"),
        Label(told_here.summary),
        Row(note(length).grow(), Button(f"scenario:{name}", _("Play"), Kind.SECOND, icon="play"), gap=16),
        gap=8,
    )
    return Panel(body, On.SHEET, pad=20, edge=True)
