"""Imagining: whole tables that agree with what one side sees (§12)."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rules.dice import among, key, lane, luck, scramble
from game.rules.layout import Array, Seen
from game.rules.rulebook import Rulebook
from game.rules.setup import blank
from game.rules.sight import Sight, rows_of
from game.rules.state import STATE, WEARS_FOR
from game.rules.tables import Flags, Tables
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
        tables.readings[...] = _drifted(book, tables.readings, dreamt, view.month)
        tables.recent[...] = _recent(book, view)
    else:
        for array in STATE.values():
            if array.seen is not Seen.NOBODY:
                array.put(tables, array.__get__(recalled, Tables))
    return _agreeing(book, view, tables)


def _agreeing(book: Rulebook, view: View, tables: Tables) -> Tables:
    """Return *tables* with all that the side of *view* sees put in place of what was thought up."""
    sight = book.sights[view.side]
    open_to = view.declared | sight.own_lines
    for array in STATE.values():
        if array.seen is not Seen.NOBODY:
            _put(array, array.__get__(tables, Tables), array.__get__(view, View), sight, open_to)
    tables.past[...] = _past(book, tables.readings, tables.limits)
    tables.due[...] = _due(book, view, tables.seeds)
    return tables.with_parts(month=view.month)


def _put(array: Array[Any], stood: NDArray[Any], seen: NDArray[Any], sight: Sight, open_to: Flags) -> None:
    """Write what is *seen* of an array over what *stood* in its place."""
    if array.seen is Seen.OWNER:
        np.copyto(stood, seen, where=open_to)
    elif array.seen is Seen.EVERYBODY or (array.seen is Seen.PARTIES and sight.party):
        stood[...] = seen
    elif array.seen is not Seen.PARTIES:
        stood[rows_of(array, sight)] = seen


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
