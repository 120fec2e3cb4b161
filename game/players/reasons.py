"""Reasons: the consequences that decided for a sheet, against waiting the month out (§12)."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.players.player import Lines, Player, sheets_for
from game.players.rollout import Rollouts
from game.rules.dice import key, scramble
from game.rules.imagine import imagine
from game.rules.rulebook import Rulebook
from game.rules.views import View

WORLDS = 100
"""Imagined tables on which a sheet is held against waiting."""

MOST = 3
"""Reasons given."""

LEAST = 0.2
"""Points that make a reason."""


@dataclass(frozen=True)
class Reason:
    """One consequence of a sheet."""

    goal: str
    """The goal it serves or hurts; empty for what sudden endings cost."""

    points: float
    """Points more than waiting would have brought."""


def reasons(book: Rulebook, players: Mapping[str, Player], view: View, sheet: Lines) -> tuple[Reason, ...]:
    """Return what decided for the *sheet*, shape (slots,), of a one-table *view*, the weightiest first.

    Both are played on at the same imagined tables, *players* in all seats afterwards.
    """
    seeds = scramble(np.arange(WORLDS, dtype=np.uint64) ^ key(f"reasons.{view.month}"))
    dreamt = imagine(book, view, seeds)
    orders = sheets_for(book, players, dreamt)
    row, rollouts = book.index.sides[view.side], Rollouts(book, players, book.months)

    def expected(laid: Lines) -> dict[str, float]:
        orders[row] = laid[:, None]
        fates, end = rollouts.played(dreamt, orders)
        return fates.by_goal(end, view.side)

    mine, waiting = expected(sheet), expected(np.zeros_like(sheet))
    found = [Reason(goal, mine[goal] - waiting[goal]) for goal in mine]
    found.sort(key=lambda reason: -abs(reason.points))
    return tuple(reason for reason in found[:MOST] if abs(reason.points) >= LEAST)
