"""A walk over a page that notes every text that is cut, broken or covered by another."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import pygame

from game.desk.kit.drawing.pen import Stamp
from game.desk.kit.focus import toward
from game.desk.kit.geometry import Box, Way
from game.desk.kit.page import Page
from game.desk.kit.widgets.base import Spot, Widget
from game.desk.kit.widgets.label import Label
from game.desk.kit.widgets.scroll import Scroll
from game.presenters.markup import plain


def faults(page: Page) -> list[str]:
    """Return what is wrong with the text of the topmost layer of a page, one sentence each."""
    seen = list(_seen(page.top.root, page.box))
    return [*_cut(seen), *_broken(page), *_covered(seen), *_crowded(page.top.root), *_colliding(page)]


class Seen(NamedTuple):
    """A run of text, the widget it belongs to, and the window through which it is seen."""

    widget: Widget
    run: Stamp
    window: Box
    scrolled: bool


def _seen(widget: Widget, window: Box, scrolled: bool = False) -> Iterator[Seen]:
    if isinstance(widget, Scroll):
        window, scrolled = window.clipped(widget.box), True
    widget.inked()
    yield from (Seen(widget, run, window, scrolled) for run in widget.runs() if run.text.strip())
    for child in widget.children():
        yield from _seen(child, window, scrolled)


def _cut(seen: list[Seen]) -> Iterator[str]:
    for one in seen:
        if not one.run.box.within(one.widget.box.inset(-2)):
            yield f"{one.run.text!r} sticks out of its {type(one.widget).__name__}"
        elif not one.scrolled and not one.run.box.within(one.window):
            yield f"{one.run.text!r} sticks out of the window"


def _broken(page: Page) -> Iterator[str]:
    for widget in page.top.root.walk():
        if isinstance(widget, Label) and widget.markup:
            lines = widget.pen.setting(widget.markup, widget.style, widget.box.w).lines
            words = [word for line in lines for word in "".join(piece.text for piece in line).split()]
            if words != plain(widget.markup).split():
                yield f"{plain(widget.markup)!r} is broken within a word"


def _covered(seen: list[Seen]) -> Iterator[str]:
    marks = [(each.run.box.inset(1).clipped(each.window), each.run.text) for each in seen]
    for (one, text), (other, over) in combinations([mark for mark in marks if mark[0].w and mark[0].h], 2):
        if one.meets(other):
            yield f"{text!r} and {over!r} cover each other"


def _colliding(page: Page) -> Iterator[str]:
    """Yield every two spots of different widgets that lie on each other."""
    stops = [
        (target, target.spot.shown.inset(2)) for target in page.top.targets() if not target.spot.pointer_only
    ]
    for (one, here), (other, there) in combinations([stop for stop in stops if stop[1].w and stop[1].h], 2):
        if one.widget is not other.widget and here.meets(there):
            yield f"{one.name} and {other.name} can be pressed at one place"


def out_of_reach(page: Page) -> list[str]:
    """Return the spots of the topmost layer that TAB and the arrows never reach, or that cannot be seen."""
    stops = page.top.stops()
    empty = [f"{spot.name} has no room" for spot in stops if not spot.box.w or not spot.box.h]
    bounds = Box(0, 0, *page.size).inset(-4)
    outside = [f"{s.name} lies outside" for s in stops if s.clip is None and not s.box.within(bounds)]
    reached = set(_tabbed(page, len(stops)))
    groups = {spot.group for spot in stops if spot.group and spot.name in reached}
    walked = {name for group in groups for name in _walked(stops, group)}
    missed = [f"{spot.name} is not reached" for spot in stops if spot.name not in reached | walked]
    return empty + outside + missed


def _tabbed(page: Page, most: int) -> Iterator[str]:
    """Yield every spot that pressing TAB gives the focus, once round."""
    for _press in range(most + 1):
        page.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="\t"))
        yield page.focused


def _walked(stops: Sequence[Spot], group: str) -> set[str]:
    """Return the spots of a group that a walk with the arrows leads to."""
    mine = [spot.name for spot in stops if spot.group == group]
    found, left = {mine[0]}, [mine[0]]
    while left:
        here = left.pop()
        for way in Way:
            there = toward(stops, here, way)
            if there in mine and there not in found:
                found.add(there)
                left.append(there)
    return found


def _crowded(root: Widget) -> Iterator[str]:
    """Yield every widget whose box sticks out of the one around it."""
    for widget in root.walk():
        for child in widget.children() if not isinstance(widget, Scroll) else ():
            if not child.box.within(widget.box.inset(-1)):
                yield f"a {type(child).__name__} {child.name} sticks out of its {type(widget).__name__}"
