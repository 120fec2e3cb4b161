"""Trouble: why a match could not be opened, kept or played again."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class TroubleKind(StrEnum):
    """The kinds of trouble."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    UNWRITABLE = "unwritable"
    TAKEN = "taken"
    DAMAGED = "damaged"
    NEWER = "newer"
    FAULTY = "faulty"
    CHANGED = "changed"
    UNSOUND = "unsound"
    DIFFERS = "differs"
    SEAT = "seat"


@dataclass(frozen=True)
class Trouble:
    """Something that stands in the way, as a value."""

    kind: TroubleKind
    """What kind it is."""

    sentence: str
    """What is wrong and what can be done, in words for the person at the screen."""

    older: Path | None = None
    """An older copy of a save that is whole, if there is one."""
