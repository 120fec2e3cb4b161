"""Motives: why computer players laid the sheets that mattered most to them (§12)."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.match.dates import in_words
from game.match.match import Match
from game.match.seats import HUMAN
from game.players.player import Player
from game.players.reasons import Reason, reasons
from game.players.roster import PERSONA, hire
from game.rules.index import HOLD
from game.rules.sheets import encode
from game.rules.tables import Tables
from game.rules.views import view_of

MOST = 2
"""Sheets told of each side."""


@dataclass(frozen=True)
class Motive:
    """One sheet of a computer player, and what decided for it."""

    side: str
    date: str
    cards: tuple[str, ...]
    """Titles of what it laid."""
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> float:
        """Return how many points it was better than waiting."""
        return sum(reason.points for reason in self.reasons)


def motives(match: Match, months: tuple[Tables, ...]) -> tuple[Motive, ...]:
    """Return for every computer player the sheets that paid most against waiting, in its own view."""
    found = []
    hired = {side: hire(PERSONA, match.book, side) for side in match.book.index.sides}
    players = {side: player for side, player in hired.items() if player is not None}
    if len(players) < len(hired):
        return ()
    for side, name in match.seats.items():
        if name != HUMAN:
            told = sorted(_of_side(match, months, side, players), key=lambda motive: -motive.weight)
            found += [motive for motive in told[:MOST] if motive.weight > 0]
    return tuple(found)


def _of_side(
    match: Match, months: tuple[Tables, ...], side: str, players: dict[str, Player]
) -> Iterator[Motive]:
    """Yield why a side laid each of its sheets."""
    book, say = match.book, match.book.index.say
    for number, (before, month) in enumerate(zip(months, match.months, strict=False)):
        sheet = month.sheets.get(side, {})
        cards = [order.card for order in sheet.values() if order.card != HOLD]
        if cards:
            lines = encode(book, {side: sheet})[book.index.sides[side], :, 0]
            yield Motive(
                side=side,
                date=in_words(match.date_of(number + 1), say),
                cards=tuple(book.scenario.cards[card].title for card in cards),
                reasons=reasons(book, players, view_of(book.sights[side], before), lines),
            )
