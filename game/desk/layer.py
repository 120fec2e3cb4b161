"""A layer of a page: one tree of widgets laid out, its spots in order, and what may lie over it."""

from collections.abc import Callable, Iterator

import pygame

from game.desk.geometry import Box
from game.desk.ink.pen import Pen, Stamp
from game.desk.widgets.base import CALM, Mood, Spot, Widget
from game.desk.widgets.popover import Popover
from game.desk.widgets.scroll import Scroll

Compose = Callable[[Pen, Box], Widget]
"""Builds the widgets of a layer for a pen and the box of the window."""


class Layer:
    """One tree of widgets, composed anew whenever what it shows has changed."""

    def __init__(self, compose: Compose, pen: Pen, box: Box) -> None:
        self.compose = compose
        self.focus = ""
        self.visited: dict[str, str] = {}
        self.root = compose(pen, box)
        self.root.place(pen, box)

    def renew(self, pen: Pen, box: Box) -> None:
        """Compose it anew; widgets of the same name take over what the old ones held."""
        before = {widget.name: widget for widget in self.root.walk() if widget.name}
        self.root = self.compose(pen, box)
        for widget in self.root.walk():
            old = before.get(widget.name)
            if old is not None and type(old) is type(widget):
                widget.adopt(old)
        self.root.place(pen, box)
        if self.focus and self.spot(self.focus) is None:
            self.focus = ""

    @property
    def popover(self) -> Popover | None:
        """The layer as a pop-over, if it is one."""
        return self.root if isinstance(self.root, Popover) else None

    def spots(self) -> list[Spot]:
        """Every spot in the order of TAB."""
        found = sorted(self.root.all_spots(), key=lambda pair: pair[0].rank)
        return [spot for _, spot in found]

    def stops(self) -> list[Spot]:
        """Return the spots that take the focus."""
        return [spot for spot in self.spots() if not spot.pointer_only]

    def spot(self, name: str) -> Spot | None:
        """Return the spot of a name, if it is there."""
        return next((spot for _, spot in self.root.all_spots() if spot.name == name), None)

    def owner(self, name: str) -> Widget | None:
        """Return the widget a spot belongs to."""
        return next((widget for widget, spot in self.root.all_spots() if spot.name == name), None)

    def widget(self, name: str) -> Widget | None:
        """Return the widget of a name, if it is there."""
        return next((widget for widget in self.root.walk() if widget.name == name), None)

    def at(self, point: tuple[int, int]) -> Spot | None:
        """Return the topmost spot under the pointer."""
        under = [spot for _, spot in self.root.all_spots() if spot.shown.contains(point)]
        return under[-1] if under else None

    def windows(self, point: tuple[int, int]) -> list[Scroll]:
        """Return the scrolled windows around a point, innermost first."""
        around = [w for w in self.root.walk() if isinstance(w, Scroll) and w.box.contains(point)]
        return around[::-1]

    def focus_on(self, name: str) -> None:
        """Give a spot the focus and bring it into sight."""
        spot, owner = self.spot(name), self.owner(name)
        self.focus = name if spot else ""
        if spot is None or owner is None:
            return
        if spot.group:
            self.visited[spot.group] = name
        for window in (w for w in self.root.walk() if isinstance(w, Scroll) and owner in w.child.walk()):
            current = self.spot(name)
            if current:
                window.bring(current.box)

    def draw(self, surface: pygame.Surface, hover: str, held: str) -> None:
        """Draw every widget, then the ring around what has the focus."""
        self.root.draw(surface, Mood(self.focus, hover, held))
        spot = self.spot(self.focus) if self.focus else None
        if spot:
            ring(surface, self.root.pen, spot)

    def runs(self) -> Iterator[tuple[Widget, Stamp]]:
        """Every run of text with the widget it belongs to."""
        for widget in self.root.walk():
            widget.inked(CALM)
            for run in widget.runs():
                yield widget, run


def ring(surface: pygame.Surface, pen: Pen, spot: Spot) -> None:
    """Draw the focus ring around a spot: three pixels wide, two away, on the ground around it."""
    colour = pen.theme.grounds[spot.on].ring
    before = surface.get_clip()
    if spot.clip:
        surface.set_clip(before.clip(spot.clip))
    pen.plate(spot.box.inset(-5), "", colour, 3, spot.radius + 4).draw(surface)
    surface.set_clip(before)
