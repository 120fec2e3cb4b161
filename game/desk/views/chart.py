"""The chart of the region, drawn once for each size: coasts, lands, shallows, demarcation line."""

import json
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from math import cos, hypot, log, pi, radians, sin, tan
from typing import Any, NamedTuple

import pygame

from game.desk.kit.assets import read

_FINE = 3
_EARTH = 6371.0
_STANDARD = (radians(30), radians(46))
_ORIGIN = (radians(38), radians(128))
_NORTH, _SOUTH = "North Korea", "South Korea"
Point = tuple[float, float]


class View(NamedTuple):
    """Which part of the region a picture shows: the kilometres in its middle, and how many across a pixel."""

    centre: Point
    km_a_pixel: float
    size: tuple[int, int]

    def pixel(self, at: Point) -> tuple[int, int]:
        """Where a place lies in the picture."""
        return (
            round((at[0] - self.centre[0]) / self.km_a_pixel + self.size[0] / 2),
            round((at[1] - self.centre[1]) / self.km_a_pixel + self.size[1] / 2),
        )


def view_of(centre: Point, span: float, size: tuple[int, int]) -> View:
    """Return the view that shows *span* kilometres across the shorter side of a picture."""
    return View(centre, span / max(1, min(size)), size)


@lru_cache(4)
def chart_picture(view: View, colours: tuple[tuple[str, str], ...], edge: int) -> pygame.Surface:
    """Draw the chart of a view without any name on it; *colours* are the theme's map colours."""
    paint = dict(colours)
    large = View(view.centre, view.km_a_pixel / _FINE, (view.size[0] * _FINE, view.size[1] * _FINE))
    surface = pygame.Surface(large.size)
    surface.fill(paint["sea"])
    lands = [(name, ring) for name, rings in _rings() for ring in _seen(rings, large)]
    _shallows(surface, [ring for _, ring in lands], paint)
    _graticule(surface, large, paint["graticule"])
    for name, ring in lands:
        pygame.draw.polygon(surface, paint[_kind(name)], ring)
    for _, ring in lands:
        pygame.draw.lines(surface, paint["coast"], True, ring, _FINE * edge)
    for line in _chart()["mdl"]:
        _demarcation(surface, [large.pixel(point) for point in line], paint)
    return pygame.transform.smoothscale(surface, view.size)


@cache
def _chart() -> Mapping[str, Any]:
    chart: Mapping[str, Any] = json.loads(read("map/northeast-asia.json"))
    return chart


@cache
def _rings() -> tuple[tuple[str, tuple[tuple[Point, ...], ...]], ...]:
    """Every land with its outer coasts."""
    return tuple(
        (name, tuple(tuple((x, y) for x, y in polygon[0]) for polygon in polygons))
        for name, polygons in _chart()["features"].items()
    )


def _kind(name: str) -> str:
    return {_NORTH: "north", _SOUTH: "south"}.get(name, "other")


def _seen(rings: tuple[tuple[Point, ...], ...], view: View) -> Iterator[list[tuple[int, int]]]:
    """Return the rings that reach into a view, in its pixels."""
    frame = pygame.Rect(-60, -60, view.size[0] + 120, view.size[1] + 120)
    for ring in rings:
        pixels = [view.pixel(point) for point in ring]
        xs, ys = [x for x, _ in pixels], [y for _, y in pixels]
        if frame.colliderect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1):
            yield pixels


def _shallows(surface: pygame.Surface, rings: list[list[tuple[int, int]]], paint: Mapping[str, str]) -> None:
    """Draw a band of shallow water along every coast, paler outwards."""
    sea, shallow = pygame.Color(paint["sea"]), pygame.Color(paint["shallow"])
    for step in range(1, 5):
        colour = sea.lerp(shallow, step / 4)
        wide = (5 - step) * 3 * _FINE
        for ring in rings:
            pygame.draw.lines(surface, colour, True, ring, wide * 2)
            for point in ring:
                pygame.draw.circle(surface, colour, point, wide)


def _graticule(surface: pygame.Surface, view: View, colour: str) -> None:
    """Every second degree as a hairline."""
    for lon in range(116, 142, 2):
        line = [view.pixel(project(lon, lat)) for lat in range(30, 48)]
        pygame.draw.lines(surface, colour, False, line, 2)
    for lat in range(30, 48, 2):
        line = [view.pixel(project(lon, lat)) for lon in range(116, 142)]
        pygame.draw.lines(surface, colour, False, line, 2)


def _demarcation(surface: pygame.Surface, line: list[tuple[int, int]], paint: Mapping[str, str]) -> None:
    """Draw the Military Demarcation Line: dashes on a halo."""
    for point in line:
        pygame.draw.circle(surface, paint["halo"], point, 2 * _FINE)
    pygame.draw.lines(surface, paint["halo"], False, line, 4 * _FINE)
    gone = 0.0
    for (x, y), (u, v) in pairwise(line):
        length = hypot(u - x, v - y)
        for pixel in range(int(length)):
            if (gone + pixel) % (8 * _FINE) < 5 * _FINE:
                spot = (x + (u - x) * pixel / length, y + (v - y) * pixel / length)
                pygame.draw.circle(surface, "#1B2026", spot, _FINE)
        gone += length


def project(lon: float, lat: float) -> Point:
    """Return a place in degrees as kilometres east and south of 38°N 128°E (Lambert conformal conic)."""
    first, second = _STANDARD
    cone = log(cos(first) / cos(second)) / log(_half(second) / _half(first))
    scale = cos(first) * _half(first) ** cone / cone
    near, origin = _EARTH * scale / _half(radians(lat)) ** cone, _EARTH * scale / _half(_ORIGIN[0]) ** cone
    turn = cone * (radians(lon) - _ORIGIN[1])
    return near * sin(turn), near * cos(turn) - origin


def _half(latitude: float) -> float:
    return tan(pi / 4 + latitude / 2)
