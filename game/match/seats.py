"""Seats: who fills each side's place, a person or a computer player (§1.1)."""

from collections.abc import Mapping

from game.located.suggest import closing
from game.match.trouble import Trouble, TroubleKind
from game.players.player import Player, seat_luck
from game.players.roster import PERSONA, fills, hire, names
from game.players.searcher import Searcher
from game.rules.rulebook import Rulebook
from game.rules.sheets import Sheet, order_of
from game.rules.tables import Tables
from game.rules.views import view_of

HUMAN = "human"
"""The name of whoever sits in front of the screen."""

Seats = Mapping[str, str]
"""By side, `HUMAN` or the name of a computer player."""


def seated(book: Rulebook, wanted: Seats, rest: str = PERSONA) -> Seats | Trouble:
    """Return who fills each side's seat, *rest* where *wanted* names nobody."""
    for side in wanted:
        if side not in book.index.sides:
            return Trouble(TroubleKind.SEAT, _unknown("side", side, tuple(book.index.sides)))
    seats = {side: wanted.get(side, rest) for side in book.index.sides}
    for side, name in seats.items():
        if name != HUMAN and not fills(name, book, side):
            told = _unknown("player", name, (HUMAN, *names(book, side)))
            return Trouble(TroubleKind.SEAT, f"{book.scenario.sides[side].label}: {told}")
    return seats


def hired(book: Rulebook, seats: Seats) -> Mapping[str, Player]:
    """Return the computer players of *seats*, by side."""
    found = {side: hire(name, book, side) for side, name in seats.items() if name != HUMAN}
    return {side: player for side, player in found.items() if player is not None}


def practise(players: Mapping[str, Player]) -> None:
    """Have those practise who learn by it; each would before its first sheet."""
    for player in players.values():
        if isinstance(player, Searcher):
            player.practise()


def ahead(players: Mapping[str, Player], month: int) -> int:
    """Return how many months of imagined games those who look ahead play for their sheets of a *month*."""
    return sum(player.ahead(month) for player in players.values() if isinstance(player, Searcher))


def chosen(book: Rulebook, player: Player, side: str, tables: Tables) -> Sheet:
    """Return the sheet a computer player lays, from its view alone (§12)."""
    lines = player.choose(view_of(book.sights[side], tables), seat_luck(tables.seeds, side))
    return {slot: order_of(book, side, int(lines[row, 0])) for slot, row in book.index.slots.items()}


def _unknown(kind: str, name: str, known: tuple[str, ...]) -> str:
    return f"there is no {kind} '{name}'{closing(name, known, f'{kind}s')}"
