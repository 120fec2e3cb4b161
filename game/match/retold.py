"""Retold: the ledger of one track run again for readers from whom a part of it is kept (§12, §14)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from itertools import groupby

from game.rules.cause import CauseKind, unknown
from game.rules.index import Say
from game.rules.ledger import Entry, Phase, held

UNKNOWN = "unknown"
"""What stands in place of an act whose author a side may not know."""

LATE = 3
"""Turns after which a secret that is never pinned on anybody shows on its author's own tracks."""

Place = tuple[int, int, int, str, int]
"""Where a row stands: month, news or later, kind of row, headline, and the number of its entry or track."""


class RowKind(IntEnum):
    """The kinds of row, in the order they are told within a month."""

    OPEN = 0
    SUSPECTED = 1
    """What an act did whose author is unknown."""
    UNTOLD = 2
    LATE = 3
    SECRET = 4
    """Known to its readers and not to everybody."""


@dataclass(frozen=True)
class Ears:
    """Who reads, and what has been brought home to whom by now."""

    sides: frozenset[str]
    """All of them read it."""

    named: Mapping[str, tuple[int, ...]]
    """For each deniable act, the months in which it was pinned on its author."""

    say: Say

    def kind(self, entry: Entry) -> RowKind:
        """Return which kind of row an entry comes under."""
        if entry.cause.kind is CauseKind.UNKNOWN:  # told by a fork as everybody may read it
            return RowKind.OPEN
        if self.sides <= set(entry.known_to):
            return RowKind.OPEN if not self.sides or entry.known_to == entry.seen_by else RowKind.SECRET
        return RowKind.SUSPECTED if self.deniable(entry) else RowKind.UNTOLD

    def deniable(self, entry: Entry) -> bool:
        """Return whether an entry is what a deniable act did."""
        kinds = (CauseKind.CARD, CauseKind.OUTSIDER)
        return entry.cause.kind in kinds and entry.cause.id in self.named

    def comes_out(self, entry: Entry, month: int) -> bool:
        """Return whether by *month* others may read what a secret did to its author's own track."""
        if self.deniable(entry):
            return any(entry.month <= found <= month for found in self.named[entry.cause.id])
        return entry.month + LATE <= month


