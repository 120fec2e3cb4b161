"""Shapes on a screen: lengths to be cut, boxes, and where they stand."""

from hypothesis import strategies as st

CUTS = st.lists(st.one_of(st.integers(0, 40), st.floats(0.1, 5)), min_size=1, max_size=6)
"""The parts of a length: pixels, and shares of the rest."""

LENGTHS = st.integers(400, 3000)
GAPS = st.integers(0, 20)
WIDTHS = st.integers(40, 400)

BOXES = st.tuples(*[st.integers(-50, 50)] * 2, *[st.integers(1, 60)] * 2)
"""Left, top, width and height."""

PLACES = st.tuples(*[st.integers(-50, 50)] * 2)
