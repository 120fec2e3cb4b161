"""Values: what the rows of a program hold, written with the signs of arithmetic.

A number that is the same at every table is a plain whole number, a yes or no that is so a plain truth.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from game.rules.words import Word

Span = tuple[int, int]
"""The least and the greatest number that a row can hold."""

MASK: Span = (-1, 0)
"""What a mask spans: machines hold yes as all bits set."""


class Words(Protocol):
    """What puts words down."""

    spans: dict[int, Span]
    """What each row spans."""

    masks: set[int]
    """The rows that hold masks."""

    def word(
        self, word: Word, span: Span, first: int = 0, second: int = 0, number: int = 0, more: int = 0
    ) -> "Value":
        """Return the value of a word that reads rows."""

    def value(self, operand: "Operand") -> "Value":
        """Return a row that holds what may be a plain number, or a plain yes or no."""


@dataclass(frozen=True, eq=False)
class Value:
    """A row of a program that is being written."""

    writer: Words
    """What it is written by."""

    row: int
    """Its number, before rows are shared."""

    @property
    def span(self) -> Span:
        """Return what it spans."""
        return self.writer.spans[self.row]

    @property
    def mask(self) -> bool:
        """Return whether it holds yes or no."""
        return self.row in self.writer.masks

    def __add__(self, other: "Operand") -> "Operand":
        """Return the sum."""
        low, high = self.span
        if not isinstance(other, Value):
            return self if other == 0 else self._by(Word.ADDI, other, (low + other, high + other))
        span = (low + other.span[0], high + other.span[1])
        return self.writer.word(Word.ADD, span, self.row, other.row)

    def __radd__(self, other: int) -> "Operand":
        """Return the sum."""
        return self + other

    def __neg__(self) -> "Operand":
        """Return the number with its sign turned."""
        return self * -1

    def __sub__(self, other: "Operand") -> "Operand":
        """Return the difference."""
        if not isinstance(other, Value):
            return self + -other
        span = (self.span[0] - other.span[1], self.span[1] - other.span[0])
        return self.writer.word(Word.SUB, span, self.row, other.row)

    def __rsub__(self, other: int) -> "Operand":
        """Return the difference."""
        return -self + other

    def __mul__(self, other: "Operand") -> "Operand":
        """Return the product."""
        theirs = other.span if isinstance(other, Value) else (other, other)
        ends = [mine * each for mine in self.span for each in theirs]
        span = (min(ends), max(ends))
        if not isinstance(other, Value):
            return self if other == 1 else self._by(Word.MULI, other, span)
        return self.writer.word(Word.MUL, span, self.row, other.row)

    def __rmul__(self, other: int) -> "Operand":
        """Return the product."""
        return self * other

    def __floordiv__(self, other: int) -> "Operand":
        """Return the quotient, rounded down."""
        ends = [each // other for each in self.span]
        return self._by(Word.DIVI, other, (min(ends), max(ends)))

    def __mod__(self, other: int) -> "Operand":
        """Return what is left over after division."""
        return self._by(Word.MODI, other, (min(0, other + 1), max(0, other - 1)))

    def __gt__(self, other: "Operand") -> "Operand":
        """Return the mask of where it is more."""
        if isinstance(other, Value):
            return self.writer.word(Word.GT, MASK, self.row, other.row)
        return self._compared(Word.GTI, other, always=self.span[0] > other, never=self.span[1] <= other)

    def __lt__(self, other: "Operand") -> "Operand":
        """Return the mask of where it is less."""
        if isinstance(other, Value):
            return other > self
        return self._compared(Word.LTI, other, always=self.span[1] < other, never=self.span[0] >= other)

    def __ge__(self, other: "Operand") -> "Operand":
        """Return the mask of where it is no less."""
        return no(other > self) if isinstance(other, Value) else self > other - 1

    def __le__(self, other: "Operand") -> "Operand":
        """Return the mask of where it is no more."""
        return no(self > other) if isinstance(other, Value) else self < other + 1

    def equals(self, other: "Operand") -> "Operand":
        """Return the mask of where it is the same."""
        if isinstance(other, Value):
            return self.writer.word(Word.EQ, MASK, self.row, other.row)
        low, high = self.span
        return self._compared(Word.EQI, other, always=low == high == other, never=not low <= other <= high)

    def __and__(self, other: "Operand") -> "Operand":
        """Return the mask of where both hold."""
        if isinstance(other, Value):
            return self if other.row == self.row else self.writer.word(Word.AND, MASK, self.row, other.row)
        return self if other else False

    def __rand__(self, other: int) -> "Operand":
        """Return the mask of where both hold."""
        return self & other

    def __or__(self, other: "Operand") -> "Operand":
        """Return the mask of where one of both holds."""
        if isinstance(other, Value):
            return self if other.row == self.row else self.writer.word(Word.OR, MASK, self.row, other.row)
        return True if other else self

    def __ror__(self, other: int) -> "Operand":
        """Return the mask of where one of both holds."""
        return self | other

    def _by(self, word: Word, number: int, span: Span) -> "Value":
        return self.writer.word(word, span, self.row, number=number)

    def _compared(self, word: Word, number: int, always: bool, never: bool) -> "Operand":
        """Return a comparison with a number, plain where it comes out the same whatever the row holds."""
        return always if always or never else self._by(word, number, MASK)


Operand: TypeAlias = Value | int
"""A row, or what is the same at every table."""


def no(mask: Operand) -> Operand:
    """Return the mask of where *mask* does not hold."""
    return mask.writer.word(Word.NOT, MASK, mask.row) if isinstance(mask, Value) else not mask


def same(one: Operand, other: Operand) -> Operand:
    """Return the mask of where two numbers are the same."""
    if isinstance(one, Value):
        return one.equals(other)
    return other.equals(one) if isinstance(other, Value) else one == other


def unit(operand: Operand) -> Operand:
    """Return 1 where a mask holds and 0 elsewhere; a number as it is."""
    if isinstance(operand, Value):
        return operand.writer.word(Word.UNIT, (0, 1), operand.row) if operand.mask else operand
    return int(operand)


def least(one: Operand, other: Operand) -> Operand:
    """Return the lesser of two numbers."""
    return _folded(Word.MIN, min, one, other)


def most(one: Operand, other: Operand) -> Operand:
    """Return the greater of two numbers."""
    return _folded(Word.MAX, max, one, other)


def clamped(operand: Operand, low: int, high: int) -> Operand:
    """Return a number held between two others."""
    return least(most(operand, low), high)


def _folded(word: Word, pick: Callable[[int, int], int], one: Operand, other: Operand) -> Operand:
    """Return the lesser or the greater; one of both as it is, where that is plain from what they span."""
    mine, theirs = (each.span if isinstance(each, Value) else (each, each) for each in (one, other))
    if not isinstance(one, Value) and not isinstance(other, Value):
        return pick(one, other)
    far, near = (1, 0) if word is Word.MIN else (0, 1)
    if pick(mine[far], theirs[near]) == mine[far]:
        return one
    if pick(theirs[far], mine[near]) == theirs[far]:
        return other
    span = (pick(mine[0], theirs[0]), pick(mine[1], theirs[1]))
    writer = one.writer if isinstance(one, Value) else other.writer  # type: ignore[union-attr]
    return writer.word(word, span, writer.value(one).row, writer.value(other).row)
