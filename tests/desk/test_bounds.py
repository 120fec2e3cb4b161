"""Nothing drawn depends on its place: every widget stands every box, seen in part or not at all."""

import re
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path

import pygame
import pytest

from game.desk.kit.drawing.pen import Motion
from game.desk.kit.drawing.plates import part
from game.desk.kit.geometry import LARGEST_SCALE, SMALLEST_SCALE, Box
from game.desk.kit.widgets.base import CALM, Mood, Widget
from game.desk.kit.widgets.entry import Entry
from game.desk.kit.widgets.turn_over import TurnOver
from tests.desk.gallery import PAGES, page_of
from tests.desk.test_turn_over import sheet

DESK = Path(__file__).parents[2] / "game" / "desk"
SURFACE = (200, 150)
SIZES = ((0, 0), (1, 1), (-5, -5), (3, 40), (40, 3), (17, 17), (90, 60), (200, 0), (0, 200), (300, 400))
PLACES = ((0, 0), (-300, -300), (190, 140), (0, 400), (-20, 100))


@cache
def kinds() -> dict[str, list[Widget]]:
    """Return up to four widgets of each kind that the gallery shows, and those that only move."""
    found: dict[str, list[Widget]] = {}
    typed = Entry("typed", "a rather long line of words", hint="a hint")
    typed.place(page_of("kit").pen, Box(0, 0, 90, 40))
    moving = [sheet(motion) for motion in Motion]
    shown = (widget for name in (*PAGES, "why") for widget in page_of(name).layers[-1].root.walk())
    for widget in (typed, *moving, *shown):
        found.setdefault(type(widget).__name__, []).append(widget)
    return {kind: widgets[:4] for kind, widgets in found.items()}


def stand(widget: Widget, box: Box, surface: pygame.Surface) -> None:
    """Draw a widget in a box at rest, in motion, with the focus, and touch it."""
    for _step in range(3):
        widget.high(widget.pen, box.w)
        widget.place(widget.pen, box)
        assert widget.box.w >= 0
        assert widget.box.h >= 0
        for name in ("", *[spot.name for spot in widget.own_spots()][:2]):
            widget.draw(surface, Mood(name, name, name) if name else CALM)
        for spot in widget.own_spots():
            widget.drag(spot, (5, 5))
        widget.wheel(1)
        widget.advance(0.06)


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_widget_stands_every_box(kind: str, whole: bool) -> None:
    surface = pygame.Surface(SURFACE)
    widgets = kinds()[kind][: None if whole else 1]
    for widget, scale in product(widgets, (SMALLEST_SCALE, LARGEST_SCALE)):
        widget.pen = replace(widget.pen, scale=scale)
        for size, place in product(SIZES, PLACES):
            stand(widget, Box(*place, *size), surface)


def test_a_part_of_a_picture_is_what_its_clip_shows() -> None:
    surface = pygame.Surface(SURFACE)
    assert part(surface, (0, 150, 10, 10)) is None
    assert part(surface, (10, 10, 0, 5)) is None
    found = part(surface, (-10, 140, 30, 30))
    assert found is not None
    assert (found[0].get_size(), tuple(found[1])) == ((20, 10), (0, 140, 20, 10))
    surface.set_clip(pygame.Rect(0, 0, 5, 5))
    assert part(surface, (6, 6, 9, 9)) is None


def test_only_one_place_cuts_pictures() -> None:
    cuts = {
        path.name: len(re.findall(r"\.subsurface\(", path.read_text(encoding="utf-8")))
        for path in DESK.rglob("*.py")
    }
    assert {name: count for name, count in cuts.items() if count} == {"plates.py": 1}


def test_a_sheet_that_nobody_sees_turns_over_all_the_same() -> None:
    for motion in Motion:
        turn: TurnOver = sheet(motion)
        turn.place(turn.pen, Box(10, 4000, 200, 100))
        while turn.part < 1:
            turn.draw(pygame.Surface(SURFACE), CALM)
            turn.advance(0.05)
        assert turn.part == 1
