"""Index: which row of which array belongs to which name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from game.model.card import Card
from game.model.scenario import Scenario

HOLD = "hold"
"""The card that waits a month out; row 0 of every menu (§4.1)."""


Say = Callable[[str], str]
"""How the rules' own words are said: a sentence of English in, the same in the language of the game out."""


@dataclass(frozen=True)
class Index:
    """Rows by name; a view has an index of its own, without the rows its side may not see."""

    sides: Mapping[str, int]
    """Sides in the order of the scenario."""

    slots: Mapping[str, int]
    """Lines of the order sheet."""

    tracks: Mapping[str, int]
    """Rows of the readings."""

    cards: Mapping[str, int]
    """Rows of what was played; hold is 0."""

    classes: Mapping[str, tuple[int, ...]]
    """Card rows by kind and by scale."""

    lines: Mapping[str, int]
    """Redlines."""

    deniable: Mapping[str, int]
    """Cards whose author is unknown at first."""

    events: Mapping[str, int]
    """Calendar events."""

    branches: Mapping[str, tuple[str, ...]]
    """Branch names by event, in order."""

    packages: Mapping[str, int]
    """Terms index by package."""

    principals: Mapping[str, int]
    """The two sides whose signatures count."""

    say: Say = field(default=str, compare=False, repr=False)
    """How the rules' own words are said; in English, if left out."""

    def card_rows(self, name: str) -> tuple[int, ...]:
        """Return the rows of a card or of all cards of a kind or scale; empty if none is in sight."""
        if name in self.cards:
            return (self.cards[name],)
        return self.classes.get(name, ())


def card_order(scenario: Scenario) -> list[str]:
    """Return hold and then every card, sorted by side and slot, so that each menu is one run of rows."""
    places = [(side, slot) for side in scenario.sides for slot in scenario.slots]
    ranked = sorted(
        scenario.cards, key=lambda c: places.index((scenario.cards[c].side, scenario.cards[c].slot))
    )
    return [HOLD, *ranked]


def classes_of(cards: Mapping[str, Card], rows: Mapping[str, int]) -> dict[str, tuple[int, ...]]:
    """Return the rows in sight of every kind and scale of card."""
    found: dict[str, list[int]] = {}
    for name, card in cards.items():
        for label in (card.kind, card.scale):
            if label is not None and name in rows:
                found.setdefault(label.value, []).append(rows[name])
    return {label: tuple(sorted(rows)) for label, rows in found.items()}


def numbered(names: object) -> dict[str, int]:
    """Return row numbers for *names* in their order."""
    assert hasattr(names, "__iter__")
    return {name: row for row, name in enumerate(names)}
