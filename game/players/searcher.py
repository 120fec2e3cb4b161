"""Searchers: try sheets on imagined tables, play each to the end, and lay the one that pays (§12).

A searcher improves on a temperament: it draws sheets as that temperament would, a little more freely,
imagines tables that agree with its view, and lets temperaments play them out in all seats, as they are or
as practice has taught them to. All sheets are tried on the same tables with the same luck, so that only the
sheets make the difference.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.players.mixing import settled
from game.players.pace import DecideNow, look
from game.players.persona import PersonaPlayer
from game.players.player import Lines, seat_luck, sheets_for
from game.players.rollout import Rollouts
from game.rules.dice import WHOLE, Seeds, key, lane, scramble
from game.rules.imagine import imagine
from game.rules.rulebook import Rulebook
from game.rules.sheets import Sheets
from game.rules.tables import Tables
from game.rules.views import View, view_of

DRAWS = 2
"""Times as many sheets are drawn as are tried, so that few are tried twice."""

SELDOM = 0.1
"""A sheet less likely than that is not laid at all."""

SURE = 0.8
"""How far two halves of the imagined tables must agree on what replies do before it mixes."""

WORLDS_FROM = 1 << 20
"""Number of the first table imagined for the rivals' replies, beyond those imagined before."""

AT_ONCE = 24_000
"""Imagined tables played at once: what fits a processor's cache."""

Tried = NDArray[np.int16]
"""Sheets to try, shape (tries, slots, tables)."""

Points = NDArray[np.float64]
"""Points of sheets tried, shape (tries, tables)."""


@dataclass(frozen=True)
class Effort:
    """How much a searcher tries; counted, never timed, so that the same seed gives the same game."""

    tries: int
    """Sheets tried a month."""

    worlds: int
    """Imagined tables each of them is played at first."""

    rounds: int = 1
    """Rounds of trial; after each the worse half drops out and the worlds double."""

    kept: int = 8
    """Sheets that go on to be weighed against the rivals' replies."""

    replies: int = 0
    """Sheets of each rival that are reckoned with; none, if rivals are taken to play as their temperament."""

    months: int = 60
    """How many months ahead it plays; the whole rest of the game, if it is shorter."""

    practice: int = 0
    """Games of searchers it has watched, to learn how they play; none, if it goes by temperaments."""


@dataclass(frozen=True)
class Weighing:
    """What a searcher found: the sheets it tried and what each came to."""

    sheets: Tried
    """The sheets."""

    points: Points
    """Mean points of each, minus infinity once it has dropped out."""

    mix: Points | None = None
    """How likely each is to be laid; the best one, if none."""

    @property
    def best(self) -> NDArray[np.intp]:
        """Return the number of the best sheet at each table, or of the likeliest."""
        return np.argmax(self.points if self.mix is None else self.mix, axis=0)

    def drawn(self, seeds: Seeds) -> NDArray[np.intp]:
        """Return the number of the sheet to lay at each table, drawn where it mixes."""
        if self.mix is None:
            return self.best
        likely = np.where(self.mix >= SELDOM, self.mix, 0)
        edges = np.cumsum(likely, axis=0)
        mark = lane(scramble(seeds ^ key("mix")), 0) / WHOLE * edges[-1]
        return (edges <= mark).sum(axis=0)


