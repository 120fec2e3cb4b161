"""The plain machine: carries programs out step by step in numpy, and keeps the books (§3.4, §14).

It is the reference that any other machine must agree with to the last bit.
"""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rules.carrying import CARRIED_OUT
from game.rules.dice import FAIR, Dice, Seeds
from game.rules.ledger import SILENT, Ledger
from game.rules.program import Program
from game.rules.run import Row, Run, Step, Underway
from game.rules.state import STATE
from game.rules.tables import Tables
from game.rules.tracks import Tracks
from game.rules.words import Word


class Machine:
    """Carries one program out."""

    def __init__(self, program: Program, tracks: Tracks | None = None) -> None:
        """Make ready to carry a *program* out, over *tracks* if it moves any."""
        self.program, self.tracks = program, tracks
        self.steps = taken(program)
        self.kind = max((program.kinds_of_sums), key=lambda kind: kind.itemsize, default=np.dtype(np.int8))

    def play(
        self, tables: Tables, sheets: Row | None = None, dice: Dice = FAIR, ledger: Ledger = SILENT
    ) -> tuple[Tables, NDArray[np.int64]]:
        """Return *tables* as they stand at the end of the program, and the rows it hands over.

        Tables that were over before stay as they were; the month is turned as the program turns it.
        """
        program, narrow, wide = self.program, tables.narrow.copy(), tables.wide.copy()
        after = replace(tables, narrow=narrow, wide=wide)
        rows = [line for name in STATE for line in _lines(after, name)]
        rows.append(np.full(tables.count, tables.month, dtype=np.int8))
        lines = sum(array == "sheets" for array, _ in program.inputs)
        laid = np.zeros((lines, tables.count), dtype=np.int16) if sheets is None else sheets.copy()
        rows += list(laid.reshape(-1, tables.count))
        rows += [np.zeros(0, dtype=np.int8)] * (program.rows - len(rows))
        moved = np.zeros(after.readings.shape, dtype=self.kind)
        for row, track in program.sums.items():
            rows[row] = moved[track]
        assert self.tracks is not None
        under = Underway(tables.live, after.readings, moved, self.tracks, dice, ledger)
        run = Run(program, rows, tables.seeds, tables.month, under).go(self.steps)
        found = [run.rows[row] for row in program.results]
        handed = np.array(found, dtype=np.int64).reshape(len(found), tables.count)
        return replace(after, month=run.month).keep_over(tables), handed

    def read_off(self, state: Any) -> Row:
        """Return the first row handed over, read off tables, a view, or what stands in for one."""
        return self._read(state)[self.program.results[0]]

    def read(self, state: Any, seeds: Seeds | None = None) -> NDArray[np.int64]:
        """Return all rows handed over, read off tables or a view, shape (rows, tables); *seeds* draw."""
        rows = self._read(state, seeds)
        return np.array([rows[row] for row in self.program.results], dtype=np.int64)

    def _read(self, state: Any, seeds: Seeds | None = None) -> list[Row]:
        """Return the rows as they stand at the end of a program that moves nothing."""
        program = self.program
        given = [_given(state, *asked) for asked in program.inputs if asked[0] != "month"]
        tables = given[0].shape[-1] if given else state.readings.shape[-1]
        if program.month >= 0:
            given.insert(program.month, np.full(tables, state.month, dtype=np.int8))
        rows = given + [np.zeros(0, dtype=np.int8)] * (program.rows - len(given))
        seeds = np.zeros(tables, dtype=np.uint64) if seeds is None else seeds
        month = int(state.month) if program.month >= 0 else 0
        return Run(program, rows, seeds, month).go(self.steps).rows


def _lines(tables: Tables, name: str) -> Row:
    """Return an array of state row by row, a truth as 1 or 0."""
    array = STATE[name].__get__(tables, Tables).reshape(-1, tables.count)
    return array.view(np.int8) if array.dtype == np.bool_ else array


def _given(state: Any, array: str, row: int | str) -> Row:
    """Return a number that stands beside the readings, or one row of an array of *state*."""
    if array == "value":
        found: Row = state.value(row)
        return found
    held = getattr(state, array)
    line: Row = held if held.ndim == 1 else held.reshape(-1, held.shape[-1])[row]
    return line.view(np.int8) if line.dtype == np.bool_ else line


def taken(program: Program) -> tuple[Step, ...]:
    """Return the steps of a *program* as the machine takes them; readings that settle together at once."""
    nothing = np.zeros(0, dtype=np.int8)
    steps = []
    for place, (row, kind) in enumerate(zip(program.steps.tolist(), program.kinds, strict=True)):
        word, to, first, second, number, more = row
        table = nothing
        if word == Word.LOOK:
            table = program.looks[number : number + more].astype(kind)
        if word == Word.SETTLE:
            number = next(
                (n for n in range(place, len(program.steps)) if program.steps[n, 0] != Word.SETTLE),
                len(program.steps),
            )
        steps.append(Step(CARRIED_OUT[Word(word)], to, first, second, number, more, kind, table))
    return tuple(steps)
