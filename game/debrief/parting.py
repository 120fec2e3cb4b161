"""Where tables parted: the month in which their readings lie furthest apart."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Parting:
    """The month in which tables lie furthest apart, and the two that do."""

    month: int
    """From 1."""

    lowest: int
    """The place of the table with the lowest reading, from 0; the first of several."""

    highest: int
    """The place of the table with the highest."""

    readings: tuple[int | None, ...]
    """Every table's reading after the month; none where it was not played."""

    @property
    def spread(self) -> int:
        """Return how far the two lie apart."""
        low, high = self.readings[self.lowest], self.readings[self.highest]
        assert low is not None
        assert high is not None
        return high - low


def parting(courses: Sequence[Sequence[int]]) -> Parting | None:
    """Return where *courses*, each a reading at the start and after every month, lie furthest apart.

    The first such month is told; none where they never differ, or where there is one table alone.
    """
    longest = max(map(len, courses), default=0)
    found = [_parted(courses, month) for month in range(1, longest)]
    widest = max((each for each in found if each), key=lambda each: each.spread, default=None)
    return widest if widest and widest.spread else None


def _parted(courses: Sequence[Sequence[int]], month: int) -> Parting | None:
    """Return how tables lie after a month, none where fewer than two played it."""
    readings = tuple(course[month] if month < len(course) else None for course in courses)
    played = {place: reading for place, reading in enumerate(readings) if reading is not None}
    if len(played) < 2:
        return None
    return Parting(month, min(played, key=played.__getitem__), max(played, key=played.__getitem__), readings)
