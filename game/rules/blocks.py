"""The block machine: carries programs out in C, block by block of tables, where it could be built.

It is the text of `machine.c`, made into a library when Simmer was installed and loaded by ctypes, which
lets go of the interpreter while it runs. It keeps no books and its dice cannot be held; what it plays it
plays as the plain machine does, to the last bit.
"""

import ctypes
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from game.rules.dice import Seeds
from game.rules.layout import Layout
from game.rules.program import Program
from game.rules.state import STATE
from game.rules.tables import Tables
from game.rules.views import View
from game.rules.words import Word

LIBRARY = "machine.built"
"""The library beside its text; an ending of Python's own would make a module of it."""

CELLS = {1: np.int16, 2: np.int16, 4: np.int32}
"""What a row's numbers are held in, by the bytes that a program needs."""

Handed = NDArray[np.int32]
"""Rows that a program hands over, shape (rows, tables)."""

LARGEST = max(CELLS)
"""The most bytes of a number that it can work with."""

BLOCK = 512
"""Tables of a block, as in the text."""

_KINDS = {np.dtype(np.int8): 0, np.dtype(np.bool_): 0, np.dtype(np.uint8): 1, np.dtype(np.int16): 2}


@cache
def library() -> ctypes.CDLL | None:
    """Return the library, none where there is none or it was made of another text."""
    here = files("game.rules")
    found = here / LIBRARY
    return opened(str(found), (here / "machine.c").read_bytes()) if found.is_file() else None


def opened(path: str, text: bytes) -> ctypes.CDLL | None:
    """Return the library at a *path*, none if it does not open or was not made of this *text*."""
    try:
        loaded = ctypes.CDLL(path)
        loaded.edition.restype = ctypes.c_int64
        return loaded if loaded.edition() == crc32(text) else None
    except (OSError, AttributeError):
        return None


class _Program(ctypes.Structure):
    """A program as the library takes it."""

    _fields_ = [
        ("steps", ctypes.c_void_p),
        ("length", ctypes.c_int64),
        ("rows", ctypes.c_int64),
        ("state", ctypes.c_int64),
        ("sheets", ctypes.c_int64),
        ("live", ctypes.c_int64),
        ("places", ctypes.c_void_p),
        ("kinds", ctypes.c_void_p),
        ("written", ctypes.c_void_p),
        ("keys", ctypes.c_void_p),
        ("looks", ctypes.c_void_p),
        ("results", ctypes.c_int64),
        ("handed", ctypes.c_void_p),
    ]


class BlockMachine:
    """Carries one program out in C."""

    def __init__(self, program: Program, layout: Layout, loaded: ctypes.CDLL) -> None:
        """Make a *program* over the state of a *layout* ready for a *loaded* library."""
        cells = CELLS[program.width]
        state = layout.narrow + layout.wide
        places, kinds = _places(layout)
        written = np.isin(np.arange(state), program.steps[:, 1]).astype(np.uint8)
        handed = np.array(program.results, dtype=np.int64)
        self.arrays = (
            program.steps,
            places,
            kinds,
            written,
            program.keys,
            program.looks.astype(cells),
            handed,
        )
        steps, *others = (each.ctypes.data for each in self.arrays)
        live = list(program.inputs).index(("live", 0))
        sheets = len(program.inputs) - state - 1
        self.program = _Program(
            steps, len(program.steps), program.rows, state, sheets, live, *others[:5], handed.size, others[5]
        )  # fmt: skip
        self.sheets = sheets
        self.results, self.turns = handed.size, int(np.count_nonzero(program.steps[:, 0] == Word.TURN))
        play: Callable[..., int] = loaded.play16 if cells is np.int16 else loaded.play32
        play.argtypes = [ctypes.c_void_p] * 6 + [ctypes.c_int64] * 5  # type: ignore[attr-defined]
        play.restype = ctypes.c_int64  # type: ignore[attr-defined]
        self.carry_out = play

    def play(
        self, tables: Tables, sheets: NDArray[np.int16] | None = None, threads: int = 1, months: int = 1
    ) -> tuple[Tables, Handed]:
        """Return *tables* as they stand at the end of the program, and the rows it hands over.

        Tables that were over before stay as they were. Blocks are shared among so many *threads*. A program
        that turns the month can be carried out for many *months*, what it hands over one after the other.
        """
        count, narrow, wide = tables.count, tables.narrow.copy(), tables.wide.copy()
        laid = np.zeros((self.sheets, count)) if sheets is None else sheets
        laid = np.ascontiguousarray(laid, dtype=np.int16)
        handed = self._carry(narrow, wide, laid, tables.seeds, tables.month, threads, months)
        return replace(tables, month=tables.month + self.turns * months, narrow=narrow, wide=wide), handed

    def read(self, state: Tables | View, seeds: Seeds | None = None) -> Handed:
        """Return the rows that a program hands over which moves nothing; *seeds* are for its draws."""
        narrow, wide = np.ascontiguousarray(state.narrow), np.ascontiguousarray(state.wide)
        none = np.zeros((self.sheets, state.count), dtype=np.int16)
        seeds = np.zeros(state.count, dtype=np.uint64) if seeds is None else seeds
        return self._carry(narrow, wide, none, seeds, state.month)

    def _carry(
        self,
        narrow: NDArray[np.int8],
        wide: NDArray[np.int16],
        sheets: NDArray[np.int16],
        seeds: NDArray[np.uint64],
        month: int,
        threads: int = 1,
        months: int = 1,
    ) -> Handed:
        """Carry the program out over buffers that are this call's own."""
        count = narrow.shape[1]
        handed = np.zeros((months * self.results, count), dtype=np.int32)
        seeds = np.ascontiguousarray(seeds)
        if (sheets.size, seeds.size) != (self.sheets * count, count):
            raise ValueError(f"sheets of {sheets.shape} and {seeds.size} seeds do not fit {count} tables")
        buffers = [each.ctypes.data for each in (narrow, wide, sheets, seeds, handed)]

        def some(start: int, end: int) -> int:
            return self.carry_out(ctypes.addressof(self.program), *buffers, count, start, end, month, months)

        shares = _shares(count, threads)
        if len(shares) == 1:
            failed = some(*shares[0])
        else:
            with ThreadPoolExecutor(len(shares)) as pool:
                failed = sum(pool.map(some, *zip(*shares, strict=True)))
        if failed:
            raise MemoryError("no memory for a block of tables")
        return handed


def _shares(count: int, threads: int) -> list[tuple[int, int]]:
    """Return from which table to which each of so many *threads* plays: whole blocks, about as many each."""
    blocks = -(-count // BLOCK)
    each = max(1, min(threads, blocks))
    ends = [min(count, blocks * n // each * BLOCK) for n in range(each + 1)]
    return list(pairwise(ends))


def _places(layout: Layout) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """Return for each row of a layout, in their order, its row in its buffer and what lies there."""
    places: list[int] = []
    kinds: list[int] = []
    for name, (first, end, _) in layout.places.items():
        array = STATE[name]
        places += range(first, end)
        kinds += [_KINDS[np.dtype(array.kind)]] * (end - first)
    return np.array(places, dtype=np.int64), np.array(kinds, dtype=np.uint8)


__all__ = ["LARGEST", "BlockMachine", "library", "opened"]
