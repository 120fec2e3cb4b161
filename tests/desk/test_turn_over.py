"""Sheets turn over one by one; reduced motion fades, none at all shows the face at once."""

from dataclasses import replace

import pygame
import pytest

from game.desk.kit.drawing.pen import Motion, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On, load_theme
from game.desk.kit.widgets.base import CALM
from game.desk.kit.widgets.label import Label
from game.desk.kit.widgets.panel import Panel
from game.desk.kit.widgets.turn_over import APART, LASTS, TurnOver

BACK, FACE = "#1D252D", "#F8F5EC"


def sheet(motion: Motion, place: int = 0) -> TurnOver:
    turn = TurnOver("turn", Panel(Label(""), On.SLATE), Panel(Label(""), On.SHEET), place)
    turn.place(replace(Pen(load_theme()), motion=motion), Box(10, 10, 200, 100))
    return turn


def middle(turn: TurnOver) -> str:
    """Return which side is up in the middle; smoothing may change a colour by a hair."""
    surface = pygame.Surface((220, 120))
    turn.draw(surface, CALM)
    found = surface.get_at((110, 60))
    near = [
        side
        for side in (BACK, FACE)
        if all(abs(a - b) < 3 for a, b in zip(found, pygame.Color(side), strict=True))
    ]
    return near[0] if near else "between"


def test_the_back_lies_up_before_and_the_face_after_it_has_turned() -> None:
    turn = sheet(Motion.FULL)
    assert middle(turn) == BACK
    assert turn.advance(LASTS * 0.7)
    assert middle(turn) == FACE
    turn.advance(LASTS)
    assert turn.part == 1.0
    assert not turn.advance(1.0)


def test_each_sheet_waits_for_the_one_before() -> None:
    turn = sheet(Motion.FULL, place=1)
    turn.advance(LASTS + APART)
    assert turn.part == 0.0
    turn.advance(LASTS)
    assert turn.part == pytest.approx(1.0)


def test_reduced_motion_fades_all_sheets_together() -> None:
    turn = sheet(Motion.REDUCED, place=2)
    turn.advance(0.05)
    assert 0.4 < turn.part < 0.6
    assert middle(turn) == "between"


def test_without_motion_the_face_is_there_at_once() -> None:
    assert middle(sheet(Motion.OFF, place=2)) == FACE
