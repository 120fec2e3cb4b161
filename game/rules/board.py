"""The board: many tables in the middle of a month, while the rules play it (§3.4)."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from operator import or_
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rules import questions
from game.rules.cause import Cause
from game.rules.dice import WHOLE, Dice, Draws, Seeds, luck
from game.rules.index import Index
from game.rules.ledger import Happening, HappeningKind, Ledger, Phase
from game.rules.rule import Chance, Fork, Holds, Move, Number, Rule
from game.rules.state import STATE, State
from game.rules.tables import Flags, Tables
from game.rules.tracks import Tracks

FEW = 256
"""Up to so many tables it pays to look whether a rule strikes anywhere at all (measured)."""


class Board(State):
    """Tables opened for one month: readings stand as the phase began, moves gather beside them."""

    def __init__(self, tables: Tables, index: Index, tracks: Tracks, dice: Dice, ledger: Ledger) -> None:
        """Open *tables* for the month that stands open; they stay as they are."""
        self.opened = tables
        self.index = index
        self.tracks = tracks
        self.dice = dice
        self.ledger = ledger
        self.month, self.seeds = tables.month, tables.seeds
        self.layout, self.narrow, self.wide = tables.layout, tables.narrow.copy(), tables.wide.copy()
        vars(self).update((name, array.__get__(self, Board)) for name, array in STATE.items())
        self.moved = np.zeros(self.readings.shape, dtype=tracks.sums)
        self.rows = list(self.moved)
        self.stirred = False
        self.everywhere: Flags = np.ones(tables.count, dtype=np.bool_)
        self.answers: dict[tuple[str, ...], NDArray[Any]] = {}
        self.truths: dict[Holds, Flags] = {}
        self.words: dict[str, Seeds] = {}
        self.drawn: dict[tuple[str, int], Draws] = {}

    picks: NDArray[np.uint8]
    """The card row on every line, shape (sides, slots, tables)."""

    tabled: NDArray[np.int16]
    """The terms each side tables this month, -1 for none, shape (sides, tables)."""

    plays: Flags
    """Which cards are played this month, shape (cards, tables)."""

    wear: NDArray[np.int8]
    """Uses of the same card within three months, shape (sides, slots, tables)."""

    def ask(self, function: str, args: tuple[str, ...]) -> NDArray[Any]:
        """Answer a question of the condition language at every table, once a phase."""
        asked = (function, *args)
        if asked not in self.answers:
            self.answers[asked] = questions.answer(self, function, args)
        return self.answers[asked]

    def held(self, holds: Holds) -> Flags:
        """Return where a condition holds, worked out once a phase; not to be written to."""
        if holds not in self.truths:
            self.truths[holds] = holds(self)
        return self.truths[holds]

    def playing(self, rows: Sequence[int]) -> Flags:
        """Return where any of the cards in these *rows* is played this month."""
        return reduce(or_, [self.plays[row] for row in rows or (0,)])

    def nowhere(self, struck: Flags) -> bool:
        """Return whether a rule strikes at none of few tables; among many, looking costs more."""
        return struck.size <= FEW and not struck.any()

    def spread(self, at: NDArray[np.intp], where: Flags) -> Flags:
        """Return, for all tables, what is true *where* of the tables *at*."""
        struck = np.zeros(self.everywhere.size, dtype=np.bool_)
        struck[at] = where
        return struck

    def lucky(self, chance: Chance | None, where: Flags) -> Flags:
        """Return *where* luck allows; it is drawn only there, and would be the same elsewhere (§13)."""
        if chance is None:
            return where
        if chance.shared:
            return where & (self.shared(chance) < self.parts(chance.percent))
        at = np.flatnonzero(where)
        if not at.size:
            return where
        return self.spread(at, self.draw(chance, at) < self.parts(chance.percent, at))

    def parts(self, percent: int | Number, at: Any = ...) -> Any:
        """Return a percentage, held to 0 and 100, in parts of 65,536: one, or one for each table *at*."""
        if isinstance(percent, int):
            return min(max(percent, 0), 100) * WHOLE // 100
        found = np.asarray(percent(self), dtype=np.int32)
        return np.clip(found[at] if found.ndim else found, 0, 100) * WHOLE // 100

    def draw(self, chance: Chance, at: NDArray[Any], lane: int = 0) -> Draws:
        """Return draws from 0 to 65,535 for the tables *at*."""
        return self.dice.draw(chance.name, self.word(chance, at), lane or chance.lane)

    def word(self, chance: Chance, at: NDArray[Any]) -> Seeds:
        """Return the 64-bit word of luck, four draws, that a chance has at the tables *at* this month."""
        return luck(self.seeds[at], self.month, chance.key)

    def shared(self, chance: Chance) -> Draws:
        """Return the draws of a word that several rules share, for all tables, drawn once a month."""
        asked = (chance.name, chance.lane)
        if asked not in self.drawn:
            if chance.name not in self.words:
                self.words[chance.name] = luck(self.seeds, self.month, chance.key)
            self.drawn[asked] = self.dice.draw(chance.name, self.words[chance.name], chance.lane)
        return self.drawn[asked]

    def follow(self, rule: Rule, where: Flags | None = None) -> Flags:
        """Carry out *rule* wherever it holds and luck allows, and return where that was."""
        if rule.season is not None and self.month not in rule.season:
            return np.zeros_like(self.everywhere)
        if where is not None and self.nowhere(where):
            return where
        struck = self.everywhere if where is None else where
        if rule.holds is not None:
            holds = self.held(rule.holds)
            struck = holds if where is None else struck & holds
        struck = self.lucky(rule.chance, struck)
        self.strike(rule.cause, struck, rule.moves)
        return struck

    def part(self, fork: Fork, where: Flags) -> list[Flags]:
        """Carry out the way that is taken at each fork, and return where each way was taken."""
        held = self.dice.ways.get(fork.chance.name)
        if held is None:
            taken = self._drawn(fork, where)
        else:
            taken = [where & (n == held) for n in range(len(fork.ways))]
        for way, goes in zip(fork.ways, taken, strict=True):
            self.strike(way.cause, goes, way.moves)
        return taken

    def _drawn(self, fork: Fork, where: Flags) -> list[Flags]:
        """Return where luck takes each way of a fork."""
        left = where.copy()
        edge = np.zeros(where.shape, dtype=np.int32)
        draws = np.full(where.shape, WHOLE, dtype=np.int32)
        at = np.flatnonzero(where)
        draws[at] = self.draw(fork.chance, at)
        taken = []
        for way in fork.ways:
            if way.percent is not None:
                edge = edge + self.parts(way.percent)
                goes = left & (draws < edge)
                left &= ~goes
                taken.append(goes)
            else:
                taken.append(left)
        rest = next((n for n, way in enumerate(fork.ways) if way.percent is None), None)
        if rest is not None:
            taken[rest] = left
        return taken

    def strike(self, cause: Cause, struck: Flags, moves: Sequence[Move]) -> None:
        """Add *moves* wherever *struck*; the ledger notes each under its *cause*."""
        if not moves or self.nowhere(struck):
            return
        units = struck.view(np.int8)
        self.stirred = True
        for move in moves:
            row, amount = self.rows[move.row], move.amount
            if amount == 1:
                row += units
            elif amount == -1:
                row -= units
            elif isinstance(amount, int):
                row += units * row.dtype.type(amount)
            else:
                row += units * np.asarray(amount(self))
        if self.ledger.keeps:
            self.note(cause, struck, moves)

    def note(self, cause: Cause, struck: Flags, moves: Sequence[Move]) -> None:
        """Write into the open phase how far *cause* moved the tracks of *moves* where it *struck*."""
        here = struck & self.opened.live
        for move in moves:
            amount = move.amount if isinstance(move.amount, int) else move.amount(self)
            self.ledger.open.append((cause, move.row, here * np.asarray(amount)))

    def settle(self, phase: Phase) -> None:
        """Close a phase: sum the moves, hold every reading to its range, write the ledger (§3.5)."""
        self.answers.clear()
        self.truths.clear()
        if self.ledger.open:
            self.ledger.write(self.month, phase, self.readings, self.tracks)
        if self.stirred:
            self.moved += self.readings
            np.clip(self.moved, self.tracks.low, self.tracks.high, out=self.readings)
            self.moved.fill(0)
            self.stirred = False

    def tell(self, phase: Phase, kind: HappeningKind, cause: Cause, where: Flags, **told: Any) -> None:
        """Tell what came to pass here; nothing where no books are kept."""
        ledger = self.ledger
        if not (ledger.keeps and where[ledger.column] and self.opened.live[ledger.column]):
            return
        seen_by = (cause.owner,) if cause.owner else self.tracks.sides
        happening = Happening(
            self.month, phase, kind, cause.id, cause.side, cause.title, cause.why, cause.cites, seen_by
        )
        ledger.happenings.append(replace(happening, **told))

    def close(self, month: int) -> Tables:
        """Return the tables as they stand now, those that were over before as they stood."""
        return Tables(month, self.seeds, self.layout, self.narrow, self.wide).keep_over(self.opened)
