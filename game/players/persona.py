"""Persona players: weigh what is legal by temperament, and draw among what is nearly as good (§12)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from game.model.card import Role
from game.model.persona import Persona
from game.players.appraisal import appraise
from game.players.cares import cares_of
from game.players.draw import CHOICE, TERMS, Fortune, drawn, lots_of
from game.players.player import Lines
from game.players.slot import SlotAppraisal
from game.players.worth import TermsWorth, terms_worth
from game.rules.clerk import Clerk
from game.rules.dice import LANES, Seeds
from game.rules.engine import Readout
from game.rules.rulebook import Rulebook
from game.rules.value import Operand, Value, no, unit
from game.rules.views import View

FREER = 3.0
"""How many times its coolness a temperament is given when it proposes sheets to try."""

TERMS_LANE = LANES - 1
"""The draw of a chance that picks terms; those before it are the slots'."""


class Weighed(NamedTuple):
    """The cards of one slot, weighed at every table."""

    slot: int
    """Which slot it is."""

    legal: NDArray[np.bool_]
    """Where each is legal, hold first, shape (cards + 1, tables)."""

    values: NDArray[Any]
    """What it is worth there, in hundredths of a point."""


class Options(NamedTuple):
    """The cards of one slot that are legal anywhere, put down."""

    columns: list[int]
    """Their columns on the menu, hold first."""

    legal: list[Operand]
    """Where they are legal."""

    worth: list[Value]
    """What they are worth there."""

    tabled: Value | None
    """The terms that an offer would table; none where the slot has no offers."""


