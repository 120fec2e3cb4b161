"""What might have come after: the game played on from where it stood, many times (§12)."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.match.dates import in_words
from game.match.match import Match
from game.players.player import Player, played_out
from game.players.roster import PERSONA, hire
from game.rules.dice import key, scramble
from game.rules.endings import HUNDREDTHS
from game.rules.ledger import HappeningKind
from game.rules.rulebook import Rulebook
from game.rules.tables import Tables

COPIES = 100
"""How often the game is played on from each month."""

MOST = 3
"""Turning points told."""

TOLD = (
    HappeningKind.ENDING, HappeningKind.AGREEMENT, HappeningKind.BREACH, HappeningKind.CROSSING,
    HappeningKind.ORDER,
)  # fmt: skip
"""What is told of a turning point, the weightiest first."""

HEADLINES = 4
"""Headlines told of a turning point."""

EVERY = 3
"""Months between those in which deals are tried."""

LEAST = 1.0
"""Points by which a deal must help every side, and an outlook move, to be told."""


@dataclass(frozen=True)
class TurningPoint:
    """A month in which the outlook moved most."""

    date: str
    side: str
    """The side whose outlook moved most."""
    points: float
    """By how many points."""
    headlines: tuple[str, ...]
    """What happened in that month."""


@dataclass(frozen=True)
class MissedDeal:
    """Named terms from which every side would have gained, had they come into force."""

    date: str
    title: str
    gains: Mapping[str, float]
    """Points more for each side, on average."""


def turns(match: Match, months: tuple[Tables, ...]) -> tuple[TurningPoint, ...]:
    """Return the months in which the outlook moved most, the greatest first."""
    players = _personas(match.book)
    outlook = np.stack([_outlook(match.book, players, tables) for tables in months])
    moved = np.diff(outlook, axis=0)
    order = np.argsort(-np.abs(moved).max(axis=1), kind="stable")[:MOST]
    return tuple(_turn(match, int(n), moved[n]) for n in order if np.abs(moved[n]).max() >= LEAST)


def deals(match: Match, months: tuple[Tables, ...]) -> tuple[MissedDeal, ...]:
    """Return the best deal of every third month from which all sides would have gained."""
    book, found = match.book, []
    players = _personas(book)
    bargain = book.scenario.bargain
    for tables in months[:-1:EVERY]:
        if bargain is None or tables.terms[0] >= 0 or not tables.live[0]:
            continue
        base = _outlook(book, players, tables)
        gains = {p: _outlook(book, players, tables, terms) - base for p, terms in book.index.packages.items()}
        best = max(gains, key=lambda package: float(gains[package].min()))
        if gains[best].min() >= LEAST:
            sides = dict(zip(book.index.sides, gains[best].tolist(), strict=True))
            date = in_words(match.date_of(tables.month), book.index.say)
            found.append(MissedDeal(date, bargain.packages[best].title, sides))
    return tuple(found)


def _turn(match: Match, number: int, moved: NDArray[np.float64]) -> TurningPoint:
    row = int(np.abs(moved).argmax())
    month, side = number + 1, list(match.book.index.sides)[row]
    told = (h.title for kind in TOLD for h in match.happenings if h.month == month and h.kind is kind)
    headlines = tuple(dict.fromkeys(told))[:HEADLINES]
    return TurningPoint(
        in_words(match.date_of(month), match.book.index.say), side, float(moved[row]), headlines
    )


def _personas(book: Rulebook) -> Mapping[str, Player]:
    found = {side: hire(PERSONA, book, side) for side in book.index.sides}
    return {side: player for side, player in found.items() if player is not None}


def _outlook(
    book: Rulebook, players: Mapping[str, Player], tables: Tables, terms: int | None = None
) -> NDArray[np.float64]:
    """Return each side's mean points when the game is played on; with *terms* in force from now, if given."""
    seeds = scramble(np.arange(COPIES, dtype=np.uint64) ^ key("debrief"))
    many = tables.tile(COPIES).with_parts(seeds=seeds)
    if terms is not None:
        signed = np.full(COPIES, max(1, tables.month - 1), dtype=np.int8)
        many = many.with_parts(terms=np.full(COPIES, terms, dtype=np.int16), signed=signed)
    points = book.returns(played_out(book, players, many))
    return points.mean(axis=1) / HUNDREDTHS
