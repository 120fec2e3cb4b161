"""Spans: how far moves can carry tracks, added up as a phase adds them (§3.5)."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from game.conditions.ranges import Range

Spans: TypeAlias = Mapping[str, Range]
"""The least and the greatest move of each track; tracks left out do not move."""

STILL: Range = (0, 0)


def added(parts: Iterable[Spans]) -> dict[str, Range]:
    """Return what several moves come to when all are made."""
    total: dict[str, Range] = {}
    for part in parts:
        for track, (low, high) in part.items():
            before = total.get(track, STILL)
            total[track] = (before[0] + low, before[1] + high)
    return total


def one_of(parts: Iterable[Spans]) -> dict[str, Range]:
    """Return what several moves come to when at most one of them is made."""
    total: dict[str, Range] = {}
    for part in parts:
        for track, (low, high) in part.items():
            before = total.get(track, STILL)
            total[track] = (min(before[0], low), max(before[1], high))
    return total


def perhaps(part: Spans) -> dict[str, Range]:
    """Return what a move comes to that may also not be made."""
    return one_of((part,))
