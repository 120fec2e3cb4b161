"""A layer of a page: one tree of widgets laid out, its spots in order, and what may lie over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pygame

from game.desk.kit.drawing.pen import Pen, Stamp
from game.desk.kit.geometry import Box
from game.desk.kit.widgets.base import CALM, Mood, Spot, Widget
from game.desk.kit.widgets.popover import Popover
from game.desk.kit.widgets.scroll import Scroll

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
        return self.spot._replace(name=self.name)


class Known(NamedTuple):
    """Where a spot was found."""

    name: str
    """What its widget calls it."""
    widget: Widget
    place: int
    """Its place among the spots of the widget."""
    windows: tuple[Scroll, ...]
    """The scrolled windows around it, outermost first."""


class Layer:
    """One tree of widgets, composed anew whenever what it shows has changed."""

    def __init__(self, compose: Compose, pen: Pen, box: Box) -> None:
        self.compose = compose
        self.focus = ""
        self.pointed = ""
        self.visited: dict[str, str] = {}
        self._known: dict[str, Known] = {}
        self.root = compose(pen, box)
        self.root.place(pen, box)

    def renew(self, pen: Pen, box: Box) -> None:
        """Compose it anew; widgets of the same name take over what the old ones held."""
        before = {widget.name: widget for widget in self.root.walk() if widget.name}
        self._known = {}
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
        return (self._found(name) or self._found(name, anew=True)) if name else None

    def _found(self, name: str, anew: bool = False) -> Target | None:
        """Return a spot from where it was noted; *anew* takes note again first."""
        if anew:
            self._known = dict(self._noted())
        known = self._known.get(name)
        if known is None:
            return None
        spots = known.widget.own_spots()
        if known.place >= len(spots) or spots[known.place].name != known.name:
            return None
        spot = spots[known.place]
        for window in reversed(known.windows):
            spot = window.through(spot)
        return Target(name, known.widget, spot)

    def _noted(self) -> Iterator[tuple[str, Known]]:
        """Note where every spot is found, so that none has to be sought twice."""
        seen: dict[str, int] = {}
        for widget, windows in _with_windows(self.root, ()):
            for index, spot in enumerate(widget.own_spots()):
                count = seen[spot.name] = seen.get(spot.name, 0) + 1
                own = spot.name if count == 1 else f"{spot.name}#{count}"
                yield own, Known(spot.name, widget, index, windows)

    def stops(self) -> list[Spot]:
        """Return the spots that take the focus, in the order of TAB, under names of their own."""
        stops = [target for target in self.targets() if not target.spot.pointer_only]
        return [target.own for target in sorted(stops, key=lambda target: target.widget.rank)]

    def widget(self, name: str) -> Widget | None:
        """Return the widget of a name, if it is there."""
        return next((widget for widget in self.root.walk() if widget.name == name), None)

    def at(self, point: tuple[int, int]) -> Target | None:
        """Return the topmost spot under the pointer."""
        under = [(w, spot) for w, spot in self.root.under(point) if spot.shown.contains(point)]
        if not under:
            return None
        widget, spot = under[-1]
        index = [own.box for own in widget.own_spots()].index(spot.box)
        name = self._name_of(widget, index)
        if not name:
            self._known = dict(self._noted())
            name = self._name_of(widget, index)
        return Target(name, widget, spot)

    def _name_of(self, widget: Widget, index: int) -> str:
        places = ((name, known) for name, known in self._known.items() if known.widget is widget)
        return next((name for name, known in places if known.place == index), "")

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
        self._bring(target)

    def point_at(self, name: str) -> None:
        """Draw a ring around a spot, and bring it into sight when it is a new one."""
        target = self.target(name) if name and name != self.pointed else None
        self.pointed = name
        if target is not None:
            self._bring(target)

    def _bring(self, target: Target) -> None:
        """Scroll every window around a spot until it can be seen."""
        for window in (
            w for w in self.root.walk() if isinstance(w, Scroll) and target.widget in w.child.walk()
        ):
            current = self.target(target.name)
            if current:
                window.bring(current.spot.box)

    def draw(self, surface: pygame.Surface, hover: str, held: str) -> None:
        """Draw every widget, then the rings around what is pointed at and what has the focus."""
        spots = [self.target(name) for name in (self.focus, hover, held)]
        self.root.draw(surface, Mood(*(target.spot.name if target else "" for target in spots)))
        pen = self.root.pen
        shown = self.target(self.pointed) if self.pointed else None
        if shown:
            ring(surface, shown.spot, pen, pen.theme.band("simmer").lit, reach=8)
        if spots[0]:
            ring(surface, spots[0].spot, pen, pen.theme.grounds[spots[0].spot.on].ring)

    def runs(self) -> Iterator[tuple[Widget, Stamp]]:
        """Every run of text with the widget it belongs to."""
        for widget in self.root.walk():
            widget.inked(CALM)
            for run in widget.runs():
                yield widget, run


def _with_windows(widget: Widget, windows: tuple[Scroll, ...]) -> Iterator[tuple[Widget, tuple[Scroll, ...]]]:
    """Yield a widget and everything in it, each with the scrolled windows around it, outermost first."""
    yield widget, windows
    inner = (*windows, widget) if isinstance(widget, Scroll) else windows
    for child in widget.children():
        yield from _with_windows(child, inner)


def ring(surface: pygame.Surface, spot: Spot, pen: Pen, colour: str, reach: int = 5) -> None:
    """Draw a ring around a spot: three pixels wide, its outer edge *reach* pixels away."""
    before = surface.get_clip()
    if spot.clip:
        surface.set_clip(before.clip(spot.clip))
    pen.plate(spot.box.inset(-reach), "", colour, 3, spot.radius + reach - 1).draw(surface)
    surface.set_clip(before)