@dataclass(frozen=True)
class Searcher:
    """A computer player that looks ahead."""

    book: Rulebook
    """The rules it knows."""

    side: str
    """Whose seat it fills."""

    tempers: Mapping[str, PersonaPlayer]
    """The temperament of each side, from which sheets to try are drawn."""

    expected: Callable[[], Mapping[str, PersonaPlayer]]
    """Returns how it expects each side to play on, itself included; only the first time takes a moment."""

    effort: Effort
    """How much it tries."""

    def practise(self) -> None:
        """Learn now how each side may play, and not before the first sheet."""
        _ = self.others

    @property
    def others(self) -> Mapping[str, PersonaPlayer]:
        """Return how it expects each side to play on, itself included."""
        return self.expected()

    def choose(self, view: View, seeds: Seeds) -> Lines:
        """Return the best of the sheets it tried, at every table; one of several where it mixes."""
        lines = np.zeros((len(self.book.index.slots), view.count), dtype=np.int16)
        at_once = max(1, AT_ONCE // (self.effort.tries * self.effort.worlds))
        for first in range(0, view.count, at_once):
            part = np.arange(first, min(view.count, first + at_once))
            found = self.weigh(view.take(part), seeds[part])
            lines[:, part] = np.take_along_axis(found.sheets, found.drawn(seeds[part])[None, None], axis=0)[0]
        return lines

    def weigh(self, view: View, seeds: Seeds) -> Weighing:
        """Return what each sheet it tries comes to, at every table in *view*; told to decide, so far."""
        found = self._halved(view, seeds)
        if not self.effort.replies:
            return found
        try:
            return self._mixed(view, seeds, found)
        except DecideNow:
            return found

    def ahead(self, month: int) -> int:
        """Return how many months of imagined games it plays before it lays its sheet of a *month*."""
        months = min(self.book.months, month + self.effort.months - 1) - month + 1
        return months * (self.effort.rounds + bool(self.effort.replies))

    def proposals(self, view: View, seeds: Seeds, count: int) -> Tried:
        """Return sheets to try: its temperament's own, and freer ones, as many different ones as it finds."""
        times = np.arange(count * DRAWS)
        at = np.tile(np.arange(view.count), times.size)
        luck = scramble(seeds[at] ^ np.repeat(scramble(times.astype(np.uint64) + key("try")), view.count))
        own = self.tempers[self.side]
        draws = own.freer.choose(view.take(at), luck)
        draws = draws.reshape(len(draws), times.size, view.count).transpose(1, 0, 2)
        return distinct(np.concatenate([own.choose(view, seeds)[None], draws]), count)

    def tried(self, view: View, seeds: Seeds, sheets: Tried, worlds: int) -> Points:
        """Return the points of *sheets*, summed over so many imagined *worlds*."""
        dreamt = self._imagined(view, seeds, 0, worlds)
        return self._won(sheets, dreamt, sheets_for(self.book, self.others, dreamt))

    def _won(self, sheets: Tried, dreamt: Tables, orders: Sheets) -> Points:
        """Return the points of *sheets*, summed over *dreamt* tables, *orders* laid in all other seats."""
        tries, _slots, count = sheets.shape
        worlds, row = dreamt.count // count, self.book.index.sides[self.side]
        across = np.tile(np.arange(dreamt.count), tries)
        laid = orders[..., across]
        laid[row] = _spread(sheets, worlds)
        won = self.rollouts.worth(dreamt.take(across), laid)[row]
        return won.reshape(tries, count, worlds).sum(axis=2)

    def _halved(self, view: View, seeds: Seeds) -> Weighing:
        """Try sheets against the temperaments' own; after every round the worse half drops out.

        Before the first round its temperament's own sheet, which is the first, counts as the best.
        """
        sheets = self.proposals(view, seeds, self.effort.tries)
        tables = np.arange(view.count)
        left = np.repeat(np.arange(len(sheets))[:, None], view.count, axis=1)
        total, count = np.zeros(left.shape), np.zeros(left.shape)
        worlds, begun, twice = self.effort.worlds, 0, repeated(sheets)
        points = np.where(twice, -np.inf, 0.0)
        every = worlds * (2**self.effort.rounds - 1)
        with suppress(DecideNow):
            dreamt = self._imagined(view, seeds, 0, every)
            orders = sheets_for(self.book, self.others, dreamt)
            while begun < every:
                trial = np.take_along_axis(sheets, left[:, None], axis=0)
                these = (tables[:, None] * every + np.arange(begun, begun + worlds)).ravel()
                total[left, tables] += self._won(trial, dreamt.take(these), orders[..., these])
                count[left, tables] += worlds
                begun, worlds = begun + worlds, worlds * 2
                points = np.where((count == begun) & ~twice, total / np.maximum(count, 1), -np.inf)
                left = np.argsort(-points, axis=0, kind="stable")[: (len(left) + 1) // 2]
        return Weighing(sheets, points)

    def _mixed(self, view: View, seeds: Seeds, found: Weighing) -> Weighing:
        """Weigh the best sheets again against rivals who look for their own, and mix where it matters."""
        best = np.argsort(-found.points, axis=0, kind="stable")[: self.effort.kept]
        sheets = np.take_along_axis(found.sheets, best[:, None], axis=0)
        alone = np.take_along_axis(found.points, best, axis=0)
        dreamt = self._imagined(view, seeds, WORLDS_FROM, self.effort.worlds)
        rivals = {side: self._replies(side, dreamt, view.count) for side in self.others if side != self.side}
        halves = self._joint(dreamt, {self.side: sheets, **rivals})
        mix = settled(halves.mean(axis=0))[0].T
        first = np.arange(len(sheets))[:, None] == np.argmax(alone, axis=0)
        return Weighing(sheets, alone, np.where(_agreed(halves) >= SURE, mix, first))

    def _joint(self, dreamt: Tables, sheets: Mapping[str, Tried]) -> NDArray[np.float64]:
        """Return what every choice of *sheets* by side is worth to each side, in the order given.

        The shape is (halves, sides, tables, sheets of the first, sheets of the second …), the imagined
        tables cut into two halves, so that it can be seen what of it is chance.
        """
        counts = [len(each) for each in sheets.values()]
        tables = next(iter(sheets.values())).shape[2]
        picks = np.stack(np.unravel_index(np.arange(np.prod(counts)), counts))
        rows = [self.book.index.sides[side] for side in sheets]
        across = np.tile(np.arange(dreamt.count), picks.shape[1])
        laid = np.zeros((len(rows), len(self.book.index.slots), across.size), dtype=np.int16)
        for row, pick, each in zip(rows, picks, sheets.values(), strict=True):
            laid[row] = _spread(each[pick], dreamt.count // tables)
        won = self.rollouts.worth(dreamt.take(across), laid)[rows]
        halves = won.reshape(len(rows), picks.shape[1], tables, 2, -1).mean(axis=4)
        return halves.transpose(3, 0, 2, 1).reshape(2, len(rows), tables, *counts)

    def _replies(self, side: str, dreamt: Tables, count: int) -> Tried:
        """Return sheets that a rival may lay, as its temperament would, a little more freely."""
        look()
        view = view_of(self.book.sights[side], dreamt)
        draws = self.tempers[side].freer.choose(view, seat_luck(dreamt.seeds, side))
        draws = draws.reshape(len(draws), count, -1).transpose(2, 0, 1)
        return distinct(draws, self.effort.replies)

    def _imagined(self, view: View, seeds: Seeds, begun: int, worlds: int) -> Tables:
        """Return *worlds* imagined tables for every table in view, from number *begun* on."""
        spread = np.repeat(np.arange(view.count), worlds)
        numbers = np.tile(np.arange(begun, begun + worlds, dtype=np.uint64), view.count)
        return imagine(self.book, view.take(spread), scramble(seeds[spread] ^ scramble(numbers)))

    @property
    def rollouts(self) -> Rollouts:
        """Return how it plays imagined tables on."""
        return Rollouts(self.book, self.others, self.effort.months)


def distinct(sheets: Tried, count: int) -> Tried:
    """Return *count* of the *sheets* at every table, none twice while there are others."""
    first = np.argsort(repeated(sheets), axis=0, kind="stable")[:count]
    return np.take_along_axis(sheets, first[:, None], axis=0)


def repeated(sheets: Tried) -> NDArray[np.bool_]:
    """Return which *sheets* are the same as one before them, shape (tries, tables)."""
    codes = np.zeros((len(sheets), sheets.shape[2]), dtype=np.int64)
    for slot in range(sheets.shape[1]):
        codes = codes << 16 | sheets[:, slot]
    again = np.zeros(codes.shape, dtype=np.bool_)
    for row in range(1, len(codes)):
        again[row] = (codes[:row] == codes[row]).any(axis=0)
    return again


def _agreed(halves: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far both halves agree on what the replies make of each sheet, shape (tables,).

    1 where they are of one mind, 0 where what they see is chance.
    """
    tables, tries = halves.shape[2:4]
    flat = halves[:, 0].reshape(2, tables, tries, -1)
    flat = flat - flat.mean(axis=3, keepdims=True) - flat.mean(axis=2, keepdims=True)
    one, other = (flat - flat.mean(axis=(2, 3), keepdims=True)).reshape(2, tables, -1)
    both = np.sqrt((one * one).sum(axis=1) * (other * other).sum(axis=1))
    return np.clip((one * other).sum(axis=1) / np.where(both > 0, both, 1), 0, 1)


def _spread(sheets: Tried, worlds: int) -> Lines:
    """Return *sheets* laid out flat, each at so many *worlds* of its table."""
    return np.repeat(sheets, worlds, axis=2).transpose(1, 0, 2).reshape(sheets.shape[1], -1)
