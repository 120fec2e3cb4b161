"""Bargaining: offers, signatures, ratification at home, steps due, breach (§8)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rules.board import Board
from game.rules.cause import Cause
from game.rules.deal import Climb, Deal, Signatory
from game.rules.ledger import HappeningKind, Phase
from game.rules.rule import Move, Number
from game.rules.tables import Flags


def bargain_month(deal: Deal, board: Board) -> None:
    """Carry out this month's steps, then sign what is agreed and leave new offers standing (§8.3)."""
    for climb in deal.climbs:
        _notice_breach(deal, climb, board)
    before = np.stack([board.readings[climb.track] for climb in deal.climbs])
    for climb in deal.climbs:
        _step(deal, climb, before, board)
    agreed = _agreed(deal, board)
    if (agreed >= 0).any():
        _sign(deal, agreed, board)
    board.offers[:] = board.tabled[list(deal.principals)]
    _tell_offers(deal, board)


def walk_out(deal: Deal, side: str, board: Board, where: Flags, phase: Phase) -> None:
    """End the agreement in force because *side* left it (§8.6)."""
    for climb in deal.climbs:
        if climb.side == side:
            _end(deal, climb.breach, board, where & (board.terms >= 0), phase)


def _agreed(deal: Deal, board: Board) -> NDArray[np.int16]:
    """Return the terms both principals stand by, -1 for none; of two acceptances the lesser terms hold."""
    ours, theirs = (board.tabled[row] for row in deal.principals)
    same = np.where(ours == theirs, ours, np.int16(-1))
    if board.offers.max() < 0:
        return same
    for mine, other in ((0, 1), (1, 0)):
        accepts = board.playing(deal.signatories[mine].accepts)
        taken = np.where(accepts, board.offers[other], np.int16(-1))
        same = np.where((same >= 0) & (taken >= 0), np.minimum(same, taken), np.maximum(same, taken))
    return same


def shortfalls(
    deal: Deal, terms: NDArray[np.int16], stances: Sequence[NDArray[np.int8]]
) -> NDArray[np.int64]:
    """Return how far *terms* go beyond each principal's stance, shape (2, tables) (§8.4)."""
    return np.stack(
        [
            np.maximum(signatory.asks[terms] - stance, 0)
            for signatory, stance in zip(deal.signatories, stances, strict=True)
        ]
    )


def bridged(short: NDArray[np.int64], bridge: Flags) -> NDArray[np.int64]:
    """Return *short* one step less for the larger, else the first, where a third side mediates (§8.7)."""
    second = short[1] > short[0]
    less = np.stack([bridge & ~second & (short[0] > 0), bridge & second])
    return short - less.view(np.int8)


def covered(
    signatory: Signatory, terms: NDArray[np.int16], short: NDArray[np.int64], room: NDArray[np.int8]
) -> Flags:
    """Return where a principal's home ratifies *terms* with this shortfall and room (§8.4)."""
    return room >= needed(signatory, terms, short)


def needed(signatory: Signatory, terms: NDArray[np.int16] | int, short: NDArray[Any]) -> NDArray[np.int32]:
    """Return the room that *terms* need at a principal's home with this shortfall (§8.4)."""
    return signatory.needs[terms, short]


