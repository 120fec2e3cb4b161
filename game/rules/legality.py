"""Legality: which cards a side may play, and why not the others (§4.2, §4.3)."""

from dataclasses import dataclass

import numpy as np

from game.model.card import Role
from game.rules.requirement import Reason, Requirement
from game.rules.rulebook import HOLD, Rulebook
from game.rules.sheets import Order
from game.rules.tables import Flags
from game.rules.views import View


@dataclass(frozen=True)
class Refusal:
    """An order that may not be given, and why."""

    reason: Reason
    """The kind of reason."""

    sentence: str
    """The reason in one sentence."""


def menu(book: Rulebook, view: View) -> tuple[Flags, ...]:
    """Return for each slot which cards are legal, hold first, shape (cards of the slot + 1, tables)."""
    menus = []
    for requirements in book.sights[view.side].requirements:
        legal = np.ones((len(requirements) + 1, view.count), dtype=np.bool_)
        for needed, open_to in zip(requirements, legal[1:], strict=True):
            for check in needed.checks:
                open_to &= view.held(check.holds)
        menus.append(legal)
    return tuple(menus)


def why_refused(book: Rulebook, view: View, slot: str, order: Order) -> Refusal | None:
    """Return why a one-table *view*'s side may not give this order; none if it may."""
    if not view.live[0]:
        return Refusal(Reason.OVER, book.index.say("The game is over."))
    if order.card == HOLD:
        return None
    requirements = book.sights[view.side].requirements[book.index.slots[slot]]
    needed = next((r for r in requirements if r.name == order.card), None)
    if needed is None:
        return _misplaced(book, view.side, slot, order.card)
    return _unmet(needed, view) or _terms_refused(book, order)


def _misplaced(book: Rulebook, side: str, slot: str, card: str) -> Refusal:
    found = book.scenario.cards.get(card)
    label = book.scenario.sides[side].label
    if found is None or found.side != side:
        told = book.index.say("{side} has no card '{card}'.")
        return Refusal(Reason.UNKNOWN, told.format(side=label, card=card))
    home = book.scenario.slots[found.slot].title
    told = book.index.say("'{card}' belongs on the line '{slot}'.")
    return Refusal(Reason.WRONG_SLOT, told.format(card=found.title, slot=home))


def _unmet(needed: Requirement, view: View) -> Refusal | None:
    """Return the first thing a card asks for that is not met."""
    check = next((each for each in needed.checks if not each.holds(view)[0]), None)
    return None if check is None else Refusal(check.reason, check.sentence(view))


def _terms_refused(book: Rulebook, order: Order) -> Refusal | None:
    """Return what is wrong with the terms of an order."""
    offers = book.scenario.cards[order.card].role is Role.OFFER
    if offers != (order.terms is not None):
        say = book.index.say
        told = say("An offer needs terms.") if offers else say("Only an offer carries terms.")
        return Refusal(Reason.TERMS, told)
    if order.terms is not None and book.deal is not None:
        try:
            book.deal.terms.number(order.terms)
        except ValueError as wrong:
            return Refusal(Reason.TERMS, f"{wrong}.")
    return None


__all__ = ["Reason", "Refusal", "menu", "why_refused"]
