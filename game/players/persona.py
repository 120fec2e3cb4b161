"""Persona players: weigh what is legal by temperament, and draw among what is nearly as good (§12)."""

from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from game.model.card import Role
from game.model.persona import Persona
from game.players.appraisal import appraise
from game.players.cares import HUNDREDTHS, cares_of
from game.players.player import Lines
from game.players.slot import SlotAppraisal, Values
from game.players.worth import TermsWorth, terms_worth
from game.rules.dice import Draws, Seeds, key, lane, luck
from game.rules.legality import menu
from game.rules.rulebook import Rulebook
from game.rules.views import View

HOPE = 30
"""Percent of a package's worth that tabling it is worth, since the other side may let it lapse."""

FINENESS = 16
"""Parts into which one coolness of difference is cut."""

Lots = NDArray[np.int32]
"""How likely a choice is by how many hundredths of a point it is behind the best, which has 65,536."""

_CHANCES = np.array(
    [int(65_536 * (Decimal(-n) / FINENESS).exp()) for n in range(12 * FINENESS)] + [0], dtype=np.int32
)
"""How likely a choice is that is n parts behind the best."""

_ABOVE = {2: np.int16(16_384), 4: np.int32(10**7)}
"""More hundredths than any choice is worth, by the bytes of a number; what is illegal stands at nothing."""


_FARTHEST = 32_768
"""Lots are told for every distance that sixteen bits hold."""


@dataclass(frozen=True)
class PersonaPlayer:
    """A computer player with a temperament."""

    book: Rulebook
    """The rules it knows."""

    persona: Persona
    """Its temperament."""

    slots: tuple[SlotAppraisal, ...]
    """How it weighs its cards."""

    terms: TermsWorth | None
    """How it weighs terms."""

    packages: NDArray[np.int16]
    """The terms it may table."""

    roles: tuple[dict[Role, int], ...]
    """By slot, the column of its card for each role at the bargaining table."""

    lots: Lots
    """How its choices are drawn."""

    def choose(self, view: View, seeds: Seeds) -> Lines:
        """Return its sheets: in each slot a legal card, the likelier the more it is worth."""
        words = luck(seeds, view.month, key("persona.choice"))
        lines = np.zeros((len(self.slots), view.count), dtype=np.int16)
        for slot, (appraisal, legal) in enumerate(zip(self.slots, menu(self.book, view), strict=True)):
            wanted = [bool(row.any()) for row in legal]
            if any(wanted[1:]):
                values = appraisal.values(view, wanted)
                tabled = self._bargain(view, values, legal, self.roles[slot], lane(words, 3))
                columns = draw(values, legal, self.lots, lane(words, slot % 3))
                lines[slot] = self._orders(slot, columns, tabled)
        return lines

    def _orders(
        self, slot: int, columns: NDArray[np.int16], tabled: NDArray[np.int16] | None
    ) -> NDArray[np.int16]:
        """Return columns of a slot's menu as orders, an offer with its terms."""
        menus = self.book.acts.menus[self.book.index.sides[self.persona.side]][slot]
        orders = columns + (columns > 0).view(np.int8) * np.int16(menus.first - 1)
        offer = self.roles[slot].get(Role.OFFER)
        if tabled is not None and offer is not None:
            at = np.flatnonzero(columns == offer)
            orders[at] = len(self.book.index.cards) + tabled[at]
        return orders

    def _bargain(
        self, view: View, values: Values, legal: NDArray[np.bool_], roles: dict[Role, int], draws: Draws
    ) -> NDArray[np.int16] | None:
        """Add to *values* what the cards of the bargaining table are worth where they are legal.

        Returns the terms to table, if any may be.
        """
        if self.terms is None:
            return None
        if (at := _open(legal, roles, Role.ACCEPT)).size:
            other = 1 - self.book.index.principals[self.persona.side]
            standing = np.maximum(view.offers[other, at], 0)
            values[roles[Role.ACCEPT], at] += self.terms.values(view, standing, at)
        if (at := _open(legal, roles, Role.STALL)).size:
            values[roles[Role.STALL], at] -= self.terms.next_step(view, at)
        at = _open(legal, roles, Role.OFFER)
        if not (at.size and self.packages.size):
            return None
        worth = self.terms.each(view, self.packages, at)
        choice = draw(worth, np.ones_like(worth, dtype=np.bool_), self.lots, draws[at])
        best = np.take_along_axis(worth, choice[None].astype(np.intp), axis=0)[0]
        values[roles[Role.OFFER], at] += best * HOPE // 100
        tabled = np.zeros(view.count, dtype=np.int16)
        tabled[at] = self.packages[choice]
        return tabled


def _open(legal: NDArray[np.bool_], roles: dict[Role, int], role: Role) -> NDArray[np.intp]:
    """Return the tables at which the card of a *role* is legal, none if the slot has no such card."""
    return np.flatnonzero(legal[roles[role]]) if role in roles else np.zeros(0, dtype=np.intp)


def lots_of(coolness: float) -> Lots:
    """Return the lots of a temperament: a choice one *coolness*, in points, behind the best has an e-th."""
    scale = max(1, round(coolness * HUNDREDTHS))
    behind = np.arange(-(-scale * (len(_CHANCES) - 1) // FINENESS) + 1)
    lots = np.zeros(max(behind.size, _FARTHEST), dtype=np.int32)
    lots[: behind.size] = _CHANCES[np.minimum(behind * FINENESS // scale, len(_CHANCES) - 1)]
    return lots


def draw(values: Values, legal: NDArray[np.bool_], lots: Lots, draws: Draws) -> NDArray[np.int16]:
    """Return one row of *values* a table, a legal one, the likelier the more it is worth.

    *values* and *legal* have the shape (choices, tables).
    """
    rows = np.flatnonzero(legal.any(axis=1))
    above = _ABOVE[values.dtype.itemsize]
    open_to = [(values[row] + above) * legal[row].view(np.int8) for row in rows]
    best = reduce(np.maximum, open_to)
    edges: list[Lots] = []
    for worth in open_to:
        np.subtract(best, worth, out=worth)
        if worth.itemsize > 2:
            np.minimum(worth, lots.size - 1, out=worth)
        edge = lots.take(worth.astype(np.intp), mode="wrap")  # within the lots, so that nothing wraps
        edges.append(np.add(edge, edges[-1], out=edge) if edges else edge)
    mark = ((draws.astype(np.int64) * edges[-1]) >> 16).astype(np.int32)
    passed = np.zeros(draws.size, dtype=np.int8)
    for edge in edges:
        passed += (edge <= mark).view(np.int8)
    return rows.astype(np.int16).take(passed)


def persona_player(book: Rulebook, persona: Persona) -> PersonaPlayer:
    """Return the player with this temperament."""
    cares = cares_of(book, persona)
    cards = book.scenario.cards
    roles = tuple(
        {role: n for n, need in enumerate(needs, start=1) if (role := cards[need.name].role) is not None}
        for needs in book.sights[persona.side].requirements
    )
    return PersonaPlayer(
        book=book,
        persona=persona,
        slots=appraise(book, persona, cares),
        terms=terms_worth(book, persona, cares),
        packages=np.array(sorted(set(book.index.packages.values())), dtype=np.int16),
        roles=roles,
        lots=lots_of(persona.coolness),
    )
