"""Reloading: a game taken over into a scenario that has changed, as far as its sheets are still legal."""

from dataclasses import dataclass, replace

from game.match.dates import in_words
from game.match.draft import BLANK
from game.match.loading import Opened
from game.match.match import Match, new_match
from game.match.replay import unplayable
from game.match.seats import seated
from game.match.steering import legal_hand, with_inject
from game.match.trouble import Trouble


@dataclass(frozen=True)
class Reloaded:
    """A game in the changed scenario."""

    match: Match
    """The game as it stands there."""

    kept: int
    """How many of its months could be played again."""

    stopped: str = ""
    """Why the month after them could not, in a sentence; empty where all could."""


def reloaded(match: Match, opened: Opened) -> Reloaded | Trouble:
    """Return the same seed and sheets played in the scenario as it stands now, up to the first illegal one.

    Sheets in hand stay line by line where they are legal; players who are no longer there are a trouble.
    """
    sides = opened.book.index.sides
    seats = seated(opened.book, {side: name for side, name in match.seats.items() if side in sides})
    if isinstance(seats, Trouble):
        return seats
    again = new_match(opened.book, opened.digest, match.seed, seats, opened.source, opened.edition)
    ways = opened.book.index.branches
    fixed = {event: way for event, way in match.fixed.items() if way in ways.get(event, ())}
    again = _steered(replace(again, kept_as=match.kept_as, fixed=fixed), match)
    for kept, month in enumerate(match.months):
        wrong = unplayable(again, month)
        if wrong is not None:
            return Reloaded(again, kept, f"{in_words(again.date)}: {wrong}")
        again = _steered(again.played(month.sheets), match)
    return Reloaded(_with_hands(again, match), len(match.months))


def _with_hands(again: Match, match: Match) -> Match:
    """Return the game with what lay in its hands, as far as it may lie there now."""
    if again.over:
        return again
    hands = {side: legal_hand(again, side, match.hands.get(side, BLANK)) for side in again.hands}
    return again.with_hands(hands)


def _steered(again: Match, match: Match) -> Match:
    """Return the game after what was brought into the open month, as far as its scenario still knows it."""
    for inject in match.injects:
        after = with_inject(again, inject.id) if inject.month == again.month else again
        again = after if isinstance(after, Match) else again
    return again
