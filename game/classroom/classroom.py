"""A class: begun in a folder of its own, or taken up again from it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from game.classroom.codes import digest, fresh_code
from game.classroom.decide import replayed
from game.classroom.events import Stamped
from game.classroom.hall import Hall, Table, Tellings
from game.classroom.people import People
from game.classroom.store import LOG, BrokenLogError, Change, Store, fact
from game.match.loading import Opened, open_scenario, opened_edition
from game.match.match import new_match
from game.match.seats import HUMAN
from game.match.trouble import Trouble, TroubleKind
from game.scenario.edition import Edition
from game.scenario.languages import known_languages

FORMAT = 1
"""The version of what a folder of a class holds."""

MOST_TABLES = 50
"""Tables that one laptop carries with ease."""


@dataclass(frozen=True)
class Charter:
    """What a class is begun with."""

    scenario: str
    """The scenario's name, folder or file."""
    tables: int = 5
    """How many games are played side by side."""
    seed: int = 0
    """What all luck follows from."""
    own_luck: bool = False
    """Whether each table has luck of its own; else all have the same."""
    minutes: int = 5
    """Minutes in which a month's sheets are written."""
    language: str = "en"
    """The language of whoever does not choose."""
    plan: str = "75"
    """Which lesson plan the console follows."""
    free: bool = False
    """Whether tables may run a month ahead of the slowest."""
    letters: int = 6
    """Letters of a code."""


@dataclass
class Classroom:
    """A class that is open: its log, its hall, its people and its codes."""

    charter: Charter
    """What it was begun with."""
    store: Store
    """Its log."""
    hall: Hall
    """What the log led to when it was opened; the writer knows what it leads to now."""
    people: People
    """Names and keys."""
    seats: dict[str, tuple[int, str]]
    """Table and side, by the digest of the code."""
    codes: dict[tuple[int, str], str]
    """The codes that can still be shown: those given out since the program was started."""
    kept: dict[tuple[int, str, str], int]
    """The acts in the log that can be sent a second time, by table, side and key."""
    lost: int = 0
    """Rows that the anchor knows of and the log has not."""

    @property
    def folder(self) -> Path:
        """Return where it is kept."""
        return self.store.folder

    def rotated(self, table: int, side: str) -> Change:
        """Give a seat a new code, and return the change by which it is kept."""
        code = fresh_code(self.charter.letters)
        self.seats = {hashed: seat for hashed, seat in self.seats.items() if seat != (table, side)}
        self.seats[digest(code)] = (table, side)
        self.codes[(table, side)] = code
        return "INSERT OR REPLACE INTO seat VALUES(?, ?, ?)", (table, side, digest(code))


def founded(folder: Path, charter: Charter) -> Classroom | Trouble:
    """Return a new class in *folder*, with a code for every seat, or why it cannot be begun."""
    if (folder / LOG).exists():
        told = f"'{folder}' holds a class already: go on with it by --resume, or name another folder."
        return Trouble(TroubleKind.UNWRITABLE, told)
    opened = open_scenario(charter.scenario, charter.language)
    if isinstance(opened, Trouble):
        return opened
    try:
        store = Store(folder)
    except (OSError, BrokenLogError) as wrong:
        return Trouble(TroubleKind.UNWRITABLE, f"'{folder}' could not be written: {wrong}.")
    facts = {"format": str(FORMAT), "charter": json.dumps(asdict(charter)), "edition": opened.edition.packed}
    hall = _hall(opened.edition, charter)
    room = Classroom(charter, store, hall, People(store), {}, {}, {})
    changes = [fact(key, value) for key, value in facts.items()]
    changes += [room.rotated(table, side) for table in hall.tables for side in opened.book.index.sides]
    store.append((), changes)
    return room


def reopened(folder: Path) -> Classroom | Trouble:
    """Return the class in *folder* as its log leads to it, or why it cannot be gone on with."""
    if not (folder / LOG).exists():
        return Trouble(TroubleKind.MISSING, f"there is no class in '{folder}'.")
    try:
        store = Store(folder)
        facts = store.facts()
        edition = Edition.unpacked(facts.get("edition", ""))
        if facts.get("format") != str(FORMAT) or edition is None:
            told = f"'{folder}' holds no class that this version of Simmer can go on with."
            return Trouble(TroubleKind.NEWER, told)
        charter = Charter(**json.loads(facts["charter"]))
        log = tuple(store.read())
        hall = replayed(_hall(edition, charter), tuple(by for _seq, by in log))
    except (OSError, ValueError, TypeError, KeyError) as wrong:
        return Trouble(TroubleKind.DAMAGED, f"the class in '{folder}' cannot be gone on with: {wrong}.")
    rows = store.rows("SELECT tab, side, code_hash FROM seat")
    seats = {hashed: (int(table), side) for table, side, hashed in rows}
    return Classroom(charter, store, hall, People(store), seats, {}, _keys(log), store.lost())


def _keys(log: tuple[tuple[int, Stamped], ...]) -> dict[tuple[int, str, str], int]:
    return {(by.table, by.side, by.idem): seq for seq, by in log if by.idem}


def _hall(edition: Edition, charter: Charter) -> Hall:
    """Return the hall before anything was done in it: every game told in every language it can be told in."""
    tongues = _tongues(edition, charter.language)
    tables = {n: Table(n, _tellings(tongues, charter, n)) for n in range(1, charter.tables + 1)}
    return Hall(tables, free=charter.free)


@lru_cache(maxsize=8)
def _told_in(packed: str, language: str) -> Opened:
    """Return an edition as it is told in a language, compiled once."""
    edition = Edition.unpacked(packed)
    assert edition is not None
    return opened_edition(edition, language)


def _tongues(edition: Edition, first: str) -> dict[str, Opened]:
    """Return the scenario in the languages that it is written in, the one of the class first."""
    found = {first: _told_in(edition.packed, first)}
    for language in known_languages():
        opened = _told_in(edition.packed, language)
        if opened.book.scenario.language == language:
            found.setdefault(language, opened)
    return found


def _tellings(tongues: Mapping[str, Opened], charter: Charter, number: int) -> Tellings:
    seed = (charter.seed + number) % 2**64 if charter.own_luck else charter.seed
    return {
        language: new_match(
            opened.book, opened.digest, seed, dict.fromkeys(opened.book.index.sides, HUMAN),
            opened.source, opened.edition,
        )
        for language, opened in tongues.items()
    }  # fmt: skip
