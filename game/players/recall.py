"""Recalling: how a game may have come to where one side sees it stand (§12)."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from game.players.player import Player, sheets_for
from game.rules.adjudicate import adjudicate
from game.rules.dice import key, scramble
from game.rules.rulebook import Rulebook
from game.rules.setup import set_up
from game.rules.sheets import Sheets
from game.rules.tables import Tables
from game.rules.views import View

TRIED = 800
"""Games recalled at once."""

KEPT = 200
"""Games of these that go on after each month: those in which players chose as was seen."""


def recall(book: Rulebook, players: Mapping[str, Player], view: View, count: int) -> Tables:
    """Return *count* tables as they may stand in the month of a one-table *view*.

    Games are played from the start with every order laid that the side knows of; what it does not know
    *players* choose, and a card that it would have seen, and did not, is not laid. Games in which the
    players would have chosen so themselves go on in place of the others, each with luck of its own.
    """
    tables = set_up(book, scramble(np.arange(TRIED, dtype=np.uint64) ^ key("recall")))
    rivals = np.arange(len(book.index.sides)) != book.sights[view.side].row
    while tables.month < view.month:
        chosen = sheets_for(book, players, tables)
        seen = _as_seen(book, view, chosen, tables.month)
        apart = (chosen != seen)[rivals].sum(axis=(0, 1))
        likely = np.resize(np.argsort(apart, kind="stable")[:KEPT], TRIED)
        luck = scramble(tables.seeds ^ key(f"recall.{tables.month}"))
        tables = adjudicate(book, tables.take(likely).with_parts(seeds=luck), seen[..., likely])
    return tables.take(np.sort(np.argsort(_apart(book, view, tables), kind="stable")[:count]))


def _apart(book: Rulebook, view: View, tables: Tables) -> NDArray[np.int64]:
    """Return how far each table is from what *view* sees: steps of its readings, events gone another way."""
    seen = tables.readings[book.sights[view.side].tracks].astype(np.int64)
    steps = np.abs(seen - view.readings).sum(axis=0)
    other = (tables.branch != view.branch).sum(axis=0)
    crossed = (view.declared & (tables.crossed != view.crossed)).sum(axis=0)
    found: NDArray[np.int64] = steps + 4 * other + 2 * crossed
    return found


def _as_seen(book: Rulebook, view: View, sheets: Sheets, month: int) -> Sheets:
    """Return the sheets of a past *month*, made to agree with what *view* knows of it."""
    sight, laid = book.sights[view.side], _cards_on(book, sheets)
    rows, last = sight.cards[1:], view.last[1:, 0]
    unplayed = np.zeros(len(book.index.cards), dtype=np.bool_)
    unplayed[rows[last < month]] = True
    seen = np.where(unplayed[laid], np.int16(0), sheets)
    for row in rows[last == month]:
        menu = book.acts.cards[row - 1].menu
        here = (menu.side, menu.slot)
        seen[here] = np.where(laid[here] == row, seen[here], np.int16(row))
    ago = view.month - month
    if ago <= len(view.recent):
        own = view.recent[ago - 1, :, 0].astype(np.int16)[:, None]
        seen[sight.row] = np.where(laid[sight.row] == own, seen[sight.row], own)
    return seen


def _cards_on(book: Rulebook, sheets: Sheets) -> NDArray[np.int16]:
    """Return the card on every line, an offer without its terms."""
    offers = np.array(book.acts.offers, dtype=np.int16)[:, None, None]
    return np.where(sheets >= len(book.index.cards), offers, sheets)
