"""The palette keeps its promises of contrast; every asset has its licence."""

from itertools import combinations

import pygame
import pytest

from game.desk.kit.assets import read
from game.desk.kit.drawing.icons import Icons
from game.desk.kit.theme import On, Variant, load_theme
from game.lint.icon_names import icon_names


def luminance(colour: str) -> float:
    parts = (value / 255 for value in pygame.Color(colour)[:3])
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("variant", Variant)
@pytest.mark.parametrize("on", On)
def test_text_stands_out_from_its_ground(variant: Variant, on: On) -> None:
    ground = load_theme(variant).grounds[on]
    assert contrast(ground.text, ground.fill) >= 7
    assert contrast(ground.second, ground.fill) >= 4.5
    assert contrast(ground.on_solid, ground.solid) >= 7
    assert contrast(ground.ring, ground.fill) >= 7


@pytest.mark.parametrize("variant", Variant)
@pytest.mark.parametrize("on", On)
@pytest.mark.parametrize("shape", ["square", "diamond", "circle"])
def test_a_side_can_be_read_as_text_and_its_letter_in_its_mark(variant: Variant, on: On, shape: str) -> None:
    ground = load_theme(variant).grounds[on]
    assert contrast(ground.side(shape), ground.fill) >= 4.5
    assert contrast(ground.letter, ground.side(shape)) >= 4.5


@pytest.mark.parametrize(
    ("on", "text", "ratio"),
    [(On.PAPER, "#1B2026", 12.8), (On.SLATE, "#F3EFE5", 13.5), (On.PANEL, "#F3EFE5", 11.5)],
)
def test_contrast_is_as_the_look_measured_it(on: On, text: str, ratio: float) -> None:
    ground = load_theme().grounds[on]
    assert ground.text == text
    assert contrast(text, ground.fill) == pytest.approx(ratio, abs=0.1)


def test_no_style_is_under_twelve_pixels() -> None:
    assert min(style.size for style in load_theme().styles.values()) >= 12


def test_high_contrast_draws_edges_of_two_pixels_on_black_and_white() -> None:
    theme = load_theme(Variant.HIGH_CONTRAST)
    assert theme.edge == 2
    assert {ground.fill for ground in theme.grounds.values()} == {"#FFFFFF", "#000000"}


def test_fonts_and_icons_travel_with_their_licences() -> None:
    assert b"SIL OPEN FONT LICENSE" in read("fonts/LICENSE.txt").upper()
    assert b"ISC License" in read("icons/LICENSE")
    assert b"Permission to use, copy, modify, and/or distribute" in read("map/LICENSE.txt")
    credits = read("CREDITS.md").decode()
    assert all(part in credits for part in ("Pretendard", "Lucide", "Natural Earth"))


def test_every_icon_draws_something_and_no_two_look_alike() -> None:
    icons = Icons()
    drawn = {name: pygame.image.tobytes(icons.picture(name, 24, "#000000"), "RGBA") for name in icon_names()}
    assert all(any(pixels[3::4]) for pixels in drawn.values())
    alike = [(a, b) for a, b in combinations(sorted(drawn), 2) if drawn[a] == drawn[b]]
    assert alike == []


def test_an_unknown_icon_is_a_plain_circle() -> None:
    icons = Icons()
    assert pygame.image.tobytes(icons.picture("nothing", 20, "#000000"), "RGBA") == pygame.image.tobytes(
        icons.picture("circle", 20, "#000000"), "RGBA"
    )
