"""A walk over a page that notes every text that is cut, broken or covered by another."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from game.desk.geometry import Box
from game.desk.ink.pen import Stamp
from game.desk.ink.richtext import plain
from game.desk.page import Page
from game.desk.widgets.base import Widget
from game.desk.widgets.label import Label
from game.desk.widgets.scroll import Scroll


def faults(page: Page) -> list[str]:
    """Return what is wrong with the text of the topmost layer of a page, one sentence each."""
    seen = list(_seen(page.top.root, page.box))
    return [*_cut(seen), *_broken(page), *_covered(seen), *_crowded(page.top.root)]


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
    for one, other in combinations(seen, 2):
        both = one.run.box.inset(1).clipped(other.run.box.inset(1)).clipped(one.window).clipped(other.window)
        if both.w and both.h:
            yield f"{one.run.text!r} and {other.run.text!r} cover each other"


def _crowded(root: Widget) -> Iterator[str]:
    """Yield every widget whose box sticks out of the one around it."""
    for widget in root.walk():
        for child in widget.children() if not isinstance(widget, Scroll) else ():
            if not child.box.within(widget.box.inset(-1)):
                yield f"a {type(child).__name__} {child.name} sticks out of its {type(widget).__name__}"
