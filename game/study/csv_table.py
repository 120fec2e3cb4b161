"""Rows: one line a table, for whoever wants to count for themselves, and what each table was like."""

from collections.abc import Iterator
from csv import writer
from io import StringIO

import numpy as np
from numpy.typing import NDArray

from game.rules.rulebook import Rulebook
from game.rules.tables import Tables
from game.study.tally import points_of

Traits = NDArray[np.uint8]
"""What every table was like, shape (traits, tables); see `traits_of`."""


def header(book: Rulebook) -> str:
    """Return the head of the rows as a line of comma-separated values."""
    index = book.index
    return _line(
        [
            *("table", "seed", "ending", "months", "signed"),
            *(f"points.{side}" for side in index.sides),
            *(f"uses.{name}" for name in index.classes),
            *(f"crossed.{name}" for name in index.lines),
            *(f"end.{track}" for track in index.tracks),
        ]
    )


def rows(book: Rulebook, tables: Tables, months: NDArray[np.int8], first: int) -> str:
    """Return one line of comma-separated values for each finished table, the first of them number *first*."""
    endings = {close.row: close.id for close in book.endings}
    points = points_of(book, tables) / 100
    uses = np.stack([tables.uses[list(cards)].sum(axis=0) for cards in book.index.classes.values()])
    crossed = np.maximum(tables.crossed, 0)
    return "".join(
        _line(
            [
                *(first + k, int(tables.seeds[k]), endings[int(tables.ending[k])], int(months[k])),
                int(tables.signed[k]) or "",
                *points[:, k].tolist(),
                *uses[:, k].tolist(),
                *(month or "" for month in crossed[:, k].tolist()),
                *tables.readings[:, k].tolist(),
            ]
        )
        for k in range(tables.count)
    )


def traits_of(book: Rulebook, tables: Tables) -> Traits:
    """Return the ending, the band of the first banded track, and what was signed, crossed or played."""
    kinds = [(tables.uses[list(cards)] > 0).any(axis=0) for cards in book.index.classes.values()]
    return np.stack(
        [
            tables.ending.astype(np.uint8),
            *(flags.astype(np.uint8) for flags in (tables.signed > 0, *(tables.crossed > 0), *kinds)),
        ]
    )


def surprise(traits: Traits) -> NDArray[np.float64]:
    """Return how unusual each table was: the bits that its traits take to tell, each by its own."""
    total = np.zeros(traits.shape[1])
    for trait in traits:
        counts = np.bincount(trait)
        total -= np.log2(counts / trait.size, where=counts > 0, out=np.zeros(counts.size))[trait]
    return np.round(total, 9)


def ranked(traits: Traits) -> Iterator[int]:
    """Yield the numbers of the tables, the most typical first."""
    yield from np.argsort(surprise(traits), kind="stable").tolist()


def _line(cells: list[object]) -> str:
    held = StringIO()
    writer(held, lineterminator="\n").writerow(cells)
    return held.getvalue()
