"""Saves: a journal on disk, checksummed, written whole, with the three before it kept."""

import errno
import json
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from game.match import keyring
from game.match.canonical_json import canonical
from game.match.files import older, reason, write_whole
from game.match.journal import Journal, as_json, from_json
from game.match.trouble import Trouble, TroubleKind

FORMAT = 2
"""The version of the save format."""

FIRST = 1
"""The version in which a save named its scenario by digest and place, and did not carry it."""

KEPT = 3
"""How many earlier saves stay beside a save."""

LARGEST = 16_000_000
"""Bytes no save comes near."""

HEAD = 80
"""Bytes in which the checksum of a save stands."""

_SEALED = re.compile(rb'\{"checksum":"([0-9a-f]{64})",(.*\})\n', re.DOTALL)
_HEAD = re.compile(rb'\{"checksum":"([0-9a-f]{64})",')


def pack(journal: Journal, version: int = FORMAT) -> bytes:
    """Return *journal* as a save holds it: canonical JSON whose checksum covers all that follows it.

    Sheets in hand are closed by this user's key; without one they are left out.
    """
    kept = journal.closed(keyring.key() if journal.hands else None)
    rest = canonical({"format": version, "journal": as_json(kept)})[1:]
    return b'{"checksum":"%s",%s\n' % (_checksum(rest), rest)


def unpack(content: bytes) -> Journal | TroubleKind:
    """Return the journal in the bytes of a save, or what kind of trouble they are."""
    found = _SEALED.fullmatch(content)
    if found is None or _checksum(found[2]) != found[1]:
        return TroubleKind.DAMAGED
    try:
        body = json.loads(b"{" + found[2])
        if not isinstance(body, dict) or canonical(body)[1:] != found[2]:
            return TroubleKind.UNSOUND
    except (ValueError, RecursionError):
        return TroubleKind.UNSOUND
    version = body.get("format")
    if type(version) is not int or version not in (FIRST, FORMAT):
        return TroubleKind.NEWER
    journal = _journal(body)
    return (
        TroubleKind.UNSOUND
        if journal is None
        else journal.opened(keyring.known_key() if journal.shut else None)
    )


def _journal(body: dict[str, object]) -> Journal | None:
    """Return the journal in the body of a save; where format 1 found its scenario is nobody's business."""
    held = body.get("journal")
    if not isinstance(held, dict) or set(body) != {"format", "journal"}:
        return None
    if body["format"] == FORMAT:
        return from_json(held)
    if not isinstance(held.pop("source", None), str) or {
        "edition",
        "forks",
        "shut",
        "fixed",
        "injects",
    } & set(held):
        return None
    return from_json(held)


def keep(path: Path, journal: Journal) -> Trouble | None:
    """Write *journal* to *path*, the previous three saves kept; return why not if it cannot be."""
    return SaveWriter(path, None).keep(journal)


@dataclass
class SaveWriter:
    """Whoever goes on with a save: it writes only over what it has itself read or written last."""

    path: Path
    """Where the game is kept."""

    known: str | None = ""
    """The checksum of the save as it was last read or written; empty before there is one, none for any."""

    def keep(self, journal: Journal) -> Trouble | None:
        """Write *journal*, or say why not; a save that somebody else has written stays as it is."""
        content = pack(journal)
        if len(content) >= LARGEST:
            return Trouble(
                TroubleKind.UNWRITABLE, f"'{self.path}' could not be written: the game is too large."
            )
        checksum = checksum_of(content)
        if self.known and checksum == self.known == checksum_of(_head(self.path)):
            return None
        wrong = write_whole(self.path, content, KEPT, self._why_not)
        if wrong is None:
            self.known = None if self.known is None else checksum
            return _without_sheets(self.path) if journal.hands and b'"shut":"' not in content else None
        return wrong

    def _why_not(self, place: Path) -> Trouble | None:
        """Return why the save at *place* is not to be written over; a damaged one may be."""
        if self.known is None or checksum_of(_head(place)) in ("", self.known):
            return None
        found = _content(place)
        if not isinstance(found, bytes) or not isinstance(unpack(found), Journal):
            return None
        told = (
            f"another window has gone on with '{self.path}': nothing was written over. "
            "Go on there, or load the game again here."
        )
        return Trouble(TroubleKind.TAKEN, told)


def checksum_of(content: bytes) -> str:
    """Return the checksum that the bytes of a save begin with; empty if they are no save's."""
    found = _HEAD.match(content)
    return found[1].decode() if found else ""


def _without_sheets(path: Path) -> Trouble:
    told = (
        f"'{path}' holds every month played, not the sheets of the open one: "
        f"the key that closes them, '{keyring.key_file()}', could not be made."
    )
    return Trouble(TroubleKind.UNWRITABLE, told)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except (OSError, ValueError):
        return b""


def load(path: Path) -> Journal | Trouble:
    """Return the journal saved at *path*, or why it cannot be read and which older save can."""
    found = read(path)
    return found if isinstance(found, Trouble) else found[0]


def read(path: Path) -> tuple[Journal, str] | Trouble:
    """Return the journal saved at *path* and its checksum, or why it cannot be read."""
    content = _content(path)
    if isinstance(content, FileNotFoundError):
        return _or_older(path, TroubleKind.MISSING, f"there is no save '{path}'")
    if not isinstance(content, bytes):
        return Trouble(TroubleKind.UNREADABLE, f"'{path}' could not be read: {reason(content)}.")
    journal = unpack(content)
    if isinstance(journal, Journal):
        return journal, checksum_of(content)
    if journal is TroubleKind.NEWER:
        told = f"'{path}' was saved by a newer version of Simmer; install that version to open it."
        return Trouble(journal, told)
    return _or_older(path, journal, f"'{path}' is damaged, or not a save of Simmer")


def whole_before(path: Path) -> Path | None:
    """Return the newest earlier save of *path* that can be read."""
    for each in older(path, KEPT) if path.name else ():
        content = _content(each)
        if isinstance(content, bytes) and isinstance(unpack(content), Journal):
            return each
    return None


def _or_older(path: Path, kind: TroubleKind, told: str) -> Trouble:
    """Return the trouble, with the newest older save that is whole on offer."""
    before = whole_before(path)
    offer = f"; '{before}', kept from before, is whole" if before else ""
    return Trouble(kind, f"{told}{offer}.", before)


def _content(path: Path) -> bytes | OSError | ValueError:
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            return OSError(errno.ENOTSUP, "a pipe or a device is no save")
        with path.open("rb") as file:
            return file.read(LARGEST)
    except (OSError, ValueError) as wrong:
        return wrong


def _checksum(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode("ascii")
