"""The archive: scenarios as they stood when saves did not carry them yet, found again by their digests.

`python -m tests.archive` put them there; saves of format 2 need none of it.
"""

import re

from game.scenario.edition import Edition
from game.scenario.shelf import HOUSE

PLACES = (HOUSE / "_assets" / "archive", HOUSE.parent / "assets" / "archive")
"""Inside the installed package, or beside it in a checkout."""

SUFFIX = ".edition"
DIGITS = 16
"""So many digits of its digest name an edition."""


def archived(digest: str) -> Edition | None:
    """Return the archived edition with this digest, none if there is none."""
    if not re.fullmatch(r"[0-9a-f]{64}", digest):
        return None
    paths = (place / f"{digest[:DIGITS]}{SUFFIX}" for place in PLACES)
    path = next((each for each in paths if each.is_file()), None)
    edition = None if path is None else Edition.unpacked(path.read_text("ascii"))
    return edition if edition is not None and edition.digest == digest else None
