"""What a side may know of a scenario's nouns (§2.1, §12)."""

from collections.abc import Mapping
from typing import TypeVar

from game.model.card import Card
from game.model.redline import Redline
from game.model.scenario import Scenario
from game.model.track import Show, Track

Amount = TypeVar("Amount")


def owner_of(track: str, scenario: Scenario) -> str | None:
    """Return the side a track belongs to, as its name says."""
    side = track.split(".")[0]
    return side if "." in track and side in scenario.sides else None


def not_of(side: str, moves: Mapping[str, Amount]) -> dict[str, Amount]:
    """Return the *moves* of tracks that are not a *side*'s own."""
    return {track: amount for track, amount in moves.items() if track.split(".")[0] != side}


def readers(name: str, track: Track, scenario: Scenario) -> tuple[str, ...]:
    """Return the sides that may read a track (§2.1)."""
    owner = owner_of(name, scenario)
    if track.show is Show.ALL:
        return tuple(scenario.sides)
    return (owner,) if track.show is Show.OWNER and owner is not None else ()


def learns_of(side: str, card: Card) -> bool:
    """Return whether a *side* learns that a card was played."""
    return card.side == side or (card.show is Show.ALL and card.attribution is None)


def may_know(side: str, name: str, line: Redline, scenario: Scenario) -> bool:
    """Return whether a *side* can ever come to know a redline: its own, a public one, one declared later."""
    later = any(card.declares == name for card in scenario.cards.values())
    return line.declared or line.drawn_by == side or later
