"""The scenarios: what can be played, and what is wrong with what cannot."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from game.desk.actions import ChooseScenario
from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.panel import Ground, Panel
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.signs import Picture, Tag
from game.desk.kit.widgets.stack import Column, Flow, Row, Space
from game.desk.scene import Change, Push, Redraw
from game.desk.scenes.base import PageScene
from game.desk.scenes.seats import LESSON, seats_or_trouble
from game.desk.scenes.watched import finding_line
from game.desk.window import Stage
from game.located.findings import Grade
from game.match.saves import is_empty
from game.presenters.markup import escape
from game.presenters.words import _, language
from game.scenario.reader import Reading, read_scenario
from game.scenario.shelf import own, shipped
from game.scenario.translation import in_language

WRONG = 3
"""Findings told of a scenario that cannot be played."""


@dataclass(frozen=True)
class Listed:
    """A scenario in the list."""

    reading: Reading
    """What came of reading it."""

    title: str = ""
    """Its title in the language of the desk; empty where it has errors."""

    summary: str = ""
    """What it is about, likewise."""


class ScenariosScene(PageScene):
    """Every scenario, shipped or one's own; a faulty one is marked with its findings and is not played."""

    def __init__(self, stage: Stage) -> None:
        self.stage: Stage = stage
        first = (LESSON,) if is_empty() and LESSON in shipped() else ()
        self.waiting = list(dict.fromkeys((*first, *shipped(), *map(str, own()))))
        self.listed: dict[str, Listed] = {}
        self._read_next()
        super().__init__(stage)

    @property
    def readings(self) -> Mapping[str, Reading]:
        """Return what has been read so far."""
        return {name: listed.reading for name, listed in self.listed.items()}

    def advance(self, seconds: float) -> Change | None:
        """Read on for as long as time has passed, so that the list is there at once and fills up."""
        if not self.waiting:
            return super().advance(seconds)
        until = perf_counter() + seconds
        self._read_next()
        while self.waiting and perf_counter() < until:
            self._read_next()
        self.page.refresh()
        return super().advance(seconds) or Redraw()

    def _read_next(self) -> None:
        for name in self.waiting[:1]:
            self.listed[name] = listed(read_scenario(name))
        self.waiting = self.waiting[1:]

    def first_focus(self) -> str:
        """Return the first scenario."""
        return f"scenario:{next(iter(self.listed), '')}"

    def pressed(self, name: str) -> Change | None:
        """Go back."""
        return self.left() if name == "scenarios:back" else None

    def acted(self, action: Hashable) -> Change | None:
        """Choose a scenario."""
        if not isinstance(action, ChooseScenario):
            return None
        chosen = self.listed.get(action.scenario)
        if chosen is None or chosen.reading.scenario is None:
            return None
        return Push(seats_or_trouble(self.stage, action.scenario))

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the list."""
        cards = Column(*(_card(name, each) for name, each in self.listed.items()), gap=16)
        head = Row(
            Label(_("Scenarios"), "scene").grow(), Button("scenarios:back", _("Back"), key="Esc"), gap=16
        )
        return Ground(Column(head, Scroll("scenarios", cards).grow(), gap=16), On.PAPER, pad=40, down=32)


def listed(reading: Reading) -> Listed:
    """Return a scenario as the list tells it, in the language of the desk."""
    if reading.scenario is None:
        return Listed(reading)
    told = in_language(reading, language())
    return Listed(reading, told.title, told.summary)


def _card(name: str, listed: Listed) -> Widget:
    """Return one scenario, playable or with its first findings."""
    scenario = listed.reading.scenario
    if scenario is None:
        return _broken(name, listed.reading)
    said = (
        _("{n} turns, about {minutes} minutes")
        if scenario.turns
        else _("{n} months, about {minutes} minutes")
    )
    length = said.format(n=scenario.months, minutes=scenario.minutes)
    start = Tag(_("start here")) if name == LESSON and is_empty() else None
    words = Column(
        Flow(Label(escape(listed.title), "panel"), start, gap=12),
        None if name in shipped() else note(escape(name)),
        Label(escape(listed.summary)),
        note(length),
        gap=6,
    )
    play = Button(f"scenario:{name}", _("Play"), Kind.SECOND, icon="play", action=ChooseScenario(name))
    return Panel(Row(words.grow(), play, gap=32), On.SHEET, pad=20, down=16, edge=True)


def _broken(name: str, reading: Reading) -> Widget:
    """Return one scenario that cannot be played, and why."""
    errors = [found for found in reading.findings if found.grade is Grade.ERROR]
    told = [Label(escape(finding_line(found)), "plain") for found in errors[:WRONG]]
    more = len(errors) - len(told)
    rest = note(_("and {n} more; ‘simmer check’ shows them").format(n=more)) if more else None
    head = Row(
        Picture("triangle-alert", 22),
        Label(escape(Path(name).name), "panel").grow(),
        Tag(_("broken")),
        gap=10,
    )
    refused = Row(
        Space().grow(),
        Button(
            f"scenario:{name}",
            _("Play"),
            off=_("cannot be played: it has errors"),
            action=ChooseScenario(name),
        ),
        gap=16,
    )
    body = Column(head, note(escape(name)), *told, rest, refused, gap=8)
    return Panel(body, On.SHEET, pad=20, edge=True)
