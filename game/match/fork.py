"""Forking: a game that people play goes on apart, and tells of them only what is public.

What none of those who go along knows is drawn anew, as computer players imagine it (§12): private readings,
secret goals, hidden acts and plans. What is told of the months before is what they could see.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from game.match.draft import Month
from game.match.luck import Fork
from game.match.match import Match
from game.match.redaction import happenings_for, owners_secret, veiled
from game.match.retold import UNKNOWN
from game.rules.cause import unknown
from game.rules.imagine import imagine
from game.rules.ledger import Entry, Happening, HappeningKind, Phase
from game.rules.sheets import Order
from game.rules.tables import Tables
from game.rules.views import view_of

ANEW = "Drawn anew at the fork: nobody who went along knew where it stood."
"""Why a reading out of everybody's sight stands where it does after a fork."""


def forked(match: Match, fork: Fork) -> Match:
    """Return *match* as it goes on apart from its open month; the same fork gives the same game."""
    told = [_told(match, fork, each) for each in match.happenings]
    entries = _retold(match, fork)
    tables = _as_told(match, fork, _imagined(match, fork), entries)
    return replace(
        match,
        tables=tables,
        forks=(*match.forks, fork),
        past=match.played_months,
        months=tuple(_seen(match, fork, n + 1, month) for n, month in enumerate(match.months)),
        hands={side: hand for side, hand in match.hands.items() if side in fork.stay},
        entries=(*entries, *_made_up(match, tables, entries)),
        happenings=tuple(each for each in told if each),
        kept_as="",
    )


def _imagined(match: Match, fork: Fork) -> Tables:
    """Return a table on which only what those who go along know is as it was; only what all know, if none."""
    seeds, sights = np.array([fork.seed], dtype=np.uint64), match.book.sights
    if not fork.stay:
        drawn = match.tables
        for sight in sights.values():
            drawn = imagine(match.book, view_of(sight, drawn), seeds)
        return drawn
    first, *rest = (view_of(sights[side], match.tables) for side in fork.stay)
    drawn = imagine(match.book, first, seeds)
    for view in rest:
        drawn = imagine(match.book, view, seeds, recalled=drawn)
    return drawn


def _as_told(match: Match, fork: Fork, tables: Tables, entries: tuple[Entry, ...]) -> Tables:
    """Return tables on which what those who go along read stands where the ledger they know leaves it."""
    readings = tables.readings.copy()
    everybody = set(match.book.index.sides)
    for name, row in match.book.index.tracks.items():
        if set(fork.stay or everybody) <= set(match.book.tracks.readers[name]):
            start = match.book.scenario.tracks[name].start
            readings[row] = start + sum(entry.change for entry in entries if entry.track == name)
    return tables.with_parts(readings=readings)


def _retold(match: Match, fork: Fork) -> tuple[Entry, ...]:
    """Return the ledger as those who go along read it: one side, everybody if none, or several together."""
    if len(fork.stay) < 2:
        return match.account(*(fork.stay or (None,))).entries
    return tuple(entry for each in match.entries if (entry := _known(match, fork, each)))


def _known(match: Match, fork: Fork, entry: Entry) -> Entry | None:
    """Return an entry as those who go along know it, none if they do not; others know what all may."""
    everybody = set(match.book.index.sides)
    known_to = tuple(side for side in entry.known_to if side in fork.stay)
    if everybody <= set(entry.known_to):
        return entry
    if everybody <= set(entry.seen_by):
        if not known_to and owners_secret(match.book, entry):
            return None
        return replace(entry, known_to=known_to) if known_to else veiled(entry)
    seen_by = tuple(side for side in entry.seen_by if side in fork.stay)
    return replace(entry, seen_by=seen_by, known_to=known_to) if seen_by else None


def _told(match: Match, fork: Fork, told: Happening) -> Happening | None:
    """Return what came to pass as those who go along heard of it, none if they did not."""
    everybody = frozenset(match.book.index.sides)
    seen_by = told.seen_by if everybody <= set(told.seen_by) else _staying(fork, told.seen_by)
    if not seen_by:
        return None
    if told.kind is HappeningKind.SUSPICION and told.id != UNKNOWN:
        own = frozenset({match.book.scenario.cards[told.id].side} & set(fork.stay))
        told = told if own else next(iter(happenings_for(everybody, [told])))
    return replace(told, seen_by=seen_by)


def _staying(fork: Fork, sides: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(side for side in sides if side in fork.stay)


def _seen(match: Match, fork: Fork, number: int, month: Month) -> Month:
    """Return a month's sheets as far as those who go along saw them; its digest would tell the rest."""
    everybody = set(match.book.index.sides)
    orders = (h for h in match.happenings if h.month == number and h.kind is HappeningKind.ORDER)
    public = {(h.side, h.id) for h in orders if everybody <= set(h.seen_by)}
    sheets: Mapping[str, Mapping[str, Order]] = {
        side: {
            slot: order for slot, order in sheet.items() if side in fork.stay or (side, order.card) in public
        }
        for side, sheet in month.sheets.items()
    }
    return Month(sheets, "")


def _made_up(match: Match, tables: Tables, entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """Yield for every reading drawn anew the change that the ledger then adds up by."""
    stood = {name: track.start for name, track in match.book.scenario.tracks.items()}
    for entry in entries:
        stood[entry.track] += entry.change
    for name, row in match.book.index.tracks.items():
        after = int(tables.readings[row, 0])
        change = after - stood[name]
        if change:
            yield Entry(
                month=match.month,
                phase=Phase.NEWS,
                track=name,
                asked=change,
                before=stood[name],
                after=after,
                cause=unknown("12", ANEW),
                why=ANEW,
                seen_by=match.book.tracks.readers[name],
                known_to=(),
            )
