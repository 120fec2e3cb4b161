"""What the desk's tests share: a display that nobody sees."""

import os
from collections.abc import Iterator

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame
import pytest


@pytest.fixture(scope="session", autouse=True)
def display() -> Iterator[pygame.Surface]:
    """Open a display for all tests of the desk."""
    pygame.display.init()
    yield pygame.display.set_mode((1280, 800))
    pygame.display.quit()
