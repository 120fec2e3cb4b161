"""Golden pictures, small on purpose: ``python -m tests.desk.golden`` draws them anew after a wished change.

Every picture is brought down to blocks of sixteen pixels, so that what is compared is the structure of a
page, not how one library smooths its letters: pygame and pygame-ce both stand before the same pictures.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import numpy as np
import pygame

from game.desk.kit.theme import Variant
from game.desk.scenes.base import PageScene
from game.desk.window import new_stage
from tests.desk.gallery import PAGES, page_of, picture
from tests.desk.scenes import SCENES

FOLDER = Path(__file__).parent / "golden"
BLOCK = 16

STANDING = ("settings", "glossary", "trouble")
"""Scenes that show nothing of a game, so that no change of a scenario moves them."""


def _page(name: str, variant: Variant = Variant.NORMAL) -> Callable[[], pygame.Surface]:
    return lambda: picture(page_of(name, variant=variant))


def _scene(name: str) -> Callable[[], pygame.Surface]:
    def drawn() -> pygame.Surface:
        surface = pygame.Surface((1280, 800))
        scene: PageScene = SCENES[name](new_stage())
        scene.page.handle(pygame.event.Event(pygame.VIDEORESIZE, w=1280, h=800))
        scene.draw(surface)
        return surface

    return drawn


SHOTS: dict[str, Callable[[], pygame.Surface]] = {
    **{f"kit-{name}": _page(name) for name in (*PAGES, "why")},
    "kit-high-contrast": _page("kit", Variant.HIGH_CONTRAST),
    "kit-paper": _page("table", Variant.PAPER),
    **{name: _scene(name) for name in STANDING},
}
"""What is drawn, by the name of its picture."""


def blocks(surface: pygame.Surface) -> np.ndarray:
    """Return the mean colour of every block of a picture."""
    width, height = surface.get_size()
    pixels = np.frombuffer(pygame.image.tobytes(surface, "RGB"), np.uint8).reshape(height, width, 3)
    high, wide = height // BLOCK, width // BLOCK
    cut = pixels[: high * BLOCK, : wide * BLOCK].astype(np.float64)
    return cut.reshape(high, BLOCK, wide, BLOCK, 3).mean(axis=(1, 3))


def kept(name: str) -> np.ndarray:
    """Return the blocks of a golden picture."""
    surface = pygame.image.load(FOLDER / f"{name}.png")
    width, height = surface.get_size()
    pixels = np.frombuffer(pygame.image.tobytes(surface, "RGB"), np.uint8)
    return pixels.reshape(height, width, 3).astype(np.float64)


def main() -> None:
    """Draw all golden pictures anew."""
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    FOLDER.mkdir(exist_ok=True)
    for name, shot in SHOTS.items():
        mean = np.rint(blocks(shot())).astype(np.uint8)
        small = pygame.image.frombytes(mean.tobytes(), (mean.shape[1], mean.shape[0]), "RGB")
        pygame.image.save(small, FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
