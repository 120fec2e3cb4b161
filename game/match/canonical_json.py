"""Canonical JSON: one spelling for one value, so that the same game gives the same bytes."""

import json
from typing import Any


def canonical(value: Any) -> bytes:
    """Return *value* as JSON in ASCII, keys sorted, without blanks or a line end."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")
