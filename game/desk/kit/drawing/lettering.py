"""Fonts: how wide text is, and pictures of it, each made once."""

from functools import lru_cache
from io import BytesIO
from itertools import product

import pygame

from game.desk.kit.assets import read
from game.desk.kit.drawing.plates import blank
from game.desk.kit.drawing.richtext import Setting, wrap
from game.lint.glyphs import FALLBACK, runs
from game.presenters.markup import spans

_FACES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}


class Lettering:
    """Pretendard in four weights at any size, and another font for the characters it lacks."""

    def __init__(self) -> None:
        pygame.font.init()
        self.font = lru_cache(64)(self._font)
        self.lent = lru_cache(16)(self._lent)
        self.width = lru_cache(16384)(self._width)
        self.picture = lru_cache(4096)(self._picture)
        self.haloed = lru_cache(256)(self._haloed)
        self.paragraph = lru_cache(4096)(self._paragraph)

    def _font(self, size: int, weight: int) -> pygame.font.Font:
        """Return the font of a size in pixels and a weight of 400, 500, 600 or 700.

        Where its file is missing or damaged, the nearest weight stands in, and pygame's own font for all.
        """
        for near in sorted(_FACES, key=lambda other: abs(other - weight)):
            try:
                font = pygame.font.Font(BytesIO(read(f"fonts/Pretendard-{_FACES[near]}.otf")), size)
                font.size("0")  # pygame 2.6 takes a damaged file, and fails only here
                return font
            except (OSError, pygame.error):
                continue
        return pygame.font.Font(None, size)

    def _lent(self, size: int, weight: int) -> pygame.font.Font:
        """Return the font for what the desk's own cannot draw; its own where that one is missing."""
        try:
            font = pygame.font.Font(BytesIO(read(f"fonts/{FALLBACK}.otf")), size)
            font.size("0")
        except (OSError, pygame.error):
            return self.font(size, weight)
        font.set_bold(weight >= 600)
        return font

    def _runs(self, text: str, size: int, weight: int) -> list[tuple[str, pygame.font.Font]]:
        """Return the parts of a text, each with the font that draws it."""
        fonts = self.font, self.lent
        return [(part, fonts[lent](size, weight)) for part, lent in runs(text)] or [
            ("", self.font(size, weight))
        ]

    def _width(self, text: str, size: int, weight: int) -> int:
        """How many pixels wide a line of text is."""
        return sum(font.size(part)[0] for part, font in self._runs(text, size, weight))

    def _picture(self, text: str, size: int, weight: int, colour: str) -> pygame.Surface:
        """Draw a line of text on nothing; of signs that show nothing, such as marks of direction, no ink."""
        if not self._width(text, size, weight):
            return blank(1, self.font(size, weight).get_height(), colour)
        drawn = [(font.render(part, True, colour), font) for part, font in self._runs(text, size, weight)]
        if len(drawn) == 1 and drawn[0][1] is self.font(size, weight):
            return drawn[0][0]
        ascent = self.ascent(size, weight)
        height = max(picture.get_height() + max(0, ascent - font.get_ascent()) for picture, font in drawn)
        line, x = blank(sum(picture.get_width() for picture, _font in drawn), height, colour), 0
        for picture, font in drawn:
            line.blit(picture, (x, ascent - font.get_ascent()))
            x += picture.get_width()
        return line

    def _haloed(self, text: str, size: int, weight: int, colour: str, halo: str) -> pygame.Surface:
        """Draw a line of text with a rim of two pixels, so that it can be read on a map."""
        rim, words = self.picture(text, size, weight, halo), self.picture(text, size, weight, colour)
        surface = blank(words.get_width() + 4, words.get_height() + 4, halo)
        for x, y in product(range(5), range(5)):
            if abs(x - 2) + abs(y - 2) <= 3:
                surface.blit(rim, (x, y))
        surface.blit(words, (2, 2))
        return surface

    def ascent(self, size: int, weight: int) -> int:
        """Pixels from the top of a picture of text down to its base line."""
        return self.font(size, weight).get_ascent()

    def _paragraph(self, markup: str, size: int, weight: int, width: int) -> Setting:
        """Markup set in lines no wider than *width*; bold is 600 beside 400 and 700 beside the others."""

        def measure(text: str, bold: bool) -> int:
            return self.width(text, size, bolder(weight) if bold else weight)

        return wrap(spans(markup), width, measure)


def bolder(weight: int) -> int:
    """Return the weight that stands out beside another."""
    return 600 if weight == 400 else 700
