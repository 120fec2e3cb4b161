"""Matches: what people do at a table, in any order."""

from hypothesis import strategies as st

from tests.match.matches import SIDES

ACTS = st.lists(
    st.tuples(st.sampled_from(["lay", "undo", "seal"]), st.sampled_from(SIDES), st.integers(0, 10**6)),
    max_size=25,
)
"""A verb, who uses it, and the luck by which an order is drawn."""

ORDERS_OF_SEALING = st.permutations(SIDES)

MONTHS = st.integers(0, 4)
"""How long a game has been played before it is looked at."""
