"""The writer of programs: rules put down as words, nothing worked out twice while what it reads stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import reduce
from operator import and_, or_
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.conditions.bounds import LONGEST
from game.rules.cause import Cause
from game.rules.dice import LANES, WHOLE, key
from game.rules.layout import Array
from game.rules.program import STEP, Hushed, Input, Program, Telling, check
from game.rules.registers import needed, packed, without
from game.rules.state import STATE
from game.rules.value import MASK, Operand, Span, Value, clamped
from game.rules.words import BLIND, BOOKISH, DRAWN, LEAPS, MASKS, NUMBERED, PAIRED, Word

GUARDED = 3
"""Steps from which on it pays to look whether any table strikes at all (measured)."""

WIDTHS = [(np.dtype(each), np.iinfo(each)) for each in (np.int8, np.int16, np.int32, np.int64)]
"""Types of number that rows may need, narrowest first, and what they hold."""

TRUTH = np.dtype(np.bool_)
"""What a mask is held in."""

MONTH: Input = ("month", 0)
"""The row of the month now open."""


class Writer:
    """Puts a program down, step by step."""

    def __init__(self, spans: Mapping[Input, Span] | None = None) -> None:
        """Begin a program; what its *spans* name is given in their order, the rest as it is asked for."""
        self.steps: list[list[int]] = []
        self.spans: dict[int, Span] = {}
        self.breadth: dict[int, Span] = {}
        self.masks: set[int] = set()
        self.inputs: dict[Input, int] = {}
        self.names: dict[str, np.uint64] = {}
        self.causes: list[Cause | Hushed] = []
        self.tellings: list[Telling] = []
        self.results: list[int] = []
        self.rows = 0
        self.looks: dict[bytes, tuple[int, int]] = {}
        self.looked: list[NDArray[np.int64]] = []
        self.sums: dict[int, int] = {}
        self.gathered: dict[int, Span] = {}
        self.fresh: set[int] = set()
        self.kept: set[int] = set()
        self._stirred: dict[int, None] = {}
        self._versions: Counter[int] = Counter()
        self._scopes: list[dict[tuple[int, ...], int]] = [{}]
        self._where: list[Operand] = [True]
        for asked, span in (spans or {}).items():
            self.input(asked, span)

    def input(self, asked: Input, span: Span = (-128, 127)) -> Value:
        """Return what is given at first: an array of state and its row, the month, or a number's name."""
        if asked not in self.inputs:
            self.inputs[asked] = self._row(span)
        return Value(self, self.inputs[asked])

    def row(self, array: str, row: int = 0) -> Value:
        """Return one row of an array of state."""
        return self.input((array, row), spanned(STATE[array]))

    @property
    def month(self) -> Value:
        """Return the month now open."""
        return self.input(MONTH, (0, LONGEST + 1))

    # Words that make a new value

    def word(
        self, word: Word, span: Span, first: int = 0, second: int = 0, number: int = 0, more: int = 0
    ) -> Value:
        """Return the value of a word that reads rows; the one that stands already, if nothing has changed."""
        asked = (word, first, second, number, more, *self._reads(word, first, second))
        for scope in self._scopes:
            if asked in scope:
                return Value(self, scope[asked])
        row = self._row(span, mask=word in MASKS)
        self.breadth[row] = self._breadth(word, span, first, second, number)
        self.fresh.add(row)
        self._scopes[-1][asked] = row
        self.steps.append([word, row, first, second, number, more])
        return Value(self, row)

    def _reads(self, word: Word, first: int, second: int) -> tuple[int, ...]:
        """Return how often what a word reads has changed; a draw reads the month."""
        rows = () if word in BLIND else (first, second) if word in PAIRED else (first,)
        months = (self.inputs.get(MONTH, -1),) if word in DRAWN else ()
        return tuple(self._versions[row] for row in (*rows, *months))

    def value(self, operand: Operand) -> Value:
        """Return a row that holds what may be a plain number, or a plain yes or no."""
        if isinstance(operand, Value):
            return operand
        if isinstance(operand, bool):
            everywhere = self.word(Word.ALL, MASK)
            return everywhere if operand else self.word(Word.NOT, MASK, everywhere.row)
        return self.word(Word.SET, (operand, operand), number=operand)

    def look(self, table: NDArray[Any], places: Operand) -> Operand:
        """Return what *table* holds at these *places*, of which those below 0 count as 0."""
        flat = np.ascontiguousarray(table, dtype=np.int64).ravel()
        if not isinstance(places, Value):
            return int(flat[min(max(places, 0), flat.size - 1)])
        if flat.tobytes() not in self.looks:
            self.looks[flat.tobytes()] = (sum(each.size for each in self.looked), flat.size)
            self.looked.append(flat)
        start, size = self.looks[flat.tobytes()]
        span = (int(flat.min()), int(flat.max()))
        return self.word(Word.LOOK, span, places.row, number=start, more=size)

    def luck(
        self, name: str, key: np.uint64, lane: int, parts: int, percent: Operand = 0, where: Operand = True
    ) -> Operand:
        """Return where a draw falls under *parts* and a *percent*, drawn only where it matters."""
        where = self.all_of(self._where[-1], where)
        percent = clamped(percent, 0, 100)
        if not isinstance(percent, Value):
            parts, percent = parts + percent * WHOLE // 100, 0
        if where is False or (parts <= 0 and not isinstance(percent, Value)):
            return False
        if parts >= WHOLE:
            return where
        mask, number = self.value(where).row, LANES * self._chance(name, key) + lane
        if isinstance(percent, Value):
            return self.word(Word.LUCKV, MASK, mask, percent.row, number, parts)
        return self.word(Word.LUCK, MASK, mask, 0, number, parts)

    def under(self, name: str, key: np.uint64, lane: int, parts: Operand, where: Operand) -> Value:
        """Return the mask of where a draw falls under so many *parts*, which may be more than a certainty."""
        mask = self.value(self.all_of(self._where[-1], where))
        number = LANES * self._chance(name, key) + lane
        return self.word(Word.UNDER, MASK, mask.row, self.value(parts).row, number)

    def parts(self, percent: Operand) -> Operand:
        """Return a percentage, held to 0 and 100, in parts of 65,536."""
        percent = clamped(percent, 0, 100)
        if not isinstance(percent, Value):
            return percent * WHOLE // 100
        return self.word(Word.PARTS, (0, WHOLE), percent.row)

    def share(self, whole: Operand, name: str, lane: int, seat: str | None = None) -> Value:
        """Return as much of a *whole* as a draw is of a certainty: of a *seat*'s luck, or the tables' own."""
        number = LANES * self._chance(name, key(name)) + lane
        luck = -1 if seat is None else self._chance(seat, key(seat))
        held, (low, high) = self.value(whole), self.span(whole)
        return self.word(Word.SHARE, (min(low, 0), max(high, 0)), held.row, number=number, more=luck)

    @property
    def here(self) -> Operand:
        """Return the mask of where what is put down now happens."""
        return self._where[-1]

    def all_of(self, *masks: Operand) -> Operand:
        """Return the mask of where all of these hold."""
        return reduce(and_, masks, True)

    def any_of(self, masks: Iterable[Operand]) -> Operand:
        """Return the mask of where any of these holds."""
        return reduce(or_, masks, False)

    # What happens only here and there, now and then

    @contextmanager
    def where(self, mask: Operand) -> Iterator[None]:
        """Let what is put down inside happen where a mask holds too, skipped where it holds at no table."""
        outer, mask = self._where[-1], self.all_of(self._where[-1], mask)
        leap = None
        if isinstance(mask, Value) and not (isinstance(outer, Value) and outer.row == mask.row):
            leap = [Word.SKIP, 0, mask.row, 0, 0, 0]
        with self._within(mask, leap):
            yield

    @contextmanager
    def unless_nowhere(self, mask: Operand) -> Iterator[None]:
        """Skip what is put down inside where a mask holds at no table; else it happens everywhere here."""
        leap = [Word.SKIP, 0, mask.row, 0, 0, 0] if isinstance(mask, Value) else None
        with self._within(self._where[-1], leap):
            yield

    @contextmanager
    def season(self, months: Iterable[int] | None) -> Iterator[None]:
        """Let what is put down inside happen in some *months* only; in all, if none are given."""
        bits = None if months is None else [Word.SEASON, 0, 0, 0, 0, sum(1 << each for each in months)]
        with self._within(self._where[-1], bits):
            yield

    @contextmanager
    def _within(self, mask: Operand, leap: list[int] | None = None) -> Iterator[None]:
        """Open a scope: values made inside are known inside alone."""
        begun = len(self.steps)
        if leap is not None:
            self.steps.append(leap)
        self._scopes.append({})
        self._where.append(mask)
        yield
        self._where.pop()
        self._scopes.pop()
        if mask is False:
            del self.steps[begun:]
        elif leap is not None:
            self._close(begun)

    def _close(self, begun: int) -> None:
        """Point a leap behind its scope; leave it out where looking costs more than it saves."""
        leap, inside = self.steps[begun], len(self.steps) - begun - 1
        if inside and (leap[0] == Word.SEASON or inside >= GUARDED):
            leap[4] = len(self.steps)
            return
        del self.steps[begun]
        for step in self.steps[begun:]:
            if step[0] in LEAPS:
                step[4] -= 1

    def hand_over(self, row: Value) -> None:
        """Let a *row* be handed over when the program has ended."""
        self.results.append(row.row)

    def program(self, books: bool = False) -> Program:
        """Return what was put down, in as few rows as it takes; what is told only if *books* may be kept."""
        told = () if books else {n for n, step in enumerate(self.steps) if step[0] in BOOKISH}
        asked = {*self.results, *(each.number for each in self.tellings if each.number is not None)}
        steps = needed(without(self.steps, told), self.fresh - asked)
        found = packed(steps, self.inputs.values(), self.rows, (self.fresh | self.kept) - asked)
        return check(
            Program(
                steps=np.array(found.steps, dtype=np.int64).reshape(-1, STEP),
                kinds=tuple(self._kind(step[1]) for step in steps),
                inputs=tuple(self.inputs),
                rows=found.rows,
                month=-1 if MONTH not in self.inputs else found.places[self.inputs[MONTH]],
                names=tuple(self.names),
                keys=np.array(list(self.names.values()), dtype=np.uint64),
                looks=np.concatenate(self.looked) if self.looked else np.zeros(0, dtype=np.int64),
                causes=tuple(
                    each.at(found.places) if isinstance(each, Hushed) else each for each in self.causes
                ),
                sums={found.places[row]: track for track, row in self.sums.items()},
                tellings=tuple(each.at(found.places) for each in self.tellings),
                results=tuple(found.places[row] for row in self.results),
            )
        )

    def _kind(self, row: int) -> np.dtype[Any]:
        """Return the narrowest type that holds what a row can hold."""
        if row in self.masks:
            return TRUTH
        low, high = self.breadth.get(row, self.spans[row])
        return next(kind for kind, held in WIDTHS if held.min <= low and high <= held.max)

    def span(self, operand: Operand) -> Span:
        """Return the least and the greatest number that *operand* can be."""
        if isinstance(operand, Value):
            return self.spans[operand.row]
        return (operand, operand)

    def _row(self, span: Span, mask: bool = False) -> int:
        row = self.rows
        self.rows += 1
        self.spans[row] = span
        if mask:
            self.masks.add(row)
        return row

    def _breadth(self, word: Word, span: Span, first: int, second: int, number: int) -> Span:
        """Return what a word's numbers span, those it reads among them, so that none is cut on the way."""
        rows = () if word in BLIND else (first, second) if word in PAIRED else (first,)
        ends = [
            *span,
            *(end for row in rows for end in self.spans[row]),
            *([number] if word in NUMBERED else []),
        ]
        return min(ends), max(ends)

    def _chance(self, name: str, key: np.uint64) -> int:
        self.names.setdefault(name, key)
        return list(self.names).index(name)


def spanned(array: Array[Any]) -> Span:
    """Return what the numbers of an array of state can span."""
    if array.kind is np.bool_:
        return (0, 1)
    ends = np.iinfo(array.kind)
    return int(ends.min), int(ends.max)
