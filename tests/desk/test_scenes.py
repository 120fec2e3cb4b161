"""Every scene, through its animations, at every size, scale, look and length of words, for every shape."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle, product
from pathlib import Path
from typing import NamedTuple

import pygame
import pytest

from game.desk.kit.drawing.pen import Motion
from game.desk.kit.geometry import SMALLEST_WINDOW, fitting_scale
from game.desk.kit.theme import Variant
from game.desk.kit.widgets.scroll import Scroll
from game.desk.scenes.base import PageScene
from game.desk.stage import Stage, new_stage
from game.presenters.words import PSEUDO, use
from tests.desk import shapes
from tests.desk.scenes import SCENES
from tests.desk.walk import faults, out_of_reach

LARGEST = (3840, 2160)
"""The largest window that is looked at: a whole 4K screen."""

SIZES = (SMALLEST_WINDOW, (1024, 700), (1280, 800), (1920, 1080), LARGEST)
SCALES = (0.8, 1.0, 1.6, 2.0)
LANGUAGES = ("en", PSEUDO, "ko")

LOOKS = (*Variant, *reversed(Variant), Variant.PAPER)
"""The looks in turn, out of step with the three motions and the three languages."""

SHOWN = [
    (size, scale)
    for size in SIZES
    for scale in {fitting_scale(size, wished): wished for wished in reversed(SCALES)}.values()
]
"""Every window with every size of text that is drawn there in a way of its own."""

BEAT, LONGEST = 0.07, 10.0
"""Seconds between two looks at a scene in motion, and after which it must have come to rest."""


class Case(NamedTuple):
    """How a scene is shown."""

    size: tuple[int, int]
    scale: float = 1.0
    language: str = "en"
    motion: Motion = Motion.FULL
    look: Variant = Variant.NORMAL


WHOLE = tuple(
    Case(*shown, language, motion, look)
    for (shown, language, motion), look in zip(product(SHOWN, LANGUAGES, Motion), cycle(LOOKS), strict=False)
)
"""All there is; looks take turns, since they change colours and the width of edges alone."""

USUAL = (
    Case((1280, 800)),
    Case((1024, 700), 1.6, PSEUDO, Motion.REDUCED, Variant.HIGH_CONTRAST),
    Case(SMALLEST_WINDOW, 2.0, "ko", Motion.FULL, Variant.PAPER),
    Case(SMALLEST_WINDOW, 0.8, PSEUDO, Motion.OFF),
)
"""What a usual run looks at: the common case, and those with the least room."""


def usual(scene: str) -> tuple[Case, ...]:
    """Return how a usual run shows a scene: with the least room, and by turns in one of the other ways."""
    return (USUAL[2], USUAL[list(SCENES).index(scene) % 2])


SHAPED = {
    f"{scene} of {sides} x {slots}": made
    for sides, slots in shapes.SHAPES
    for scene, made in shapes.scenes(sides, slots).items()
}
"""How each scene is made for scenarios of every shape."""


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Show an empty shelf of saves, and speak English again in the end."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    yield
    use("en")


def scrolled(made: PageScene, down: bool) -> None:
    """Scroll every window of the page to its end, or back to its beginning."""
    for widget in made.page.top.root.walk():
        if isinstance(widget, Scroll):
            widget.scroll_to(widget.depth if down else 0)


def at_rest(made: PageScene, surface: pygame.Surface) -> bool:
    """Draw a scene at every beat until nothing moves any more, scrolled down every other time."""
    down, gone, still = False, 0.0, 0
    while gone < LONGEST and still < 4:
        scrolled(made, down)
        made.draw(surface)
        still = still + 1 if made.advance(BEAT) is None else 0
        down, gone = not down, gone + BEAT
    scrolled(made, down=False)
    made.draw(surface)
    return still > 0


def looked_at(make: Callable[[Stage], PageScene], case: Case) -> list[str]:
    """Return what is wrong with a scene before it moves and when it has come to rest."""
    use(case.language)
    surface = pygame.display.set_mode(case.size)
    stage = new_stage(case.look)
    stage.pen = replace(stage.pen, scale=case.scale, motion=case.motion)
    made = make(stage)
    made.draw(surface)
    first = [f"before it moves: {fault}" for fault in faults(made.page)]
    rests = [] if at_rest(made, surface) else ["it never comes to rest"]
    return first + rests + faults(made.page) + out_of_reach(made.page)


def wrong(make: Callable[[Stage], PageScene], cases: Sequence[Case]) -> dict[Case, list[str]]:
    """Return the cases in which something is wrong with a scene."""
    return {case: found for case in cases if (found := looked_at(make, case))}


@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_shows_all_its_text_and_all_can_be_reached(scene: str, whole: bool) -> None:
    assert wrong(SCENES[scene], WHOLE if whole else usual(scene)) == {}


@pytest.mark.parametrize("scene", SHAPED)
def test_scenarios_of_every_shape_are_shown_whole(scene: str, whole: bool) -> None:
    assert wrong(SHAPED[scene], WHOLE if whole else (USUAL[2 + list(SHAPED).index(scene) % 2],)) == {}
