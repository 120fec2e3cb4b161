"""People: their names and what their phones show, apart from the log, so that names can be forgotten."""

import re
import unicodedata
from dataclasses import dataclass

from game.classroom.codes import digest, fresh_token
from game.classroom.store import Change, Store

LONGEST = 24
"""Letters of a name."""

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
"""What is seen by nobody, but moves a cursor or turns the reading round."""


def clean(text: str, letters: int) -> str:
    """Return what somebody typed as it is kept: composed, without controls, cut to so many letters."""
    composed = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode())
    lines = (" ".join(_CONTROL.sub("", line).split()) for line in composed.replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line)[:letters].strip()


def as_name(text: str) -> str:
    """Return a name as it is kept: one line."""
    return clean(text.replace("\n", " "), LONGEST)


@dataclass(frozen=True)
class Admission:
    """Somebody who comes in: by which name that says nothing, with what key, and what is to be kept of it."""

    person: str
    """The name in the log."""
    token: str
    """What the phone keeps."""
    new: bool
    """Whether nobody of this name sat in the team before."""
    changes: tuple[Change, ...]
    """What is kept."""


class People:
    """The names and keys of a class, as they are on the disk."""

    def __init__(self, store: Store) -> None:
        """Read the names and keys that a log belongs to."""
        self.names: dict[str, str] = {}
        """Names by person."""
        self.tokens: dict[str, str] = {}
        """Persons by the digest of what their phones keep."""
        self._seats: dict[tuple[int, str, str], str] = {}
        for person, table, side, name in store.rows("SELECT id, tab, side, name FROM person"):
            self.names[person] = name
            self._seats[(int(table), side, name.casefold())] = person
        for hashed, person in store.rows("SELECT hash, person FROM token"):
            self.tokens[hashed] = person

    def holder(self, token: str) -> str | None:
        """Return whose phone this is."""
        return self.tokens.get(digest(token))

    def admission(self, table: int, side: str, name: str) -> Admission:
        """Return somebody coming into a seat: whoever has that name there already is the same person."""
        token = fresh_token()
        known = self._seats.get((table, side, name.casefold()))
        person = known or f"p{len(self.names) + 1}"
        keys: Change = ("INSERT INTO token VALUES(?, ?)", (digest(token), person))
        named: Change = ("INSERT INTO person VALUES(?, ?, ?, ?)", (person, table, side, name))
        self.tokens[digest(token)] = person
        self.names.setdefault(person, name)
        self._seats[(table, side, name.casefold())] = person
        return Admission(person, token, known is None, (keys,) if known else (named, keys))

    def dropped(self, admission: Admission) -> None:
        """Take back somebody's coming in that could not be kept."""
        self.tokens.pop(digest(admission.token), None)
        if admission.new:
            self.names.pop(admission.person, None)
            self._seats = {seat: who for seat, who in self._seats.items() if who != admission.person}

    def renamed(self, person: str, name: str) -> Change:
        """Return the change by which somebody is called otherwise."""
        self.names[person] = name
        return "UPDATE person SET name = ? WHERE id = ?", (name, person)


def forget(store: Store) -> int:
    """Forget every name and key of a class; who did what stays, told of by numbers; return of how many."""
    persons = store.rows("SELECT id FROM person ORDER BY rowid")
    changes: list[Change] = [("DELETE FROM token", ())]
    for (person,) in persons:
        changes.append(("UPDATE person SET name = ? WHERE id = ?", (person.upper(), person)))
    store.append((), changes)
    store.shrink()
    return len(persons)
