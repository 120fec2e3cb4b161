"""Persona players: weigh what is legal by temperament, and draw among what is nearly as good (§12)."""

from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from game.model.card import Role
from game.model.persona import Persona
from game.players.appraisal import SlotAppraisal, Values, appraise
from game.players.cares import HUNDREDTHS, cares_of
from game.players.player import Lines
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

_ABOVE = np.int32(10**7)
"""More hundredths than any choice is worth, so that what is illegal, at nothing, is far behind."""


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
            values = appraisal.values(view)
            tabled = self._bargain(view, values, self.roles[slot], lane(words, 3))
            columns = draw(values, legal, self.lots, lane(words, slot % 3))
            lines[slot] = self._orders(slot, columns, tabled)
        return lines

    def _orders(
        self, slot: int, columns: NDArray[np.intp], tabled: NDArray[np.int16] | None
    ) -> NDArray[np.int16]:
        """Return columns of a slot's menu as orders, an offer with its terms."""
        menus = self.book.acts.menus[self.book.index.sides[self.persona.side]][slot]
        orders = np.where(columns == 0, 0, columns + menus.first - 1).astype(np.int16)
        offer = self.roles[slot].get(Role.OFFER)
        if tabled is not None and offer is not None:
            cards = np.int16(len(self.book.index.cards))
            orders = np.where(columns == offer, cards + tabled, orders)
        return orders

    def _bargain(
        self, view: View, values: Values, roles: dict[Role, int], draws: Draws
    ) -> NDArray[np.int16] | None:
        """Add to *values* what the cards of the bargaining table are worth; return the terms to table."""
        if self.terms is None:
            return None
        if Role.ACCEPT in roles:
            other = 1 - self.book.index.principals[self.persona.side]
            standing = np.maximum(view.offers[other], 0)
            values[roles[Role.ACCEPT]] += self.terms.values(view, standing)
        if Role.STALL in roles:
            values[roles[Role.STALL]] -= self.terms.next_step(view)
        if Role.OFFER not in roles or not self.packages.size:
            return None
        worth = np.stack([self.terms.values(view, terms) for terms in self.packages])
        choice = draw(worth, np.ones_like(worth, dtype=np.bool_), self.lots, draws)
        best = np.take_along_axis(worth, choice[None], axis=0)[0]
        values[roles[Role.OFFER]] += best * HOPE // 100
        return self.packages[choice]


def lots_of(coolness: float) -> Lots:
    """Return the lots of a temperament: a choice one *coolness*, in points, behind the best has an e-th."""
    scale = max(1, round(coolness * HUNDREDTHS))
    behind = np.arange(-(-scale * (len(_CHANCES) - 1) // FINENESS) + 1)
    return _CHANCES[np.minimum(behind * FINENESS // scale, len(_CHANCES) - 1)]


def draw(values: Values, legal: NDArray[np.bool_], lots: Lots, draws: Draws) -> NDArray[np.intp]:
    """Return one row of *values* a table, a legal one, the likelier the more it is worth.

    *values* and *legal* have the shape (choices, tables).
    """
    open_to = (values + _ABOVE) * legal
    behind = np.minimum(open_to.max(axis=0) - open_to, np.int32(lots.size - 1))
    edges = lots.take(behind)
    for row in range(1, len(edges)):
        edges[row] += edges[row - 1]
    mark = ((draws.astype(np.int64) * edges[-1]) >> 16).astype(np.int32)
    return np.add.reduce((edges <= mark).view(np.int8), axis=0).astype(np.intp)


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
