"""The pen: everything a widget needs to measure and draw itself, on one ground and at one scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

import pygame

from game.desk.kit.drawing.icons import Icons
from game.desk.kit.drawing.lettering import Lettering, bolder
from game.desk.kit.drawing.marks import Marks
from game.desk.kit.drawing.plates import Plates
from game.desk.kit.drawing.richtext import Piece, Setting
from game.desk.kit.geometry import Box, fitting_scale
from game.desk.kit.theme import Ground, On, Style, Theme
from game.lint.labels import LETTER, SMALLER, TYPE, letter_width

_CAP_HEIGHT = 0.71
"""How high a capital stands, in parts of the size of the type."""


class Motion(StrEnum):
    """How much moves."""

    FULL = "full"
    REDUCED = "reduced"
    OFF = "off"


class Stamp(NamedTuple):
    """A picture at its place; *text* says what it reads when it is a run of text."""

    picture: pygame.Surface
    x: int
    y: int
    text: str = ""

    def draw(self, surface: pygame.Surface) -> None:
        """Put it on a surface."""
        surface.blit(self.picture, (self.x, self.y))

    def moved(self, across: int, down: int) -> Stamp:
        """Return the same picture elsewhere."""
        return Stamp(self.picture, self.x + across, self.y + down, self.text)

    @property
    def box(self) -> Box:
        """Where its marks are, without the empty margin of the picture."""
        left, top, width, height = self.picture.get_bounding_rect()
        return Box(self.x + left, self.y + top, width, height)


class Fill(NamedTuple):
    """A box of one colour."""

    box: Box
    colour: str

    def draw(self, surface: pygame.Surface) -> None:
        """Put it on a surface; cut to it first, as pygame moves what sticks out above or at the left."""
        surface.fill(self.colour, pygame.Rect(self.box).clip(surface.get_clip()))

    def moved(self, across: int, down: int) -> Fill:
        """Return the same box elsewhere."""
        return Fill(self.box.moved(across, down), self.colour)


Ink = Stamp | Fill


@dataclass(frozen=True)
class Tools:
    """The caches that all pens share."""

    letters: Lettering = field(default_factory=Lettering)
    icons: Icons = field(default_factory=Icons)
    plates: Plates = field(default_factory=Plates)
    marks: Marks = field(default_factory=Marks)


@dataclass(frozen=True)
class Pen:
    """A theme, a ground to write on, a text scale and the tools."""

    theme: Theme
    tools: Tools = field(default_factory=Tools, compare=False)
    on: On = On.PAPER
    scale: float = 1.0
    motion: Motion = Motion.FULL
    hints: bool = True
    """Whether tips are shown for what has the focus too."""

    @property
    def ground(self) -> Ground:
        """The colours of the ground it writes on."""
        return self.theme.grounds[self.on]

    def lying_on(self, on: On | None) -> Pen:
        """Return the same pen on another ground; None keeps the ground."""
        return self if on is None or on is self.on else replace(self, on=on)

    def fitted(self, size: tuple[int, int]) -> Pen:
        """Return the same pen at the scale that suits a window."""
        return replace(self, scale=fitting_scale(size, self.scale))

    def px(self, pixels: float) -> int:
        """Return a length at this scale."""
        return round(pixels * self.scale)

    def style(self, name: str) -> Style:
        """Return a named style of type."""
        return self.theme.styles[name]

    def size(self, style: str) -> int:
        """Return the size of a style at this scale, never under 10 pixels."""
        return max(10, round(self.theme.styles[style].size * self.scale))

    def leading(self, style: str) -> int:
        """Return the height of a line at this scale."""
        return round(self.size(style) * self.theme.styles[style].leading / 100)

    def width(self, text: str, style: str, bold: bool = False) -> int:
        """How wide a line of plain text is."""
        weight = self.theme.styles[style].weight
        return self.tools.letters.width(text, self.size(style), bolder(weight) if bold else weight)

    def write(
        self, text: str, style: str, box: Box, align: str = "left", colour: str = "", bold: bool = False
    ) -> Stamp:
        """One line of plain text, its capitals in the middle of the box's height."""
        size, weight = self.size(style), self.theme.styles[style].weight
        weight = bolder(weight) if bold else weight
        picture = self.tools.letters.picture(text, size, weight, colour or self.ground.text)
        slack = box.w - picture.get_width()
        x = box.x + {"left": 0, "centre": slack // 2, "right": slack}[align]
        ascent = self.tools.letters.ascent(size, weight)
        y = box.y + round(box.h / 2 - ascent + size * _CAP_HEIGHT / 2)
        return Stamp(picture, x, y, text)

    def setting(self, markup: str, style: str, width: int) -> Setting:
        """Markup set in lines no wider than *width*."""
        return self.tools.letters.paragraph(markup, self.size(style), self.theme.styles[style].weight, width)

    def height(self, markup: str, style: str, width: int) -> int:
        """How high some markup stands when set to a width."""
        return len(self.setting(markup, style, width).lines) * self.leading(style)

    def paragraph(
        self, markup: str, style: str, box: Box, align: str = "left", colour: str = "", strong: str = ""
    ) -> Iterator[Ink]:
        """Set markup from the top of a box; *strong* colours bold words and links."""
        text, second = colour or self.ground.text, strong or colour or self.ground.text
        for line, piece in self._pieces(markup, style, box, align):
            paint = second if piece.bold else text
            yield self.write(piece.text, style, line, colour=paint, bold=piece.bold)
            if piece.link:
                yield self.underline(line, style, paint)

    def links(self, markup: str, style: str, box: Box, align: str = "left") -> Iterator[tuple[str, Box]]:
        """Find where each link stands when markup is set in a box; a broken one, its first part."""
        seen = set()
        for line, piece in self._pieces(markup, style, box, align):
            if piece.link and piece.link not in seen:
                seen.add(piece.link)
                yield piece.link, line

    def _pieces(self, markup: str, style: str, box: Box, align: str) -> Iterator[tuple[Box, Piece]]:
        leading = self.leading(style)
        for row, line in enumerate(self.setting(markup, style, box.w).lines):
            wide = line[-1].x + line[-1].width if line else 0
            start = box.x + {"left": 0, "centre": (box.w - wide) // 2, "right": box.w - wide}[align]
            for piece in line:
                yield Box(start + piece.x, box.y + row * leading, piece.width, leading), piece

    def underline(self, line: Box, style: str, colour: str) -> Stamp:
        """Draw the dashes under a link."""
        drop = round(line.h / 2 + self.size(style) * (_CAP_HEIGHT / 2 + 0.2))
        return Stamp(
            self.tools.plates.dashes(line.w, max(1, self.px(1)), 4, 2, colour), line.x, line.y + drop
        )

    def icon(self, name: str, size: int, box: Box, colour: str = "") -> Stamp:
        """Draw an icon in the middle of a box; *size* in pixels as drawn."""
        place = box.middle(size, size)
        return Stamp(self.tools.icons.picture(name, size, colour or self.ground.text), place.x, place.y)

    def plate(self, box: Box, fill: str = "", edge: str = "", width: int = 0, radius: int = 4) -> Ink:
        """Draw a rounded box; its edge is as wide as the theme says unless told."""
        width = (width or self.theme.edge) if edge else 0
        return Stamp(self.tools.plates.plate((box.w, box.h), fill, edge, width, radius), box.x, box.y)

    def dashed(self, box: Box, fill: str, edge: str, radius: int = 4) -> Stamp:
        """Draw a rounded box with a dashed edge."""
        size = (box.w, box.h)
        return Stamp(self.tools.plates.dashed(size, fill, edge, self.theme.edge, radius), box.x, box.y)

    def picture(self, picture: pygame.Surface, box: Box, text: str = "") -> Stamp:
        """Any picture in the middle of a box."""
        place = box.middle(*picture.get_size())
        return Stamp(picture, place.x, place.y, text)

    def hair(self, box: Box) -> Fill:
        """Draw a hairline along the top of a box."""
        return Fill(box._replace(h=self.theme.edge), self.ground.hair)

    def double_rule(self, box: Box) -> Iterator[Fill]:
        """Draw the double rule that opens a section, along the top of a box."""
        yield Fill(box._replace(h=1), self.ground.text)
        yield Fill(box._replace(y=box.y + 3, h=1), self.ground.text)

    def mark(self, shape: str, letter: str, size: int, box: Box, filled: bool = True) -> Iterator[Stamp]:
        """Draw a side's mark in the middle of a box: filled is done or declared, hollow is not yet."""
        colour = self.ground.side(shape)
        inside = "" if filled else self.ground.fill
        picture = self.tools.marks.shape(shape, size, colour, inside)
        place = box.middle(picture.get_width(), picture.get_height())
        yield Stamp(picture, place.x, place.y)
        if letter:
            paint = self.ground.letter if filled else colour
            yield self.letter(letter, shape, size, place, paint)

    def letter(self, letter: str, shape: str, size: int, place: Box, colour: str) -> Stamp:
        """Draw the letter or number inside a mark."""
        part = TYPE.get(shape, TYPE["circle"]) * (SMALLER if len(letter) > 1 else 1.0)
        too_wide = letter_width(letter, shape) / LETTER[shape] if shape in LETTER else 1.0
        points = max(7, round(size * part / max(1.0, too_wide)))
        picture = self.tools.letters.picture(letter, points, 700, colour)
        drop = size * 0.12 if shape == "triangle" else 0
        ascent = self.tools.letters.ascent(points, 700)
        x = place.x + round((place.w - picture.get_width()) / 2)
        y = place.y + round(place.h / 2 + drop - ascent + points * _CAP_HEIGHT / 2)
        return Stamp(picture, x, y)
