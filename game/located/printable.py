"""Printable text: characters that move a cursor or turn the reading round are shown by their numbers."""

import re

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff]"
    "|\r(?!\n)"
)
"""Controls (a tab and a line's end are none), turns of direction, odd line ends and halves of pairs."""

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_LEFTWARD = re.compile(f"[{_RIGHT_TO_LEFT}](?:[{_RIGHT_TO_LEFT}\\s'’-]*[{_RIGHT_TO_LEFT}])?")
_LONG = re.compile(r"[^\s\u200b]{24}(?=[^\s\u200b]{4})")
FIRST_STRONG, END = "\u2068", "\u2069"


def shown(text: str) -> str:
    """Return *text* with every character that cannot be seen, but does something, as [U+…]."""
    return UNPRINTABLE.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def apart(text: str) -> str:
    """Return *text*, words that run from right to left kept to themselves: the others stay in order."""
    return _LEFTWARD.sub(lambda found: f"{FIRST_STRONG}{found[0]}{END}", text)


def foldable(text: str) -> str:
    """Return *text* with a place to break in words that are too long for a line."""
    return _LONG.sub("\\g<0>\u200b", text)


def on_one_line(text: str) -> str:
    """Return *text* as `shown`, its line ends and tabs turned into blanks."""
    return " ".join(shown(text).split())
