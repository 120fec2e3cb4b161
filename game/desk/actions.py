"""Actions: what pressing a spot of the desk means, as frozen values that scenes tell apart by type.

A spot that is there once, such as *seal*, needs none: its name is its meaning. A spot that stands for one
of many carries one of these, or a question of `game.presenters.asking`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LayCard:
    """Lay a card on the open line of the sheet."""

    card: str


@dataclass(frozen=True)
class OpenSlot:
    """Open the rack of a line of the sheet."""

    slot: str


@dataclass(frozen=True)
class ClearSlot:
    """Take the card off a line of the sheet."""

    slot: str


@dataclass(frozen=True)
class DraftPackage:
    """Start from the terms of a package."""

    package: str


@dataclass(frozen=True)
class ReadEntries:
    """Open the ledger at all months of a track."""

    track: str


@dataclass(frozen=True)
class SeatPlayer:
    """Fill a seat."""

    side: str
    player: str


@dataclass(frozen=True)
class ChooseScenario:
    """Go on to the seats of a scenario."""

    scenario: str


@dataclass(frozen=True)
class TakeUpSave:
    """Go on with a saved game."""

    number: int


@dataclass(frozen=True)
class LookAtSave:
    """Look at a saved game again."""

    number: int
