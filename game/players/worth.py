"""What terms are worth to a player: steps on the ladders, faith, and the price at home (§8)."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.conditions.bounds import FARTHEST
from game.model.persona import Persona
from game.players.cares import Cares, Worth
from game.rules.bargaining import needed, room_needed
from game.rules.clerk import Clerk
from game.rules.deal import Deal, Signatory
from game.rules.formula import Formula
from game.rules.language import Language
from game.rules.rule import Move
from game.rules.rulebook import Rulebook
from game.rules.value import Operand, Value, clamped, most, same

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


class Packages(NamedTuple):
    """What terms are worth that a player may table, put down, one for each."""

    worth: list[Operand]
    """What signing them is worth."""

    hoped: list[Operand]
    """What tabling them is worth, since the other side may let them lapse."""


@dataclass(frozen=True)
class TermsWorth:
    """How one principal weighs terms."""

    deal: Deal
    signatory: Signatory
    other: Signatory
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

    def accepting(self, worth: Value, to: Clerk) -> None:
        """Add to a *worth* that of signing the terms which the other side has tabled."""
        standing = most(to.row("offers", self.deal.signatories.index(self.other)), 0)
        counted = to.look(self.first, standing) * _SURE.size + self._faith(to)
        total: Operand = 0
        for ladder in self.ladders:
            level = to.look(self.deal.climbs[ladder.number].level, standing)
            gain = to.look(ladder.gains, level * ladder.gains.shape[1] + to.row("readings", ladder.row))
            total = total + gain * to.look(_OWN if ladder.own else _THEIRS, counted) // 100
        asks = to.look(np.maximum(self.signatory.asks, -FARTHEST - 1), standing)
        short = most(asks - to.row("readings", self.stance), 0)
        signing = to.keep(total + short * self.price)
        if self.room is not None:
            needs = room_needed(self.signatory, standing, short, to)
            with to.where(to.row("readings", self.room) < needs):
                to.put(signing, self.failed)
        to.add(worth, signing)

    def stalling(self, worth: Value, to: Clerk) -> None:
        """Take from a *worth* that of carrying out the next own step."""
        terms = to.row("terms")
        for ladder in self.ladders:
            done, level = to.row("readings", ladder.row), self.deal.climbs[ladder.number].level
            if ladder.own:
                with to.where((terms > -1) & (done < to.look(level, terms))):
                    to.add(worth, to.look(ladder.worth - np.append(ladder.worth[1:], ladder.worth[-1]), done))

    def offering(self, packages: NDArray[np.int16], to: Clerk) -> Packages:
        """Return what each of *packages* is worth."""
        worth = [self._signing(terms, to) for terms in packages.tolist()]
        return Packages(
            worth, [self._hoped(*each, to) for each in zip(packages.tolist(), worth, strict=True)]
        )

    def pleasing(self, worth: Value, packages: NDArray[np.int16], number: Value, to: Clerk) -> None:
        """Add to a *worth* what newly tabling the one of *packages* with a *number* is worth at home."""
        asks = to.look(np.clip(self.signatory.asks[packages], 0, 1), number)
        stands = to.row("offers", self.deal.signatories.index(self.signatory))
        with to.where((stands < 0) & same(asks, 0)):
            to.add(worth, self.pleased)

    def _signing(self, terms: int, to: Clerk) -> Operand:
        """Return what signing *terms* is worth."""
        total: Operand = 0
        for ladder in self.ladders:
            place = self._faith(to) * ladder.worth.size + to.row("readings", ladder.row)
            total = total + to.look(self._gains(ladder, terms), place)
        short = np.maximum(self.signatory.asks[terms] - self.stances, 0)
        stance = to.row("readings", self.stance) - int(self.stances[0])
        signing = to.keep(total + to.look(short * self.price, stance))
        if self.room is not None:
            needs = to.look(needed(self.signatory, terms, short), stance)
            with to.where(to.row("readings", self.room) < needs):
                to.put(signing, self.failed)
        return signing

    def hope(self, terms: int, to: Clerk) -> Operand:
        """Return the percent of the worth of *terms* that tabling them is worth.

        It falls with what the other's home would lack if it stood where the player takes it to stand.
        """
        if self.guess is None:
            return HOPE
        guess = self.guess if isinstance(self.guess, int) else self.guess.put_down(to)
        lacking = clamped(int(self.other.asks[terms]) - most(guess, 0), 0, HOPES.size - 1)
        return to.look(HOPES, lacking)

    def _hoped(self, terms: int, worth: Operand, to: Clerk) -> Operand:
        """Return what tabling *terms* is worth that would be *worth* so much."""
        hoped = to.keep(worth * HOPE)
        with to.where(worth > 0):
            to.put(hoped, worth * self.hope(terms, to))
        return hoped // 100

    def _gains(self, ladder: Ladderworth, terms: int) -> NDArray[np.int64]:
        """Return what one ladder's part of *terms* is worth, by faith and then by steps done."""
        counted = (_OWN if ladder.own else _THEIRS)[self.first[terms]]
        gain = ladder.gains[self.deal.climbs[ladder.number].level[terms]]
        return np.asarray(gain[None, :] * counted[:, None] // 100)

    def _faith(self, to: Clerk) -> Operand:
        return clamped(self.faith if isinstance(self.faith, int) else self.faith.put_down(to), 0, 100)


def terms_worth(book: Rulebook, persona: Persona, cares: Cares) -> TermsWorth | None:
    """Return how a *persona* weighs terms; none for a side whose signature is not asked."""
    deal, sight = book.deal, book.sights[persona.side]
    if deal is None or persona.side not in book.index.principals:
        return None
    own = book.index.principals[persona.side]
    signatory = deal.signatories[own]
    other = deal.signatories[1 - own]
    language = Language(sight.index)
    names = list(book.index.tracks)
    room = None if signatory.room is None else sight.index.tracks[names[signatory.room]]
    low, high = book.scenario.tracks[names[signatory.stance]].range
    order = {None: 0, persona.side: 1, other.side: 2}
    ladders = tuple(_ladder(book, persona.side, n, cares, language) for n in range(len(deal.climbs)))
    price, failed, pleased = (
        round(_sum(moves, book, cares, language))
        for moves in (signatory.price, signatory.failed, signatory.pleased)
    )
    return TermsWorth(
        deal=deal,
        signatory=signatory,
        other=other,
        ladders=ladders,
        faith=language.number(persona.faith, persona.side),
        first=np.array([order[terms.first] for terms in deal.terms], dtype=np.int8),
        guess=None if persona.guess is None else language.number(persona.guess, persona.side),
        price=price,
        failed=failed,
        pleased=pleased,
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
