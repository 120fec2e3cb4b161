"""The veil: what one side may read of the ledger and of what came to pass (§12, §14)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from game.model.card import Card
from game.rules.ledger import Entry, Happening

UNKNOWN = "unknown"
"""What stands in place of a cause or an act whose author a side may not know."""


@dataclass(frozen=True)
class News:
    """What one side learns of one month."""

    happenings: tuple[Happening, ...]
    """What came to pass."""

    entries: tuple[Entry, ...]
    """What moved, and why."""


def entries_for(sides: frozenset[str], entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries all of *sides* may see, a cause not all may know replaced by its veil."""
    return tuple(
        entry if sides <= set(entry.known_to) else veiled(entry)
        for entry in entries
        if sides <= set(entry.seen_by)
    )


def happenings_for(
    sides: frozenset[str], cards: Mapping[str, Card], happenings: Iterable[Happening]
) -> tuple[Happening, ...]:
    """Return what all of *sides* hear of; of a deniable act only that it came to pass (§7.1)."""
    return tuple(_hushed(told, sides, cards) for told in happenings if sides <= set(told.seen_by))


def veiled(entry: Entry) -> Entry:
    """Return an entry as a change without an author."""
    return replace(entry, cause=UNKNOWN, why=entry.veil, cites=(), asked=entry.change, known_to=())


def _hushed(told: Happening, sides: frozenset[str], cards: Mapping[str, Card]) -> Happening:
    """Return *told*, without the name of the act for those who only suspect it."""
    if told.kind != "suspicion" or told.id == UNKNOWN or sides == {cards[told.id].side}:
        return told
    return replace(told, id=UNKNOWN, cites=())
