"""Layout: where each array of a game's state lies in the two buffers that all of them share.

An array is a run of rows, so that tables are copied, taken and put back in one piece.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from math import prod
from typing import Any, Generic, Protocol, Self, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

Kind = TypeVar("Kind", bound=np.generic)


class Seen(Enum):
    """Who may see the rows of an array (§12)."""

    EVERYBODY = auto()
    """All sides, all rows."""
    READERS = auto()
    """Rows are tracks, seen by those who may read them."""
    LEARNERS = auto()
    """Rows are cards, seen by those who learn that they were played."""
    ITSELF = auto()
    """Each side sees its own row of the axis of sides."""
    OWNER = auto()
    """Rows are redlines, seen by their owner, and by everybody once they are declared."""
    ACTOR = auto()
    """Rows are deniable acts, seen by the side that may commit them."""
    PARTIES = auto()
    """The two principals."""
    NOBODY = auto()
    """No side."""


class Array(Generic[Kind]):
    """One array of state; on a state it is the array itself, last the axis of tables."""

    def __init__(
        self, kind: type[Kind], *axes: str, seen: Seen, start: int | None = 0, told: str = ""
    ) -> None:
        """Declare an array of a *kind* of number over named *axes*, none for one number a table.

        A *start* of None is given by the scenario, or drawn. Views tell it under its own name, or as *told*.
        """
        self.kind, self.axes, self.start, self.seen, self.told = kind, axes, start, seen, told
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the name it is declared by."""
        self.name = name
        self.told = self.told or name

    @property
    def wide(self) -> bool:
        """Return whether its numbers take two bytes."""
        return np.dtype(self.kind).itemsize > 1

    @overload
    def __get__(self, state: None, owner: type) -> Self: ...
    @overload
    def __get__(self, state: "Rows", owner: type) -> NDArray[Kind]: ...
    def __get__(self, state: "Rows | None", owner: type) -> Self | NDArray[Kind]:
        """Return the array of a *state*: its rows of the buffer, no copy."""
        if state is None:
            return self
        if self.name not in state.layout.places:
            raise AttributeError(self.name)
        first, end, shape = state.layout.places[self.name]
        rows = (state.wide if self.wide else state.narrow)[first:end].view(self.kind)
        if shape:
            return rows if len(shape) == 1 else rows.reshape(*shape, rows.shape[-1])
        return rows[0]

    def put(self, state: "Rows", values: Any) -> None:
        """Write *values* into the rows of a *state* that is its maker's alone."""
        self.__get__(state, type(state))[...] = values


class Rows(Protocol):
    """What holds the rows of a layout: tables, or a month of them in progress."""

    @property
    def layout(self) -> "Layout":
        """Return which rows belong to which array."""

    @property
    def narrow(self) -> NDArray[np.int8]:
        """Return the rows of numbers of one byte, shape (rows, tables)."""

    @property
    def wide(self) -> NDArray[np.int16]:
        """Return the rows of numbers of two bytes, shape (rows, tables)."""


@dataclass(frozen=True)
class Layout:
    """Which rows of the two buffers belong to which array, for one scenario."""

    places: Mapping[str, tuple[int, int, tuple[int, ...]]]
    """The first row of each array, the row after its last, and its shape but for the axis of tables."""

    narrow: int
    """Rows of one byte."""

    wide: int
    """Rows of two bytes."""


def laid_out(arrays: Mapping[str, Array[Any]], sizes: Mapping[str, int]) -> Layout:
    """Return the layout of *arrays* in a scenario whose axes have these *sizes*."""
    return packed(arrays, {name: tuple(sizes[axis] for axis in each.axes) for name, each in arrays.items()})


def packed(arrays: Mapping[str, Array[Any]], shapes: Mapping[str, tuple[int, ...]]) -> Layout:
    """Return the layout of those *arrays* that have a shape here, one after the other."""
    places = {}
    rows = {False: 0, True: 0}
    for name, shape in shapes.items():
        wide = arrays[name].wide
        first = rows[wide]
        rows[wide] = first + prod(shape)
        places[name] = (first, rows[wide], shape)
    return Layout(places, rows[False], rows[True])
