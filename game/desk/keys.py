"""Keys: what a key is called on the desk, under any layout of the keyboard."""

from __future__ import annotations

import pygame

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
