"""The icons that travel with Simmer, by the names that scenarios write."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

ENDING = ".svg"


def assets() -> Traversable:
    """Return the folder of assets: in the package when installed, beside it in a checkout."""
    packed = files("game").joinpath("_assets")
    return packed if packed.is_dir() else Path(__file__).parents[2] / "assets"


@cache
def icon_names() -> frozenset[str]:
    """Return every icon, by the name a scenario writes."""
    names = (entry.name for entry in assets().joinpath("icons").iterdir())
    return frozenset(name.removesuffix(ENDING) for name in names if name.endswith(ENDING))
