"""A lock on the place of a file, held while it is written; the system lets go of it if its holder dies."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

TRIES = 500
"""How often a lock that another holds is asked for before it is given up."""

PAUSE = 0.01
"""Seconds between two asks; a write takes a few thousandths."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the place of the file at *path*, as far as the system has locks there.

    BlockingIOError says that another program holds it and does not let go.
    """
    try:
        handle, beside = _opened(path)
    except PermissionError:  # a folder one may write to and not look into
        yield
        return
    try:
        _held(handle)
        yield
    finally:
        os.close(handle)
        if beside is not None:
            with suppress(OSError):
                beside.unlink()


def _held(handle: int) -> None:
    """Take the lock, waiting for whoever holds it."""
    for _ in range(TRIES):
        try:
            _take(handle)
        except BlockingIOError:
            time.sleep(PAUSE)
        except OSError:  # a file system without locks: what is compared before writing has to do
            return
        else:
            return
    _take(handle)


if sys.platform == "win32":  # pragma: no cover - a folder cannot be locked there, a file beside can
    import msvcrt

    def _opened(path: Path) -> tuple[int, Path | None]:
        """Return a handle to lock by: of a file beside, which can be deleted once nobody has it open."""
        beside = path.with_name(f"{path.name}.lock")
        return os.open(beside, os.O_RDWR | os.O_CREAT), beside

    def _take(handle: int) -> None:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError as held:
            raise BlockingIOError(*held.args) from held
else:
    import fcntl

    def _opened(path: Path) -> tuple[int, Path | None]:
        """Return a handle to lock by: of the folder, which leaves nothing behind."""
        return os.open(path.parent, os.O_RDONLY), None

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