@dataclass(frozen=True, eq=False)
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

    orders: tuple[NDArray[np.int16], ...]
    """By slot, the orders that the columns of its menu stand for, hold first."""

    coolness: tuple[float, ...]
    """By slot, in points, how far behind the best a choice is that is an e-th as likely."""

    def choose(self, view: View, seeds: Seeds) -> Lines:
        """Return its sheets: in each slot a legal card, the likelier the more it is worth."""
        return self._laying(view, seeds).astype(np.int16)

    def weighed(self, view: View, seeds: Seeds) -> Iterator[Weighed]:
        """Yield, slot by slot, what the cards are worth where they are legal; *seeds* draw terms."""
        found, first = self._weighing(view, seeds), 0
        for slot, orders in enumerate(self.orders):
            legal, values = np.split(found[first : first + 2 * len(orders)], 2)
            first += 2 * len(orders)
            yield Weighed(slot, legal.astype(np.bool_), values)

    def column_of(self, slot: int, lines: NDArray[np.int16]) -> NDArray[np.intp]:
        """Return the columns of a *slot*'s menu that orders on its *lines* stand for, shape (tables,)."""
        offer = self.book.acts.offers[self.book.index.sides[self.persona.side]]
        columns = np.zeros(len(self.book.index.cards), dtype=np.intp)
        columns[self.orders[slot]] = np.arange(len(self.orders[slot]))
        return columns[np.where(lines < columns.size, lines, offer)]

    @cached_property
    def freer(self) -> Self:
        """Return the same temperament drawing its sheets more freely."""
        return replace(self, coolness=tuple(each * FREER for each in self.coolness))

    @cached_property
    def _laying(self) -> Readout:
        """Return what reads its sheet off a view."""
        return self._read_off(lambda to: self.lay(to, Fortune(CHOICE)))

    @cached_property
    def _weighing(self) -> Readout:
        """Return what reads off a view, slot by slot, where each card is legal and what it is worth."""
        return self._read_off(self._told)

    def _read_off(self, put_down: Callable[[Clerk], Iterable[Value]]) -> Readout:
        sight = self.book.sights[self.persona.side]
        to = sight.clerk(self.book.tracks)
        for row in put_down(to):
            to.hand_over(row)
        return Readout(to, sight.layout)

    def _told(self, to: Clerk) -> Iterator[Value]:
        """Put down all that `weighed` tells, for every card of every slot."""
        for slot, orders in enumerate(self.orders):
            options = self._weigh(slot, Fortune(TERMS), to)
            for rows in (map(unit, options.legal), options.worth):
                told: dict[int, Operand] = dict(zip(options.columns, rows, strict=True))
                yield from (to.value(told.get(column, 0)) for column in range(len(orders)))

    # The sheet, put down

    def lay(self, to: Clerk, luck: Fortune) -> Iterator[Value]:
        """Put its sheet down, and yield what lies on each line."""
        for slot, appraisal in enumerate(self.slots):
            options = self._weigh(slot, luck, to)
            _bar(options, lots_of(self.coolness[slot]).size, to)
            column = drawn(options.worth, lots_of(self.coolness[slot]), luck, slot % TERMS_LANE, to)
            line = to.keep(to.look(self.orders[appraisal.slot][options.columns], column))
            if options.tabled is not None:
                with to.where(column.equals(options.columns.index(self.roles[slot][Role.OFFER]))):
                    to.put(line, options.tabled + len(self.book.index.cards))
            yield line

    def _weigh(self, slot: int, luck: Fortune, to: Clerk) -> Options:
        """Put down where the cards of a *slot* are legal, and what they are worth there."""
        needs = self.book.sights[self.persona.side].requirements[slot]
        self.slots[slot].read(to)
        checks = [[check.holds.put_down(to) for check in need.checks] for need in needs]
        open_to: list[Operand] = [True, *(to.all_of(*each) for each in checks)]
        legal = {column: mask for column, mask in enumerate(open_to) if mask is not False}
        worth = {column: to.keep(0) for column in legal}
        for column, mask in legal.items():
            with to.unless_nowhere(mask):
                self.slots[slot].put_down(column, worth[column], len(self.slots), to)
        tabled = None
        if self.terms is not None:
            roles = {role: column for role, column in self.roles[slot].items() if column in legal}
            tabled = self._bargain(self.terms, roles, legal, worth, luck, slot, to)
        return Options([*legal], [*legal.values()], [*worth.values()], tabled)

    def _bargain(
        self,
        terms: TermsWorth,
        roles: Mapping[Role, int],
        legal: Mapping[int, Operand],
        worth: Mapping[int, Value],
        luck: Fortune,
        slot: int,
        to: Clerk,
    ) -> Value | None:
        """Add to the *worth* of the cards of the bargaining table; return the terms to table, if any."""
        if (accept := roles.get(Role.ACCEPT)) is not None:
            with to.where(legal[accept]):
                terms.accepting(worth[accept], to)
        if (stall := roles.get(Role.STALL)) is not None:
            with to.where(legal[stall]):
                terms.stalling(worth[stall], to)
        offer = roles.get(Role.OFFER)
        if offer is None or not self.packages.size:
            return None
        tabled = to.keep(0)
        with to.where(legal[offer]):
            packages = terms.offering(self.packages, to)
            weighed = packages.worth if terms.guess is None else packages.hoped
            number = drawn(weighed, lots_of(self.coolness[slot]), luck, TERMS_LANE, to)
            to.put(tabled, to.look(self.packages, number))
            for each, hoped in enumerate(packages.hoped):
                with to.where(number.equals(each)):
                    to.add(worth[offer], hoped)
            terms.pleasing(worth[offer], self.packages, number, to)
        return tabled


def _bar(options: Options, lots: int, to: Clerk) -> None:
    """Let what is not legal be worth so little that it has no lot."""
    barred = min(each.span[0] for each in options.worth) - lots
    for mask, worth in zip(options.legal, options.worth, strict=True):
        with to.where(no(mask)):
            to.put(worth, barred)


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
        orders=tuple(
            np.array(each.rows, dtype=np.int16) for each in book.acts.menus[book.index.sides[persona.side]]
        ),
        coolness=(persona.coolness,) * len(book.index.slots),
    )
