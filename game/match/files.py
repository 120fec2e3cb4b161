"""Files written whole: a program killed at any moment leaves the old file or the new one, never a part."""

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from secrets import token_hex

from game.match.lock import locked
from game.match.trouble import Trouble, TroubleKind

PAGE = (".html", ".htm")
"""Ends the name of a page."""

FRESH = ".simmer-new"
"""Ends the name of a file while it is being written; a number that nobody else has stands before it."""

Check = Callable[[Path], Trouble | None]
"""Says why what stands at a path must not be written over, none if it may."""

REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EACCES: "it may not be written there",
    errno.EPERM: "it may not be written there",
    errno.EROFS: "the disk may only be read",
    errno.EEXIST: "a file stands in the way",
    errno.ENOENT: "there is no such folder",
    errno.ENOTDIR: "there is no such folder",
    errno.EISDIR: "it is a folder",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EAGAIN: "another program is writing there",
}
"""What people are told when the system refuses."""


def write_whole(
    path: Path, content: bytes, keep: int = 0, check: Check = lambda _path: None
) -> Trouble | None:
    """Put *content* in place of the file at *path*, or say why not; the file is then as it was.

    The previous *keep* contents stay beside it as NAME.1, the newest, to NAME.*keep*.
    What a link points to is written; a pipe or a device is written to as it is. One program writes at a
    time; what *check* says of the file once nobody else writes there is heeded.
    """
    try:
        place = Path(os.path.realpath(path))
        if place.exists() and not place.is_file():
            place.write_bytes(content)
            return None
        with locked(place):
            wrong = check(place)
            if wrong is None:
                _put(place, content, keep)
            return wrong
    except (OSError, ValueError) as wrong:
        return Trouble(TroubleKind.UNWRITABLE, f"'{path}' could not be written: {reason(wrong)}.")


def misnamed(path: str | Path, *suffixes: str) -> Trouble | None:
    """Return why what is written does not go to *path*: its name promises something else than *suffixes*.

    A name without an ending promises nothing, and a pipe or a device takes whatever comes.
    """
    ending = Path(path).suffix.lower()
    if not ending or ending in suffixes or (Path(path).exists() and not Path(path).is_file()):
        return None
    told = f"'{path}' would hold what no program expects there: name a file that ends in"
    return Trouble(TroubleKind.UNWRITABLE, f"{told} {' or '.join(suffixes)}.")


def older(path: Path, keep: int) -> tuple[Path, ...]:
    """Return where the previous contents of *path* are kept, the newest first."""
    return tuple(path.with_name(f"{path.name}.{n}") for n in range(1, keep + 1))


def reason(wrong: OSError | ValueError) -> str:
    """Return in a few words why the system refused."""
    if isinstance(wrong, OSError):
        known = REASONS.get(wrong.errno or 0)
        return known or (wrong.strerror or "the system refused").lower()
    return "the name is not one a file can have"


def _put(path: Path, content: bytes, keep: int) -> None:
    """Put *content* in place of the file at *path*; an OSError leaves it as it was."""
    known = sha256(path.name.encode(errors="surrogateescape")).hexdigest()[:12]
    fresh = path.with_name(f".{known}-{token_hex(8)}{FRESH}")
    _swept(path.parent, f".{known}-*{FRESH}")
    try:
        _write(fresh, content)
        _step_back(path, keep)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    _settle(path.parent)


def _swept(folder: Path, left: str) -> None:
    """Delete what writers of the same file left that were killed; none of them is at work now."""
    for each in folder.glob(left):
        with suppress(OSError):
            each.unlink()


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _step_back(path: Path, keep: int) -> None:
    """Move the kept contents one place on, and keep the present one; *path* itself stays in place."""
    if not keep or not path.exists():
        return
    kept = older(path, keep)
    for newer, place in reversed(list(pairwise(kept))):
        if newer.exists():
            newer.replace(place)
    kept[0].unlink(missing_ok=True)
    try:
        os.link(path, kept[0])
    except OSError:
        shutil.copyfile(path, kept[0])


def _settle(folder: Path) -> None:
    """Make sure that the new name is on the disk, where the system lets a folder be flushed."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
