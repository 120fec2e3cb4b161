"""Persona players: weigh what is legal by temperament, and draw among what is nearly as good (§12)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.model.card import Role
from game.model.persona import Persona
from game.players.appraisal import appraise
from game.players.cares import HUNDREDTHS, cares_of
from game.players.player import Lines
from game.players.slot import ABOVE, SlotAppraisal, Values, Width
from game.players.worth import HOPE, TermsWorth, terms_worth
from game.rules.dice import Draws, Seeds, key, lane, luck
from game.rules.engine import Readout
from game.rules.rulebook import Rulebook
from game.rules.value import Operand, unit
from game.rules.views import View

FINENESS = 16
"""Parts into which one coolness of difference is cut."""

Lots = NDArray[np.int32]
"""How likely a choice is by how many hundredths of a point it is behind the best, which has 65,536."""

_CHANCES = np.array(
    [int(65_536 * (Decimal(-n) / FINENESS).exp()) for n in range(12 * FINENESS)] + [0], dtype=np.int32
)
"""How likely a choice is that is n parts behind the best."""


_FARTHEST = 32_768
"""Lots are told for every distance that sixteen bits hold."""


class Weighed(NamedTuple):
    """The cards of one slot, weighed at every table in view."""

    slot: int
    wanted: list[int]
    """Rows of the menu that are legal anywhere, hold first."""
    legal: NDArray[np.bool_]
    """Where they are, shape (wanted, tables)."""
    values: Values
    """What they are worth there."""
    tabled: NDArray[np.int16] | None
    """The terms that an offer would table; none where the slot has no offers."""


@dataclass(frozen=True, eq=False)
class Scales:
    """Which cards of a side are legal and what they are worth, put down once for any number of tables."""

    book: Rulebook
    """The rules."""

    side: str
    """Whose cards they are."""

    slots: tuple[SlotAppraisal, ...]
    """How it weighs them."""

    @cached_property
    def readout(self) -> Readout:
        """Return what reads off a view, slot by slot, where each card is legal and what it is worth there.

        Hold comes first among the cards; where a card is not legal its worth is 0.
        """
        sight = self.book.sights[self.side]
        to = sight.clerk(self.book.tracks)
        for appraisal, needs in zip(self.slots, sight.requirements, strict=True):
            appraisal.read(to)
            checks = [[check.holds.put_down(to) for check in need.checks] for need in needs]
            legal: list[Operand] = [True, *(to.all_of(*each) for each in checks)]
            worth = [to.keep(0) for _ in legal]
            for column, mask in enumerate(legal):
                with to.where(mask):
                    appraisal.put_down(column, worth[column], len(self.slots), to)
            for row in (*map(unit, legal), *worth):
                to.hand_over(to.value(row))
        return Readout(to, sight.layout)


@dataclass(frozen=True)
class PersonaPlayer:
    """A computer player with a temperament."""

    book: Rulebook
    """The rules it knows."""

    persona: Persona
    """Its temperament."""

    slots: tuple[SlotAppraisal, ...]
    """How it weighs its cards."""

    scales: Scales
    """The same put down, but for what was learnt beside."""

    terms: TermsWorth | None
    """How it weighs terms."""

    packages: NDArray[np.int16]
    """The terms it may table."""

    roles: tuple[dict[Role, int], ...]
    """By slot, the column of its card for each role at the bargaining table."""

    orders: tuple[NDArray[np.int16], ...]
    """By slot, the orders that the rows of its menu stand for, hold first."""

    coolness: tuple[float, ...]
    """By slot, in points, how far behind the best a choice is that is an e-th as likely."""

    @cached_property
    def lots(self) -> tuple[Lots, ...]:
        """Return by slot how its choices are drawn."""
        return tuple(lots_of(coolness) for coolness in self.coolness)

    def choose(self, view: View, seeds: Seeds) -> Lines:
        """Return its sheets: in each slot a legal card, the likelier the more it is worth."""
        words = luck(seeds, view.month, key("persona.choice"))
        lines = np.zeros((len(self.slots), view.count), dtype=np.int16)
        for slot, wanted, legal, values, tabled in self.weighed(view, words):
            orders = self.orders[slot][wanted]
            drawn = draw(values, legal, orders, self.lots[slot], lane(words, slot % 3))
            lines[slot] = drawn if tabled is None else self._with_terms(slot, drawn, tabled)
        return lines

    def row_of(self, slot: int, lines: NDArray[np.int16]) -> NDArray[np.intp]:
        """Return the rows of a *slot*'s menu that orders on its *lines* stand for, shape (tables,)."""
        offer = self.book.acts.offers[self.book.index.sides[self.persona.side]]
        rows = np.zeros(len(self.book.index.cards), dtype=np.intp)
        rows[self.orders[slot]] = np.arange(len(self.orders[slot]))
        return rows[np.where(lines < rows.size, lines, offer)]

    def weighed(self, view: View, words: Seeds) -> Iterator[Weighed]:
        """Yield, slot by slot, what the cards are worth that are legal anywhere; *words* draw terms."""
        weighed, first = self.scales.readout(view), 0
        for slot, orders in enumerate(self.orders):
            legal, worth = np.split(weighed[first : first + 2 * len(orders)], 2)
            first += 2 * len(orders)
            wanted = np.flatnonzero(legal.any(axis=1)).tolist()
            if len(wanted) > 1:
                roles = {role: wanted.index(row) for role, row in self.roles[slot].items() if row in wanted}
                legal = legal[wanted].astype(np.bool_)
                values = worth[wanted].astype(self.slots[slot].kind)
                values = self.slots[slot].mannered(values, view, wanted)
                tabled = self._bargain(view, values, legal, roles, words, self.lots[slot])
                yield Weighed(slot, wanted, legal, values, tabled)

    def _with_terms(
        self, slot: int, orders: NDArray[np.int16], tabled: NDArray[np.int16]
    ) -> NDArray[np.int16]:
        """Return *orders* with the terms *tabled* where they are offers."""
        at = np.flatnonzero(orders == self.orders[slot][self.roles[slot][Role.OFFER]])
        orders[at] = len(self.book.index.cards) + tabled[at]
        return orders

    def _bargain(
        self,
        view: View,
        values: Values,
        legal: NDArray[np.bool_],
        roles: dict[Role, int],
        words: Seeds,
        lots: Lots,
    ) -> NDArray[np.int16] | None:
        """Add to *values* what the cards of the bargaining table are worth where they are legal.

        Returns the terms to table, if any may be.
        """
        if self.terms is None or not roles:
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
        worth, hope = self.terms.each(view, self.packages, at), self.terms.hope(view, self.packages, at)
        hoped = np.where(worth > 0, worth * hope, worth * HOPE) // 100
        every, number = np.ones_like(worth, dtype=np.bool_), np.arange(len(worth), dtype=np.intp)
        weighed = worth if self.terms.guess is None else hoped.astype(worth.dtype)
        choice = draw(weighed, every, number, lots, lane(words[at], 3))
        chosen = self.packages[choice]
        values[roles[Role.OFFER], at] += hoped[choice, np.arange(at.size)] + self.terms.pleases(
            view, chosen, at
        )
        tabled = np.zeros(view.count, dtype=np.int16)
        tabled[at] = chosen
        return tabled


