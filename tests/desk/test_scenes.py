"""Every scene at every size: nothing cut, nothing covered, everything within reach of the keyboard."""

from pathlib import Path

import pygame
import pytest

from game.desk.geometry import Box
from game.desk.page import Page
from game.desk.window import new_stage
from tests.desk.scenes import SCENES
from tests.desk.walk import faults

SIZES = ((1024, 700), (1280, 800), (1920, 1080), (2560, 1440))


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Show an empty shelf of saves."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_shows_all_its_text(scene: str, size: tuple[int, int]) -> None:
    surface = pygame.display.set_mode(size)
    made = SCENES[scene](new_stage())
    made.advance(30.0)
    made.draw(surface)

    assert faults(made.page) == []
    assert out_of_reach(made.page) == []


def out_of_reach(page: Page) -> list[str]:
    """Return the spots of the topmost layer that TAB and the arrows never reach."""
    stops = page.top.stops()
    groups = {spot.group for spot in stops if spot.group}
    lonely = [spot.name for spot in stops if not spot.box.w or not spot.box.h]
    outside = [s.name for s in stops if s.clip is None and not s.box.within(Box(0, 0, *page.size).inset(-4))]
    unreached = [name for group in groups for name in _unreached(page, group)]
    return lonely + outside + unreached


def _unreached(page: Page, group: str) -> list[str]:
    """Return the spots of a group that no walk with the arrows leads to."""
    from game.desk.focus import toward
    from game.desk.geometry import Way

    stops = page.top.stops()
    mine = [spot.name for spot in stops if spot.group == group]
    found, left = {mine[0]}, [mine[0]]
    while left:
        here = left.pop()
        for way in Way:
            there = toward(stops, here, way)
            if there in mine and there not in found:
                found.add(there)
                left.append(there)
    return [name for name in mine if name not in found]
