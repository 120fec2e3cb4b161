"""A match: one game at one table, from the first month to its ending."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Self

import numpy as np

from game.match.draft import BLANK, Draft, Month, bare
from game.match.glimpse import Glimpse
from game.match.luck import Fork, Injected
from game.match.outcome import Outcome, outcome_of
from game.match.redaction import Account, News, account
from game.match.seats import HUMAN, Seats, chosen, hired
from game.match.shown import arrays_of, seen_on, seen_sheets, shown_account
from game.model.turn import date_of_turn
from game.players.player import Player
from game.rules.adjudicate import adjudicate
from game.rules.index import HOLD
from game.rules.ledger import Entry, Happening, Ledger
from game.rules.legality import Reason, Refusal, why_refused
from game.rules.rulebook import Rulebook, steered
from game.rules.setup import set_up
from game.rules.sheets import Order, Sheet, encode
from game.rules.tables import Tables
from game.rules.views import View, view_of
from game.scenario.edition import Edition


@dataclass(frozen=True, eq=False)
class Match:
    """One game: a batch of one, with people and computer players in its seats.

    Every door returns a new match or says why not; the match itself never changes.
    """

    book: Rulebook
    """The rules."""

    scenario_digest: str
    """The digest of the scenario they were compiled from."""

    source: str
    """The shipped name, folder or file the scenario was read from; empty where a save brought it along."""

    seed: int
    """What all luck follows from, up to a fork (§13)."""

    seats: Seats
    """Who fills each side's seat."""

    tables: Tables
    """Where the one table stands."""

    hands: Mapping[str, Draft]
    """The order sheets of the open month, by side, for the seats that people fill."""

    players: Mapping[str, Player] = field(default_factory=dict)
    """The computer players, by side."""

    months: tuple[Month, ...] = ()
    """The months played; of those before a fork, what those who went along saw."""
    past: tuple[Month, ...] = ()
    """The months before the last fork as they were played."""
    forks: tuple[Fork, ...] = ()
    """Where the game went on apart from people who play it, with luck of its own."""
    fixed: Mapping[str, str] = field(default_factory=dict)
    """The branches that events take whatever luck says, by event (§10)."""
    injects: tuple[Injected, ...] = ()
    """What was brought in, in order (§10.1)."""

    entries: tuple[Entry, ...] = ()
    """The whole ledger."""
    happenings: tuple[Happening, ...] = ()
    """All that came to pass."""
    edition: Edition | None = None
    """The scenario as it is kept with the game."""
    kept_as: str = ""
    """The checksum of the save it was read from; empty for a new game."""
    note: str = ""
    """What whoever opened that save should know, in a sentence; empty if nothing."""

    @property
    def played_months(self) -> tuple[Month, ...]:
        """Return all months as they were played, which is what playing again takes."""
        return (*self.past, *self.months[len(self.past) :])

    @property
    def luck(self) -> int:
        """Return what all luck follows from now (§13)."""
        return self.forks[-1].seed if self.forks else self.seed

    @property
    def month(self) -> int:
        """Return the open month, from 1; one more than were played once the game is over."""
        return self.tables.month

    @property
    def date(self) -> str:
        """Return the open month as 2020-05."""
        return self.date_of(self.month)

    def date_of(self, month: int) -> str:
        """Return when a month of play, from 1, begins: as 2020-05, or as 2015-08-04 in a game of days."""
        return date_of_turn(self.book.scenario.start, self.book.scenario.turns, month)

    @property
    def over(self) -> bool:
        """Return whether the game has reached an ending (§11)."""
        return not bool(self.tables.live[0])

    @property
    def ending(self) -> str | None:
        """Return the scenario's name of the ending, none while the game goes on."""
        row = int(self.tables.ending[0])
        return None if row < 0 else self.book.endings[row].id

    @property
    def outcome(self) -> Mapping[str, Outcome]:
        """Return by side who scored what, secret goals opened; empty while the game goes on (§11.4)."""
        return outcome_of(self.book, self.tables) if self.over else {}

    def view(self, side: str) -> View:
        """Return what *side* sees (§12)."""
        return view_of(self.book.sights[side], self.tables)

    def told_view(self, side: str) -> View:
        """Return what *side* sees, tracks as its pages tell them; what it is foretold rests on that (§12)."""
        view, told = self.view(side), self.account(side).readings
        rows = [[told[name]] for name in view.index.tracks]
        return view.with_parts(readings=np.array(rows, dtype=view.readings.dtype))

    def menu(self, side: str) -> dict[str, dict[str, Refusal | None]]:
        """Return *side*'s cards by slot, hold first, each with why it may not be played (§4.2).

        Terms are left aside: an offer is legal here if some terms could be tabled.
        """
        view = self.view(side)
        needs = zip(self.book.index.slots, self.book.sights[side].requirements, strict=True)
        return {
            slot: {card: self._greyed(view, slot, card) for card in (HOLD, *(need.name for need in cards))}
            for slot, cards in needs
        }

    def why_refused(self, side: str, slot: str, order: Order) -> Refusal | None:
        """Return why *side* may not lay this order now; none if it may (§4.2, §4.4)."""
        return self._why_shut(side) or why_refused(self.book, self.view(side), slot, order)

    def lay(self, side: str, slot: str, order: Order) -> Self | Refusal:
        """Return the match with *order* on a line of *side*'s sheet, or why it may not lie there."""
        refusal = self.why_refused(side, slot, order)
        return refusal or self.with_hands({side: self.hands[side].lay(slot, order)})

    def undo(self, side: str) -> Self | Refusal:
        """Return the match without *side*'s last change, a sealed sheet opened again (§4.4)."""
        shut = self._why_seatless(side)
        if shut is None and self.ready:
            shut = Refusal(
                Reason.SEALED, self.book.index.say("All sheets are sealed; nothing is taken back.")
            )
        return shut or self.with_hands({side: self.hands[side].undo()})

    def seal(self, side: str) -> Self | Refusal:
        """Return the match with *side*'s sheet sealed; lines left empty are held (§3.3)."""
        return self._why_shut(side) or self.with_hands({side: self.hands[side].seal()})

    @property
    def waiting(self) -> tuple[str, ...]:
        """Return the sides whose sheets are still open."""
        return tuple(side for side, hand in self.hands.items() if not hand.sealed)

    @property
    def ready(self) -> bool:
        """Return whether every sheet is sealed, so that the month can be adjudicated."""
        return not (self.waiting or self.over)

    def adjudicated(self) -> Self:
        """Return the match a month later, all sheets played together (§3.4).

        A sheet still open, or a game that is over, is a ValueError.
        """
        if not self.ready:
            raise ValueError(f"not every sheet of month {self.month} is sealed, or the game is over")
        sheets = {side: hand.sheet for side, hand in self.hands.items()}
        for side, player in self.players.items():
            sheets[side] = chosen(self.book, player, side, self.tables)
        return self.played(sheets)

    def played(self, sheets: Mapping[str, Sheet]) -> Self:
        """Return the match a month later, played with these sheets; a side left out holds."""
        ledger, book = Ledger(), steered(self.book, self.fixed)
        after = adjudicate(book, self.tables, encode(book, sheets), ledger=ledger)
        sealed = {side: bare(sheets.get(side, {})) for side in self.book.index.sides}
        return replace(
            self,
            tables=after,
            hands=dict.fromkeys(self.hands, BLANK),
            months=(*self.months, Month(sealed, after.digest())),
            entries=(*self.entries, *ledger.entries),
            happenings=(*self.happenings, *ledger.happenings),
        )

    def news_for(self, side: str | None, month: int) -> News:
        """Return what *side*, or everybody if none, may read of a month, unknown causes veiled (§12, §14)."""
        return self.account(side).of(month)

    def account(self, side: str | None) -> Account:
        """Return what *side*, or everybody if none, may read of the game so far (§12)."""
        return _account(self, side)

    def glimpse(self, side: str | None) -> Glimpse:
        """Return all that *side* may be shown: the public if none, all eyes for `EVERYBODY` (§12)."""
        return _glimpse(self, side)

    def with_seats(self, seats: Seats) -> Self:
        """Return the match with its seats filled anew; sheets in hand stay where people stay."""
        hands = {side: self.hands.get(side, BLANK) for side, name in seats.items() if name == HUMAN}
        return replace(self, seats=seats, hands=hands, players=hired(self.book, seats))

    def with_hands(self, hands: Mapping[str, Draft]) -> Self:
        """Return the match with these sheets in hand beside the others."""
        return replace(self, hands={**self.hands, **hands})

    def _why_shut(self, side: str) -> Refusal | None:
        """Return why nothing can be laid on *side*'s sheet now."""
        refusal = self._why_seatless(side)
        if refusal is None and self.hands[side].sealed:
            told = self.book.index.say("The sheet is sealed; take that back to change it.")
            return Refusal(Reason.SEALED, told)
        return refusal

    def _why_seatless(self, side: str) -> Refusal | None:
        """Return why no person has a sheet in hand for *side*."""
        if self.over:
            return Refusal(Reason.OVER, self.book.index.say("The game is over."))
        if side not in self.hands:
            label = self.book.scenario.sides[side].label
            told = self.book.index.say("{side}'s seat is filled by a computer player.")
            return Refusal(Reason.SEAT, told.format(side=label))
        return None

    def _greyed(self, view: View, slot: str, card: str) -> Refusal | None:
        refusal = why_refused(self.book, view, slot, Order(card))
        return None if refusal and refusal.reason is Reason.TERMS else refusal


