"""Every page of a game that somebody may read, as bytes, so that two games can be held against each other."""

from dataclasses import replace

from game.debrief.history import past
from game.debrief.snapshot import stood
from game.match.glimpse import Glimpse
from game.match.match import Match
from game.presenters.feed import happened_before, headline, present_feed
from game.presenters.ledger import Sieve, present_ledger
from game.presenters.naming import side_mark
from game.presenters.places import present_map
from game.presenters.rack import present_card, present_rack
from game.presenters.replay import lawful_eyes
from game.presenters.reveal import own_orders, present_reveal, turned
from game.presenters.sheet import present_sheet
from game.presenters.tracks import present_gauge, present_home, present_others, present_standing
from game.presenters.why import present_told, present_why
from game.rules.tables import Tables


def pages(match: Match, eyes: str | None, months: tuple[Tables, ...] | None = None) -> dict[str, bytes]:
    """Return the pages that *eyes* may read of a match, the public's for none; *months* is its past."""
    tables = months or past(match)
    wire = replace(match.glimpse(eyes), outcome={}).to_json()  # at the end all scores are opened
    seen = Glimpse.from_json(wire, match.book)
    found: dict[str, object] = {
        "glimpse": wire,
        "ledger": present_ledger(seen, Sieve()),
        "curtain": _curtain(match),
        "replay": (
            lawful_eyes(match.glimpse(None)),
            [_stood(stood(match, tables, n), eyes) for n in _shown(match)],
        ),
        **_table(seen),
    }
    if match.months:
        found["reveal"] = present_reveal(seen)
    return {name: repr(page).encode() for name, page in found.items()}


def _shown(match: Match) -> range:
    """Return the last months that a replay can show."""
    return range(max(0, len(match.months) - 1), len(match.months) + 1)


def _table(seen: Glimpse) -> dict[str, object]:
    """Return what lies on the table: the news, the map, the readings, and each why? behind them."""
    feed, told = present_feed(seen, seen.month), happened_before(seen, seen.month)
    return {
        "feed": feed,
        "map": present_map(seen, feed, told, ""),
        "standing": (present_standing(seen), present_others(seen), present_gauge(seen)),
        "home": None if seen.side is None else present_home(seen),
        "why": [present_why(seen, track, seen.month) for track in seen.readings],
        "told": [present_told(seen, line.id, seen.month) for line in feed],
        "sheet": present_sheet(seen) if seen.menu else None,
        "rack": [present_rack(seen, slot) for slot in seen.menu],
        "cards": [present_card(seen, slot, card) for slot, cards in seen.menu.items() for card in cards],
    }


def _curtain(match: Match) -> object:
    told = happened_before(match.glimpse(None), match.month)
    return [(side_mark(match.book.scenario, each.side), headline(match.book.scenario, each)) for each in told]


def _stood(match: Match, eyes: str | None) -> object:
    """Return what a replay shows of one month with these eyes."""
    sheets = [turned(match.glimpse(None), side) for side in match.book.index.sides] if match.months else []
    return (_table(match.glimpse(eyes)), sheets, own_orders(match.glimpse(eyes)) if match.months else ())
