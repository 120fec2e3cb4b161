"""What the desk's tests share: a display that nobody sees."""

from collections.abc import Iterator

import pygame
import pytest

from game.debrief.story import Story, story_of
from game.desk.scenes import ending
from game.match.match import Match


@pytest.fixture(scope="session", autouse=True)
def display() -> Iterator[pygame.Surface]:
    """Open a display for all tests of the desk."""
    pygame.display.init()
    yield pygame.display.set_mode((1280, 800))
    pygame.display.quit()


@pytest.fixture(scope="session", autouse=True)
def stories() -> Iterator[None]:
    """Work out the story of each game once, however often its last pages are shown."""
    known: dict[int, tuple[Match, Story]] = {}

    def told(match: Match) -> Story:
        if id(match) not in known:
            known[id(match)] = (match, story_of(match))
        return known[id(match)][1]

    patch = pytest.MonkeyPatch()
    patch.setattr(ending, "story_of", told)
    yield
    patch.undo()
