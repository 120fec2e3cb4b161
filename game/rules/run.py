"""A run of a program in numpy: its rows, and what it is played on.

Masks are truths here, and numbers the narrowest that hold them, so that a row takes few bytes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from game.rules.cause import Cause
from game.rules.dice import LANES, Dice, Draws, Seeds, lane, luck, scramble
from game.rules.ledger import Ledger
from game.rules.program import Hushed, Program
from game.rules.tracks import Tracks

Row = NDArray[Any]
"""What a row holds, shape (tables,)."""

Carrying = Callable[["Run", "Step"], object]
"""How a word is carried out; what is true of its answer makes the run go on at the step's number."""


@dataclass(frozen=True)
class Step:
    """One step as the machine takes it."""

    carry_out: Carrying
    """What it does."""

    to: int
    first: int
    second: int
    number: int
    more: int
    kind: np.dtype[Any]
    table: NDArray[Any]
    """What a LOOK looks up."""


@dataclass
class Run:
    """One run of a program."""

    program: Program
    rows: list[Row]
    seeds: Seeds
    """One a table (§13)."""
    month: int
    under: "Underway | None" = None
    """What it is played on, if it is a month of tables."""
    asked: dict[tuple[int, int], Draws] = field(default_factory=dict)
    """What dice gave that may be held, by the chance with its lane and the month."""

    @property
    def tables(self) -> int:
        """Return how many tables there are."""
        return self.seeds.size

    def go(self, steps: Sequence[Step]) -> Self:
        """Carry out all *steps*."""
        at, end = 0, len(steps)
        while at < end:
            step = steps[at]
            at = step.number if step.carry_out(self, step) else at + 1
        return self

    def draw(self, step: Step) -> tuple[NDArray[np.intp], Draws]:
        """Return at which tables a chance matters, and its draws there."""
        at = self.rows[step.first].nonzero()[0]
        if self.on.dice.held and at.size:
            return at, self._held(step.number)[at]
        name, number = divmod(step.number, LANES)
        words = luck(self.seeds[at], self.month, self.program.keys[name])
        return at, self.on.dice.draw(self.program.names[name], words, number)

    def drawn(self, step: Step) -> Draws:
        """Return what the luck of a seat draws, or the tables' own if none is named; no dice hold it."""
        keys, (name, number) = self.program.keys, divmod(step.number, LANES)
        seeds = self.seeds if step.more < 0 else scramble(self.seeds ^ keys[step.more])
        return lane(luck(seeds, self.month, keys[name]), number)

    def _held(self, number: int) -> Draws:
        """Return the draws of dice that may be held, asked for once a month wherever they matter at all."""
        asked = (number, self.month)
        if asked not in self.asked:
            name, which = divmod(number, LANES)
            words = luck(self.seeds, self.month, self.program.keys[name])
            self.asked[asked] = self.on.dice.draw(self.program.names[name], words, which)
        return self.asked[asked]

    def known(self, cause: Cause | Hushed) -> Cause:
        """Return a cause as it is known at the table whose books are kept."""
        if isinstance(cause, Hushed):
            return cause.cause if self.rows[cause.row][self.on.ledger.column] else cause.quiet
        return cause

    @property
    def on(self) -> "Underway":
        """Return what it is played on."""
        assert self.under is not None
        return self.under


@dataclass(frozen=True)
class Underway:
    """What a month is played on."""

    live: NDArray[np.bool_]
    """Where the game went on when the month began."""
    readings: NDArray[np.int8]
    """The readings as they stand, shape (tracks, tables)."""
    moved: NDArray[Any]
    """How far the phase that runs has moved each track so far, shape (tracks, tables)."""
    tracks: Tracks
    dice: Dice
    ledger: Ledger
