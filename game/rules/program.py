"""Programs: what happens in a month at every table, as words over rows (§3.4)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rules.cause import Cause
from game.rules.dice import LANES
from game.rules.ledger import HappeningKind, Phase
from game.rules.registers import read
from game.rules.words import DRAWN, LEAPS, Word

Input = tuple[str, int | str]
"""What a row holds at first: an array of state and the row of it, the month, or a number by its name."""

STEP = 6
"""Numbers of a step: the word, the row it writes, two rows it reads, a number, and something more."""

WORDS = frozenset(Word)
"""The words there are, looked up for every step of every program."""


@dataclass(frozen=True)
class Hushed:
    """A cause that is known under another name while a line is private."""

    row: int
    """The row that holds whether the line is declared."""

    quiet: Cause
    """The cause while it is not."""

    cause: Cause
    """The cause once it is."""

    def at(self, places: Mapping[int, int]) -> "Hushed":
        """Return the same with its row where it has gone."""
        return replace(self, row=places[self.row])


@dataclass(frozen=True)
class Telling:
    """What a TELL tells."""

    phase: Phase
    kind: HappeningKind
    cause: Cause | Hushed
    told: Mapping[str, Any]
    """What it tells otherwise than its cause does."""

    number: int | None = None
    """The row whose number it is known by, if it has no name."""

    def at(self, places: Mapping[int, int]) -> "Telling":
        """Return the same with its rows where they have gone."""
        cause = self.cause.at(places) if isinstance(self.cause, Hushed) else self.cause
        return replace(self, cause=cause, number=None if self.number is None else places[self.number])


@dataclass(frozen=True, eq=False)
class Program:
    """Words over rows, one lane a table; the rows it is given come first."""

    steps: NDArray[np.int64]
    """Shape (steps, 6)."""

    kinds: tuple[np.dtype[Any], ...]
    """The narrowest type of number that holds what each step writes."""

    inputs: tuple[Input, ...]
    """What the first rows hold."""

    rows: int
    """How many rows there are."""

    month: int
    """The row of the month, -1 if none."""

    names: tuple[str, ...]
    """The chances it draws by."""

    keys: NDArray[np.uint64]
    """Their keys (§13)."""

    looks: NDArray[np.int64]
    """All tables that are looked up, end to end."""

    causes: tuple[Cause | Hushed, ...]
    """What strikes; a step names the place."""

    tellings: tuple[Telling, ...]
    """What is told; a step names the place."""

    sums: Mapping[int, int]
    """The track whose moves gather in a row, by the row."""

    results: tuple[int, ...]
    """Rows that are handed over at the end, beside the state."""

    @property
    def kinds_of_sums(self) -> list[np.dtype[Any]]:
        """Return the types of number that sums of moves need."""
        return [kind for step, kind in zip(self.steps, self.kinds, strict=True) if step[1] in self.sums]

    @property
    def width(self) -> int:
        """Return how many bytes hold any number that it works with."""
        return max((kind.itemsize for kind in self.kinds), default=1)


def check(program: Program) -> Program:
    """Return *program*; one that reads or writes past its rows, tables or steps is a ValueError."""
    for place, step in enumerate(program.steps.tolist()):
        if not _sound(program, place, step):
            raise ValueError(f"step {place} of a program is unsound: {step}")
    return program


def _sound(program: Program, place: int, step: list[int]) -> bool:
    """Return whether a step stays within its program."""
    word, to, _, _, number, more = step
    if word not in WORDS or not all(0 <= row < program.rows for row in (to, *read(step))):
        return False
    within: dict[int, bool] = {
        **dict.fromkeys(LEAPS, place < number <= len(program.steps)),
        **dict.fromkeys(DRAWN, 0 <= number < LANES * len(program.keys)),
        **dict.fromkeys((Word.STRIKE, Word.STRIKEV), -1 <= more < len(program.causes)),
        **dict.fromkeys((Word.DIVI, Word.MODI), number != 0),
        Word.LOOK: 0 <= number < number + more <= program.looks.size,
        Word.TELL: 0 <= more < len(program.tellings),
        Word.CLOSE: 0 <= more < len(Phase),
    }
    return within.get(word, True)
