"""Sight: every text is read on its ground, and the sides are told apart by every kind of eye."""

from collections.abc import Iterator
from itertools import combinations, product

import numpy as np
import pygame
import pytest

from game.desk.kit.drawing.marks import Marks
from game.desk.kit.drawing.pen import Pen, Stamp
from game.desk.kit.geometry import Box
from game.desk.kit.layer import Layer
from game.desk.kit.theme import On, Variant, load_theme
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.scroll import Scroll
from game.desk.views.map_panel import MapPanel
from game.desk.window import new_stage
from game.scenario.reader import read_scenario
from game.scenario.shelf import shipped
from tests.desk.scenes import SCENES
from tests.desk.test_theme import contrast

SHAPES = ("square", "diamond", "circle")

EYES = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.1523, 1.0526, -0.2049), (0.1145, 0.7863, 0.0992), (-0.0039, -0.0481, 1.0520)),
    "deutan": ((0.3673, 0.8606, -0.2280), (0.2801, 0.6725, 0.0474), (-0.0118, 0.0429, 0.9689)),
    "tritan": ((1.2555, -0.0767, -0.1788), (-0.0784, 0.9308, 0.1476), (0.0047, 0.6914, 0.3039)),
}
"""How eyes that lack one kind of cone see linear light (Machado, Oliveira and Fernandes, 2009)."""


def lab(colour: str, eye: str) -> np.ndarray:
    """Return a colour as an eye sees it, in CIE Lab."""
    values = np.array(pygame.Color(colour)[:3]) / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(EYES[eye]) @ linear, 0, 1)
    to_xyz = np.array(((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)))
    parts = to_xyz @ seen / np.array((0.9505, 1.0, 1.089))
    x, y, z = np.where(parts > 0.008856, np.cbrt(parts), 7.787 * parts + 16 / 116)
    return np.array((116 * y - 16, 500 * (x - y), 200 * (y - z)))


@pytest.mark.parametrize(("eye", "least"), [("normal", 40), ("deutan", 25), ("protan", 20), ("tritan", 14)])
@pytest.mark.parametrize("variant", Variant)
@pytest.mark.parametrize("on", On)
def test_sides_differ_in_colour_for_every_eye(eye: str, least: float, variant: Variant, on: On) -> None:
    ground = load_theme(variant).grounds[on]
    pairs = combinations((lab(ground.side(shape), eye) for shape in SHAPES), 2)
    assert min(float(np.linalg.norm(one - other)) for one, other in pairs) >= least


@pytest.mark.parametrize("size", [14, 20, 32])
@pytest.mark.parametrize("inside", ["", "#FFFFFF"], ids=["filled", "hollow"])
def test_sides_differ_in_shape_alone(size: int, inside: str) -> None:
    marks = Marks()
    drawn = [marks.shape(shape, size, "#000000", inside) for shape in SHAPES]
    for one, other in combinations(drawn, 2):
        masks = [pygame.mask.from_surface(picture) for picture in (one, other)]
        both = masks[0].overlap_area(masks[1], (0, 0))
        either = masks[0].count() + masks[1].count() - both
        assert both / either < 0.93


@pytest.mark.parametrize("name", shipped())
def test_sides_of_every_shipped_scenario_differ_in_shape_and_letter(name: str) -> None:
    scenario = read_scenario(name).scenario
    assert scenario is not None
    sides = scenario.sides.values()
    assert len({side.mark for side in sides}) == len({side.letter for side in sides}) == len(sides)


def seen(widget: Widget, window: Box) -> Iterator[Stamp]:
    """Yield the runs of text that can be seen whole; names on a map stand on a halo of their own."""
    if isinstance(widget, MapPanel):
        return
    window = window.clipped(widget.box) if isinstance(widget, Scroll) else window
    yield from (run for run in widget.runs() if run.text.strip() and run.box.within(window))
    for child in widget.children():
        yield from seen(child, window)


def read_on(surface: pygame.Surface, run: Stamp) -> float:
    """Return the contrast of a run of text with what it stands on, as drawn."""
    pixels = np.frombuffer(pygame.image.tobytes(run.picture, "RGBA"), np.uint8).reshape(-1, 4)
    ink = colours(pixels[pixels[:, 3] > 0.8 * pixels[:, 3].max()])[0]
    box = pygame.Rect(run.box).clip(surface.get_rect())
    under = np.frombuffer(pygame.image.tobytes(surface.subsurface(box), "RGBA"), np.uint8).reshape(-1, 4)
    ground = next(colour for colour in colours(under) if colour != ink)
    return contrast(ink, ground)


def colours(pixels: np.ndarray) -> list[str]:
    """Return the colours of some pixels, the most frequent first, without how far they let through."""
    found, count = np.unique(pixels.view(">u4") >> 8, return_counts=True)
    return [f"#{colour:06x}" for colour in found[np.argsort(-count, kind="stable")].tolist()]


@pytest.mark.parametrize("scene", SCENES)
def test_every_text_stands_out_from_what_it_is_drawn_on(scene: str, whole: bool) -> None:
    pale = []
    for variant, size in product(Variant if whole else (Variant.NORMAL,), ((1280, 800),)):
        surface = pygame.display.set_mode(size)
        made = SCENES[scene](new_stage(variant))
        made.advance(30.0)
        made.draw(surface)
        top: Layer = made.page.top
        for run in seen(top.root, made.page.box):
            ratio = read_on(surface, run)
            if ratio < 4.5:
                pale.append((variant.value, run.text, round(ratio, 1)))
    assert pale == []


def test_a_pale_text_is_noticed() -> None:
    pen = Pen(load_theme())
    surface = pygame.Surface((200, 40))
    surface.fill(pen.ground.fill)
    run = pen.write("hairline", "body", Box(10, 5, 180, 30), colour=pen.ground.hair)
    run.draw(surface)
    assert read_on(surface, run) < 2
