"""The words and signs of a condition, and what to write instead of those it does not use."""

import re
from typing import NamedTuple

from game.conditions.bounds import DIGITS
from game.conditions.syntax import ConditionError

COMPARED = ("==", "!=", "<=", ">=", "<", ">")
"""Signs of comparison."""

MOST_TOLD = 12
"""Signs told of at most in one text."""

UNQUOTED = "write names without quotes"

WORDS = frozenset({"and", "or", "not", "in", "true", "false"})
"""Words that no track can be called."""


class Token(NamedTuple):
    """A word or a sign and its place in the text."""

    kind: str
    """One of number, name, word, sign; or end."""

    text: str
    start: int
    end: int


_TOKEN = re.compile(
    r"""(?P<space>\s+)
    | (?P<mixed>[0-9]+(?:\.[0-9]|[^\W\d])\w*)
    | (?P<number>[0-9]+)
    | (?P<name>[^\W\d]\w*(?:\.[^\W\d]\w*)?)
    | (?P<wrong>&&? | \|\|? | => | =< | <> | === | !(?!=) | =(?!=) | \*\* | /(?!/) | ["'“”‘’] | [≥≤≠×−÷])
    | (?P<sign>== | != | <= | >= | // | [-+*%<>(),])""",
    re.VERBOSE,
)

_INSTEAD = {
    "&&": "write 'and'",
    "&": "write 'and'",
    "||": "write 'or'",
    "|": "write 'or'",
    "=>": "write '>='",
    "≥": "write '>='",
    "=<": "write '<='",
    "≤": "write '<='",
    "<>": "write '!='",
    "≠": "write '!='",
    "===": "write '=='",
    "=": "write '=='",
    "!": "write 'not'",
    "/": "write '//', which leaves out the remainder",
    "÷": "write '//', which leaves out the remainder",
    "×": "write '*'",
    "−": "write '-'",
    "**": "there are no powers; write a * a",
}


def tokens(text: str) -> list[Token]:
    """Return the words and signs of a *text*, an end mark last; a ConditionError names all others."""
    found, wrong, at = [], list[ConditionError](), 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        end = match.end() if match else at + 1
        try:
            if match is None:
                raise ConditionError(f"'{text[at]}' is not used here", at, end)
            if match.lastgroup != "space":
                found.append(_token(str(match.lastgroup), match.group(), at, end))
        except ConditionError as slip:
            wrong.append(slip)
        at = end
    if wrong:
        wrong[0].more = tuple(each for each in wrong[1:MOST_TOLD] if each.hint not in ("", UNQUOTED))
        raise wrong[0]
    return [*found, Token("end", "", len(text), len(text))]


def _token(kind: str, text: str, start: int, end: int) -> Token:
    """Return one word or sign, unless the language does not use it."""
    if kind == "wrong":
        hint = _INSTEAD.get(text, UNQUOTED)
        raise ConditionError(f"'{text}' is not used here", start, end, hint)
    if kind == "mixed":
        raise ConditionError(f"'{text}' is not a whole number", start, end)
    if kind == "number" and len(text) > DIGITS:
        raise ConditionError(f"a number has at most {DIGITS} digits", start, end)
    if text in WORDS:
        return Token("word", text, start, end)
    if text.lower() in WORDS:
        raise ConditionError(f"'{text}' is not used here", start, end, f"write '{text.lower()}'")
    return Token(kind, text, start, end)
