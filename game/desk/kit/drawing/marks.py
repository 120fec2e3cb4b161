"""Marks: the shape, letter and colour that stand for a side wherever colour alone may fail."""

from functools import lru_cache
from typing import Protocol

import pygame

from game.desk.kit.drawing.plates import FINE, blank, smooth

_REACH = {"square": 0.43, "circle": 0.48, "diamond": 0.58, "triangle": 0.56}


class Mark(Protocol):
    """Anything that says which mark to draw; a game's own content does."""

    @property
    def shape(self) -> str:
        """The shape: square, diamond, circle or triangle."""

    @property
    def letter(self) -> str:
        """What stands in it; empty for nothing."""

    @property
    def filled(self) -> bool:
        """Whether it is filled, or hollow."""


class Marks:
    """Squares, diamonds, circles and triangles, each drawn once."""

    def __init__(self) -> None:
        self.shape = lru_cache(256)(self._shape)

    def _shape(self, shape: str, size: int, colour: str, inside: str) -> pygame.Surface:
        """Draw a shape about *size* pixels wide: filled, or hollow with the colour *inside*."""
        side = int(size * 1.2) // 2 * 2 + 2
        large = blank(side * FINE, side * FINE, colour)
        reach = size * _REACH.get(shape, 0.48) * FINE
        _paint(large, shape, colour, reach, 0.06 * size * FINE)
        if inside:
            edge = max(1.5, size * 0.09) * FINE * (1.35 if shape in ("diamond", "triangle") else 1.0)
            _paint(large, shape, inside, reach - edge, 0.03 * size * FINE)
        return smooth(large)


def _paint(surface: pygame.Surface, shape: str, colour: str, reach: float, radius: float) -> None:
    middle = surface.get_width() / 2
    if shape == "circle":
        pygame.draw.circle(surface, colour, (middle, middle), reach)
        return
    corners = [(middle + x * (reach - radius), middle + y * (reach - radius)) for x, y in _corners(shape)]
    pygame.draw.polygon(surface, colour, corners)
    for start, end in zip(corners, corners[1:] + corners[:1], strict=True):
        pygame.draw.circle(surface, colour, start, radius)
        pygame.draw.polygon(surface, colour, _thick(start, end, radius))


def _thick(start: tuple[float, float], end: tuple[float, float], radius: float) -> list[pygame.Vector2]:
    along = pygame.Vector2(end) - pygame.Vector2(start)
    aside = along.rotate(90).normalize() * radius
    return [start + aside, end + aside, end - aside, start - aside]


def _corners(shape: str) -> list[tuple[float, float]]:
    if shape == "diamond":
        return [(0, -1), (1, 0), (0, 1), (-1, 0)]
    if shape == "triangle":
        return [(0, -0.92), (1, 0.82), (-1, 0.82)]
    return [(-1, -1), (1, -1), (1, 1), (-1, 1)]
