"""Registers: a program's steps without those nobody reads, in as few rows as they need."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from game.rules.words import BLIND, LEAPS, PAIRED

Steps = list[list[int]]


@dataclass(frozen=True)
class Packed:
    """Steps over rows that are shared by values which are not needed at the same time."""

    steps: Steps
    rows: int
    places: Mapping[int, int]
    """Where each row that keeps its place has gone."""


def read(step: Sequence[int]) -> list[int]:
    """Return the rows that a step reads beside the one it writes."""
    word, _, first, second, _, _ = step
    return [] if word in BLIND else [first, second] if word in PAIRED else [first]


def without(steps: Steps, unwanted: Collection[int]) -> Steps:
    """Return the steps but for those at *unwanted* places; leaps lead where they led."""
    now_at, kept = [], 0
    for place in range(len(steps) + 1):
        now_at.append(kept)
        kept += place not in unwanted
    return [
        [*step[:4], now_at[step[4]], step[5]] if step[0] in LEAPS else step
        for place, step in enumerate(steps)
        if place not in unwanted
    ]


def needed(steps: Steps, fresh: Collection[int]) -> Steps:
    """Return the steps but for those that make a *fresh* value which is never read, and empty leaps."""
    wanted: set[int] = set()
    unwanted: set[int] = set()
    for place in range(len(steps) - 1, -1, -1):
        step = steps[place]
        if (step[1] in fresh and step[1] not in wanted) or (
            step[0] in LEAPS and all(each in unwanted for each in range(place + 1, step[4]))
        ):
            unwanted.add(place)
        else:
            wanted.update(read(step))
    return without(steps, unwanted)


def packed(steps: Steps, given: Iterable[int], rows: int, fresh: Collection[int]) -> Packed:
    """Return the steps in few rows: first the *given* ones, then those that keep their place, then values."""
    places = {row: place for place, row in enumerate(given)}
    for row in range(rows):
        if row not in fresh:
            places.setdefault(row, len(places))
    last = {row: place for place, step in enumerate(steps) for row in (step[1], *read(step)) if row in fresh}
    free: list[int] = []
    top, found = len(places), []
    for place, step in enumerate(steps):
        if step[1] not in places:
            places[step[1]] = free.pop() if free else top
            top = max(top, places[step[1]] + 1)
        found.append(_at(step, places))
        free += [places[row] for row in {step[1], *read(step)} if last.get(row) == place]
    return Packed(found, top, places)


def _at(step: Sequence[int], places: Mapping[int, int]) -> list[int]:
    """Return a step over the rows where they have gone."""
    word, to, first, second, number, more = step
    first = first if word in BLIND else places[first]
    second = places[second] if word in PAIRED else second
    return [word, places[to], first, second, number, more]
