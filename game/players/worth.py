"""What terms are worth to a player: steps on the ladders, faith, and the price at home (§8)."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.model.persona import Persona
from game.players.cares import Cares, Worth
from game.players.slot import Values, Width, width_of
from game.rules.bargaining import covered, needed
from game.rules.deal import Deal, Signatory
from game.rules.formula import Formula
from game.rules.language import Language
from game.rules.rule import Move
from game.rules.rulebook import Rulebook
from game.rules.views import View

_SURE, _KEPT = np.full(101, 100, dtype=np.int32), np.arange(101, dtype=np.int32)
_OWN = np.stack([_SURE, _SURE, _KEPT])
_THEIRS = np.stack([_KEPT, _KEPT * _KEPT // 100, _KEPT])
"""Percent of own and of the other side's steps that are counted on, by who moves first and by faith."""


HOPE = 30
"""Percent of a package's worth that tabling it is worth where nothing is known of the other side."""

HOPES = np.array([45, 15, 4, 1, 0], dtype=np.int32)
"""The same by how many steps the other's home would lack: no forecast, a temper's rule of thumb (0028)."""


@dataclass(frozen=True)
class Ladderworth:
    """What each level of one ladder is worth to the player."""

    row: int
    """The ladder's track among the readings in sight."""

    number: int
    """The ladder's place among the deal's ladders."""

    own: bool
    """Whether the player itself must climb it."""

    worth: Worth
    """Worth of having reached each level, in hundredths."""

    gains: Worth
    """What climbing to one level from another is worth, shape (levels to, levels from)."""


