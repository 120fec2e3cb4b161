"""What a plain word in a file is read as: YAML 1.2 core, decimal numbers only."""

import math
import re
from typing import NamedTuple

from game.located.findings import Grade
from game.located.node import Single


class Doubt(NamedTuple):
    """Why a plain word may not be read as its author means it."""

    code: str
    grade: Grade
    message: str
    hint: str


class ScalarReading(NamedTuple):
    """The value of a plain word, with a doubt where there is one."""

    value: Single
    doubt: Doubt | None = None


WORDS: dict[str, bool | None] = {"": None, "~": None}
WORDS |= dict.fromkeys(("null", "Null", "NULL"))
WORDS |= dict.fromkeys(("true", "True", "TRUE"), True)
WORDS |= dict.fromkeys(("false", "False", "FALSE"), False)
OLD_WORDS = {spelt for word in ("yes", "no", "on", "off") for spelt in (word, word.title(), word.upper())}
OLD_TRUE = ("yes", "on")
WHOLE = re.compile(r"[-+]?[0-9]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
OCTAL = re.compile(r"[-+]?0[0-7]+")
OTHER_NUMBER = re.compile(r"[-+]?(0[xob][0-9a-fA-F_]+|[0-9][0-9_]*_[0-9_]*(\.[0-9_]*)?)")
SIXTIES = re.compile(r"[-+]?[0-9]{1,2}(:[0-5]?[0-9])+")
MOST_DIGITS = 15


def read_plain(text: str) -> ScalarReading:
    """Return what an unquoted word is read as: nothing, true, false, a number or a text."""
    if text in WORDS:
        return ScalarReading(WORDS[text])
    if text in OLD_WORDS:
        return ScalarReading(text, _old_word(text))
    if not (text[0].isascii() and (text[0].isdigit() or text[0] in "+-.")):
        return ScalarReading(text)
    return _read_number(text)


def _read_number(text: str) -> ScalarReading:
    if WHOLE.fullmatch(text):
        return _read_whole(text)
    if FLOAT.fullmatch(text):
        number = float(text)
        return ScalarReading(number) if math.isfinite(number) else ScalarReading(text, _too_large())
    if OTHER_NUMBER.fullmatch(text):
        return ScalarReading(
            text, _unusual(text, "read as text, not as a number", "write a number in plain digits")
        )
    if SIXTIES.fullmatch(text):
        return ScalarReading(text, _unusual(text, "read as text", f'put it in quotes: "{text}"'))
    return ScalarReading(text)


def _read_whole(text: str) -> ScalarReading:
    if len(text) > MOST_DIGITS:
        return ScalarReading(text, _too_large())
    if OCTAL.fullmatch(text):
        return ScalarReading(
            int(text),
            _unusual(text, f"read as {int(text)}", "leave out the leading zero, or put it in quotes"),
        )
    return ScalarReading(int(text))


def _old_word(text: str) -> Doubt:
    meant = "true" if text.lower() in OLD_TRUE else "false"
    return Doubt(
        "Y031", Grade.WARNING, f"'{text}' is read as text", f'write {meant}, or put it in quotes: "{text}"'
    )


def _unusual(text: str, read: str, hint: str) -> Doubt:
    return Doubt("Y032", Grade.WARNING, f"'{text}' is {read}", hint)


def _too_large() -> Doubt:
    message = f"a number with more than {MOST_DIGITS} digits is not used here"
    return Doubt("Y033", Grade.ERROR, message, "put it in quotes if it is meant as text")
