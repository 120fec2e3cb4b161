"""Because: a motive in words, its consequences as the ledger tells them (§14)."""

from collections.abc import Iterable, Iterator

from game.debrief.motives import Motive
from game.match.naming import signed, track_name
from game.model.scenario import Scenario
from game.players.forecast import OUT_OF
from game.players.reasons import SUDDEN, WORLDS, Reason
from game.rules.index import Say

ENOUGH = 0.5
"""How much of a difference the futures in which it comes must make to be told in their stead."""


def how_held(say: Say) -> str:
    """Return how sheets are held against others."""
    told = say(
        "Each sheet is held against another that could have been laid, "
        "in {n} futures imagined from what the side could see."
    )
    return told.format(n=WORLDS)


def worth_in_words(motive: Motive, say: Say) -> str:
    """Return how much more a sheet was worth to its side than which other."""
    told = say("Worth {n} points more to it than waiting.")
    if motive.instead:
        told = say("Worth {n} points more to it than ‘{cards}’.")
    return told.format(n=f"{motive.points:.1f}", cards=", ".join(motive.instead))


def reasons_in_words(scenario: Scenario, motive: Motive, say: Say) -> tuple[tuple[str, str], ...]:
    """Return what decided: consequences as the ledger tells them, and how often they come and for what.

    What one cause does to several tracks, as often to each, is told at once.
    """
    told: dict[tuple[str, str], list[Reason]] = {}
    for reason in motive.reasons:
        told.setdefault((_why(scenario, motive.side, reason), _often(reason, say)), []).append(reason)
    return tuple(
        (
            ": ".join(part for part in (_moves(scenario, motive.side, reasons, say), why) if part),
            " ".join([often, *_bearings(scenario, motive.side, reasons, say)]),
        )
        for (why, often), reasons in told.items()
    )


def _why(scenario: Scenario, side: str, reason: Reason) -> str:
    """Return the ledger's sentence; the goal itself, where that is what comes to pass."""
    if reason.consequence is None:
        return scenario.sides[side].goals[reason.goal].text
    return reason.consequence.cause.why


def _moves(scenario: Scenario, side: str, reasons: Iterable[Reason], say: Say) -> str:
    """Return which tracks move, and how far."""
    moves = ((reason.consequence.track, reason.step) for reason in reasons if reason.consequence)
    return ", ".join(f"{track_name(scenario, track, side, say)} {signed(step)}" for track, step in moves)


def _often(reason: Reason, say: Say) -> str:
    """Return in how many futures a consequence comes; how far it goes, where that tells more."""
    laid, instead = reason.laid, reason.instead
    by_coming = abs(reason.step) * (laid.count - instead.count) / OUT_OF
    if reason.consequence is None or abs(by_coming) >= ENOUGH * abs(laid.moved - instead.moved):
        told = say("In {n} of {all} futures instead of {m}.")
        return told.format(n=laid.count, m=instead.count, all=OUT_OF)
    far, else_far = signed(laid.moved, 1), signed(instead.moved, 1)
    return say("In all {n} instead of {m}.").format(n=far, m=else_far)


def _bearings(scenario: Scenario, side: str, reasons: Iterable[Reason], say: Say) -> Iterator[str]:
    """Yield what each consequence bears on, unless it is a goal itself."""
    for reason in reasons:
        if reason.consequence is not None and reason.goal == SUDDEN:
            yield _endings(scenario, side, reason, say)
        elif reason.consequence is not None:
            bears = say("For: {goal}") if reason.points > 0 else say("Against: {goal}")
            yield bears.format(goal=scenario.sides[side].goals[reason.goal].text)


def _endings(scenario: Scenario, side: str, reason: Reason, say: Say) -> str:
    """Return which sudden endings become less likely, or more."""
    sudden = [each for each in scenario.endings.values() if each.at_once and side in each.points]
    costly = sum(each.points[side] for each in sudden) < 0
    told = say("Less likely: {endings}.") if costly == (reason.points > 0) else say("Likelier: {endings}.")
    return told.format(endings=", ".join(each.title for each in sudden))
