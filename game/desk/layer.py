"""A layer of a page: one tree of widgets laid out, its spots in order, and what may lie over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

import pygame

from game.desk.geometry import Box
from game.desk.ink.pen import Pen, Stamp
from game.desk.widgets.base import CALM, Mood, Spot, Widget
from game.desk.widgets.popover import Popover
from game.desk.widgets.scroll import Scroll

Compose = Callable[[Pen, Box], Widget]
"""Builds the widgets of a layer for a pen and the box of the window."""


class Target(NamedTuple):
    """A spot on a page."""

    name: str
    """A name of its own, even when two spots lead to the same."""
    widget: Widget
    spot: Spot
    """The spot as its widget named it."""

    @property
    def own(self) -> Spot:
        """The spot under its own name."""
        return replace(self.spot, name=self.name)


class Layer:
    """One tree of widgets, composed anew whenever what it shows has changed."""

    def __init__(self, compose: Compose, pen: Pen, box: Box) -> None:
        self.compose = compose
        self.focus = ""
        self.pointed = ""
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
        if self.focus and self.target(self.focus) is None:
            self.focus = ""

    @property
    def popover(self) -> Popover | None:
        """The layer as a pop-over, if it is one."""
        return self.root if isinstance(self.root, Popover) else None

    def targets(self) -> list[Target]:
        """Return every spot with its widget and a name of its own: the second of a name ends in "#2"."""
        seen: dict[str, int] = {}
        found = []
        for widget, spot in self.root.all_spots():
            count = seen[spot.name] = seen.get(spot.name, 0) + 1
            found.append(Target(spot.name if count == 1 else f"{spot.name}#{count}", widget, spot))
        return found

    def target(self, name: str) -> Target | None:
        """Return the spot of a name of its own, if it is there."""
        return next((target for target in self.targets() if target.name == name), None)

    def stops(self) -> list[Spot]:
        """Return the spots that take the focus, in the order of TAB, under names of their own."""
        stops = [target for target in self.targets() if not target.spot.pointer_only]
        return [target.own for target in sorted(stops, key=lambda target: target.widget.rank)]

    def widget(self, name: str) -> Widget | None:
        """Return the widget of a name, if it is there."""
        return next((widget for widget in self.root.walk() if widget.name == name), None)

    def at(self, point: tuple[int, int]) -> Target | None:
        """Return the topmost spot under the pointer."""
        under = [target for target in self.targets() if target.spot.shown.contains(point)]
        return under[-1] if under else None

    def windows(self, point: tuple[int, int]) -> list[Scroll]:
        """Return the scrolled windows around a point, innermost first."""
        around = [w for w in self.root.walk() if isinstance(w, Scroll) and w.box.contains(point)]
        return around[::-1]

    def focus_on(self, name: str) -> None:
        """Give a spot the focus and bring it into sight."""
        target = self.target(name)
        self.focus = name if target else ""
        if target is None:
            return
        if target.spot.group:
            self.visited[target.spot.group] = name
        for window in (
            w for w in self.root.walk() if isinstance(w, Scroll) and target.widget in w.child.walk()
        ):
            current = self.target(name)
            if current:
                window.bring(current.spot.box)

    def draw(self, surface: pygame.Surface, hover: str, held: str) -> None:
        """Draw every widget, then the rings around what is pointed at and what has the focus."""
        names = {target.name: target.spot.name for target in self.targets()}
        self.root.draw(surface, Mood(*(names.get(name, "") for name in (self.focus, hover, held))))
        pen = self.root.pen
        shown = self.target(self.pointed) if self.pointed else None
        if shown:
            ring(surface, shown.spot, pen, pen.theme.band("simmer").lit, reach=8)
        target = self.target(self.focus) if self.focus else None
        if target:
            ring(surface, target.spot, pen, pen.theme.grounds[target.spot.on].ring)

    def runs(self) -> Iterator[tuple[Widget, Stamp]]:
        """Every run of text with the widget it belongs to."""
        for widget in self.root.walk():
            widget.inked(CALM)
            for run in widget.runs():
                yield widget, run


def ring(surface: pygame.Surface, spot: Spot, pen: Pen, colour: str, reach: int = 5) -> None:
    """Draw a ring around a spot: three pixels wide, its outer edge *reach* pixels away."""
    before = surface.get_clip()
    if spot.clip:
        surface.set_clip(before.clip(spot.clip))
    pen.plate(spot.box.inset(-reach), "", colour, 3, spot.radius + reach - 1).draw(surface)
    surface.set_clip(before)
