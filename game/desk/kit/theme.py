"""Colours and type sizes, read from assets/theme.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from game.desk.kit.assets import read


class Variant(StrEnum):
    """The ways the desk can look."""

    NORMAL = "normal"
    HIGH_CONTRAST = "high-contrast"
    PAPER = "paper"


class On(StrEnum):
    """What a thing lies on: who sees it is told by the ground."""

    BAR = "bar"
    PAPER = "paper"
    SHEET = "sheet"
    SLATE = "slate"
    PANEL = "panel"


@dataclass(frozen=True)
class Ground:
    """The colours of everything that lies on one ground."""

    fill: str
    """The ground itself."""
    text: str
    """First text and icons."""
    second: str
    """Second text."""
    hair: str
    """Hairlines, never text."""
    solid: str
    """A filled button, chip or segment."""
    on_solid: str
    """Text on what is filled."""
    raised: str
    """An unfilled button or field."""
    tint: str
    """A row under the pointer or a chosen stretch."""
    ring: str
    """The ring around what has the focus."""
    square: str
    diamond: str
    circle: str
    triangle: str
    letter: str
    """The letter inside a filled mark."""

    def side(self, shape: str) -> str:
        """Return the colour of the side with that shape; the world's for any other."""
        sides = {"square": self.square, "diamond": self.diamond, "circle": self.circle}
        return sides.get(shape, self.triangle)


@dataclass(frozen=True)
class Band:
    """How the cells of one stretch of a gauge are filled."""

    lit: str
    unlit: str
    ink: str
    hatched: bool


@dataclass(frozen=True)
class Style:
    """One size and weight of type."""

    size: int
    """Pixels at text scale 1.0."""
    weight: int
    """400, 500, 600 or 700."""
    leading: int
    """Line height in hundredths of the size."""


@dataclass(frozen=True)
class Theme:
    """One variant of the look, whole."""

    variant: Variant
    edge: int
    """Width of every edge."""
    grounds: Mapping[On, Ground]
    bands: Mapping[str, Band]
    map: Mapping[str, str]
    styles: Mapping[str, Style]

    def band(self, name: str) -> Band:
        """Return the fill of a named stretch; an unknown name looks like the middle one."""
        return self.bands.get(name, self.bands["simmer"])


@cache
def load_theme(variant: Variant = Variant.NORMAL) -> Theme:
    """Read one variant; what it leaves out is as in the normal one."""
    page = tomllib.loads(read("theme.toml").decode())
    look = _over(page["normal"], page[variant.value])
    return Theme(
        variant=variant,
        edge=look["edge"],
        grounds={on: Ground(**look[on.value]) for on in On},
        bands={name: Band(*fills) for name, fills in look["bands"].items()},
        map=look["map"],
        styles={name: Style(*figures) for name, figures in page["type"].items()},
    )


def _over(base: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in changes.items():
        merged[key] = {**base[key], **value} if isinstance(value, dict) else value
    return merged
