"""Bargaining: offers, signatures, ratification at home, steps due, breach (§8)."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.conditions.bounds import FARTHEST
from game.rules.cause import Cause
from game.rules.deal import Climb, Deal, Signatory
from game.rules.ledger import HappeningKind, Phase
from game.rules.scribe import Scribe
from game.rules.tables import Flags
from game.rules.value import Operand, Value, least, most, no, same, unit


def bargain_month(deal: Deal, to: Scribe) -> None:
    """Carry out this month's steps, then sign what is agreed and leave new offers standing (§8.3)."""
    for climb in deal.climbs:
        _notice_breach(deal, climb, to)
    for climb in deal.climbs:
        with to.where(to.row("terms") > -1):
            _step(deal, climb, to)
    agreed = _agreed(deal, to)
    with to.where(agreed > -1):
        _sign(deal, agreed, to)
    for row, principal in enumerate(deal.principals):
        _demand(deal.signatories[row], to.row("offers", row), _tabled(principal, to), to)
        to.put(to.row("offers", row), _tabled(principal, to))
    _tell_offers(deal, to)


def walk_out(deal: Deal, side: str, to: Scribe, phase: Phase) -> None:
    """End the agreement in force because *side* left it (§8.6)."""
    for climb in deal.climbs:
        if climb.side == side:
            with to.where(to.row("terms") > -1):
                _end(deal, climb.breach, to, phase)


def _tabled(side: int, to: Scribe) -> Operand:
    """Return the terms that a side tables this month, -1 for none."""
    return to.tabled.get(side, -1)


def _agreed(deal: Deal, to: Scribe) -> Value:
    """Return the terms both principals stand by, -1 for none; of two acceptances the lesser terms hold."""
    ours, theirs = (_tabled(side, to) for side in deal.principals)
    agreed = to.keep(-1)
    with to.where(same(ours, theirs)):
        to.put(agreed, ours)
    for mine, other in ((0, 1), (1, 0)):
        taken = to.keep(-1)
        with to.where(to.playing(deal.signatories[mine].accepts)):
            to.put(taken, to.row("offers", other))
        both = (agreed > -1) & (taken > -1)
        lesser, greater = least(agreed, taken), most(agreed, taken)
        to.put(agreed, greater)
        with to.where(both):
            to.put(agreed, lesser)
    return agreed


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


def covered(
    signatory: Signatory, terms: NDArray[np.int16], short: NDArray[np.int64], room: NDArray[np.int8]
) -> Flags:
    """Return where a principal's home ratifies *terms* with this shortfall and room (§8.4)."""
    return room >= needed(signatory, terms, short)


def needed(signatory: Signatory, terms: NDArray[np.int16] | int, short: NDArray[Any]) -> NDArray[np.int32]:
    """Return the room that *terms* need at a principal's home with this shortfall (§8.4)."""
    return signatory.needs[terms, short]


def _sign(deal: Deal, agreed: Value, to: Scribe) -> None:
    """Put agreed terms before both homes, and bring them into force where both ratify (§8.4)."""
    short, lent = _shortfalls(deal, agreed, to)
    passed: Operand = True
    for signatory, missing, beside in zip(deal.signatories, short, lent, strict=True):
        if signatory.room is not None:
            room = to.row("readings", signatory.room) + beside
            refused = room < _needed(signatory, agreed, missing, to)
            passed = passed & no(refused)
            with to.where(refused):
                to.move(signatory.refusal, signatory.failed)
                to.tell(Phase.AGREEMENTS, HappeningKind.REFUSAL, signatory.refusal)
    with to.where(passed):
        for signatory, missing in zip(deal.signatories, short, strict=True):
            for step in range(signatory.worst):
                with to.where(missing > step):
                    to.move(signatory.cause, signatory.price)
        to.move(deal.signature, deal.signed)
        to.tell(Phase.AGREEMENTS, HappeningKind.AGREEMENT, deal.signature)
        to.put(to.row("terms"), agreed)
        to.put(to.row("signed"), to.month)
        for tabled in to.tabled.values():
            to.put(tabled, -1)


