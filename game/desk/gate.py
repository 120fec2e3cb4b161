"""The gate: which input was meant for what is shown now, and which comes from before or from a held key."""

from __future__ import annotations

import pygame

from game.desk.kit.keys import WALKING

QUIET = 0.5
"""Seconds for which what is newly shown takes no key, no button and no wheel."""

UNSEEN = 2
"""Turns after which what is read from the queue was surely done once the new picture stood.

The turn that changes what is shown ends with its picture; what the next one reads was queued meanwhile.
"""

_TEXT = (pygame.TEXTINPUT, pygame.TEXTEDITING)
_PRESSES = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL)


class Gate:
    """Lets pass what a person can have meant for what is shown.

    Input from before it was shown does nothing, nor does a press in its first half second, nor a key that
    is only held; text typed at it passes at once. The pointer, and what is let go, always pass.
    """

    def __init__(self) -> None:
        self._face: object = None
        self._unseen, self._age = UNSEEN, 0.0
        self._down: dict[int, str] = {}
        self._before: frozenset[str] = frozenset()
        self._again: set[int] = set()

    @property
    def open(self) -> bool:
        """Whether presses pass."""
        return self._age >= QUIET

    def look(self, face: object) -> None:
        """Take note of what is shown; the gate closes when it is new."""
        if face != self._face:
            self._face, self._unseen, self._age = face, UNSEEN, 0.0
            self._before = frozenset(self._down.values()) - {""}

    def advance(self, seconds: float) -> None:
        """Let a turn end that took *seconds*; the time of what is shown counts once it can be seen."""
        self._again.clear()
        if self._unseen:
            self._unseen -= 1
        else:
            self._age += seconds

    def lets(self, event: pygame.event.Event) -> bool:
        """Return whether an event may reach what is shown."""
        if event.type == pygame.KEYDOWN:
            return self._struck(event)
        if event.type == pygame.KEYUP:
            self._down.pop(event.key, None)
        elif event.type == pygame.WINDOWFOCUSLOST:
            self._down.clear()
        elif event.type in _TEXT:
            return not self._unseen and event.text not in self._before & set(self._down.values())
        return self.open or event.type not in _PRESSES

    def _struck(self, event: pygame.event.Event) -> bool:
        """Take note of a key that is down; a held one passes once a turn at most, and only to walk."""
        held = event.key in self._down
        self._down[event.key] = getattr(event, "unicode", "")
        if not held:
            return self.open
        first = event.key not in self._again
        self._again.add(event.key)
        return first and self.open and event.key in WALKING


def settled(events: list[pygame.event.Event]) -> list[pygame.event.Event]:
    """Return the events of one turn, what comes in floods drawn together, all others in their order.

    The last of all resizes stands for them, the last of motions on end for these, and the wheel turns once
    by all its steps; the wheel's second telling as a button is left out.
    """
    resizes = [index for index, event in enumerate(events) if event.type == pygame.VIDEORESIZE]
    kept: list[pygame.event.Event] = []
    for index, event in enumerate(events):
        if index in resizes[:-1] or _is_wheel_again(event):
            continue
        if kept and kept[-1].type == event.type and event.type in _DRAWN_TOGETHER:
            event = _together(kept.pop(), event)
        kept.append(event)
    return kept


_DRAWN_TOGETHER = (pygame.MOUSEMOTION, pygame.MOUSEWHEEL)
_WHEEL_BUTTONS = (4, 5)


def _is_wheel_again(event: pygame.event.Event) -> bool:
    buttons = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
    return event.type in buttons and event.button in _WHEEL_BUTTONS


def _together(one: pygame.event.Event, other: pygame.event.Event) -> pygame.event.Event:
    """Return one event for two of the same kind on end."""
    if one.type == pygame.MOUSEMOTION:
        return other
    steps = {"x": one.x + other.x, "y": one.y + other.y}
    return pygame.event.Event(pygame.MOUSEWHEEL, {**other.dict, **steps})
