"""Golden saves: games of every format, which replay for ever. Those of the first format were made on its day.

Run by itself it writes those of the present format that are not there yet, the same games kept anew.
"""

from dataclasses import replace
from pathlib import Path

from game.match import keyring
from game.match.loading import brought
from game.match.savefile import FORMAT, load, pack
from game.match.trouble import Trouble

FOLDER = Path(__file__).parents[1] / "golden" / "saves"
KEY = FOLDER / "sheets.key"
"""The key that closed the open sheets of those that have any."""

NAMES = tuple(sorted(path.name.removesuffix("-format1.simmer") for path in FOLDER.glob("*-format1.simmer")))
"""The games."""


def golden(name: str, version: int) -> Path:
    """Return the golden save of a game in one format."""
    return FOLDER / f"{name}-format{version}.simmer"


def main() -> None:
    """Keep the golden games in the present format."""
    keyring.key_file = lambda: KEY
    for name in NAMES:
        journal = load(golden(name, 1))
        assert not isinstance(journal, Trouble)
        opened = brought(journal)
        assert not isinstance(opened, Trouble)
        if not golden(name, FORMAT).exists():
            golden(name, FORMAT).write_bytes(pack(replace(journal, edition=opened.edition.packed)))


if __name__ == "__main__":
    main()
