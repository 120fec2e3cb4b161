"""Fonts, icons, map and theme, read once and kept."""

from functools import cache

from game.lint.icon_names import assets


@cache
def read(path: str) -> bytes:
    """Return the bytes of one asset, such as ``fonts/Pretendard-Bold.otf``."""
    return assets().joinpath(*path.split("/")).read_bytes()
