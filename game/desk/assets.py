"""Where fonts, icons, map and theme lie: in the wheel or beside the package in a checkout."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


@cache
def shelf() -> Traversable:
    """Return the folder of assets: in the package when installed, beside it in a checkout."""
    packed = files("game").joinpath("_assets")
    return packed if packed.is_dir() else Path(__file__).parents[2] / "assets"


@cache
def read(path: str) -> bytes:
    """Return the bytes of one asset, such as ``fonts/Pretendard-Bold.otf``."""
    return shelf().joinpath(*path.split("/")).read_bytes()


@cache
def icon_names() -> frozenset[str]:
    """Every icon that travels with Simmer, by the name a scenario writes."""
    names = (entry.name for entry in shelf().joinpath("icons").iterdir())
    return frozenset(name.removesuffix(".svg") for name in names if name.endswith(".svg"))
