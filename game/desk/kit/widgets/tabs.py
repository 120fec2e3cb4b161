"""Tabs: which part of a page is open, each with its key and what is settled in it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pygame

from game.desk.kit.drawing.pen import Fill, Ink, Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import On
from game.desk.kit.touch import Picked, Touch
from game.desk.kit.widgets.base import Mood, Spot, Widget
from game.desk.kit.widgets.signs import key_ink, key_size


@dataclass(frozen=True)
class Tab:
    """One tab."""

    id: str
    label: str
    key: str = ""
    done: bool = False
    """Whether a card is chosen in it: a tick after the key."""
    note: str = ""


_APART = 24
"""How far two colours must differ, of 255, to be told apart at a glance."""


class Tabs(Widget):
    """A row of tabs over a rule; the open one joins the ground *on* below it."""

    def __init__(self, name: str, tabs: tuple[Tab, ...], chosen: str, on: On = On.SHEET) -> None:
        super().__init__()
        self.name, self.tabs, self.chosen, self.on = name, tabs, chosen, on

    def wide(self, pen: Pen) -> int:
        """All tabs side by side."""
        return sum(self._width(pen, tab) for tab in self.tabs)

    def high(self, pen: Pen, width: int) -> int:
        """One line of targets; more lines when they do not fit beside each other."""
        boxes = self._boxes(pen, Box(0, 0, width, 0))
        return boxes[-1].bottom + 1 if boxes else 0

    def spots(self) -> tuple[Spot, ...]:
        """One for each tab."""
        boxes = zip(self.tabs, self._boxes(self.pen, self.box), strict=True)
        return tuple(
            Spot(
                f"{self.name}:{tab.id}",
                box.inset(2),
                group=self.name,
                key=tab.key,
                on=self.pen.on,
                action=Picked(self.name, tab.id),
            )
            for tab, box in boxes
        )

    def key(self, spot: Spot, event: pygame.event.Event) -> Touch | None:
        """Leave all keys to the page: arrows walk the tabs."""
        return None

    def ink(self, mood: Mood) -> Iterator[Ink]:
        """Draw the tabs and the rule under them."""
        below = self.pen.theme.grounds[self.on].fill
        yield Fill(Box(self.box.x, self.box.bottom - 1, self.box.w, 1), below)
        for tab, box in zip(self.tabs, self._boxes(self.pen, self.box), strict=True):
            yield from self._tab(tab, box, mood.hover == f"{self.name}:{tab.id}")

    def _tab(self, tab: Tab, box: Box, near: bool) -> Iterator[Ink]:
        chosen = tab.id == self.chosen
        pen = self.pen.lying_on(self.on) if chosen else self.pen
        if chosen:
            yield pen.plate(box, pen.ground.fill, radius=4)
            yield Fill(Box(box.x, box.bottom - 6, box.w, 7), pen.ground.fill)
            if _alike(pen.ground.fill, self.pen.ground.fill):
                yield Fill(Box(box.x + pen.px(16), box.bottom - 5, box.w - pen.px(32), 3), pen.ground.text)
        elif near:
            yield pen.plate(box.inset(0, 2), pen.ground.tint)
        colour = pen.ground.text if chosen else pen.ground.second
        inner = box.inset(pen.px(16), 0)
        yield pen.write(tab.label, "button", inner, colour=colour)
        x = pen.width(tab.label, "button") + pen.px(8)
        if tab.key:
            width = key_size(pen, tab.key)[0]
            yield from key_ink(pen, tab.key, inner.after(x).left(width), colour)
            x += width + pen.px(8)
        if tab.done:
            yield pen.icon("check", pen.px(16), inner.after(x).left(pen.px(16)), colour)
            x += pen.px(16 + 6)
        if tab.note:
            yield pen.write(tab.note, "note", inner.after(x), colour=colour)

    def _width(self, pen: Pen, tab: Tab) -> int:
        parts = [pen.width(tab.label, "button")]
        parts += [key_size(pen, tab.key)[0] + pen.px(8)] if tab.key else []
        parts += [pen.px(8 + 16)] if tab.done else []
        parts += [pen.px(6) + pen.width(tab.note, "note")] if tab.note else []
        return sum(parts) + pen.px(32)

    def _boxes(self, pen: Pen, room: Box) -> list[Box]:
        boxes: list[Box] = []
        x, y, height = room.x, room.y, pen.px(36)
        for tab in self.tabs:
            width = min(room.w, self._width(pen, tab))
            if boxes and x + width > room.right:
                x, y = room.x, y + height
            boxes.append(Box(x, y, width, height))
            x += width
        return boxes


def _alike(one: str, other: str) -> bool:
    """Whether two grounds can hardly be told apart, so that a tab needs a bar to stand out."""
    pairs = zip(pygame.Color(one)[:3], pygame.Color(other)[:3], strict=True)
    return max(abs(a - b) for a, b in pairs) < _APART
