"""What forecasts said at many positions, and what play-outs from the hidden truth then did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from game.players.forecast import OUT_OF, Forecaster, forecaster
from game.rules.dice import key, scramble
from game.rules.tables import Flags, Tables
from game.rules.views import view_of
from tests.claims.positions import book
from tests.hidden import positions

GAMES = 300
"""Persona games from which positions are taken, each from another."""

PLAYED_OUT = 200
"""How often each position is played out."""

Said = tuple[int, float]
"""So many in twenty, and in how great a share of the play-outs it happened."""


@dataclass(frozen=True)
class Position:
    """A table of a persona game, the side that looks ahead there, and the sheet it chose."""

    table: Tables
    side: str
    sheet: NDArray[np.int16]


def sampled(count: int) -> Iterator[Position]:
    """Yield positions that go on, month after month, side after side, each from another game."""
    months, sides = positions(book(), GAMES)[:-1], list(book().index.sides)
    found = number = 0
    while found < count:
        month, side = months[number % len(months)], sides[number // len(months) % len(sides)]
        table = month.take(np.array([number * 37 % GAMES]))
        number += 1
        if table.live[0]:
            found += 1
            yield Position(table, side, _sheet(table, side))


def _sheet(table: Tables, side: str) -> NDArray[np.int16]:
    """Return what the side's temper would lay, with other luck than in the game."""
    view = view_of(book().sights[side], table)
    sheet: NDArray[np.int16] = ahead_of(side).players[side].choose(view, scramble(table.seeds ^ key("other")))
    return sheet[:, 0]


@cache
def ahead_of(side: str) -> Forecaster:
    """Return who looks ahead for a side."""
    found = forecaster(book(), side)
    assert found is not None
    return found


def compared(position: Position, number: int) -> Iterator[Said]:
    """Yield all that the forecast says of a position beside what play-outs of the true table do."""
    ahead = ahead_of(position.side)
    dream = ahead.dream(view_of(book().sights[position.side], position.table))
    told = ahead.forecast(dream, position.sheet)
    seeds = scramble(np.arange(PLAYED_OUT, dtype=np.uint64) ^ key(f"truth.{number}"))
    true = position.table.tile(PLAYED_OUT).with_parts(seeds=seeds)
    months = ahead.play_out(true, position.sheet)
    said = {(chance.kind, chance.id): chance.count for chance in told.chances}
    for what, happened in ahead.happened(months).items():
        yield said.get(what, 0), float(happened.mean())
    row = book().index.tracks["tension"]
    for reading in range(11):
        yield _twentieths(told.readings[row] == reading), float((months[0].readings[row] == reading).mean())


def _twentieths(where: Flags) -> int:
    return round(float(where.mean()) * OUT_OF)


def by_count(count: int) -> Mapping[int, list[float]]:
    """Return by count in twenty how often what was said so happened, over *count* positions."""
    found: dict[int, list[float]] = defaultdict(list)
    for number, position in enumerate(sampled(count)):
        for said, happened in compared(position, number):
            found[said].append(happened)
    return found
