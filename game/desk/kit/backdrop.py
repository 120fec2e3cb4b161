"""The shade under a pop-over: the page below, dimmed once and kept."""

from collections.abc import Sequence
from itertools import pairwise

import pygame

from game.desk.kit.drawing.plates import part
from game.desk.kit.layer import Layer

_DARK = (16, 20, 25, 165)
_FADE = 0.12


class Shade:
    """Draws layers over each other, the lower ones dimmed."""

    def __init__(self) -> None:
        self._below: pygame.Surface | None = None
        self._fade = 1.0

    def forget(self, fade: bool = False) -> None:
        """Draw the lower layers anew next time; *fade* lets the topmost one come in over 120 ms."""
        self._below = None
        if fade:
            self._fade = 0.0

    def advance(self, seconds: float) -> bool:
        """Let time pass; whether a pop-over is still coming in."""
        moving = self._fade < 1.0
        self._fade = min(1.0, self._fade + seconds / _FADE)
        return moving

    def draw(self, surface: pygame.Surface, layers: Sequence[Layer], hover: str, held: str) -> None:
        """Draw the layers."""
        if self._below is None or self._below.get_size() != surface.get_size():
            self._below = self._dimmed(surface, layers)
        surface.blit(self._below, (0, 0))
        if self._fade >= 1.0:
            layers[-1].draw(surface, hover, held)
            return
        coming = self._below.copy()
        layers[-1].draw(coming, hover, held)
        coming.set_alpha(round(255 * self._fade))
        surface.blit(coming, (0, 0))

    def _dimmed(self, surface: pygame.Surface, layers: Sequence[Layer]) -> pygame.Surface:
        below = pygame.Surface(surface.get_size())
        layers[0].draw(below, "", "")
        for layer, over in pairwise(layers):
            if layer is not layers[0]:
                layer.draw(below, "", "")
            if over.popover and not over.popover.brief:
                _dim(below, over.popover.lit)
        return below


def _dim(surface: pygame.Surface, lit: tuple[int, int, int, int]) -> None:
    found = part(surface, lit)
    kept = (found[0].copy(), found[1]) if found else None
    veil = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
    veil.fill(_DARK)
    surface.blit(veil, (0, 0))
    if kept:
        surface.blit(*kept)
