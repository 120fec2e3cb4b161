"""The record of a game as JSON: all that was ordered, all that followed, and the score."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from game.match.canonical_json import canonical
from game.match.match import Match
from game.match.retold import UNKNOWN
from game.match.terms import package_of, terms_of
from game.rules.index import HOLD
from game.rules.ledger import Entry, Happening, HappeningKind

FORMAT = 1
"""The version of the record's format."""

ENTRY = (
    "month", "phase", "track", "change", "before", "after", "rule", "cause", "why", "cites", "seen_by",
)  # fmt: skip
"""What a ledger entry says."""

TOLD = ("kind", "id", "side", "title", "why", "cites", "seen_by")
"""What is said of something that came to pass."""

LISTS: Mapping[str, tuple[HappeningKind, ...]] = {
    "crossings": (HappeningKind.CROSSING,),
    "answers": (HappeningKind.ANSWER, HappeningKind.BACKED_DOWN),
    "attributions": (HappeningKind.SUSPICION, HappeningKind.ATTRIBUTION, HappeningKind.CLEARED),
    "offers": (HappeningKind.OFFER,),
    "agreements": (
        HappeningKind.AGREEMENT, HappeningKind.REFUSAL, HappeningKind.STEP, HappeningKind.STALL,
        HappeningKind.BREACH,
    ),
}  # fmt: skip
"""Which kinds of happening stand in which list of a month; orders have their own, all else is news."""


def record(match: Match) -> dict[str, Any]:
    """Return everything about a game as JSON-ready values; the same game gives the same record."""
    told = {
        "format": FORMAT,
        "scenario": {"id": match.book.scenario.id, "digest": match.scenario_digest},
        "seed": match.luck,
        "players": dict(match.seats),
        "months": [_month(match, n) for n in range(1, len(match.months) + 1)],
        "ending": match.ending,
        "outcome": {
            side: {"points": made.points, "goals": {won.goal: won.points for won in made.goals}}
            for side, made in match.outcome.items()
        },
    }
    return told | {"digest": sha256(canonical(told)).hexdigest()}


def list_of(kind: HappeningKind) -> str | None:
    """Return the list of a month in which a kind of happening stands, none for an order."""
    if kind in (HappeningKind.ORDER, HappeningKind.ENDING):
        return None
    return next((name for name, kinds in LISTS.items() if kind in kinds), "news")


def readings_after(match: Match, month: int) -> dict[str, int]:
    """Return where every track stood at the end of a month, added up from the ledger (§14)."""
    readings = {name: track.start for name, track in match.book.scenario.tracks.items()}
    for entry in match.entries:
        if entry.month <= month:
            readings[entry.track] += entry.change
    return readings


def _month(match: Match, month: int) -> dict[str, Any]:
    """Return one month of the record."""
    played = match.months[month - 1]
    happened = [told for told in match.happenings if told.month == month]
    lists = {
        name: [_told(match, h) for h in happened if list_of(h.kind) == name] for name in ("news", *LISTS)
    }
    slots = match.book.index.slots
    held = UNKNOWN if month <= len(match.past) else HOLD
    return {
        "month": month,
        "date": match.date_of(month),
        "orders": {
            side: {slot: sheet[slot].card if slot in sheet else held for slot in slots}
            for side, sheet in played.sheets.items()
        },
        **lists,
        "readings": readings_after(match, month),
        "ledger": [_entry(entry) for entry in match.entries if entry.month == month],
        "digest": played.digest,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return _plain(entry, ENTRY) | {"cause": entry.cause.name}


def _told(match: Match, happening: Happening) -> dict[str, Any]:
    """Return something that came to pass; an offer with its terms."""
    told = _plain(happening, TOLD)
    if happening.kind is not HappeningKind.OFFER:
        return told
    terms = terms_of(match.book, happening)
    return told | {
        "id": package_of(match.book, terms),
        "terms": {"levels": dict(terms.levels), "first": terms.first},
    }


def _plain(item: Entry | Happening, names: Iterable[str]) -> dict[str, Any]:
    """Return what is said of an entry or happening as JSON-ready values."""
    values = {name: getattr(item, name) for name in names}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
