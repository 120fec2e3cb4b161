"""Instead: the best that a side could have laid in place of a sheet, by its own look ahead (§12)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.players.player import Lines
from game.players.searcher import Searcher, Tried
from game.rules.dice import key, scramble
from game.rules.views import View

TRIES = 8
"""Other sheets that are tried."""

WORLDS = 64
"""Imagined tables each of them is played at."""


@dataclass(frozen=True)
class Other:
    """A sheet that could have been laid instead."""

    sheet: Lines
    """Its lines, shape (slots,); all zero where it is to wait."""

    loss: float
    """How many points less it brings."""


def best_instead(searcher: Searcher, view: View, sheet: Lines) -> Other:
    """Return the best sheet that lays none of the cards of *sheet*, shape (slots,), in a one-table *view*.

    It is the best of those tried that bring less than the sheet; waiting, where none does.
    """
    seeds = scramble(np.full(1, key(f"instead.{view.side}.{view.month}"), dtype=np.uint64))
    drawn = searcher.proposals(view, seeds, TRIES)
    others = [np.zeros_like(sheet), *drawn[_apart(searcher, drawn, sheet)][..., 0]]
    tries = np.stack([sheet, *others])[..., None]
    points = searcher.tried(view, seeds, tries, WORLDS)[:, 0] / WORLDS
    losses = points[0] - points[1:]
    best = int(np.argmin(np.where(losses > 0, losses, np.inf)))
    return Other(others[best], float(losses[best]))


def _apart(searcher: Searcher, drawn: Tried, sheet: Lines) -> NDArray[np.bool_]:
    """Return which of the sheets *drawn* share no card with *sheet*."""
    offer = searcher.book.acts.offers[searcher.book.index.sides[searcher.side]]
    theirs, mine = (
        np.where(lines >= len(searcher.book.index.cards), offer, lines) for lines in (drawn[..., 0], sheet)
    )
    return ~((theirs == mine) & (mine > 0)).any(axis=1)
