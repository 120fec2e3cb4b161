"""The small scenario of the builders, written out as an author's file."""

import yaml

from tests.builders import SMALL

SMALL_TEXT = yaml.safe_dump(SMALL, sort_keys=False, allow_unicode=True)


def with_slip(old: str, new: str) -> str:
    """Return the file with its one *old* written as *new*."""
    assert SMALL_TEXT.count(old) == 1, f"{old!r} stands there {SMALL_TEXT.count(old)} times"
    return SMALL_TEXT.replace(old, new)
