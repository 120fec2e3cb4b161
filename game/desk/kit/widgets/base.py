"""What every widget is: a thing with a place that tells its ink and where it can be touched."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Self

import pygame

from game.desk.kit.drawing.pen import Ink, Pen, Stamp
from game.desk.kit.geometry import NOWHERE, Box
from game.desk.kit.theme import On
from game.desk.kit.touch import Picked, Pressed, Touch

NEAR = 12
"""How far a spot may reach past the box of its widget."""

RIM = 6
"""How far the ring and edge of something may reach past a scrolled window."""


class Spot(NamedTuple):
    """A place that takes the focus and can be pressed."""

    name: str
    """What tests, pilots and touches call it."""
    box: Box
    tip: str = ""
    """Said beside it when pointed at."""
    off: str = ""
    """Why it cannot be pressed now; it still takes the focus, so that the reason can be read."""
    group: str = ""
    """Arrows walk within a group, TAB from group to group; alone when empty."""
    key: str = ""
    """The key printed on it, which presses it from anywhere."""
    on: On = On.PAPER
    """The ground around it, on which the focus ring is drawn."""
    radius: int = 4
    clip: Box | None = None
    """The scrolled window through which it and its ring are seen, with a rim above and below."""
    action: Hashable = None
    """What pressing it means, a frozen value the kit hands on unread; a `Picked` is answered as it is."""
    pointer_only: bool = False
    """Whether it answers the pointer but never takes the focus, such as a scroll bar."""

    def moved(self, across: int, down: int) -> Spot:
        """Return the same spot elsewhere."""
        return self._replace(box=self.box.moved(across, down))

    @property
    def shown(self) -> Box:
        """The part of it that can be seen, and pressed."""
        return self.box.clipped(self.clip.inset(0, RIM)) if self.clip else self.box


@dataclass(frozen=True)
class Mood:
    """Which spots have the focus, lie under the pointer, and are held down."""

    focus: str = ""
    hover: str = ""
    held: str = ""

    def about(self, names: Iterable[str]) -> Mood:
        """Return the part of it that concerns some spots."""
        mine = frozenset(names)
        return Mood(*(name if name in mine else "" for name in (self.focus, self.hover, self.held)))


CALM = Mood()


class Widget:
    """A thing on a page: it measures itself, takes a place, and tells its ink."""

    name: str = ""
    rank: int = 0
    """Where it comes in the order of TAB; lower comes first, equal ranks in reading order."""
    share: float = 0.0
    """Its share of what a row or column has left; 0 takes its natural size."""
    fixed: int = 0
    """Its width in a row, in pixels at scale 1.0; 0 takes its natural width."""
    pen: Pen
    box: Box = NOWHERE

    def __init__(self) -> None:
        self._ink: tuple[Ink, ...] | None = None
        self._spots: tuple[Spot, ...] | None = None
        self._mood = CALM

    def named(self, name: str) -> Self:
        """Return the same widget under a name."""
        self.name = name
        return self

    def ranked(self, rank: int) -> Self:
        """Return the same widget with all in it at another place in the order of TAB."""
        for widget in self.walk():
            widget.rank = rank
        return self

    def grow(self, share: float = 1.0) -> Self:
        """Return the same widget, with a share up to 1.0 of the room that is left."""
        assert 0 < share <= 1
        self.share = share
        return self

    def wide_as(self, pixels: int) -> Self:
        """Return the same widget at a fixed width in a row."""
        self.fixed = pixels
        return self

    def children(self) -> tuple[Widget, ...]:
        """Return the widgets in it."""
        return ()

    def walk(self) -> Iterator[Widget]:
        """Itself and everything in it."""
        yield self
        for child in self.children():
            yield from child.walk()

    def wide(self, pen: Pen) -> int:
        """Its natural width."""
        return 0

    def least(self, pen: Pen) -> int:
        """Measure the width under which it would lose something; a row never gives it less if it can."""
        return self.wide(pen)

    def high(self, pen: Pen, width: int) -> int:
        """Its natural height when it is so wide."""
        return 0

    def place(self, pen: Pen, box: Box) -> None:
        """Give it a pen and a box, whose sides are never less than nothing."""
        self.pen, self.box = pen, box.left(box.w).top(box.h)
        self.smudge()
        self.arrange()

    def shift(self, across: int, down: int) -> None:
        """Move it and everything in it, with the ink and the spots that are made already."""
        self.box = self.box.moved(across, down)
        if self._ink:
            self._ink = tuple(mark.moved(across, down) for mark in self._ink)
        if self._spots:
            self._spots = tuple(spot.moved(across, down) for spot in self._spots)
        for child in self.children():
            child.shift(across, down)

    def arrange(self) -> None:
        """Place the widgets in it."""

    def spots(self) -> tuple[Spot, ...]:
        """Where it can be touched, as its content tells."""
        return ()

    def own_spots(self) -> tuple[Spot, ...]:
        """Where it can be touched, worked out once for its place."""
        if self._spots is None:
            self._spots = self.spots()
        return self._spots

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw its own part, under what is in it."""
        yield from ()

    def inked(self, mood: Mood = CALM) -> tuple[Ink, ...]:
        """Its ink, made anew only when its mood has changed."""
        spots = self.own_spots()
        mine = mood.about(spot.name for spot in spots) if spots else CALM
        if self._ink is None or mine != self._mood:
            self._ink, self._mood = tuple(self.ink(mine)), mine
        return self._ink

    def smudge(self) -> None:
        """Have its ink and its spots made anew."""
        self._ink = self._spots = None

    def draw(self, surface: pygame.Surface, mood: Mood) -> None:
        """Draw itself and everything in it, as far as the surface's clip shows it."""
        if not surface.get_clip().colliderect(self.box):
            return
        for mark in self.inked(mood):
            mark.draw(surface)
        for child in self.children():
            child.draw(surface, mood)

    def runs(self) -> tuple[Stamp, ...]:
        """Its own runs of text, where they stand."""
        return tuple(mark for mark in self.inked() if isinstance(mark, Stamp) and mark.text)

    def all_spots(self) -> Iterator[tuple[Widget, Spot]]:
        """Every spot of itself and of everything in it, each with the widget it belongs to."""
        for spot in self.own_spots():
            yield self, spot
        for child in self.children():
            yield from child.all_spots()

    def under(self, point: tuple[int, int]) -> Iterator[tuple[Widget, Spot]]:
        """Every spot at a point, each with its widget, the topmost last."""
        for spot in self.own_spots():
            if spot.box.contains(point):
                yield self, spot
        for child in self.children():
            if child.box.inset(-NEAR).contains(point):
                yield from child.under(point)

    def press(self, spot: Spot, at: tuple[int, int]) -> Touch | None:
        """Return what pressing a spot means."""
        return spot.action if isinstance(spot.action, Picked) else Pressed(spot.name, spot.action)

    def drag(self, spot: Spot, at: tuple[int, int]) -> Touch | None:
        """Return what dragging the pointer from a spot means; None when nothing."""
        return None

    def key(self, spot: Spot, event: pygame.event.Event) -> Touch | None:
        """Return what a key means while a spot has the focus; None leaves it to the page."""
        return None

    def wheel(self, steps: int) -> bool:
        """Turn by some steps of the wheel; whether anything moved."""
        return False

    def bring(self, box: Box) -> bool:
        """Scroll so that a box can be seen; whether anything moved."""
        return False

    def advance(self, seconds: float) -> bool:
        """Let time pass; whether its look changed."""
        return False

    def adopt(self, before: Widget) -> None:
        """Take over what the widget of the same name held: scroll, cursor, motion."""


def seen_through(spot: Spot, window: Box) -> Spot:
    """Return the spot as it is seen through a scrolled window."""
    return spot._replace(clip=window.clipped(spot.clip) if spot.clip else window)
