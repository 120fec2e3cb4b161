"""Saves: a journal on disk, checksummed, written whole, with the three before it kept."""

import json
import re
from hashlib import sha256
from pathlib import Path

from game.match.canonical import canonical
from game.match.files import older, reason, write_whole
from game.match.journal import Journal, as_json, from_json
from game.match.trouble import Kind, Trouble

FORMAT = 1
"""The version of the save format."""

KEPT = 3
"""How many earlier saves stay beside a save."""

LARGEST = 4_000_000
"""Bytes no save comes near."""

_SEALED = re.compile(rb'\{"checksum":"([0-9a-f]{64})",(.*\})\n', re.DOTALL)


def pack(journal: Journal, version: int = FORMAT) -> bytes:
    """Return *journal* as a save holds it: canonical JSON whose checksum covers all that follows it."""
    rest = canonical({"format": version, "journal": as_json(journal)})[1:]
    return b'{"checksum":"%s",%s\n' % (_checksum(rest), rest)


def unpack(content: bytes) -> Journal | Kind:
    """Return the journal in the bytes of a save, or what kind of trouble they are."""
    found = _SEALED.fullmatch(content)
    if found is None or _checksum(found[2]) != found[1]:
        return Kind.DAMAGED
    try:
        body = json.loads(b"{" + found[2])
    except (ValueError, RecursionError):
        return Kind.UNSOUND
    if body.get("format") != FORMAT:
        return Kind.NEWER
    return from_json(body.get("journal")) or Kind.UNSOUND


def keep(path: Path, journal: Journal) -> Trouble | None:
    """Write *journal* to *path*, the previous three saves kept; return why not if it cannot be."""
    return write_whole(path, pack(journal), keep=KEPT)


def load(path: Path) -> Journal | Trouble:
    """Return the journal saved at *path*, or why it cannot be read and which older save can."""
    content = _content(path)
    if isinstance(content, FileNotFoundError):
        return _or_older(path, Kind.MISSING, f"there is no save '{path}'")
    if not isinstance(content, bytes):
        return Trouble(Kind.UNREADABLE, f"'{path}' could not be read: {reason(content)}.")
    journal = unpack(content)
    if isinstance(journal, Journal):
        return journal
    if journal is Kind.NEWER:
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


def _or_older(path: Path, kind: Kind, told: str) -> Trouble:
    """Return the trouble, with the newest older save that is whole on offer."""
    before = whole_before(path)
    offer = f"; '{before}', kept from before, is whole" if before else ""
    return Trouble(kind, f"{told}{offer}.", before)


def _content(path: Path) -> bytes | OSError | ValueError:
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            return ValueError("a pipe or a device is no save")
        with path.open("rb") as file:
            return file.read(LARGEST)
    except (OSError, ValueError) as wrong:
        return wrong


def _checksum(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode("ascii")
