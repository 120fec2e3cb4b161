"""Standing: a game as it stood after any of its months, so that it can be looked at again."""

from dataclasses import replace

from game.match.draft import BLANK
from game.match.match import Match
from game.rules.ledger import Phase
from game.rules.tables import Tables


def stood(match: Match, months: tuple[Tables, ...], count: int) -> Match:
    """Return *match* as it stood once *count* months were played; *months* is its past.

    The news of the month then open is read; no sheet is in hand.
    """
    return replace(
        match,
        tables=months[count],
        hands=dict.fromkeys(match.hands, BLANK),
        months=match.months[:count],
        entries=tuple(e for e in match.entries if _known(e.month, e.phase, count)),
        happenings=tuple(h for h in match.happenings if _known(h.month, h.phase, count)),
    )


def _known(month: int, phase: Phase, count: int) -> bool:
    """Return whether something of a month's phase had come to pass after *count* months."""
    return month <= count or (month == count + 1 and phase is Phase.NEWS)
