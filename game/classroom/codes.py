"""Codes and keys: what opens a seat, a phone, the console and the board; only digests of them are kept."""

import hmac
import secrets
from hashlib import sha256

SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456"
"""What codes are made of: 28 letters and figures of which none is taken for another."""

NEVER_IN_CODES = "O, I, L, 0, 1, 7, 8, 9"
"""What no code holds, for those who misread one."""

LETTERS, LETTERS_ABROAD = 6, 8
"""Letters of a code in a room, and of one that is reached over the internet."""

_READ_AS = str.maketrans("", "", " -–—.\t")


def fresh_code(letters: int = LETTERS) -> str:
    """Return a code for a seat."""
    return "".join(secrets.choice(SIGNS) for _ in range(letters))


def fresh_token() -> str:
    """Return what a phone keeps to show who holds it: 24 bytes."""
    return secrets.token_urlsafe(24)


def fresh_key() -> str:
    """Return the key of a link: 128 bits."""
    return secrets.token_urlsafe(16)


def as_typed(code: str) -> str:
    """Return a code as it was meant: small letters, blanks and dashes count for nothing."""
    return code.translate(_READ_AS).upper()


def digest(secret: str) -> str:
    """Return what is kept of a secret."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def opens(secret: str, kept: str) -> bool:
    """Return whether a secret is the one of which this was kept; how long that takes says nothing."""
    return hmac.compare_digest(digest(secret).encode(), kept.encode())
