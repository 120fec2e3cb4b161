"""The work that a function does, counted in steps: the same on every machine, whatever else it is doing."""

import sys
from collections.abc import Callable
from typing import Any


def steps(function: Callable[[], object]) -> int:
    """Return how many calls, Python's own included, a function makes."""
    count = 0

    def counted(_frame: object, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        function()
    finally:
        sys.setprofile(before)
    return count
