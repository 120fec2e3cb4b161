"""Plates: rounded boxes, dashed boxes, hatching, dashes, all with smooth edges."""

from functools import lru_cache

import pygame

FINE = 4
"""How many times larger a curve is drawn before it is brought down."""


def blank(width: int, height: int, colour: str = "#000000") -> pygame.Surface:
    """Return an empty picture whose emptiness has a colour, so that smooth edges do not darken."""
    surface = pygame.Surface((max(1, width), max(1, height)), pygame.SRCALPHA)
    clear = pygame.Color(colour)
    clear.a = 0
    surface.fill(clear)
    return surface


def part(
    surface: pygame.Surface, box: tuple[int, int, int, int]
) -> tuple[pygame.Surface, pygame.Rect] | None:
    """Return what a surface shows of a box and where it lies; None when they share no pixel.

    Everything that is cut out of a picture is cut here: pygame refuses a part that reaches past its surface.
    """
    place = pygame.Rect(box).clip(surface.get_clip())
    return (surface.subsurface(place), place) if place.w > 0 and place.h > 0 else None


def smooth(large: pygame.Surface) -> pygame.Surface:
    """Bring down a picture drawn FINE times too large."""
    return pygame.transform.smoothscale(large, (large.get_width() // FINE, large.get_height() // FINE))


class Plates:
    """Boxes and patterns, each drawn once."""

    def __init__(self) -> None:
        self.plate = lru_cache(512)(self._plate)
        self.dashed = lru_cache(64)(self._dashed)
        self.hatched = lru_cache(32)(self._hatched)
        self.dashes = lru_cache(64)(self._dashes)
        self.corner = lru_cache(64)(self._corner)

    def _plate(self, size: tuple[int, int], fill: str, edge: str, width: int, radius: int) -> pygame.Surface:
        """Draw a rounded box; no *fill* or no *edge* when empty."""
        w, h = size
        outer = edge if edge and width else fill
        surface = blank(w, h, outer)
        if edge and width:
            surface.fill(edge)
        if fill:
            surface.fill(
                fill,
                (
                    width if edge else 0,
                    width if edge else 0,
                    w - 2 * width if edge else w,
                    h - 2 * width if edge else h,
                ),
            )
        elif edge:
            clear = pygame.Color(edge)
            clear.a = 0
            surface.fill(clear, (width, width, w - 2 * width, h - 2 * width))
        if radius:
            self._round(surface, fill, edge, width, radius)
        return surface

    def _round(self, surface: pygame.Surface, fill: str, edge: str, width: int, radius: int) -> None:
        w, h = surface.get_size()
        reach = min(radius + width, w // 2, h // 2)
        corner = self.corner(fill, edge, width, radius)
        for right in (False, True):
            for low in (False, True):
                part = pygame.transform.flip(corner, right, low)
                at = (w - reach if right else 0, h - reach if low else 0)
                cut = (part.get_width() - reach if right else 0, part.get_height() - reach if low else 0)
                clear = pygame.Color(edge or fill)
                clear.a = 0
                surface.fill(clear, (*at, reach, reach))
                surface.blit(part, at, (*cut, reach, reach))

    def _corner(self, fill: str, edge: str, width: int, radius: int) -> pygame.Surface:
        """Draw the top left corner of a plate."""
        outer = edge if edge and width else fill
        side = (radius + width) * FINE
        large = blank(side, side, outer)
        whole = pygame.Rect(0, 0, 2 * side, 2 * side)
        pygame.draw.rect(large, outer, whole, border_radius=radius * FINE)
        if edge and width:
            inner = pygame.Color(fill or edge)
            inner.a = 255 if fill else 0
            shrunk = whole.inflate(-2 * width * FINE, -2 * width * FINE)
            pygame.draw.rect(large, inner, shrunk, border_radius=max(0, radius - width) * FINE)
        return smooth(large)

    def _dashed(self, size: tuple[int, int], fill: str, edge: str, width: int, radius: int) -> pygame.Surface:
        """Draw a rounded box with a dashed edge."""
        w, h = size
        surface = self._plate(size, edge, edge, width, radius)
        for start in range(radius + 4, w - radius - 3, 7):
            surface.fill(fill, (start, 0, 3, width))
            surface.fill(fill, (start, h - width, 3, width))
        for start in range(radius + 4, h - radius - 3, 7):
            surface.fill(fill, (0, start, width, 3))
            surface.fill(fill, (w - width, start, width, 3))
        inner = self._plate((w - 2 * width, h - 2 * width), fill, "", 0, max(0, radius - width))
        surface.blit(inner, (width, width))
        return surface

    def _hatched(self, size: tuple[int, int], fill: str, stripe: str) -> pygame.Surface:
        """Draw a box with stripes rising to the right."""
        w, h = size
        large = blank(w * FINE, h * FINE)
        large.fill(fill)
        for start in range(-h, w, 8):
            foot, head = (start * FINE, h * FINE), ((start + h) * FINE, 0)
            pygame.draw.polygon(large, stripe, [foot, head, (head[0] + 10, 0), (foot[0] + 10, foot[1])])
        return smooth(large)

    def _dashes(self, length: int, thick: int, on: int, off: int, colour: str) -> pygame.Surface:
        """Draw a level line of dashes; round dots when a dash is as long as it is thick."""
        surface = blank(length, thick, colour)
        for start in range(0, length, on + off):
            surface.fill(colour, (start, 0, min(on, length - start), thick))
        return surface


def blended(one: str, other: str, part: float) -> str:
    """Return a colour *part* of the way from one to another."""
    mixed = pygame.Color(one).lerp(other, part)
    return f"#{mixed.r:02X}{mixed.g:02X}{mixed.b:02X}"
