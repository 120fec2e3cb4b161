"""Questions a condition may ask beside readings: what was played, crossed, signed (§4.2)."""

from collections.abc import Sequence
from functools import reduce
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from game.rules.index import Index
from game.rules.tables import NEVER


class Known(Protocol):
    """What questions are asked of: all of a table, or what one side knows of it."""

    @property
    def index(self) -> Index:
        """Return the rows names stand for."""

    @property
    def month(self) -> int:
        """Return the month now open."""

    @property
    def last(self) -> NDArray[np.int8]:
        """Return the month each card was last played."""

    @property
    def uses(self) -> NDArray[np.int8]:
        """Return how often each card was played."""

    @property
    def crossed(self) -> NDArray[np.int8]:
        """Return the month each line was last crossed."""

    @property
    def owed(self) -> NDArray[np.bool_]:
        """Return the answers owed."""

    @property
    def pinned(self) -> NDArray[np.int8]:
        """Return the month each deniable act was attributed."""

    @property
    def offers(self) -> NDArray[np.int16]:
        """Return the standing offers."""

    @property
    def terms(self) -> NDArray[np.int16]:
        """Return the terms in force."""

    @property
    def branch(self) -> NDArray[np.int8]:
        """Return which way events went."""


def answer(known: Known, function: str, args: tuple[str, ...]) -> NDArray[Any]:
    """Return the answer at every table, whole numbers or truths of shape (tables,)."""
    return _ANSWERS[function](known, *args)


def _latest(known: Known, card: str) -> NDArray[np.int8]:
    """Return the month a card, kind or scale was last played; an act pinned down counts from then."""
    rows = known.index.card_rows(card)
    months = [known.last[row] for row in rows]
    if card == "low":
        months += list(known.pinned)
    return reduce(np.maximum, months) if months else np.full(known.terms.shape, NEVER, dtype=np.int8)


def uses_of(uses: NDArray[np.int8], rows: Sequence[int]) -> NDArray[np.int16]:
    """Return how often the cards in these *rows* were played together, shape (tables,)."""
    return uses[list(rows)].sum(axis=0, dtype=np.int16)


def _in_force(known: Known, package: str | None = None) -> NDArray[np.bool_]:
    return known.terms >= 0 if package is None else known.terms == known.index.packages[package]


def _branch(known: Known, event: str, branch: str) -> NDArray[np.bool_]:
    return known.branch[known.index.events[event]] == known.index.branches[event].index(branch) + 1


_ANSWERS: dict[str, Any] = {
    "played": lambda k, card: _latest(k, card) > 0,
    "playing": lambda k, card: _latest(k, card) == k.month,
    "months_since": lambda k, card: np.int8(k.month) - _latest(k, card),
    "uses": lambda k, card: uses_of(k.uses, k.index.card_rows(card)),
    "in_force": _in_force,
    "crossed": lambda k, line: k.crossed[k.index.lines[line]] > 0,
    "months_since_crossed": lambda k, line: np.int8(k.month) - k.crossed[k.index.lines[line]],
    "owed": lambda k, line: k.owed[k.index.lines[line]],
    "happened": lambda k, event: k.branch[k.index.events[event]] > 0,
    "branch": _branch,
    "attributed": lambda k, card: k.pinned[k.index.deniable[card]] > 0,
    "offered": lambda k, side: k.offers[k.index.principals[side]] >= 0,
}
"""How each question of the condition language is answered."""