@lru_cache(maxsize=128)  # every seat of ten tables in a class
def _account(match: Match, side: str | None) -> Account:
    """Return what *side*, or everybody if none, may read of a match, worked out once for all pages."""
    readings = {name: int(match.tables.readings[row, 0]) for name, row in match.book.index.tracks.items()}
    return account(side, match.book, len(match.months), readings, match.entries, match.happenings)


@lru_cache(maxsize=128)  # every seat of ten tables in a class
def _glimpse(match: Match, side: str | None) -> Glimpse:
    """Return all that *side* may be shown of a match, gathered once for all pages."""
    seat = side if side in match.book.index.sides else None
    return Glimpse(
        **seen_on(match.book, match.tables, side),
        digest=match.scenario_digest,
        side=side,
        seats=dict(match.seats),
        account=shown_account(match.account(side)),
        public=shown_account(match.account(None)),
        sheets=seen_sheets(match.book, match.months, side),
        waiting=match.waiting,
        draft=match.hands[seat].plain if seat is not None and seat in match.hands else None,
        menu=match.menu(seat) if seat else {},
        arrays=arrays_of(match.told_view(seat)) if seat else None,
        over=match.over,
        ending=match.ending,
        outcome=match.outcome,
    )


def new_match(
    book: Rulebook,
    digest: str,
    seed: int,
    seats: Seats,
    source: str = "",
    edition: Edition | None = None,
) -> Match:
    """Return a match before its first month, the first news read; *seats* as `seated` gives them."""
    ledger = Ledger()
    tables = set_up(book, [seed], ledger=ledger)
    return Match(
        book=book,
        scenario_digest=digest,
        source=source,
        edition=edition,
        seed=seed,
        seats=seats,
        tables=tables,
        hands={side: BLANK for side, name in seats.items() if name == HUMAN},
        players=hired(book, seats),
        entries=tuple(ledger.entries),
        happenings=tuple(ledger.happenings),
    )
