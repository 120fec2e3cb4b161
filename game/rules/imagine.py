"""Imagining: whole tables that agree with what one side sees (§12)."""

import numpy as np
from numpy.typing import NDArray

from game.rules.dice import among, key, lane, luck, scramble
from game.rules.rulebook import Rulebook
from game.rules.setup import blank
from game.rules.tables import WEARS_FOR, Tables
from game.rules.views import View

DRIFT = 2
"""How far, at most, a reading out of sight is thought to have moved from its start."""


def imagine(book: Rulebook, view: View, seeds: NDArray[np.uint64], recalled: Tables | None = None) -> Tables:
    """Return one imagined table for each of *seeds*, agreeing with *view* of one table, or of one each.

    What the side sees is copied; what it does not see is drawn from what the scenario makes
    possible, never read: rivals' hidden tracks, private lines, secret goals and standing plans.
    With *recalled*, one table a seed, that is as it stands there.
    """
    if view.count != seeds.size:
        view = view.take(np.zeros(seeds.size, dtype=np.intp))
    dreamt = scramble(seeds ^ key(f"imagine.{view.side}"))
    tables = blank(book, dreamt, {})
    if recalled is None:
        tables.readings[:] = _drifted(book, tables.readings, dreamt, view.month)
        tables.recent[:] = _recent(book, view)
    else:
        tables = _hidden(tables, recalled)
    return _agreeing(book, view, tables, dreamt)


def _agreeing(book: Rulebook, view: View, tables: Tables, seeds: NDArray[np.uint64]) -> Tables:
    """Return *tables* with all that the side of *view* sees put in place of what was thought up."""
    sight = book.sights[view.side]
    seen = view.declared | sight.own_lines
    limits = np.where(seen, view.limits, tables.limits)
    tables.readings[sight.tracks] = view.readings
    tables.last[sight.cards] = view.last
    tables.uses[sight.cards] = view.uses
    tables.cases[sight.own_cases] = view.cases
    tables.secrets[sight.row] = view.secret
    tables.recent[:, sight.row] = view.recent
    tables.due[:] = _due(book, view, seeds)
    return tables.with_parts(
        month=view.month,
        live=view.live,
        declared=view.declared,
        crossed=np.where(seen, view.crossed, tables.crossed),
        owed=np.where(seen, view.owed, tables.owed),
        limits=limits,
        past=_past(book, tables.readings, limits),
        pinned=view.pinned,
        offers=view.offers if sight.party else tables.offers,
        terms=view.terms,
        signed=view.signed,
        branch=view.branch,
    )


def _hidden(tables: Tables, recalled: Tables) -> Tables:
    """Return blank tables with all that may be hidden as it stands at *recalled* ones."""
    parts = ("readings", "last", "uses", "recent", "crossed", "owed", "limits", "cases", "offers", "secrets")
    return tables.with_parts(**{part: getattr(recalled, part).copy() for part in parts})


def _drifted(
    book: Rulebook, starts: NDArray[np.int8], seeds: NDArray[np.uint64], month: int
) -> NDArray[np.int8]:
    """Return readings a little off their starts, more as months go by."""
    reach = min(DRIFT, month - 1)
    readings = starts.copy()
    for name, row in book.index.tracks.items():
        drawn = among(lane(luck(seeds, month, key(f"imagine.{name}")), 0), 2 * reach + 1)
        readings[row] += (drawn - reach).astype(np.int8)
    return np.clip(readings, book.tracks.low, book.tracks.high)


def _past(book: Rulebook, readings: NDArray[np.int8], limits: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Return where each watched reading stands past its limit already."""
    past = np.zeros(limits.shape, dtype=np.bool_)
    for line in book.lines:
        if line.watched is not None:
            past[line.row] = readings[line.watched] > limits[line.row]
    return past


def _recent(book: Rulebook, view: View) -> NDArray[np.uint8]:
    """Return the last three months' sheets as far as the side knows them, as in `Tables`."""
    shape = (WEARS_FOR, len(book.index.sides), len(book.index.slots), view.count)
    recent = np.zeros(shape, dtype=np.uint8)
    sight = book.sights[view.side]
    for row, whole in enumerate(sight.cards[1:], start=1):
        card = book.acts.cards[whole - 1]
        for ago in range(1, WEARS_FOR + 1):
            line = recent[ago - 1, card.menu.side, card.menu.slot]
            line[view.last[row] == view.month - ago] = card.row
    recent[:, sight.row] = view.recent
    return recent


def _due(book: Rulebook, view: View, seeds: NDArray[np.uint64]) -> NDArray[np.uint8]:
    """Return the world's answers that may still be on their way after crossings in sight."""
    due = np.zeros((sum(len(line.coming) for line in book.lines), seeds.size), dtype=np.uint8)
    for line in book.lines:
        for coming in line.coming:
            for waited in range(min(len(coming.lag), view.month)):
                crossed = view.month - waited
                at = np.flatnonzero(view.crossed[line.row] == crossed)
                words = luck(seeds[at], crossed, coming.chance.key)
                due[coming.row, at] = _still_coming(coming.lag, waited, words)
    return due


def _still_coming(lag: NDArray[np.int64], waited: int, words: NDArray[np.uint64]) -> NDArray[np.uint8]:
    """Return bit k where an answer with this lag, *waited* for so long, comes k months from now."""
    months = np.searchsorted(lag, lane(words, 1), side="right") - waited
    return np.where((months >= 0) & (months < 8), 1 << np.maximum(months, 0), 0).astype(np.uint8)
