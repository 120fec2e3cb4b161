"""The screen: how large the window is at first, whether it fills the screen, and the window's icon."""

from __future__ import annotations

import pygame

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import DESIGN_SIZE, Box, roomy
from game.desk.kit.theme import On
from game.desk.stage import Stage

Size = tuple[int, int]

FILLS = 0.75
"""The part of a large screen that the first window takes."""

STEPS = 4
"""A first window is so many quarters of the size the desk was designed for."""

ICON = 64
"""Pixels of the icon, a side."""

_SHAPES = (("square", (20, 22)), ("diamond", (44, 22)), ("circle", (32, 43)))
"""The three marks on the icon, and where each has its middle."""


def first_window(screen: Size) -> Size:
    """Return the size of the first window on a screen: its text grows with it, so that it can be read.

    Up to a usual screen that is the size the desk was designed for; on a larger one a window of that size
    would be a stamp in a corner, with letters too small to read.
    """
    times = FILLS * min(screen[0] / DESIGN_SIZE[0], screen[1] / DESIGN_SIZE[1])
    times = max(1.0, int(times * STEPS) / STEPS)
    return fitting((round(DESIGN_SIZE[0] * times), round(DESIGN_SIZE[1] * times)), screen)


def fitting(size: Size, screen: Size) -> Size:
    """Return a size no larger than the screen."""
    return min(size[0], screen[0]), min(size[1], screen[1])


def asks_for_full(event: pygame.event.Event) -> bool:
    """Return whether a key press asks that the window fill the screen, or no longer: F11 or Alt+Enter."""
    if event.type != pygame.KEYDOWN:
        return False
    entered = event.key in (pygame.K_RETURN, pygame.K_KP_ENTER)
    return event.key == pygame.K_F11 or (entered and bool(event.mod & pygame.KMOD_ALT))


def icon(pen: Pen) -> pygame.Surface:
    """Return the window's icon: the marks of three sides on the ground of the bar."""
    ground = pen.theme.grounds[On.BAR]
    surface = pygame.Surface((ICON, ICON), pygame.SRCALPHA)
    pen.plate(Box(0, 0, ICON, ICON), ground.fill, radius=ICON // 6).draw(surface)
    for shape, (x, y) in _SHAPES:
        picture = pen.tools.marks.shape(shape, ICON // 3, ground.side(shape), "")
        surface.blit(picture, (x - picture.get_width() // 2, y - picture.get_height() // 2))
    return surface


class Screen:
    """What the window is shown on; whether it fills it is kept with the settings."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.size = DESIGN_SIZE
        self.full = False

    def open(self) -> pygame.Surface:
        """Open the window as it was left, or as the screen suggests."""
        desktop = pygame.display.get_desktop_sizes()[0]
        kept = self.stage.settings.window
        self.size = fitting(roomy(kept), desktop) if kept else first_window(desktop)
        pygame.display.set_icon(icon(self.stage.pen))
        self.full = self.stage.settings.full_screen
        return self._show()

    def toggle(self) -> None:
        """Fill the screen from now on, or no longer."""
        settings = self.stage.settings
        self.stage.take(settings.model_copy(update={"full_screen": not settings.full_screen}))

    def follow(self) -> bool:
        """Do as the settings say; whether the window has changed."""
        if self.full == self.stage.settings.full_screen:
            return False
        if not self.full:
            self.size = pygame.display.get_window_size()
        self.full = not self.full
        self._show()
        return True

    def hold_open(self, event: pygame.event.Event) -> None:
        """Widen a window that was dragged smaller than a page can be; not every desktop lets it."""
        if event.type == pygame.VIDEORESIZE and roomy(event.size) != tuple(event.size) and not self.full:
            self.size = fitting(roomy(event.size), pygame.display.get_desktop_sizes()[0])
            self._show()

    def left(self) -> None:
        """Remember how large the window was; of one that filled the screen, how large it was before."""
        self.stage.left(self.size if self.full else pygame.display.get_window_size())

    def _show(self) -> pygame.Surface:
        if self.full:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        return pygame.display.set_mode(self.size, pygame.RESIZABLE)
