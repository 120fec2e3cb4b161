"""Icons, drawn from their outlines at exactly the size asked for."""

from functools import lru_cache
from io import BytesIO

import pygame

from game.desk.kit.assets import read
from game.lint.icon_names import icon_names

UNKNOWN = "circle"


class Icons:
    """The icons that travel with Simmer, each size and colour drawn once."""

    def __init__(self) -> None:
        self.picture = lru_cache(1024)(self._picture)

    def _picture(self, name: str, size: int, colour: str) -> pygame.Surface:
        """Draw a square picture; a name that is not on the shelf is drawn as a plain circle."""
        known = name if name in icon_names() else UNKNOWN
        outline = read(f"icons/{known}.svg").decode()
        for old, new in (
            ("currentColor", colour),
            ('width="24"', f'width="{size}"'),
            ('height="24"', f'height="{size}"'),
        ):
            outline = outline.replace(old, new) if old == "currentColor" else outline.replace(old, new, 1)
        return pygame.image.load(BytesIO(outline.encode()), f"{known}.svg")
