"""Steering: what whoever leads a game may do to it beside the sheets (§10, §10.1)."""

from dataclasses import replace

from game.match.draft import Draft, laid_at_once
from game.match.luck import Injected
from game.match.match import Match
from game.model.turn import turn_of
from game.rules.index import HOLD
from game.rules.ledger import Ledger
from game.rules.legality import Reason, Refusal, why_refused


def with_branch(match: Match, event: str, branch: str) -> Match | Refusal:
    """Return the match in which an event to come takes a branch, or for an empty one luck decides."""
    ways, say = match.book.index.branches.get(event, ()), match.book.index.say
    if not ways or branch not in (*ways, ""):
        return Refusal(Reason.UNKNOWN, say("The calendar has no such event, or it cannot go that way."))
    if match.over or month_of(match, event) <= match.month:
        return Refusal(Reason.OVER, say("That news has been read; step back to change how it goes."))
    others = {name: way for name, way in match.fixed.items() if name != event}
    return replace(match, fixed={**others, event: branch} if branch else others)


def month_of(match: Match, event: str) -> int:
    """Return the month of play in which an event of the calendar falls due."""
    scenario = match.book.scenario
    return turn_of(scenario.start, scenario.turns, scenario.calendar[event].month)


def with_inject(match: Match, name: str) -> Match | Refusal:
    """Return the match after something was brought into its open month.

    Sheets in hand stay, without the lines that are no longer legal; one that loses a line is opened.
    """
    refusal = _why_not_in(match, name)
    if refusal is not None:
        return refusal
    ledger = Ledger()
    tables = match.book.bringing[name].play(match.tables, ledger=ledger)[0]
    after = replace(
        match,
        tables=tables,
        entries=(*match.entries, *ledger.entries),
        happenings=(*match.happenings, *ledger.happenings),
        injects=(*match.injects, Injected(match.month, name)),
    )
    return after.with_hands({side: legal_hand(after, side, hand) for side, hand in after.hands.items()})


def legal_hand(match: Match, side: str, hand: Draft) -> Draft:
    """Return one side's hand without the lines that may not lie in it; it is opened if it loses one."""
    view, slots = match.view(side), match.book.index.slots
    legal = {
        slot: order
        for slot, order in hand.sheet.items()
        if slot in slots and (order.card == HOLD or why_refused(match.book, view, slot, order) is None)
    }
    if legal == dict(hand.sheet):
        return hand
    return laid_at_once(legal, sealed=False)


def _why_not_in(match: Match, name: str) -> Refusal | None:
    """Return why something cannot be brought in now."""
    say = match.book.index.say
    if match.over:
        return Refusal(Reason.OVER, say("The game is over."))
    if name not in match.book.injects:
        return Refusal(Reason.UNKNOWN, say("The scenario keeps nothing of that name ready."))
    if any(inject.id == name for inject in match.injects):
        return Refusal(Reason.LIMIT, say("This has been brought in already."))
    if match.forks and match.forks[-1].month == match.month:
        return Refusal(Reason.COOLDOWN, say("The game begins anew this month; bring it in next month."))
    return None
