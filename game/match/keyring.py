"""The key that closes the sheets of an open month, and the closing: a save alone does not tell them.

The key lies in the user's own folder, never in a save; the cipher is a keyed hash of the standard library,
its start the authenticated digest of what is closed (as in SIV), so that the same sheets give the same save.
"""

import base64
import binascii
import hmac
import os
from contextlib import suppress
from hashlib import sha256, shake_256
from pathlib import Path
from secrets import token_bytes, token_hex

from platformdirs import user_data_path

LENGTH = 32
"""Bytes of a key."""

BLOCK = 1024
"""What is closed is filled up to a multiple of this, so that its length does not tell what it is."""

START = 32
"""Bytes at the head of what is closed that say how it was, and whether it is whole."""


def key_file() -> Path:
    """Return where this user's key lies."""
    return user_data_path("simmer", appauthor=False) / "sheets.key"


def key() -> bytes | None:
    """Return this user's key, made if there is none yet; none where it can be neither read nor made."""
    path = key_file()
    return _read(path) or _made(path)


def known_key() -> bytes | None:
    """Return this user's key if there is one."""
    return _read(key_file())


def closed(plain: bytes, held: bytes, about: bytes) -> str:
    """Return *plain* text closed under a key, bound to what it is *about*."""
    filled = plain.ljust(-(-len(plain) // BLOCK) * BLOCK)
    start = _start(filled, held, about)
    return base64.b64encode(start + _stirred(filled, held, start)).decode("ascii")


def opened(shut: str, held: bytes, about: bytes) -> bytes | None:
    """Return what was closed under this key about this; none if it was another, or is not whole."""
    try:
        raw = base64.b64decode(shut, validate=True)
    except (binascii.Error, ValueError):
        return None
    start, rest = raw[:START], raw[START:]
    filled = _stirred(rest, held, start)
    return filled.rstrip() if hmac.compare_digest(start, _start(filled, held, about)) else None


def _start(filled: bytes, held: bytes, about: bytes) -> bytes:
    return hmac.new(held, b"start" + sha256(about).digest() + filled, sha256).digest()


def _stirred(text: bytes, held: bytes, start: bytes) -> bytes:
    """Return *text* laid over a stream that only the key and the start give; twice gives it back."""
    stream = shake_256(hmac.new(held, b"stream" + start, sha256).digest()).digest(len(text))
    return bytes(one ^ other for one, other in zip(text, stream, strict=True))


def _read(path: Path) -> bytes | None:
    try:
        found = path.read_bytes()
    except OSError:
        return None
    return found if len(found) == LENGTH else None


def _made(path: Path) -> bytes | None:
    """Make a key that only this user may read; of two who make one at once, the first one's stands."""
    fresh = path.with_name(f"{path.name}.{token_hex(8)}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(token_bytes(LENGTH))
            file.flush()
            os.fsync(file.fileno())
        _placed(fresh, path)
    except OSError:
        return None
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return _read(path)


def _placed(fresh: Path, path: Path) -> None:
    """Give the new key its name, unless a whole one has it already."""
    with suppress(OSError):
        os.link(fresh, path)
    if _read(path) is None:  # no links here, or a broken file in the way
        fresh.replace(path)
