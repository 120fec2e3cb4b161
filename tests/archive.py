"""Puts the shipped scenarios into the archive as they stand, beside what is there already.

Run by itself, without arguments. It was run once, before saves carried their scenario; run again it adds
what has changed since, which only saves made in between by an older version would ever ask for.
"""

import sys

from game.match.archive import DIGITS, PLACES, SUFFIX
from game.scenario.edition import Edition
from game.scenario.reader import read_scenario
from game.scenario.shelf import shipped


def main() -> None:
    """Write what is not archived yet."""
    for name in shipped():
        edition = Edition.of(read_scenario(name))
        path = PLACES[-1] / f"{edition.digest[:DIGITS]}{SUFFIX}"
        if not path.exists():
            path.write_text(edition.packed, "ascii")
            sys.stdout.write(f"{name}: {path.name}\n")


if __name__ == "__main__":
    main()
