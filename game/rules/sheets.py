"""Order sheets as integer arrays (§4): a card row on every line, or terms beyond the last row."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.rules.rulebook import HOLD, Rulebook
from game.rules.terms import Terms

Sheets = NDArray[np.int16]
"""Shape (sides, slots, tables): a card row, 0 for hold; an offer is the number of cards plus its terms."""


@dataclass(frozen=True)
class Order:
    """What one line of a sheet says: a card, and terms if it tables any."""

    card: str = HOLD
    """The card."""

    terms: Terms | None = None
    """The terms, for an offer."""


Sheet = Mapping[str, Order]
"""One side's orders by slot; a slot left out is held."""


def encode(book: Rulebook, orders: Mapping[str, Sheet]) -> Sheets:
    """Return one table's *orders* by side as an array of shape (sides, slots, 1)."""
    sheets = np.zeros((len(book.index.sides), len(book.index.slots), 1), dtype=np.int16)
    for side, sheet in orders.items():
        for slot, order in sheet.items():
            sheets[book.index.sides[side], book.index.slots[slot], 0] = number(book, order)
    return sheets


def number(book: Rulebook, order: Order) -> int:
    """Return the number that stands for an order."""
    if order.terms is None:
        return book.index.cards[order.card]
    assert book.deal is not None
    return len(book.index.cards) + book.deal.terms.number(order.terms)


def order_of(book: Rulebook, side: str, value: int) -> Order:
    """Return the order that a number on *side*'s sheet stands for."""
    names = list(book.index.cards)
    if value < len(names):
        return Order(names[value])
    assert book.deal is not None
    offer = names[book.acts.offers[book.index.sides[side]]]
    return Order(offer, book.deal.terms.terms(value - len(names)))


def decode(book: Rulebook, sheets: Sheets, table: int = 0) -> dict[str, dict[str, Order]]:
    """Return the orders of one table by side and slot."""
    return {
        side: {slot: order_of(book, side, int(sheets[s, k, table])) for slot, k in book.index.slots.items()}
        for side, s in book.index.sides.items()
    }
