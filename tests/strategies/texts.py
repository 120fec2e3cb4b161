"""Texts: those that people write, with every sign that means something to a reader of ours."""

from typing import Any

from hypothesis import strategies as st

MARKED = st.text(alphabet="ab*[]()\\ \n한", max_size=40)
"""Texts laced with the signs of the small markup."""

WORDS = st.lists(st.text(alphabet="abcd한국", min_size=1, max_size=14), max_size=20)
"""Words of a line, some of them longer than it."""

MARKED_LINES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200).flatmap(
    lambda line: st.tuples(st.just(line), st.integers(0, len(line)), st.integers(1, 250))
)
"""Lines of anything that can be written, a place in them, and a length to be marked from there."""

BYTES = st.binary(max_size=200)
"""What may stand in a file that is none of ours."""

QUOTED = st.lists(st.text("ab가'\"\\:#>=", min_size=1, max_size=6), min_size=1, max_size=12)
"""Words that YAML writes in quotes, or has to."""

ODD = st.text("abcxyz가나 :#'\"-,[]{}&*!|>%@`\\\n\t", max_size=12)
"""Texts of all the signs that mean something in YAML."""

NESTED = st.recursive(ODD, lambda inner: st.lists(inner, max_size=4), max_leaves=12)
"""Such texts, in lists of lists."""

RAW_YAML = st.text("ab:-#'\"[]{},&*!|>%@?\n \t0", max_size=60)
"""What may stand in a YAML file, well formed or not."""

_KEYS = st.sampled_from("abcd")
_SINGLE = st.one_of(st.integers(0, 9), st.sampled_from(["x", "y"]), st.lists(st.integers(0, 3), max_size=2))


def _blocks(leaf: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return blocks within blocks, as a scenario and its variant write them."""
    inner = st.recursive(
        leaf, lambda each: st.dictionaries(_KEYS, each, min_size=1, max_size=4), max_leaves=12
    )
    return st.dictionaries(_KEYS, inner, min_size=1, max_size=4)


PARENTS = _blocks(_SINGLE)
"""What a variant extends."""

CHILDREN = _blocks(st.one_of(_SINGLE, st.none()))
"""What a variant says; null takes a piece away."""
