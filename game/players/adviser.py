"""Advisers: two voices in a capital, each with a known bias, who say what they expect of a month (§12)."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.players.forecast import OUT_OF
from game.players.player import Player, sheets_for
from game.players.roster import temperaments, tempered
from game.rules.adjudicate import adjudicate
from game.rules.dice import key, scramble
from game.rules.imagine import imagine
from game.rules.index import HOLD
from game.rules.rulebook import Rulebook
from game.rules.sheets import Order, Sheets, order_of
from game.rules.tables import Tables
from game.rules.views import View

VOICES = 2
"""Advisers of a side."""

WORLDS = 100
"""Tables an adviser imagines."""


@dataclass(frozen=True)
class Expected:
    """What an adviser expects of the open month; it comes true or it does not."""

    count: int
    """How sure it is, in so many of twenty."""

    track: str = ""
    """The track that rises, falls or stays, where it is about one."""

    way: int = 0
    """1 where the track rises, -1 where it falls, 0 where it stays."""

    side: str = ""
    """The rival, where it is about one."""

    card: str = HOLD
    """What the rival does in its first slot."""

    def came_true(self, book: Rulebook, before: Tables, after: Tables) -> bool:
        """Return whether one table's month went as expected."""
        if self.track:
            row = book.index.tracks[self.track]
            return int(np.sign(int(after.readings[row, 0]) - int(before.readings[row, 0]))) == self.way
        return _laid(book, after, self.side) == self.card


@dataclass(frozen=True)
class Advice:
    """What an adviser says to a side."""

    sheet: Mapping[str, Order]
    """What it would lay, by slot."""

    expected: tuple[Expected, ...]
    """What it expects."""


@dataclass(frozen=True)
class Adviser:
    """Sees the world by one temperament, and takes rivals to be of one kind."""

    book: Rulebook
    side: str
    persona: str
    """Its temperament in the scenario: its bias, which is known."""
    players: Mapping[str, Player]
    """How it expects every side to play."""

    def advise(self, view: View) -> Advice:
        """Return what it says to a one-table *view*, of the gauge and of every rival."""
        seeds = scramble(np.arange(WORLDS, dtype=np.uint64) ^ key(f"adviser.{self.persona}.{view.month}"))
        dreamt = imagine(self.book, view, seeds)
        sheets = sheets_for(self.book, self.players, dreamt)
        after = adjudicate(self.book, dreamt, sheets)
        rivals = [side for side in self.book.index.sides if side != self.side]
        acts = [self._act(side, sheets) for side in rivals]
        return Advice(self._sheet(sheets), (self._moves(_gauge(self.book), dreamt, after), *acts))

    def _sheet(self, sheets: Sheets) -> dict[str, Order]:
        """Return on every line what its temperament lays most often."""
        own = sheets[self.book.index.sides[self.side]]
        return {
            slot: order_of(self.book, self.side, _most(own[row])[0])
            for slot, row in self.book.index.slots.items()
        }

    def _moves(self, track: str, before: Tables, after: Tables) -> Expected:
        """Return which way a track moves most often."""
        row = self.book.index.tracks[track]
        moved = np.sign(after.readings[row].astype(np.int16) - before.readings[row])
        way, count = _most(moved)
        return Expected(count, track=track, way=way)

    def _act(self, side: str, sheets: Sheets) -> Expected:
        """Return what a rival does most often in its first slot."""
        number, count = _most(sheets[self.book.index.sides[side], 0])
        return Expected(count, side=side, card=order_of(self.book, side, number).card)


def advisers(book: Rulebook, side: str) -> tuple[Adviser, ...]:
    """Return a side's advisers, one a temperament; nobody where a side has none to be expected of it.

    The first expects rivals of the first temperament, the second of the second, where there is one.
    """
    found = {each: temperaments(book, each) for each in book.index.sides}
    if not all(found.values()):
        return ()
    return tuple(
        Adviser(book, side, name, {each: _player(book, names, n) for each, names in found.items()})
        for n, name in enumerate(found[side][:VOICES])
    )


def _gauge(book: Rulebook) -> str:
    """Return the track that is watched most: the first with bands."""
    tracks = book.scenario.tracks
    return next((name for name, track in tracks.items() if track.bands), next(iter(tracks)))


def _player(book: Rulebook, names: tuple[str, ...], number: int) -> Player:
    return tempered(book, names[min(number, len(names) - 1)])


def _laid(book: Rulebook, after: Tables, side: str) -> str:
    """Return the card that *side* laid in its first slot in the month before *after*."""
    return list(book.index.cards)[int(after.recent[0, book.index.sides[side], 0, 0])]


def _most(values: NDArray[np.int16]) -> tuple[int, int]:
    """Return the most frequent of *values*, and in how many of twenty it stands."""
    found, times = np.unique(values, return_counts=True)
    best = int(times.argmax())
    return int(found[best]), round(OUT_OF * int(times[best]) / values.size)
