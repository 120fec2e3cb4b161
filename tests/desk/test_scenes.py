"""Every scene at every size, scale and length of words: nothing cut, nothing covered, all within reach."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pygame
import pytest

from game.desk.window import new_stage
from game.desk.words import PSEUDO, use
from tests.desk.scenes import SCENES
from tests.desk.walk import faults, out_of_reach

SIZES = ((1024, 700), (1280, 800), (1920, 1080), (2560, 1440))
SCALES = (1.0, 1.6)
LANGUAGES = ("en", PSEUDO, "ko")

USUAL = (((1280, 800), 1.0, "en"), ((1024, 700), 1.6, PSEUDO), ((1024, 700), 1.6, "ko"))
"""What a usual run looks at: the common case, and those with the least room."""

Case = tuple[tuple[int, int], float, str]


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Show an empty shelf of saves, and speak English again in the end."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    yield
    use("en")


def looked_at(scene: str, case: Case) -> list[str]:
    """Return what is wrong with a scene at a size of window, a scale of text and in a language."""
    size, scale, language = case
    use(language)
    surface = pygame.display.set_mode(size)
    stage = new_stage()
    stage.pen = replace(stage.pen, scale=scale)
    made = SCENES[scene](stage)
    made.advance(30.0)
    made.draw(surface)
    return faults(made.page) + out_of_reach(made.page)


@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_shows_all_its_text_and_all_can_be_reached(scene: str, whole: bool) -> None:
    cases = product(SIZES, SCALES, LANGUAGES) if whole else USUAL
    wrong = {case: found for case in cases if (found := looked_at(scene, case))}

    assert wrong == {}
