"""Keys: what a key is called on the desk, under any layout of the keyboard."""

from __future__ import annotations

import pygame

WALKING = frozenset(
    {
        *(pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_TAB),
        *(pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_HOME, pygame.K_END),
        *(pygame.K_BACKSPACE, pygame.K_DELETE),
    }
)
"""Keys that go on while they are held; every other key counts once until it is let go."""

_CALLED = {"return": "enter", "escape": "esc", "keypad enter": "enter"}

_DIGITS = {
    **{pygame.KSCAN_1 + n: str(n + 1) for n in range(9)},
    pygame.KSCAN_0: "0",
}
"""Names of the keys above the letters, by where they lie: some layouts write digits only with Shift."""

_PLACES = {
    **{pygame.KSCAN_A + n: chr(ord("a") + n) for n in range(26)},
    pygame.KSCAN_COMMA: ",",
    pygame.KSCAN_PERIOD: ".",
}
"""Names of the other keys that are printed on the desk, by where they lie on a Latin keyboard."""


def key_names(event: pygame.event.Event) -> tuple[str, ...]:
    """Return what a pressed key is called, the likelier name first: by what it writes, then by its place.

    A key that writes no Latin letter goes by its place, so that an "S" printed on the desk is found under a
    Cyrillic or Greek layout; one that does never stands for another.
    """
    name = pygame.key.name(event.key).lower()
    name = _CALLED.get(name, name)
    place = getattr(event, "scancode", 0)
    second = "" if name.isdigit() else _DIGITS.get(place, "")
    if not name.isascii() or not name:
        second = second or _PLACES.get(place, "")
    return (name, second) if second else (name,)


def is_chord(event: pygame.event.Event) -> bool:
    """Return whether a letter, Enter or Space is struck with Ctrl, Alt or Meta, which is meant for others.

    Whoever locks the screen with Meta+L, or closes it with Alt+F4, presses no L on the desk.
    """
    if event.type != pygame.KEYDOWN or event.key in WALKING:
        return False
    return bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META))