@dataclass(frozen=True)
class TermsWorth:
    """How one principal weighs terms."""

    deal: Deal
    signatory: Signatory
    ladders: tuple[Ladderworth, ...]
    faith: int | Formula
    """Percent of the other side's steps it expects to be kept."""
    first: NDArray[np.int8]
    """Who moves first by terms: 0 together, 1 the player, 2 the other."""
    guess: int | Formula | None
    """The stance the other principal is taken to have; none where all offers are hoped for alike."""
    price: int
    """What a step of shortfall is worth, in hundredths."""
    failed: int
    """What failing at home is worth, in hundredths."""
    pleased: int
    """What tabling terms that ask nothing of the own home is worth, in hundredths."""
    stance: int
    room: int | None
    """Rows in sight of the own stance and room."""
    stances: NDArray[np.int16]
    """Every reading of the stance."""
    most: int
    """The most that terms or a step can be worth, up or down, in hundredths."""
    known: dict[tuple[int, int], Values] = field(default_factory=dict, compare=False, repr=False)
    """What a ladder's part of terms is worth, worked out before."""
    homes: dict[int, tuple[Values, NDArray[np.int32]]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """What terms ask of the own home, worked out before."""

    @property
    def kind(self) -> Width:
        """Return how worth is held."""
        return width_of(self.most, narrow=False)

    def values(self, view: View, terms: NDArray[np.int16], at: NDArray[np.intp]) -> Values:
        """Return the worth of signing *terms*, one a table, at the tables *at*, in hundredths of a point."""
        faith, first = self._faith(view, at), self.first[terms]
        own, theirs = _OWN[first, faith], _THEIRS[first, faith]
        total = np.zeros(at.size, dtype=self.kind)
        for ladder in self.ladders:
            level = self.deal.climbs[ladder.number].level[terms]
            gain = ladder.gains[level, view.readings[ladder.row].take(at)]
            total += gain * (own if ladder.own else theirs) // 100
        short = np.maximum(self.signatory.asks[terms] - view.readings[self.stance].take(at), 0)
        total += short.astype(self.kind) * self.kind(self.price)
        if self.room is not None:
            passes = covered(self.signatory, terms, short, view.readings[self.room].take(at))
            total = np.where(passes, total, self.kind(self.failed))
        return total

    def each(self, view: View, packages: NDArray[np.int16], at: NDArray[np.intp]) -> Values:
        """Return the worth of signing each of *packages* at the tables *at*, shape (packages, tables)."""
        faith = self._faith(view, at)
        done = [view.readings[ladder.row].take(at).astype(np.intp) for ladder in self.ladders]
        places = [faith * ladder.worth.size + steps for ladder, steps in zip(self.ladders, done, strict=True)]
        stance = view.readings[self.stance].take(at).astype(np.intp) - self.stances[0]
        total = np.zeros((packages.size, at.size), dtype=self.kind)
        for row, terms in zip(total, packages.tolist(), strict=True):
            for ladder, place in zip(self.ladders, places, strict=True):
                row += self._gains(ladder, terms).take(place)
            price, needs = self._home(terms)
            row += price.take(stance)
            if self.room is not None:
                row[view.readings[self.room].take(at) < needs.take(stance)] = self.failed
        return total

    def hope(self, view: View, packages: NDArray[np.int16], at: NDArray[np.intp]) -> NDArray[np.int32]:
        """Return the percent of the worth of each of *packages* that tabling it is worth at the tables *at*.

        It falls with what the other's home would lack if it stood where the player takes it to stand.
        """
        if self.guess is None:
            return np.full((packages.size, at.size), HOPE, dtype=np.int32)
        guess = np.full(at.size, self.guess) if isinstance(self.guess, int) else self.guess(view).take(at)
        other = next(each for each in self.deal.signatories if each is not self.signatory)
        lacking = other.asks[packages][:, None] - np.maximum(guess, 0)[None, :]
        return HOPES[np.clip(lacking, 0, HOPES.size - 1)]

    def pleases(self, view: View, terms: NDArray[np.int16], at: NDArray[np.intp]) -> Values:
        """Return what tabling *terms*, one a table, is worth at home by itself at the tables *at*."""
        own = self.deal.signatories.index(self.signatory)
        fresh = (view.offers[own, at] < 0) & (self.signatory.asks[terms] <= 0)
        return fresh * self.kind(self.pleased)

    def _home(self, terms: int) -> tuple[Values, NDArray[np.int32]]:
        """Return what *terms* cost at home, and what they need of its room, by stance."""
        if terms not in self.homes:
            short = np.maximum(self.signatory.asks[terms] - self.stances, 0)
            self.homes[terms] = (short * self.price).astype(self.kind), needed(self.signatory, terms, short)
        return self.homes[terms]

    def _gains(self, ladder: Ladderworth, terms: int) -> Values:
        """Return what one ladder's part of *terms* is worth, by faith and then by steps done."""
        asked = (ladder.number, terms)
        if asked not in self.known:
            counted = (_OWN if ladder.own else _THEIRS)[self.first[terms]]
            gain = ladder.gains[self.deal.climbs[ladder.number].level[terms]]
            self.known[asked] = (gain[None, :] * counted[:, None] // 100).astype(self.kind).ravel()
        return self.known[asked]

    def next_step(self, view: View, at: NDArray[np.intp]) -> Values:
        """Return what carrying out the next own step is worth at the tables *at*."""
        total = np.zeros(at.size, dtype=self.kind)
        terms = view.terms.take(at)
        for ladder in self.ladders:
            if ladder.own:
                done = view.readings[ladder.row].take(at)
                target = self.deal.climbs[ladder.number].level[np.maximum(terms, 0)]
                ahead = np.minimum(done + 1, ladder.worth.size - 1)
                total += ((terms >= 0) & (done < target)) * (ladder.worth[ahead] - ladder.worth[done])
        return total

    def _faith(self, view: View, at: NDArray[np.intp]) -> NDArray[np.intp]:
        faith = np.full(at.size, self.faith) if isinstance(self.faith, int) else self.faith(view).take(at)
        return np.clip(faith, 0, 100).astype(np.intp)


def terms_worth(book: Rulebook, persona: Persona, cares: Cares) -> TermsWorth | None:
    """Return how a *persona* weighs terms; none for a side whose signature is not asked."""
    deal, sight = book.deal, book.sights[persona.side]
    if deal is None or persona.side not in book.index.principals:
        return None
    own = book.index.principals[persona.side]
    signatory = deal.signatories[own]
    other = deal.signatories[1 - own].side
    language = Language(sight.index)
    names = list(book.index.tracks)
    room = None if signatory.room is None else sight.index.tracks[names[signatory.room]]
    low, high = book.scenario.tracks[names[signatory.stance]].range
    order = {None: 0, persona.side: 1, other: 2}
    ladders = tuple(_ladder(book, persona.side, n, cares, language) for n in range(len(deal.climbs)))
    price, failed, pleased = (
        round(_sum(moves, book, cares, language))
        for moves in (signatory.price, signatory.failed, signatory.pleased)
    )
    climbed = sum(int(np.abs(ladder.gains).max()) for ladder in ladders)
    return TermsWorth(
        deal=deal,
        signatory=signatory,
        ladders=ladders,
        faith=language.number(persona.faith, persona.side),
        first=np.array([order[terms.first] for terms in deal.terms], dtype=np.int8),
        guess=None if persona.guess is None else language.number(persona.guess, persona.side),
        price=price,
        failed=failed,
        pleased=pleased,
        most=climbed + signatory.worst * abs(price) + abs(failed) + abs(pleased),
        stance=sight.index.tracks[names[signatory.stance]],
        room=room,
        stances=np.arange(low, high + 1, dtype=np.int16),
    )


def _ladder(book: Rulebook, side: str, number: int, cares: Cares, language: Language) -> Ladderworth:
    """Return what one ladder's levels are worth, step by step from the bottom."""
    assert book.deal is not None
    climb = book.deal.climbs[number]
    row = language.index.tracks[list(book.index.tracks)[climb.track]]
    beside = [_sum(rung.moves[1:], book, cares, language) for rung in climb.rungs]
    climbed = np.zeros(len(beside) + 1)
    if row in cares.worth:
        climbed += cares.worth[row][: climbed.size] - cares.worth[row][0]
    worth = np.round(climbed + np.cumsum([0.0, *beside])).astype(np.int64)
    levels = np.arange(worth.size)
    gains = worth[np.maximum.outer(levels, levels)] - worth
    return Ladderworth(row=row, number=number, own=climb.side == side, worth=worth, gains=gains)


def _sum(moves: tuple[Move, ...], book: Rulebook, cares: Cares, language: Language) -> float:
    """Return what *moves*, given in rows of the rulebook, are worth on average to the player."""
    names = list(book.index.tracks)
    total = 0.0
    for move in moves:
        row = language.index.tracks.get(names[move.row])
        if row is not None and isinstance(move.amount, int):
            total += cares.each(row, move.amount)
    return total
