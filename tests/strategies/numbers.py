"""Numbers: seeds, and spans whose ends come more often than what lies between."""

from hypothesis import strategies as st

SEEDS = st.integers(0, 2**64 - 1)
"""Seeds of a game."""

FEW_SEEDS = st.integers(0, 10**6)
"""Seeds of a game, and of what else is drawn by luck of its own."""

OPERANDS = st.lists(st.integers(-128, 127), min_size=1, max_size=40)
"""Numbers that a word of a rule program is followed by."""

TABLE = st.lists(st.integers(-300, 300), min_size=1, max_size=300)
"""Numbers that are looked up in a table."""


def either_end(low: int, high: int) -> st.SearchStrategy[int]:
    """Return whole numbers from *low* to *high*, the ends more often than others."""
    return st.one_of(st.sampled_from((low, high)), st.integers(low, high))
