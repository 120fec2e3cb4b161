"""Motives: why computer players laid the sheets that mattered most to them (§12)."""

from dataclasses import dataclass

import numpy as np

from game.match.dates import in_words
from game.match.match import Match
from game.match.seats import HUMAN
from game.players.instead import best_instead
from game.players.player import Lines
from game.players.reasons import LEAST, Reason, difference
from game.players.roster import EFFORTS, hire
from game.players.searcher import Searcher
from game.rules.sheets import encode, order_of
from game.rules.tables import Tables
from game.rules.views import View, view_of

MOST = 2
"""Sheets told of each side."""

WEIGHED = 4
"""Sheets of each side that are weighed closely: those that seem to have mattered most."""


@dataclass(frozen=True)
class Motive:
    """One sheet of a computer player, and what decided for it."""

    side: str
    date: str
    cards: tuple[str, ...]
    """Titles of what it laid."""
    instead: tuple[str, ...]
    """Titles of what it could have laid in their place; none where that is to wait."""
    points: float
    """How many points more the sheet brings, in the side's own eyes."""
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class _Laid:
    """A sheet that was laid, and the one it is held against."""

    month: int
    view: View
    sheet: Lines
    instead: Lines
    gain: float
    """Points more, at a first glance."""


def motives(match: Match, months: tuple[Tables, ...]) -> tuple[Motive, ...]:
    """Return for every computer player the sheets that brought most against others, in its own view."""
    found: list[Motive] = []
    for side, name in match.seats.items():
        searcher = hire(next(iter(EFFORTS)), match.book, side)
        if name != HUMAN and isinstance(searcher, Searcher):
            told = sorted(_of_side(match, months, searcher), key=lambda motive: -motive.points)
            found += told[:MOST]
    return tuple(found)


def _of_side(match: Match, months: tuple[Tables, ...], searcher: Searcher) -> list[Motive]:
    """Return what decided for the sheets of a side that seem to have mattered most."""
    laid = sorted(_sheets(match, months, searcher), key=lambda each: -each.gain)[:WEIGHED]
    told = (_motive(match, searcher, each) for each in laid)
    return [motive for motive in told if motive.points >= LEAST and motive.reasons]


def _sheets(match: Match, months: tuple[Tables, ...], searcher: Searcher) -> list[_Laid]:
    """Return the sheets of a side on which anything was laid."""
    book, side, found = match.book, searcher.side, []
    for number, (before, month) in enumerate(zip(months, match.months, strict=False), start=1):
        sheet = encode(book, {side: month.sheets.get(side, {})})[book.index.sides[side], :, 0]
        if sheet.any():
            view = view_of(book.sights[side], before)
            other = best_instead(searcher, view, sheet)
            found.append(_Laid(number, view, sheet, other.sheet, other.loss))
    return found


def _motive(match: Match, searcher: Searcher, laid: _Laid) -> Motive:
    """Return what decided for a sheet."""
    found = difference(match.book, searcher.others, laid.view, laid.sheet, laid.instead)
    return Motive(
        side=searcher.side,
        date=in_words(match.date_of(laid.month), match.book.index.say),
        cards=_titles(match, searcher.side, laid.sheet),
        instead=_titles(match, searcher.side, laid.instead),
        points=found.points,
        reasons=found.reasons,
    )


def _titles(match: Match, side: str, sheet: Lines) -> tuple[str, ...]:
    """Return the titles of the cards on a sheet."""
    orders = (order_of(match.book, side, value) for value in sheet[np.flatnonzero(sheet)].tolist())
    return tuple(match.book.scenario.cards[order.card].title for order in orders)
