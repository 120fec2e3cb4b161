"""Legality: which cards a side may play, and why not the others (§4.2, §4.3)."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from game.model.card import Role
from game.model.speech import told_in
from game.rules.rulebook import HOLD, Rulebook
from game.rules.sheets import Order
from game.rules.sight import Requirement
from game.rules.tables import Flags
from game.rules.views import View


class Reason(StrEnum):
    """Why an order may not be given."""

    OVER = "over"
    UNKNOWN = "unknown"
    WRONG_SLOT = "wrong_slot"
    CONDITION = "condition"
    LIMIT = "limit"
    COOLDOWN = "cooldown"
    PRICE = "price"
    TERMS = "terms"
    SEALED = "sealed"
    SEAT = "seat"


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
        for row, needed in enumerate(requirements, start=1):
            _check(needed, view, legal[row])
        menus.append(legal)
    return tuple(menus)


def _check(needed: Requirement, view: View, legal: NDArray[np.bool_]) -> None:
    """Strike out of *legal* the tables at which a card may not be played."""
    if needed.holds is not None:
        legal &= view.held(needed.holds)
    if needed.limit is not None:
        legal &= view.uses[needed.row] < needed.limit
    if needed.cooldown:
        legal &= _rested(needed, view)
    for move in needed.price:
        legal &= view.readings[move.row] >= move.amount


def _rested(needed: Requirement, view: View) -> Flags:
    """Return where enough months lie between the last use and now."""
    return view.last[needed.row] < view.month - needed.cooldown


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
    return _unmet(book, view, needed) or _terms_refused(book, order)


def _misplaced(book: Rulebook, side: str, slot: str, card: str) -> Refusal:
    found = book.scenario.cards.get(card)
    label = book.scenario.sides[side].label
    if found is None or found.side != side:
        told = book.index.say("{side} has no card '{card}'.")
        return Refusal(Reason.UNKNOWN, told.format(side=label, card=card))
    home = book.scenario.slots[found.slot].title
    told = book.index.say("'{card}' belongs on the line '{slot}'.")
    return Refusal(Reason.WRONG_SLOT, told.format(card=found.title, slot=home))


def _unmet(book: Rulebook, view: View, needed: Requirement) -> Refusal | None:
    """Return the first requirement of a card that is not met."""
    card, say = book.scenario.cards[needed.name], book.index.say
    if needed.holds is not None and not np.all(needed.holds(view)):
        assert card.when is not None
        only = say("only when {condition}")
        needs = card.needs or only.format(condition=told_in(book.scenario, card.when.tree))
        return Refusal(Reason.CONDITION, f"{needs[:1].upper()}{needs[1:]}.")
    if needed.limit is not None and view.uses[needed.row][0] >= needed.limit:
        once, more = say("Once a game; already used."), say("{n} times a game; already used.")
        return Refusal(Reason.LIMIT, once if needed.limit == 1 else more.format(n=needed.limit))
    if needed.cooldown and not _rested(needed, view)[0]:
        again = int(view.last[needed.row][0]) + needed.cooldown + 1 - view.month
        told = say("Again in 1 month.") if again == 1 else say("Again in {n} months.").format(n=again)
        return Refusal(Reason.COOLDOWN, told)
    for track, price in card.price.items():
        have = int(view.reading(track)[0])
        if have < price:
            label = book.scenario.tracks[track].label
            told = say("Needs {track} {price}; it stands at {have}.")
            return Refusal(Reason.PRICE, told.format(track=label.lower(), price=price, have=have))
    return None


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
