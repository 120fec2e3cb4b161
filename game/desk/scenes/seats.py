"""The seats: who plays which side."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import datetime

from game.desk.actions import SeatPlayer
from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.label import Label, note
from game.desk.kit.widgets.panel import Ground, Panel
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.signs import SideMark
from game.desk.kit.widgets.stack import Bend, Column, Grid, Row, Space
from game.desk.scene import Change, Scene, Swap
from game.desk.scenes.base import PageScene, tone_of
from game.desk.scenes.session import Session
from game.desk.scenes.trouble import TroubleScene
from game.desk.window import Stage
from game.match.loading import Opened, open_scenario
from game.match.luck import drawn_seed
from game.match.match import new_match
from game.match.saves import fresh_save
from game.match.seats import HUMAN, Seats
from game.match.trouble import Trouble
from game.presenters.markup import escape
from game.presenters.seats import SeatCard, SeatChoice, players_for, present_seats
from game.presenters.words import _, language

LESSON = "first-steps"
"""The scenario that teaches the game; who has played nothing yet is offered it first."""

_PAD, _GAP, _SEAT = 40, 16, 240
"""Around the page, between two seats, and the least width of a seat at scale 1.0."""


def seats_or_trouble(stage: Stage, name: str) -> PageScene:
    """Return the seats of a scenario, or why it cannot be played."""
    opened = open_scenario(name, language())
    if isinstance(opened, Trouble):
        return TroubleScene(stage, opened.sentence)
    return SeatsScene(stage, opened)


def lesson_or_trouble(stage: Stage, name: str) -> Scene:
    """Return the first scene of a scenario that teaches, seats filled as usual, or what stands in the way."""
    opened = open_scenario(name)
    if isinstance(opened, Trouble):
        return TroubleScene(stage, opened.sentence)
    return begun(stage, opened, usual_seats(opened))


def usual_seats(opened: Opened) -> dict[str, str]:
    """Return a person in the seat a lesson teaches, else in the second; computer players elsewhere."""
    sides = list(opened.book.index.sides)
    lesson = opened.book.scenario.lesson
    played = lesson.side if lesson else sides[min(1, len(sides) - 1)]
    first = {side: (*players_for(opened.book, side)[1:], HUMAN)[0] for side in sides}
    return {**first, played: HUMAN}


def begun(stage: Stage, opened: Opened, seats: Seats) -> Scene:
    """Return the first scene of a new match with these seats."""
    from game.desk.scenes.flow import next_scene

    match = new_match(opened.book, opened.digest, drawn_seed(), seats, opened.source, opened.edition)
    session = Session(match, fresh_save(opened.book.scenario.id, datetime.now().astimezone()))
    session.keep()
    return next_scene(stage, session)


class SeatsScene(PageScene):
    """One column a side: a person, or a computer player of some temperament."""

    def __init__(self, stage: Stage, opened: Opened) -> None:
        self.stage: Stage = stage
        self.opened = opened
        self.chosen = usual_seats(opened)
        super().__init__(stage)

    def first_focus(self) -> str:
        """Return the button that begins."""
        return "seats:begin"

    def pressed(self, name: str) -> Change | None:
        """Begin, or go back."""
        if name == "seats:back":
            return self.left()
        if name == "seats:begin":
            return Swap(begun(self.stage, self.opened, self.chosen))
        return None

    def acted(self, action: Hashable) -> Change | None:
        """Seat somebody."""
        if isinstance(action, SeatPlayer):
            self.chosen[action.side] = action.player
            self.page.refresh()
        return None

    def compose(self, pen: Pen, box: Box) -> Widget:
        """Return the seats, as many side by side as there is room for."""
        scenario = self.opened.book.scenario
        cards = [_seat(card) for card in present_seats(self.opened.book, self.chosen)]
        across = (box.w - 2 * _PAD + _GAP) // (pen.px(_SEAT) + _GAP)
        seats = Grid(*cards, across=min(max(1, across), len(cards)), gap=_GAP)
        head = Row(
            Column(Label(scenario.title, "scene"), Label(scenario.summary), gap=4).grow(),
            Button("seats:back", _("Back"), key="Esc"),
            gap=24,
            align="top",
        )
        people = sum(player == HUMAN for player in self.chosen.values())
        foot = Row(
            note(_people(people)).grow(),
            Button("seats:begin", _("Begin"), Kind.PRIMARY, icon="play", key="Enter"),
            gap=16,
        )
        return Ground(Column(head, Scroll("seats", seats).grow(), foot, gap=16), On.PAPER, pad=_PAD, down=24)


def _people(count: int) -> str:
    """Return how the game will be played."""
    if count == 0:
        return _("Computer players fill all seats: you watch.")
    if count == 1:
        return _("You play against computer players.")
    return _("{n} people share this screen; a curtain falls between their turns.").format(n=count)


def _seat(card: SeatCard) -> Widget:
    """Return one seat and who may fill it: a person, a temperament, a player that looks ahead."""
    head = Row(SideMark(card.mark, 28), Label(card.label, "panel", tone=tone_of(card.shape)).grow(), gap=10)
    characters = [_choice(card, choice, "drama") for choice in card.characters]
    searchers = [_choice(card, choice, "").grow() for choice in card.searchers]
    body = Column(
        head,
        note(card.office),
        Label(card.summary),
        Space(2),
        _choice(card, card.person, "user"),
        Label(_("A computer in character"), "headline") if characters else None,
        *characters,
        Label(_("A computer that looks ahead"), "headline") if searchers else None,
        Bend(*searchers, each=64, gap=8) if searchers else None,
        note(escape(card.about)),
        gap=10,
    )
    return Panel(body, On.SHEET, pad=20, edge=True, accent=card.shape)


def _choice(card: SeatCard, choice: SeatChoice, icon: str) -> Button:
    return Button(
        f"seat:{card.side}/{choice.name}",
        choice.label,
        icon=icon,
        tip=choice.text,
        chosen=choice.name == card.chosen,
        group=f"seat:{card.side}",
        height=34,
        action=SeatPlayer(card.side, choice.name),
    )
