"""Words that authors borrow from other languages, and what to write here instead of them."""

from collections.abc import Sequence

from game.conditions.syntax import ConditionError
from game.conditions.tokens import Token


def borrowed(text: str, tokens: Sequence[Token], at: int) -> ConditionError | None:
    """Return what to write instead of the words of another language at token number *at*; else nothing."""
    word, before = tokens[at], tokens[at - 1]
    if word.text == "is":
        is_denied = tokens[at + 1].text == "not"
        end, sign = (tokens[at + 1].end, "!=") if is_denied else (word.end, "==")
        return ConditionError("'is' is not used here", word.start, end, f"write '{sign}'")
    if before.text == "if" and at == 1:
        message = "'if' is not used here: a condition only says what must hold"
        return ConditionError(message, before.start, word.start, "leave it out")
    return _chosen(text, tokens, at) if word.text == "if" else None


def _chosen(text: str, tokens: Sequence[Token], at: int) -> ConditionError:
    """Return how 'A if B else C' is written: as numbers that count where a condition holds."""
    message, given = "'if' and 'else' are not used here", tokens[at]
    other = next((token for token in tokens[at:] if token.text == "else"), None)
    if other is None:
        return ConditionError(
            message, given.start, given.end, "write a number times a condition, in brackets"
        )
    one, condition, rest = text[: given.start], text[given.end : other.start], text[other.end :]
    chosen = f"{_factor(one)} * ({condition.strip()})"
    if rest.strip() != "0":
        chosen += f" + {_factor(rest)} * (not ({condition.strip()}))"
    return ConditionError(message, 0, len(text), f"write '{chosen}'")


def _factor(text: str) -> str:
    bare = text.strip()
    return bare if bare.replace(".", "").isalnum() else f"({bare})"
