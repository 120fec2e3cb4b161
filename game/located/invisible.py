"""Characters that nobody can see: which have no business in a text, and which some scripts need."""

import re
import unicodedata
from collections.abc import Iterator

from game.located.excerpt import lines_of
from game.located.findings import Finding, Grade

INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)
"""Controls, marks that turn the direction of writing, odd line ends, blanks of no width, halves of pairs."""

JOINERS = re.compile("[\u200c\u200d\ufe00-\ufe0f]")
"""What joins or parts letters and signs: some scripts cannot be written without, in others it only hides."""

JOINED = re.compile(
    "(ARABIC|SYRIAC|MANDAIC|MONGOLIAN|NKO|DEVANAGARI|BENGALI|GURMUKHI|GUJARATI|ORIYA|TAMIL|TELUGU|KANNADA"
    "|MALAYALAM|SINHALA|KHMER|MYANMAR|TIBETAN) "
)
"""Begins the names of the letters that joiners stand between."""

SIGNS = ("So", "Sk", "Sm", "Po")
"""The categories of signs that are joined to emoji, or chosen among them."""

REACH = 4
"""So many characters before a joiner are looked at."""

LINE_ENDS = "\x85\u2028\u2029"

MOST = 20
"""Places told of at most in one text."""


def odd_characters(text: str) -> Iterator[int]:
    """Yield where a character stands that nobody can see and no script needs there."""
    for found in _EITHER.finditer(text):
        if not _is_needed(text, found.start()):
            yield found.start()


def first_odd(text: str) -> int | None:
    """Return the first place of such a character, if there is any."""
    return next(odd_characters(text), None)


def cleaned(text: str) -> str:
    """Return a text without such characters."""
    odd = set(odd_characters(text))
    return "".join(each for at, each in enumerate(text) if at not in odd) if odd else text


def called(character: str) -> str:
    """Return a character's code point and its name, such as U+202E RIGHT-TO-LEFT OVERRIDE."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def odd_finding(text: str, at: int, file: str) -> Finding:
    """Return the finding about such a character, at its place in a file."""
    above = lines_of(text[:at])
    message = f"an invisible character stands here ({called(text[at])})"
    hint = "write ' '" if text[at] in LINE_ENDS else "delete it"
    return Finding("Y003", Grade.ERROR, message, file, len(above) - 1, len(above[-1]), 1, hint)


def joiner_findings(text: str, file: str) -> Iterator[Finding]:
    """Yield the note that a file holds joiners where its script needs them."""
    places = [each.start() for each in _ZERO_WIDTH.finditer(text) if _is_needed(text, each.start())]
    if places:
        above = lines_of(text[: places[0]])
        message = f"an invisible joiner stands here ({called(text[places[0]])})"
        hint = f"{len(places)} in this file; letters around it may need it" if len(places) > 1 else _NEEDED
        yield Finding("Y035", Grade.NOTE, message, file, len(above) - 1, len(above[-1]), 1, hint)


def invisible_findings(text: str, file: str) -> Iterator[Finding]:
    """Yield all findings about what nobody can see in a text that is no YAML."""
    yield from (odd_finding(text, at, file) for _, at in zip(range(MOST), odd_characters(text), strict=False))
    yield from joiner_findings(text, file)


_EITHER = re.compile(INVISIBLE.pattern[:-1] + JOINERS.pattern[1:])
_ZERO_WIDTH = re.compile("[\u200c\u200d]")
_NEEDED = "the letters around it may need it"


def _is_needed(text: str, at: int) -> bool:
    """Say whether a character is a joiner after a letter or sign that is written with joiners."""
    if not JOINERS.match(text[at]):
        return False
    before = text[max(at - REACH, 0) : at].rstrip("\ufe0e\ufe0f\u200c\u200d")[-1:]
    if not before:
        return False
    is_letter = JOINED.match(unicodedata.name(before, "")) is not None
    is_sign = before.isdecimal() or unicodedata.category(before) in SIGNS
    return is_letter or (is_sign and text[at] != "\u200c")
