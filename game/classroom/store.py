"""The store: the log of a class on disk. It only grows, each row holds the digest of the one before it.

SQLite in WAL with FULL: what was committed is there after the power went. A chain does not see a lost tail,
so the last row's number and digest stand in a second file, too.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from game.classroom.events import ACT, Stamped
from game.match.canonical_json import canonical
from game.match.files import write_whole

LOG, ANCHOR = "class.db", "head.json"
"""The files of a class: the log, and where it ended."""

FIRST = "0" * 64
"""Stands for the digest before the first row."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS class(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS seat(
  tab INTEGER NOT NULL, side TEXT NOT NULL, code_hash TEXT NOT NULL, PRIMARY KEY(tab, side)) STRICT;
CREATE TABLE IF NOT EXISTS person(
  id TEXT PRIMARY KEY, tab INTEGER NOT NULL, side TEXT NOT NULL, name TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS token(hash TEXT PRIMARY KEY, person TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS event(
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, tab INTEGER NOT NULL, branch INTEGER NOT NULL,
  month INTEGER NOT NULL, kind TEXT NOT NULL, side TEXT NOT NULL, person TEXT NOT NULL, idem TEXT,
  body TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL, UNIQUE(tab, side, idem)) STRICT;
"""
"""The tables; a second sending of the same is refused by the last line as well."""

COLUMNS = "seq, at, tab, branch, month, kind, side, person, idem, body, prev, hash"

Change = tuple[str, tuple[str | int, ...]]
"""A statement about names, codes or the class, and its values; it is kept with the acts it belongs to."""


@dataclass(frozen=True)
class Head:
    """Where a log ends: the receipt of everything in it."""

    seq: int
    """The number of its last row; 0 for none."""
    hash: str
    """The digest of it, and so of all."""


class BrokenLogError(ValueError):
    """A log whose rows are not those that were written, or not all of them; the message says where."""


class Store:
    """The log of one class, opened."""

    def __init__(self, folder: Path) -> None:
        """Open the log in *folder*, or begin one; one that is damaged is a BrokenLogError."""
        self.folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # names of people stand in it
        try:
            self._opened = sqlite3.connect(folder / LOG, check_same_thread=False, isolation_level=None)
            self._opened.execute("PRAGMA journal_mode=WAL")
            self._opened.execute("PRAGMA synchronous=FULL")
            self._opened.execute("PRAGMA secure_delete=ON")
            self._opened.executescript(SCHEMA)
        except sqlite3.DatabaseError as wrong:
            raise BrokenLogError(f"'{folder / LOG}' is no log of a class: {wrong}.") from wrong
        self.head = Head(0, FIRST)

    def close(self) -> None:
        """Let go of the file."""
        self._opened.close()

    def shrink(self) -> None:
        """Write the file anew, so that nothing that was deleted is left in it."""
        self._opened.execute("VACUUM")
        self._opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def facts(self) -> dict[str, str]:
        """Return what is known of the class."""
        return dict(self._opened.execute("SELECT key, value FROM class"))

    def rows(self, question: str, *values: str | int) -> list[tuple[str, ...]]:
        """Return the answer to a question about names and codes."""
        return self._opened.execute(question, values).fetchall()

    def read(self) -> Iterator[tuple[int, Stamped]]:
        """Yield every row with its number, the chain checked; where it breaks is a BrokenLogError."""
        head = Head(0, FIRST)
        try:
            for row in self._opened.execute(f"SELECT {COLUMNS} FROM event ORDER BY seq"):  # noqa: S608
                if row[0] != head.seq + 1 or row[10] != head.hash or row[11] != _hash(row[:11]):
                    raise BrokenLogError(f"the log is damaged after its row {head.seq}.")
                head = Head(row[0], row[11])
                yield head.seq, _stamped(row)
        except (sqlite3.DatabaseError, ValueError) as wrong:
            if isinstance(wrong, BrokenLogError):
                raise
            raise BrokenLogError(f"the log is damaged after its row {head.seq}: {wrong}") from wrong
        self.head = head

    def lost(self) -> int:
        """Return how many rows the anchor knows of that the log has not; the log was read before."""
        try:
            anchor = json.loads((self.folder / ANCHOR).read_text(encoding="utf-8"))
            return max(0, int(anchor["seq"]) - self.head.seq)
        except (OSError, ValueError, KeyError, TypeError):
            return 0

    def append(self, acts: Sequence[Stamped], changes: Sequence[Change] = ()) -> Head:
        """Add acts and changes, all or none, and return where the log ends now.

        What the disk does not take is a `sqlite3.Error` or an OSError; the log is then as it was.
        """
        head, rows = self.head, []
        for by in acts:
            row = (head.seq + 1, *_row(by), head.hash)
            head = Head(head.seq + 1, _hash(row))
            rows.append((*row, head.hash))
        self._opened.execute("BEGIN IMMEDIATE")
        try:
            self._opened.executemany(f"INSERT INTO event VALUES({', '.join('?' * 12)})", rows)
            for statement, values in changes:
                self._opened.execute(statement, values)
            self._opened.execute("COMMIT")
        except BaseException:
            if self._opened.in_transaction:
                self._opened.execute("ROLLBACK")
            raise
        self.head = head
        write_whole(self.folder / ANCHOR, canonical({"seq": head.seq, "hash": head.hash}))
        return head


def fact(key: str, value: str) -> Change:
    """Return the change that notes something about the class."""
    return "INSERT INTO class VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value", (
        key,
        value,
    )


def body_of(by: Stamped) -> str:
    """Return an act as its row holds it."""
    return canonical(by.act.model_dump(mode="json", exclude={"kind"})).decode("ascii")


def _row(by: Stamped) -> tuple[str | int | None, ...]:
    """Return an act between its number and the digest before it; no key is no value, which may come again."""
    place = (by.at, by.table, by.branch, by.month, by.act.kind, by.side, by.person)
    return (*place, by.idem or None, body_of(by))


def _stamped(row: Sequence[str]) -> Stamped:
    at, table, branch, month, kind, side, person, idem, body = row[1:10]
    act = ACT.validate_python({**json.loads(body), "kind": kind})
    return Stamped(
        at=at, table=int(table), branch=int(branch), month=int(month), side=side, person=person,
        idem=idem or "", act=act,
    )  # fmt: skip


def _hash(row: Sequence[object]) -> str:
    """Return the digest of a row, from its number to the digest before it."""
    return sha256(canonical(list(row))).hexdigest()
