"""Cards: what a side may do in a month (§4, §5)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from game.conditions.condition import Condition
from game.model.base import (
    CardId,
    Cited,
    IconId,
    LineId,
    Months,
    Percent,
    Piece,
    PlaceId,
    SideId,
    SlotId,
    Text,
    TrackId,
    Whole,
)
from game.model.effect import Effect, Moves
from game.model.track import Show


class CardKind(StrEnum):
    """The kinds of card (§5.1)."""

    RELIEF = "relief"
    CONCESSION = "concession"
    PROVOCATION = "provocation"
    PRESSURE = "pressure"
    DIPLOMACY = "diplomacy"
    AID = "aid"
    DOMESTIC = "domestic"
    SIGNAL = "signal"


class Scale(StrEnum):
    """How large a provocation is, and whether it can be denied."""

    MAJOR = "major"
    LOW = "low"
    AMBIGUOUS = "ambiguous"


class Role(StrEnum):
    """What a card does at the bargaining table beside its effects (§8)."""

    OFFER = "offer"
    ACCEPT = "accept"
    BRIDGE = "bridge"
    STALL = "stall"
    LEAVE = "leave"


class Outsider(Cited):
    """A third party that may do what looks just the same, drawn by luck (§7.4)."""

    title: Text
    """Headline once it is found out, at most eight words."""

    when: Condition | None = None
    """What must hold for it; always, if left out."""

    chance: Percent
    """Percent each month, while no case of its own is open."""

    effects: Moves = {}
    """How far each track moves when it is found out."""

    why: Text
    """The reason, one sentence in the past tense, once it is found out."""


class Attribution(Piece):
    """How a deniable act is pinned on its author (§7)."""

    chance: Percent
    """Percent each month that it is pinned down."""

    never: Percent = 0
    """Percent that it never is, drawn when the card is played."""

    months: Annotated[Months, Field(ge=1)] = 8
    """After so many months the case goes cold."""

    sped_by: Mapping[CardId, Percent] = {}
    """Cards that add to the chance in the month they are played."""

    effects: Moves = {}
    """How far each track moves when it is pinned down."""

    outsider: Outsider | None = None
    """Who else can be behind what the others see, if anybody."""

    headline: Text
    """What the others see at first, without an author: at most eight words."""

    why: Text
    """The reason, one sentence in the past tense, once the author is known."""


class Card(Cited):
    """Something a side may put on its order sheet."""

    side: SideId
    """Who may play it."""

    slot: SlotId
    """The line of the sheet it belongs on."""

    kind: CardKind
    """What sort of card it is."""

    scale: Scale | None = None
    """How large, for a provocation."""

    role: Role | None = None
    """What it does at the bargaining table, if anything."""

    title: Text
    """Name on the card, at most four words."""

    text: Text
    """What is done, in one or two sentences."""

    headline: Text = ""
    """How the feed tells it afterwards, at most six words; the title, if left out."""

    icon: IconId = "circle"
    """Icon on the card."""

    group: Text = ""
    """Column of the card rack it stands in."""

    place: PlaceId | None = None
    """Where on the map it happens."""

    when: Condition | None = None
    """What must hold to play it; may read only what its side can see (§4.2)."""

    needs: Text = ""
    """What is missing when it is greyed, in a few words."""

    limit: Annotated[Months, Field(ge=1)] | None = None
    """How often in a game."""

    cooldown: Months = 0
    """Months that must lie between two uses."""

    price: Mapping[TrackId, Whole] = {}
    """What it costs; it can be played only while the readings cover it."""

    effects: Moves = {}
    """How far each track moves for certain."""

    gains: Mapping[TrackId, Whole] = {}
    """Moves that wear off: each use within three months takes one away (§4.3)."""

    riders: tuple[Effect, ...] = ()
    """Further effects with a condition or a chance of their own."""

    show: Show = Show.ALL
    """Who learns at the reveal that it was played: everybody, or its owner alone."""

    declares: LineId | None = None
    """The own private line that playing it makes public (§6.1)."""

    attribution: Attribution | None = None
    """How it is pinned down, for a deniable act."""

    why: Text
    """The reason its effects follow, one sentence in the past tense, as the ledger tells it."""

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        if (self.kind is CardKind.PROVOCATION) != (self.scale is not None):
            raise ValueError("'scale' belongs to provocations, and every provocation has one")
        if (self.scale is Scale.AMBIGUOUS) != (self.attribution is not None):
            raise ValueError("'attribution' belongs to ambiguous acts, and every one has it")
        if self.show is Show.NONE:
            raise ValueError("a card is known at least to its owner: 'show' is 'all' or 'owner'")
        return self
