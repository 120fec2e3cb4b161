"""Expressions: sums and conditions of any size that is read."""

from random import Random

from hypothesis import strategies as st

from game.conditions.bounds import FARTHEST
from game.conditions.condition import Expression
from game.conditions.syntax import ConditionError

WRITTEN = (0, 1, 2, 3, 7, 40, 99, 100, 127, 128, 129, 200, 255, 256, 300, 32_767, 65_536, 999_999_999)


def amounts(names: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Return texts of whole-number expressions over *names*, none of which is refused as too large."""
    return st.integers(0, 2**32).map(lambda seed: _amount(Random(seed), names, 3)).filter(_readable)


def truths(names: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Return texts of conditions that compare such numbers."""
    parts = (amounts(names), st.sampled_from(("==", "!=", "<", "<=", ">", ">=")), amounts(names))
    return st.tuples(*parts).map(" ".join)


def _amount(luck: Random, names: tuple[str, ...], depth: int) -> str:
    """Return the text of an expression of some levels."""
    if depth == 0 or luck.random() < 0.3:
        return luck.choice((*names, *names, str(luck.choice(WRITTEN))))
    left, right = _amount(luck, names, depth - 1), _amount(luck, names, depth - 2 if depth > 1 else 0)
    return luck.choice(
        (
            f"({left} {luck.choice('+-*')} {right})",
            f"({left} {luck.choice(('//', '%'))} {luck.choice((-3, -1, 1, 2, 100))})",
            f"{luck.choice(('min', 'max'))}({left}, {right})",
            f"abs({left})",
            f"(-{left})",
            f"({luck.choice(WRITTEN)} * ({left} < {right}))",
        )
    )


def _readable(text: str) -> bool:
    """Return whether an amount is read, and is no plain number that is larger than any move."""
    try:
        constant = Expression(text).constant
    except ConditionError:
        return False
    return constant is None or abs(constant) <= FARTHEST