def _open(legal: NDArray[np.bool_], roles: dict[Role, int], role: Role) -> NDArray[np.intp]:
    """Return the tables at which the card of a *role* is legal, none if the slot has no such card."""
    return np.flatnonzero(legal[roles[role]]) if role in roles else np.zeros(0, dtype=np.intp)


@lru_cache(maxsize=64)
def lots_of(coolness: float) -> Lots:
    """Return the lots of a temperament: a choice one *coolness*, in points, behind the best has an e-th."""
    scale = max(1, round(coolness * HUNDREDTHS))
    behind = np.arange(-(-scale * (len(_CHANCES) - 1) // FINENESS) + 1)
    lots = np.zeros(max(behind.size, _FARTHEST), dtype=np.int32)
    lots[: behind.size] = _CHANCES[np.minimum(behind * FINENESS // scale, len(_CHANCES) - 1)]
    return lots


def draw(
    values: Values, legal: NDArray[np.bool_], names: NDArray[Any], lots: Lots, draws: Draws
) -> NDArray[Any]:
    """Return for each table one of *names*, a legal one, the likelier the more it is worth.

    *values* and *legal* have the shape (names, tables). What is illegal stands at nothing, below all else.
    """
    open_to = (values + values.dtype.type(ABOVE[values.dtype.type])) * legal.astype(values.dtype)
    behind = np.subtract(open_to.max(axis=0), open_to, out=open_to)
    if behind.itemsize > 2:
        np.clip(behind, 0, lots.size - 1, out=behind)
    edges = [lots.take(each.astype(np.intp), mode="wrap") for each in behind]  # within the lots: none wraps
    for lower, edge in pairwise(edges):
        edge += lower
    mark = ((draws.astype(np.int64) * edges[-1]) >> 16).astype(np.int32)
    width: Width = np.int8 if len(names) <= np.iinfo(np.int8).max else np.int16
    passed = np.zeros(draws.size, dtype=width)
    for edge in edges[:-1]:
        passed += (edge <= mark).view(np.int8)
    return names.take(passed)


def persona_player(book: Rulebook, persona: Persona) -> PersonaPlayer:
    """Return the player with this temperament."""
    cares = cares_of(book, persona)
    terms = terms_worth(book, persona, cares)
    cards = book.scenario.cards
    roles = tuple(
        {role: n for n, need in enumerate(needs, start=1) if (role := cards[need.name].role) is not None}
        for needs in book.sights[persona.side].requirements
    )
    slots = appraise(book, persona, cares, 0 if terms is None else terms.most)
    return PersonaPlayer(
        book=book,
        persona=persona,
        slots=slots,
        scales=Scales(book, persona.side, slots),
        terms=terms,
        packages=np.array(sorted(set(book.index.packages.values())), dtype=np.int16),
        roles=roles,
        orders=tuple(
            np.array(each.rows, dtype=np.int16) for each in book.acts.menus[book.index.sides[persona.side]]
        ),
        coolness=(persona.coolness,) * len(book.index.slots),
    )
