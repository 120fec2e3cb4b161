"""The engine: one program made ready, and the machine that suits a call."""

from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rules.blocks import LARGEST, BlockMachine, library
from game.rules.clerk import Clerk
from game.rules.dice import FAIR, Dice, Seeds
from game.rules.layout import Layout
from game.rules.ledger import SILENT, Ledger
from game.rules.machine import Machine
from game.rules.scribe import Scribe
from game.rules.tables import Tables
from game.rules.views import View

Sheets = NDArray[np.int16]
"""Shape (sides, slots, tables): a card row, 0 for hold; an offer is the number of cards plus its terms."""


class Engine:
    """Carries out what a scribe put down, again and again."""

    def __init__(self, scribe: Scribe) -> None:
        """Make ready what a *scribe* put down."""
        self.scribe = scribe

    @cached_property
    def keeping(self) -> Machine:
        """Return the machine that keeps books, and whose dice can be held."""
        return Machine(self.scribe.program(books=True), self.scribe.tracks)

    @cached_property
    def plain(self) -> Machine:
        """Return the same without what only concerns the books."""
        return Machine(self.scribe.program(), self.scribe.tracks)

    @cached_property
    def block(self) -> BlockMachine | None:
        """Return the machine in C, none where there is none or numbers are too large for it."""
        loaded = library()
        if loaded is None or self.plain.program.width > LARGEST:
            return None
        return BlockMachine(self.plain.program, self.scribe.layout, loaded)

    def play(
        self, tables: Tables, sheets: Sheets | None = None, dice: Dice = FAIR, ledger: Ledger = SILENT
    ) -> tuple[Tables, NDArray[Any]]:
        """Return *tables* as the program leaves them, and the rows that it hands over.

        Tables that were over before stay as they were.
        """
        if ledger.keeps or dice.held or self.block is None:
            machine = self.keeping if ledger.keeps else self.plain
            return machine.play(tables, sheets, dice, ledger)
        return self.block.play(tables, sheets)

    def play_on(self, tables: Tables, months: int) -> tuple[Tables, NDArray[Any]]:
        """Return *tables* after so many *months* whose sheets the program lays, and what it hands over.

        What it hands over is that of one month after the other, shape (months, rows, tables).
        """
        if self.block is not None:
            tables, handed = self.block.play(tables, months=months)
            return tables, handed.reshape(months, -1, tables.count)
        found = []
        for _ in range(months):
            tables, rows = self.plain.play(tables)
            found.append(rows)
        return tables, np.stack(found)


class Readout:
    """Reads off tables or views what a clerk put down, who moves nothing."""

    def __init__(self, clerk: Clerk, layout: Layout) -> None:
        """Make ready what a *clerk* put down over tables, or views, of a *layout*."""
        self.plain = Machine(clerk.program())
        loaded, program = library(), self.plain.program
        small = loaded is not None and program.width <= LARGEST
        self.block = BlockMachine(program, layout, loaded) if small and loaded is not None else None

    def __call__(self, state: Tables | View, seeds: Seeds | None = None) -> NDArray[Any]:
        """Return the rows handed over at every table, shape (rows, tables); *seeds* are for draws."""
        return (self.block or self.plain).read(state, seeds)
