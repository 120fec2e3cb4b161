"""Every story of the shelf fits the desk: its briefs and its table, for every seat."""

from itertools import product
from pathlib import Path

import pygame
import pytest

from game.desk.scenes.base import PageScene
from game.desk.scenes.brief import BriefScene
from game.desk.scenes.session import Session
from game.desk.scenes.table import TableScene
from game.desk.scenes.title import TitleScene
from game.desk.window import Stage, new_stage
from game.match.loading import open_match
from game.match.match import Match
from tests.desk.walk import faults
from tests.scenario.shipped import STORIES

SIDES = ("washington", "pyongyang", "seoul")
SIZES = ((1280, 800), (1024, 700), (1920, 1080))
USUAL = (("pyongyang", (1280, 800)),)
"""What a usual run looks at: the seat with most cards, at the size the desk is drawn for."""


def scenes(stage: Stage, name: str, side: str, turns: int) -> tuple[PageScene, ...]:
    """Return the brief and the table of a seat whose player has held for some turns."""
    match = open_match(name, 7, {side: "human"})
    assert isinstance(match, Match)
    for _ in range(turns):
        sealed = match.seal(side)
        assert isinstance(sealed, Match)
        match = sealed.adjudicated()
    session = Session(match, Path("kept.simmer"))
    table = TableScene(stage, session, side, lambda: TitleScene(stage))
    return (BriefScene(stage, session, side), table)


@pytest.mark.parametrize("name", [name for name in STORIES if name != "deadlock-2020"])
def test_no_text_of_a_story_is_cut_or_covered(name: str, whole: bool) -> None:
    for side, size in product(SIDES, SIZES) if whole else USUAL:
        surface = pygame.display.set_mode(size)
        for scene in scenes(new_stage(), name, side, 2):
            scene.advance(30.0)
            scene.draw(surface)
            assert faults(scene.page) == [], (side, size)