def _shortfalls(deal: Deal, agreed: Value, to: Scribe) -> tuple[list[Operand], list[Operand]]:
    """Return how far terms go beyond each principal's stance, and the room lent each home (§8.7).

    A third side that mediates helps the home that lacks more, the first where both lack the same: with
    room where it lends any, and else with one step less.
    """
    first, second = (
        most(
            to.look(np.maximum(signatory.asks, -FARTHEST - 1), agreed) - to.row("readings", signatory.stance),
            0,
        )
        for signatory in deal.signatories
    )
    bridge = to.playing(deal.bridges)
    larger = second > first
    helped = [unit(bridge & no(larger) & (first > 0)), unit(bridge & larger)]
    if deal.lends is not None:
        return [first, second], [each * deal.lends for each in helped]
    return [first - helped[0], second - helped[1]], [0, 0]


def _needed(signatory: Signatory, agreed: Value, missing: Operand, to: Scribe) -> Operand:
    """Return the room that terms need at a principal's home with this shortfall (§8.4)."""
    columns = signatory.worst + 1
    needs = np.clip(signatory.needs, -FARTHEST - 1, FARTHEST + 1)  # further than any room is as good
    return to.look(needs, agreed * columns + least(missing, signatory.worst))


def _step(deal: Deal, climb: Climb, to: Scribe) -> None:
    """Carry out the step of one ladder that falls due, or stall it (§8.6)."""
    terms, done = to.row("terms"), to.row("readings", climb.track)
    with to.where((done < to.look(climb.level, terms)) & _turn(deal, climb, terms, to)):
        for number, rung in enumerate(climb.rungs):
            with to.where(done.equals(number)):
                goes = no(to.playing(climb.stalls)) & to.holds(rung.holds)
                with to.where(goes):
                    to.move(rung.cause, rung.moves)
                    to.tell(Phase.AGREEMENTS, HappeningKind.STEP, rung.cause)
                with to.where(no(goes)):
                    to.move(climb.stalled, deal.stalled)
                    to.tell(Phase.AGREEMENTS, HappeningKind.STALL, climb.stalled)


def _turn(deal: Deal, climb: Climb, terms: Value, to: Scribe) -> Operand:
    """Return where the ladder this one waits for has been climbed (§8.2)."""
    waits = to.look(climb.waits_for, terms)
    climbed = (
        same(waits, number) & (to.row("readings", other.track) >= to.look(other.level, terms))
        for number, other in enumerate(deal.climbs)
    )
    return (waits < 0) | to.any_of(climbed)


def _notice_breach(deal: Deal, climb: Climb, to: Scribe) -> None:
    """End the agreement where its side left it, or broke a promised step and was seen (§8.6)."""
    terms = to.row("terms")
    with to.where((terms > -1) & (to.row("signed") < to.month)):
        left = to.keep(to.playing(climb.leaves))
        with to.where(to.look(climb.level, terms) > 0):
            for card, seen in climb.broken_by:
                with to.where(to.played(card)), to.where(to.lucky(seen)):
                    to.put(left, True)
        with to.where(left):
            _end(deal, climb.breach, to, Phase.AGREEMENTS)


def _end(deal: Deal, breach: Cause, to: Scribe, phase: Phase) -> None:
    """End the agreement, let what can be taken back snap back, and free both sides (§8.6)."""
    to.move(breach, deal.breach)
    for climb in deal.climbs:
        if climb.undone:
            to.move(breach, climb.undone)
            to.strike(breach, climb.track, -to.row("readings", climb.track))
    to.tell(phase, HappeningKind.BREACH, breach)
    to.put(to.row("terms"), -1)


def _demand(signatory: Signatory, stands: Value, tabled: Operand, to: Scribe) -> None:
    """Please a home whose side newly tables terms that ask nothing of it (§8.4)."""
    if signatory.pleased and isinstance(tabled, Value):
        asks = to.look(np.clip(signatory.asks, 0, 1), most(tabled, 0))
        with to.where((stands < 0) & (tabled > -1) & same(asks, 0)):
            to.move(signatory.demand, signatory.pleased)


def _tell_offers(deal: Deal, to: Scribe) -> None:
    """Tell the offers that stand for the coming month (§8.3)."""
    addressed = tuple(each.side for each in deal.signatories)
    for row, signatory in enumerate(deal.signatories):
        offer = to.row("offers", row)
        to.tell(
            Phase.AGREEMENTS, HappeningKind.OFFER, signatory.offer, offer > -1, offer, seen_by=addressed
        )  # fmt: skip
