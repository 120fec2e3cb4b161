"""Every page of a game that somebody may read, as bytes, so that two games can be held against each other."""

from dataclasses import replace

from game.debrief.history import past
from game.debrief.snapshot import stood
from game.match.match import Match
from game.presenters.feed import happened_before, headline, present_feed
from game.presenters.ledger import Sieve, present_ledger
from game.presenters.naming import side_mark
from game.presenters.places import present_map
from game.presenters.replay import lawful_eyes
from game.presenters.reveal import own_orders, present_reveal, turned
from game.presenters.tracks import present_gauge, present_home, present_others, present_standing
from game.presenters.why import present_told, present_why
from game.rules.tables import Tables


def pages(match: Match, eyes: str | None, months: tuple[Tables, ...] | None = None) -> dict[str, bytes]:
    """Return the pages that *eyes* may read of a match, the public's for none; *months* is its past."""
    tables = months or past(match)
    found: dict[str, object] = {
        "glimpse": replace(match.glimpse(eyes), outcome={}).to_json(),  # at the end all scores are opened
        "ledger": present_ledger(match, eyes, Sieve()),
        "curtain": _curtain(match),
        "replay": (lawful_eyes(match), [_stood(stood(match, tables, n), eyes) for n in _shown(match)]),
        **_table(match, eyes),
    }
    if match.months:
        found["reveal"] = present_reveal(match, eyes)
    return {name: repr(page).encode() for name, page in found.items()}


def _shown(match: Match) -> range:
    """Return the last months that a replay can show."""
    return range(max(0, len(match.months) - 1), len(match.months) + 1)


def _table(match: Match, eyes: str | None) -> dict[str, object]:
    """Return what lies on the table: the news, the map, the readings, and each why? behind them."""
    feed = present_feed(match, eyes, match.month)
    told = happened_before(match, eyes, match.month)
    return {
        "feed": feed,
        "map": present_map(match, feed, told, ""),
        "standing": (present_standing(match, eyes), present_others(match, eyes), present_gauge(match, eyes)),
        "home": None if eyes is None else present_home(match, eyes),
        "why": [present_why(match, eyes, track, match.month) for track in match.glimpse(eyes).readings],
        "told": [present_told(match, eyes, line.id, match.month) for line in feed],
    }


def _curtain(match: Match) -> object:
    told = happened_before(match, None, match.month)
    return [(side_mark(match.book.scenario, each.side), headline(match, each)) for each in told]


def _stood(match: Match, eyes: str | None) -> object:
    """Return what a replay shows of one month with these eyes."""
    sheets = [turned(match, None, side) for side in match.book.index.sides] if match.months else []
    return (_table(match, eyes), sheets, own_orders(match, eyes) if match.months else ())
