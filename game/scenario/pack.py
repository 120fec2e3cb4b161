"""Packs: a scenario in one file, a zip of YAML, text and pictures, and what makes one safe to open.

Nothing a pack says about itself is believed: names, sizes and kinds are checked before a byte is written.
"""

import io
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from game.located.findings import Finding, Grade
from game.located.piece import read_text
from game.model.base import Piece

SUFFIX = ".zip"
FORMAT = 1
"""The version of packs."""

LABEL = "pack.yaml"
"""The file that says which scenario a pack holds."""

KINDS = (".yaml", ".yml", ".md", ".png", ".jpg", ".jpeg")
"""The kinds of file a pack may hold, and nothing that runs."""

PICTURES: Mapping[str, bytes] = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
}
"""How pictures begin."""

MOST_BYTES = 16 * 1024 * 1024
MOST_FILES = 300
MOST_EACH = 4 * 1024 * 1024
MOST_WHOLE = 32 * 1024 * 1024

NAME = re.compile(r"\w[\w .\-]{0,98}\w")
DEEPER = re.compile(r"[^/]+/[a-z]{2,3}/\w+\.yaml")
"""What stands two folders deep: the noun files of a translation."""

RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
ENTRY = b"PK\x01\x02"
"""Begins each line of a zip's list of contents."""

BROKEN = (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError)
"""What damaged and hostile zips raise while they are opened and read."""


class PackLabel(Piece):
    """What a pack says of itself."""

    format: int
    """The version of packs it was made in."""

    scenario: str
    """The folder of the scenario; the other folders are what it extends."""

    digest: str
    """The scenario's digest when it was packed."""


Contents = Mapping[str, bytes]
"""Files by their path inside the pack."""


def contents_of(raw: bytes, file: str) -> Contents | Finding:
    """Return the files in the bytes of a pack, or why it is not opened."""
    if len(raw) > MOST_BYTES:
        return unsafe(f"the pack is larger than {MOST_BYTES // 1024 // 1024} MiB", file)
    if raw.count(ENTRY) > MOST_FILES:
        return unsafe(f"the pack holds more than {MOST_FILES} files", file)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _read(archive, file)
    except BROKEN:
        return Finding("Y005", Grade.ERROR, "this is not a whole zip file", file)


def label_of(contents: Contents, file: str) -> PackLabel | Finding:
    """Return what a pack says of itself, or that it says nothing a reader can use."""
    raw = contents.get(LABEL)
    if raw is None:
        return Finding("Y005", Grade.ERROR, f"this is not a pack: it holds no {LABEL}", file)
    label, findings = read_text(raw.decode("utf-8", errors="replace"), PackLabel, f"{file}/{LABEL}")
    if label is None:
        return findings[0]
    if label.format != FORMAT:
        told = f"the pack is of format {label.format}, and this version of Simmer opens format {FORMAT}"
        return Finding("Y005", Grade.ERROR, told, file)
    if f"{label.scenario}/scenario.yaml" not in contents:
        return Finding("Y005", Grade.ERROR, f"the pack holds no scenario '{label.scenario}'", file)
    return label


def unsafe(message: str, file: str) -> Finding:
    """Return the finding that a pack is not opened for safety's sake."""
    return Finding("Y006", Grade.ERROR, message, file)


def why_unsafe(entry: zipfile.ZipInfo) -> str | None:
    """Return why an entry has no place in a pack, none for a good one."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return "is a link or no ordinary file"
    if entry.flag_bits & 0x1:
        return "is encrypted"
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is packed in a way that packs do not use"
    if not _is_plain(entry.filename):
        return "has a name that packs do not use"
    if PurePosixPath(entry.filename).suffix not in KINDS:
        return f"is no {', '.join(KINDS)}"
    return None


def _read(archive: zipfile.ZipFile, file: str) -> Contents | Finding:
    """Return the files of an archive as long as all are safe and not too much."""
    files: dict[str, bytes] = {}
    folded: set[str] = set()
    left = MOST_WHOLE
    for entry in archive.infolist():
        told = f"'{_visible(entry.filename)}'"
        wrong = why_unsafe(entry)
        if wrong is not None:
            return unsafe(f"{told} {wrong}", file)
        with archive.open(entry) as held:
            content = held.read(min(MOST_EACH, left) + 1)
        left -= len(content)
        if len(content) > MOST_EACH or left < 0:
            return unsafe(f"{told} is too large", file)
        if not _begins_well(entry.filename, content):
            return unsafe(f"{told} is not the picture its name promises", file)
        name = unicodedata.normalize("NFC", entry.filename).casefold()
        if name in folded:
            return unsafe(f"{told} is there twice", file)
        folded.add(name)
        files[entry.filename] = content
    return files


def _is_plain(name: str) -> bool:
    """Say whether a name is that of a file where packs have files, the same on every system."""
    parts = name.split("/")
    is_near = len(parts) <= 2 or DEEPER.fullmatch(name) is not None
    return is_near and all(NAME.fullmatch(part) and not RESERVED.fullmatch(part) for part in parts)


def _begins_well(name: str, content: bytes) -> bool:
    return content.startswith(PICTURES.get(PurePosixPath(name).suffix, b""))


def _visible(name: str) -> str:
    return "".join(char if char.isprintable() else "·" for char in name[:60])


def packed(files: Contents) -> bytes:
    """Return a pack of *files*; the same files give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in _sorted(files):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _sorted(files: Contents) -> Iterator[str]:
    """Yield the names of files, the label first."""
    yield from sorted(files, key=lambda name: (name != LABEL, name))
