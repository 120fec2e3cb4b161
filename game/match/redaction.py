"""The veil: what some sides may all read of a game (§7.1, §12, §14).

Everything a page shows of the ledger comes through here, so that what it tells follows from what its readers
may know: the open moves; what an act whose author is unknown did, under its headline; all else that was kept
from them as one sum a month. What a secret does to its author's own tracks would name the author: others
read those tracks as if it had not been, until it comes out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from game.match.retold import UNKNOWN, Ears, Hearsay, Place
from game.model.seen import owner_of
from game.rules.cause import CauseKind, unknown
from game.rules.ledger import Entry, Happening, HappeningKind
from game.rules.rulebook import Rulebook

EVERYBODY = "*"
"""Stands for all eyes together: what is seen once a game is over."""


@dataclass(frozen=True)
class News:
    """What one side learns of one month."""

    happenings: tuple[Happening, ...]
    """What came to pass."""

    entries: tuple[Entry, ...]
    """What moved, and why."""


@dataclass(frozen=True)
class Account:
    """What some sides may all read of a game so far."""

    happenings: tuple[Happening, ...]
    """What came to pass."""

    entries: tuple[Entry, ...]
    """What moved, and why; each from where the one before it left the track."""

    readings: Mapping[str, int]
    """Where the tracks in their sight stand, as far as they know."""

    def of(self, month: int) -> News:
        """Return what they learn of a month."""
        return News(
            tuple(told for told in self.happenings if told.month == month),
            tuple(entry for entry in self.entries if entry.month == month),
        )


def account(
    side: str | None,
    book: Rulebook,
    months: int,
    readings: Mapping[str, int],
    entries: Iterable[Entry],
    happenings: Iterable[Happening],
) -> Account:
    """Return what *side* may read of a game after so many *months*, its tracks at *readings*.

    Without a side it is what everybody may; `EVERYBODY`'s eyes read it as it is.
    """
    if side == EVERYBODY:
        return Account(tuple(happenings), tuple(entries), readings)
    sides = frozenset(book.index.sides if side is None else (side,))
    told = tuple(happenings)
    numbered = tuple(enumerate(entries))
    ears = Ears(sides, _named(book, told), book.index.say)
    courses: dict[str, Hearsay] = {}
    for name, readers in book.tracks.readers.items():
        if sides <= set(readers):
            mine = [(n, entry) for n, entry in numbered if entry.track == name]
            courses[name] = _course(book, name, ears, mine[0][1].before if mine else readings[name])
            courses[name].read(months, mine)
    rows: list[tuple[Place, Entry]] = [row for course in courses.values() for row in course.rows]
    return Account(
        happenings_for(sides, told),
        tuple(entry for _place, entry in sorted(rows, key=lambda row: row[0])),
        {name: course.shown for name, course in courses.items()},
    )


def happenings_for(sides: frozenset[str], happenings: Iterable[Happening]) -> tuple[Happening, ...]:
    """Return what all of *sides* hear of; of a deniable act only that it came to pass (§7.1).

    Its author reads the same of it as everybody, beside its own order. Several of a month are told in an
    order that says nothing of who did which.
    """
    heard = [_hushed(told) for told in happenings if sides <= set(told.seen_by)]
    rumours = iter(
        sorted((h for h in heard if h.kind is HappeningKind.SUSPICION), key=lambda h: (h.month, h.title))
    )
    return tuple(next(rumours) if told.kind is HappeningKind.SUSPICION else told for told in heard)


def for_all(item: Entry | Happening, book: Rulebook) -> bool:
    """Return whether everybody may read a row or hear of a happening as it stands here."""
    known = item.seen_by
    if isinstance(item, Entry) and item.cause.kind is not CauseKind.UNKNOWN:
        known = item.known_to
    return len(known) == len(book.index.sides)


def veiled(entry: Entry) -> Entry:
    """Return an entry as a change without an author."""
    veil = entry.cause.veil
    return replace(entry, cause=unknown(entry.rule, veil), why=veil, asked=entry.change, known_to=())


def owners_secret(book: Rulebook, entry: Entry) -> bool:
    """Return whether an entry is what a secret did to its author's own track, and so tells who that is."""
    return entry.known_to == (owner_of(entry.track, book.scenario),)


def _hushed(told: Happening) -> Happening:
    """Return *told*; a deniable act without its name."""
    return replace(told, id=UNKNOWN, cites=()) if told.kind is HappeningKind.SUSPICION else told


def _named(book: Rulebook, happenings: Iterable[Happening]) -> dict[str, tuple[int, ...]]:
    """Return by card the months in which each deniable act was pinned on its author."""
    found = [(told.id, told.month) for told in happenings if told.kind is HappeningKind.ATTRIBUTION]
    return {card: tuple(month for name, month in found if name == card) for card in book.index.deniable}


def _course(book: Rulebook, name: str, ears: Ears, start: int) -> Hearsay:
    """Return a track before its first entry."""
    row = book.index.tracks[name]
    low, high = book.scenario.tracks[name].range
    return Hearsay(ears, row, owner_of(name, book.scenario), low, high, start, start)
