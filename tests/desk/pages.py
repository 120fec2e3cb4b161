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
    seen, public = _wired(match, eyes), _wired(match, None)
    found: dict[str, object] = {
        "glimpse": seen.to_json(),
        "ledger": present_ledger(seen, Sieve()),
        "curtain": _curtain(public),
        "replay": (
            lawful_eyes(public),
            [_stood(stood(match, tables, n), eyes) for n in _shown(match)],
        ),
        **_table(seen),
    }
    if match.months:
        found["reveal"] = present_reveal(seen)
    return {name: repr(page).encode() for name, page in found.items()}


def _wired(match: Match, eyes: str | None) -> Glimpse:
    """Return what *eyes* may be shown, as it comes over a wire; without scores, which the end opens."""
    return Glimpse.from_json(replace(match.glimpse(eyes), outcome={}).to_json(), match.book)


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


def _curtain(public: Glimpse) -> object:
    scenario = public.book.scenario
    told = happened_before(public, public.month)
    return [(side_mark(scenario, each.side), headline(scenario, each)) for each in told]


def _stood(match: Match, eyes: str | None) -> object:
    """Return what a replay shows of one month with these eyes."""
    seen, public = _wired(match, eyes), _wired(match, None)
    sheets = [turned(public, side) for side in match.book.index.sides] if match.months else []
    return (_table(seen), sheets, own_orders(seen) if match.months else ())
