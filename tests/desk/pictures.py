"""Pictures of every scene for the documents: ``python -m tests.desk.pictures [FOLDER]``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game.desk.kit.theme import Variant
from game.desk.scenes.base import PageScene
from game.desk.window import Stage, new_stage
from game.presenters.words import use
from game.scenario.languages import ENGLISH
from tests.desk.scenes import SCENES

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
SIZE = (1280, 800)

LEFT_OUT = frozenset(
    {"changed", "trouble", "menu", "told", "scenarios-broken", "end-lines", "end-offers", "end-questions"}
    | {"lesson-reveal", "seal"}
    | {f"table-{part}" for part in ("home", "table", "watched", "sheet", "standing", "map")}
)
"""Scenes that look like another at this size, or show something that is wrong."""


def large_text(stage: Stage) -> PageScene:
    """Return the table at a text scale of 1.6."""
    stage.pen = replace(stage.pen, scale=1.6)
    return SCENES["table"](stage)


def in_korean(name: str) -> Callable[[Stage], PageScene]:
    """Return what makes a scene told in Korean."""

    def made(stage: Stage) -> PageScene:
        use("ko")
        return SCENES[name](stage)

    return made


def korean(stage: Stage) -> PageScene:
    """Return the table in Korean."""
    use("ko")
    return SCENES["table"](stage)


SHOTS: dict[str, tuple[Callable[[Stage], PageScene], Variant]] = {
    **{name: (made, Variant.NORMAL) for name, made in SCENES.items() if name not in LEFT_OUT},
    "table-large-text": (large_text, Variant.NORMAL),
    "table-high-contrast": (SCENES["table"], Variant.HIGH_CONTRAST),
    "table-korean": (korean, Variant.NORMAL),
    **{f"{name}-korean": (in_korean(name), Variant.NORMAL) for name in ("table", "brief", "offers")},
}
"""What is drawn, by the name of its picture."""


def draw(folder: Path) -> None:
    """Draw every scene into a folder, everything at rest."""
    pygame.display.init()
    surface = pygame.display.set_mode(SIZE)
    folder.mkdir(parents=True, exist_ok=True)
    for name, (made, variant) in SHOTS.items():
        scene = made(new_stage(variant))
        scene.advance(30.0)
        scene.stage.caption.advance(30.0)
        scene.draw(surface)
        pygame.image.save(surface, folder / f"{name}.png")
        use("en")
        use(ENGLISH)


if __name__ == "__main__":
    with TemporaryDirectory() as home:
        os.environ |= {"HOME": home, "XDG_DATA_HOME": home}
        draw(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
