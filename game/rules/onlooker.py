"""The onlooker: puts down what sides read off the tables, each no more than its view would show (§12)."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from game.rules.clerk import Clerk
from game.rules.layout import Layout, Seen
from game.rules.sight import Sight, rows_in_sight
from game.rules.state import STATE
from game.rules.tracks import Tracks
from game.rules.value import Operand, Value
from game.rules.writer import spanned


class Onlooker(Clerk):
    """Puts down what is read off tables: all that stands there, or what one side sees of it."""

    def __init__(self, layout: Layout, tracks: Tracks, terms: int) -> None:
        """Begin over the state of a *layout*, every row in its order; so many *terms* can be composed."""
        super().__init__()
        self.layout, self.tracks = layout, tracks
        self.sight: Sight | None = None
        for name, array in STATE.items():
            first, end, _ = layout.places[name]
            for row in range(end - first):
                span = spanned(array)
                if name == "readings":
                    span = int(tracks.low[row, 0]), int(tracks.high[row, 0])
                elif array.wide:
                    span = (-1, max(terms - 1, -1))
                self.input((name, row), span)
        self.month  # noqa: B018  the row after those of the state

    @contextmanager
    def seen_by(self, sight: Sight) -> Iterator[None]:
        """Let rows meanwhile be those of the views of one side, known by their numbers there."""
        self.sight = sight
        yield
        self.sight = None

    def row(self, array: str, row: int = 0) -> Value:
        """Return one row of an array of state, as the side sees it whose eyes these are (`view_of`)."""
        if self.sight is None:
            return super().row(array, row)
        declared, rows = STATE[array], rows_in_sight(STATE[array], self.sight, self.layout)
        if rows is None:
            raise KeyError(f"{self.sight.side} sees nothing of {array}")
        stands: Operand = super().row(array, int(np.ravel(rows)[row]) - self.layout.places[array][0])
        start = declared.start or 0
        if declared.seen is Seen.OWNER and not self.sight.own_lines[row, 0]:
            stands = (stands - start) * super().row("declared", row) + start
        if declared.seen is Seen.PARTIES and not self.sight.party:
            stands = start
        return self.value(stands)