@dataclass
class Hearsay:
    """One track as its readers come to know it, month by month."""

    ears: Ears
    number: int
    """Row of the track."""
    owner: str | None
    low: int
    high: int
    start: int
    """Where it stood at first."""
    shown: int
    """Where these readers take the track to stand."""
    told: list[Entry] = field(default_factory=list)
    """All that moved it so far."""
    kept: list[Entry] = field(default_factory=list)
    """What its own side's secrets did to it and has not come out."""
    rows: list[tuple[Place, Entry]] = field(default_factory=list)

    def read(self, months: int, numbered: Sequence[tuple[int, Entry]]) -> None:
        """Tell the track's entries up to the news that follow so many months."""
        blocks: dict[tuple[int, int], list[tuple[int, Entry]]] = {}
        for number, entry in numbered:
            blocks.setdefault((entry.month, int(entry.phase is not Phase.NEWS)), []).append((number, entry))
        for month in range(1, months + 1):
            for part in (0, 1):
                self._turn((month, part), blocks.get((month, part), []))
        self._turn((months + 1, 0), blocks.get((months + 1, 0), []))

    def _turn(self, when: tuple[int, int], numbered: Sequence[tuple[int, Entry]]) -> None:
        """Tell a month, or its news: the open moves first, phase by phase, then what is not for all."""
        sorts: dict[RowKind, list[tuple[int, Entry]]] = {kind: [] for kind in RowKind}
        for number, entry in numbered:
            kind = self.ears.kind(entry)
            if kind in (RowKind.SUSPECTED, RowKind.UNTOLD) and entry.known_to == (self.owner,):
                self.kept.append(entry)
            else:
                sorts[kind].append((number, entry))
            self.told.append(entry)
        for _phase, moves in groupby(sorts[RowKind.OPEN], key=lambda each: _settled(each[1])):
            self._run(when, moves)
        tail = [
            *self._suspected(when, [entry for _number, entry in sorts[RowKind.SUSPECTED]]),
            *self._untold(when, [entry for _number, entry in sorts[RowKind.UNTOLD]]),
            *(self._come_out(when) if when[1] else ()),
            *(((*when, RowKind.SECRET, "", number), entry) for number, entry in sorts[RowKind.SECRET]),
        ]
        self._close(tail)

    def _run(self, when: tuple[int, int], moves: Iterable[tuple[int, Entry]]) -> None:
        """Tell the open moves of a phase, each from where the one before it left the track."""
        raw = self.shown
        for number, entry in moves:
            before, raw = self._kept_in(raw), raw + entry.asked
            self.rows.append(((*when, RowKind.OPEN, "", number), _moved(entry, before, self._kept_in(raw))))
        self.shown = self._kept_in(raw)

    def _close(self, tail: Sequence[tuple[Place, Entry]]) -> None:
        """Tell what is not for all; the last of it ends where the track stands for these readers."""
        for left, (place, entry) in enumerate(tail, start=1 - len(tail)):
            after = self._stands() if left == 0 else self._kept_in(self.shown + entry.asked)
            told = replace(entry, before=self.shown, after=after)
            self.shown = after
            if place[2] == RowKind.SECRET:
                self.rows.append((place, told))
            elif told.change:
                self.rows.append((place, replace(told, asked=told.change)))

    def _stands(self) -> int:
        """Return where the track would stand had what is kept back not been, phase by phase as played."""
        stands, kept = self.start, {id(entry) for entry in self.kept}
        for _phase, moves in groupby(self.told, key=_settled):
            stands = self._kept_in(stands + sum(entry.asked for entry in moves if id(entry) not in kept))
        return stands

    def _suspected(self, when: tuple[int, int], entries: list[Entry]) -> Iterator[tuple[Place, Entry]]:
        """Yield what each act without an author moved, under its headline and no other order."""
        for veil, same in groupby(sorted(entries, key=_veil), key=_veil):
            moves = list(same)
            yield (*when, RowKind.SUSPECTED, veil, self.number), _nameless(moves, "7.1", veil)

    def _untold(self, when: tuple[int, int], entries: list[Entry]) -> Iterator[tuple[Place, Entry]]:
        """Yield all that nobody told of as one move."""
        if entries:
            why = self.ears.say("Something moved; nobody said why.")
            yield (*when, RowKind.UNTOLD, "", self.number), _nameless(entries, "12", why)

    def _come_out(self, when: tuple[int, int]) -> list[tuple[Place, Entry]]:
        """Return what was kept back until now: by name where its author was found, else as one move."""
        out = [entry for entry in self.kept if self.ears.comes_out(entry, when[0])]
        self.kept = [entry for entry in self.kept if not self.ears.comes_out(entry, when[0])]
        place = (*when, RowKind.LATE, "", self.number)
        named = [
            (place, replace(entry, month=when[0], phase=Phase.ATTRIBUTION, known_to=entry.seen_by))
            for entry in out
            if self.ears.deniable(entry)
        ]
        quiet = [entry for entry in out if not self.ears.deniable(entry)]
        why = self.ears.say("What was kept quiet has come to show.")
        late = [(place, replace(_nameless(quiet, "12", why), month=when[0]))] if quiet else []
        return [*named, *late]

    def _kept_in(self, raw: int) -> int:
        """Return a reading held to the scale."""
        return min(max(self.low, raw), self.high)


def _settled(entry: Entry) -> tuple[int, Phase, str]:
    """Return with which entries an entry was summed before the scale held them: an inject stands alone."""
    return entry.month, entry.phase, entry.cause.id if entry.cause.kind is CauseKind.INJECT else ""


def _moved(entry: Entry, before: int, after: int) -> Entry:
    """Return an open move from another reading."""
    if (before, after) == (entry.before, entry.after):
        return entry
    why = held(entry.cause.why, entry.asked, after - before, after)
    return replace(entry, before=before, after=after, why=why)


def _nameless(entries: Sequence[Entry], rule: str, why: str) -> Entry:
    """Return moves as one, without cause, author, sources or what the scale cut off."""
    asked = sum(entry.asked for entry in entries)
    return replace(entries[0], cause=unknown(rule, why), why=why, known_to=(), asked=asked)


def _veil(entry: Entry) -> str:
    return entry.cause.veil
