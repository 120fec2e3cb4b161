"""Sounds: a few short ones, silent where there is no sound card."""

from __future__ import annotations

from io import BytesIO

import pygame

from game.desk.kit.assets import read
from game.presenters.words import _

NAMES = ("lay", "lift", "seal", "turn", "cross", "sign", "refuse", "end")
"""Every sound; each lies in assets/sounds as NAME.wav."""


def caption_of(sound: str) -> str:
    """Return a sound in words."""
    return {
        "lay": _("paper laid down"),
        "lift": _("paper taken back"),
        "seal": _("stamp"),
        "turn": _("sheets turned over"),
        "cross": _("low bell: a line is crossed"),
        "sign": _("two notes: an agreement"),
        "refuse": _("dull knock: not allowed"),
        "end": _("last chord"),
    }[sound]


class Sounds:
    """Plays sounds; the card is asked for when the first one is due, and only once."""

    def __init__(self) -> None:
        self._found: bool | None = None
        self._loaded: dict[str, pygame.mixer.Sound] = {}

    @property
    def silent(self) -> bool:
        """Whether a sound was wanted and there is no card to play it."""
        return self._found is False

    def play(self, sound: str, volume: int) -> None:
        """Play a sound at a volume from 0 to 100; nothing when there is no card."""
        made = self._sound(sound) if volume and self._card() else None
        if made is not None:
            made.set_volume(volume / 100)
            made.play()

    def _sound(self, name: str) -> pygame.mixer.Sound | None:
        """Return a sound, read once; None where its file is missing or damaged."""
        if name not in self._loaded:
            try:
                self._loaded[name] = pygame.mixer.Sound(BytesIO(read(f"sounds/{name}.wav")))
            except (OSError, pygame.error):
                return None
        return self._loaded[name]

    def _card(self) -> bool:
        if self._found is None:
            try:
                pygame.mixer.init(22050, -16, 2, 512)
                self._found = True
            except (RuntimeError, ImportError):
                self._found = False
        return self._found