def _sign(deal: Deal, agreed: NDArray[np.int16], board: Board) -> None:
    """Put agreed terms before both homes, and bring them into force where both ratify (§8.4)."""
    at = np.flatnonzero(agreed >= 0)
    terms = agreed[at]
    short = shortfalls(deal, terms, [board.readings[s.stance, at] for s in deal.signatories])
    short = bridged(short, board.playing(deal.bridges)[at])
    passed = np.ones(at.shape, dtype=np.bool_)
    for signatory, missing in zip(deal.signatories, short, strict=True):
        if signatory.room is not None:
            passes = covered(signatory, terms, missing, board.readings[signatory.room, at])
            refused = board.spread(at, ~passes)
            board.strike(signatory.refusal, refused, signatory.failed)
            board.tell(Phase.AGREEMENTS, HappeningKind.REFUSAL, signatory.refusal, refused)
            passed &= passes
    for signatory, missing in zip(deal.signatories, short, strict=True):
        for step in range(int(missing.max(initial=0))):
            board.strike(signatory.cause, board.spread(at, passed & (missing > step)), signatory.price)
    ratified = board.spread(at, passed)
    board.strike(deal.signature, ratified, deal.signed)
    board.tell(Phase.AGREEMENTS, HappeningKind.AGREEMENT, deal.signature, ratified)
    here = at[passed]
    board.terms[here] = agreed[here]
    board.signed[here] = board.month
    board.tabled[:, here] = -1


def _step(deal: Deal, climb: Climb, before: NDArray[np.int8], board: Board) -> None:
    """Carry out the step of one ladder that falls due, or stall it (§8.6)."""
    at = np.flatnonzero(board.terms >= 0)
    if not at.size:
        return
    terms, done = board.terms[at], board.readings[climb.track, at]
    due = (done < climb.level[terms]) & _turn(deal, climb, terms, before[:, at])
    stalls = board.playing(climb.stalls)
    for number, rung in enumerate(climb.rungs):
        here = board.spread(at, due & (done == number))
        if here.any():
            goes = here & ~stalls
            if rung.holds is not None:
                goes &= rung.holds(board)
            board.strike(rung.cause, goes, rung.moves)
            board.strike(climb.stalled, here & ~goes, deal.stalled)
            board.tell(Phase.AGREEMENTS, HappeningKind.STEP, rung.cause, goes)
            board.tell(Phase.AGREEMENTS, HappeningKind.STALL, climb.stalled, here & ~goes)


def _turn(deal: Deal, climb: Climb, terms: NDArray[np.int16], before: NDArray[np.int8]) -> Flags:
    """Return where the ladder this one waits for has been climbed (§8.2)."""
    waits = climb.waits_for[terms]
    turn = waits < 0
    for number, other in enumerate(deal.climbs):
        turn |= (waits == number) & (before[number] >= other.level[terms])
    return turn


def _notice_breach(deal: Deal, climb: Climb, board: Board) -> None:
    """End the agreement where its side left it, or broke a promised step and was seen (§8.6)."""
    bound = (board.terms >= 0) & (board.signed < board.month)
    if not bound.any():
        return
    left = bound & board.playing(climb.leaves)
    promised = bound & (climb.level[np.maximum(board.terms, 0)] > 0)
    for card, seen in climb.broken_by:
        left |= board.lucky(seen, promised & board.plays[card])
    _end(deal, climb.breach, board, left, Phase.AGREEMENTS)


def _end(deal: Deal, breach: Cause, board: Board, where: Flags, phase: Phase) -> None:
    """End the agreement, let what can be taken back snap back, and free both sides (§8.6)."""
    if not where.any():
        return
    board.strike(breach, where, deal.breach)
    for climb in deal.climbs:
        if climb.undone:
            board.strike(breach, where, climb.undone)
            board.strike(breach, where, [Move(climb.track, _back_to_bottom(climb.track))])
    board.tell(phase, HappeningKind.BREACH, breach, where)
    board.terms[where] = -1


def _back_to_bottom(row: int) -> Number:
    """Return the move that takes a ladder's track back to its foot."""
    return lambda board: -board.readings[row]


def _tell_offers(deal: Deal, board: Board) -> None:
    """Tell the offers that stand for the coming month (§8.3)."""
    if not board.ledger.keeps:
        return
    for n, signatory in enumerate(deal.signatories):
        cause = replace(signatory.offer, id=str(int(board.offers[n, board.ledger.column])))
        addressed = tuple(s.side for s in deal.signatories)
        board.tell(Phase.AGREEMENTS, HappeningKind.OFFER, cause, board.offers[n] >= 0, seen_by=addressed)
