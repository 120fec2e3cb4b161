"""The glimpse: all that one seat, the public, or everybody after the end may be shown of a game (§12).

Pages are made of a glimpse and of the rulebook, which is open to all; of nothing else. It goes over a wire as
canonical JSON, and what its reader may not know is absent from it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Any, Self

from pydantic import ConfigDict, TypeAdapter

from game.match.canonical_json import canonical
from game.match.draft import Draft
from game.match.outcome import Outcome
from game.match.redaction import EVERYBODY, Account, News
from game.match.seats import Seats
from game.model.card import Card
from game.model.track import Show
from game.model.turn import date_of_turn
from game.rules.ledger import Entry, Happening
from game.rules.legality import Refusal
from game.rules.rulebook import Rulebook
from game.rules.sheets import Order, Sheet
from game.rules.terms import Terms
from game.rules.views import View, view_told


@dataclass(frozen=True)
class Drawn:
    """How a redline in sight stands."""

    declared: bool
    """Whether it is public."""

    limit: int
    """The last reading that does not cross it; 0 for a line without one."""

    crossed: int
    """The month of play in which it was last crossed; below 1 if never."""

    owed: bool
    """Whether its owner owes an answer."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What a glimpse shows, as values: what goes over a wire."""

    __pydantic_config__ = ConfigDict(use_attribute_docstrings=True, extra="forbid")

    scenario: str
    """The scenario's name."""

    digest: str
    """The digest of the scenario, so that it is read with the rulebook it was made with."""

    side: str | None
    """Whose eyes these are: a side's, the public's for none, `EVERYBODY`'s once a game is over."""

    seats: Seats
    """By side, a person or the name of a computer player."""

    month: int
    """The open month, from 1; one more than were played once the game is over."""

    account: Account
    """What these eyes may read of the ledger and of what came to pass."""

    public: Account
    """What everybody may read of it."""

    lines: Mapping[str, Drawn]
    """The redlines in sight: those declared, and the own."""

    sheets: tuple[Mapping[str, Sheet], ...]
    """Of every month played, by side, the orders that these eyes saw."""

    waiting: tuple[str, ...]
    """The people whose sheets of the open month are not sealed yet."""

    draft: Draft | None
    """The own sheet of the open month; none where no person fills the seat."""

    menu: Mapping[str, Mapping[str, Refusal | None]]
    """By slot the side's cards, hold first, each with why it may not be played; empty without a seat."""

    secret: str | None
    """The secret goal that the side drew."""

    offers: Mapping[str, Terms]
    """By principal the terms that it tables; empty for those who may not see them."""

    terms: Terms | None
    """The terms in force."""

    arrays: Mapping[str, Any] | None
    """The arrays of the side's view (§12), without the axis of tables; none for those who have no seat."""

    over: bool
    """Whether the game has ended."""

    ending: str | None
    """How it ended."""

    outcome: Mapping[str, Outcome]
    """By side who scored what; empty while the game goes on."""


@dataclass(frozen=True, kw_only=True)
class Glimpse(Shown):
    """What one seat may be shown of a game, beside the rules it is played by."""

    book: Rulebook = field(repr=False, compare=False)
    """The rules, which everybody may read."""

    def to_json(self) -> bytes:
        """Return what is shown as canonical JSON: the same sight gives the same bytes."""
        shown = Shown(**{each.name: getattr(self, each.name) for each in fields(Shown)})
        return canonical(SHOWN.dump_python(shown, mode="json"))

    @classmethod
    def from_json(cls, text: bytes, book: Rulebook) -> Self:
        """Return the glimpse that *text* spells, to be read with the rules it was made with.

        Text that is no glimpse is a pydantic ValidationError; rules of another scenario are a ValueError.
        """
        shown = SHOWN.validate_python(json.loads(text))
        if shown.scenario != book.scenario.id:
            raise ValueError(f"a glimpse of '{shown.scenario}', not of '{book.scenario.id}'")
        return cls(book=book, **{each.name: getattr(shown, each.name) for each in fields(Shown)})

    @cached_property
    def open(self) -> Self:
        """Return the same game as everybody may see it, which every seat may know."""
        cards = self.book.scenario.cards
        public = [
            {
                side: {slot: Order(o.card) for slot, o in sheet.items() if known(cards[o.card], None)}
                for side, sheet in month.items()
            }
            for month in self.sheets
        ]
        lines = {name: line for name, line in self.lines.items() if line.declared}
        return replace(
            self, side=None, account=self.public, lines=lines, sheets=tuple(public), draft=None, menu={},
            secret=None, offers={}, arrays=None,
        )  # fmt: skip

    @property
    def seat(self) -> str:
        """Return the side whose eyes these are; those of no seat are a KeyError."""
        if self.side is None or self.side not in self.book.index.sides:
            raise KeyError(self.side)
        return self.side

    def on_sheet(self, slot: str) -> Order:
        """Return what lies on a line of the own sheet."""
        return (self.draft.sheet if self.draft else {}).get(slot, Order())

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the ledger as these eyes may read it."""
        return self.account.entries

    @property
    def happenings(self) -> tuple[Happening, ...]:
        """Return what these eyes learned of."""
        return self.account.happenings

    @property
    def readings(self) -> Mapping[str, int]:
        """Return where the tracks in sight stand, as far as these eyes know."""
        return self.account.readings

    @property
    def date(self) -> str:
        """Return the open month as 2020-05."""
        return self.date_of(self.month)

    def of(self, month: int) -> News:
        """Return what these eyes learned of a month."""
        return self.account.of(month)

    def date_of(self, month: int) -> str:
        """Return when a month of play, from 1, begins."""
        return date_of_turn(self.book.scenario.start, self.book.scenario.turns, month)

    @cached_property
    def view(self) -> View:
        """Return the view of the seat, as players and conditions read it; no seat is a KeyError."""
        if self.arrays is None:
            raise KeyError(self.side)
        return view_told(self.book.sights[self.seat], self.month, self.arrays)


SHOWN = TypeAdapter(Shown)
"""Reads and writes what is shown."""


def glimpse_schema() -> dict[str, Any]:
    """Return the JSON schema of a glimpse."""
    return SHOWN.json_schema(mode="serialization")


def known(card: Card, side: str | None) -> bool:
    """Return whether *side* learns at the reveal that *card* was played."""
    return side in (card.side, EVERYBODY) or (card.show is Show.ALL and card.attribution is None)
