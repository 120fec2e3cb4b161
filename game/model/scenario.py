"""A scenario: everything about a game that is not a mechanism (§1.4)."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from game.conditions.bounds import LONGEST
from game.conditions.condition import Condition
from game.model.bargain import Bargain
from game.model.base import Aside, Date, Kilometres, Minutes, Piece, SideId, Text, Whole, YearMonth
from game.model.card import Card
from game.model.claim import Claim, Source, Tallied
from game.model.ending import Ending
from game.model.event import Event, Inject, Upkeep
from game.model.lesson import Lesson
from game.model.persona import Persona
from game.model.redline import Redline
from game.model.side import Side
from game.model.teaching import Teaching
from game.model.test import Test
from game.model.track import Track


class Slot(Piece):
    """One line of the order sheet; holding it is always free (§4.1)."""

    title: Text
    """Name of the line."""

    text: Text
    """What it is for, in a few words."""

    hold: Text
    """What holding it means, in a few words."""


class Place(Piece):
    """A place on the map."""

    label: Text
    """Name on the map."""

    at: tuple[Kilometres, Kilometres]
    """Kilometres east and south of the map's origin."""

    landmark: bool = False
    """Whether the map always names it; other places are named while something happens there."""


class Term(Piece):
    """A word worth explaining."""

    korean: str
    """The word in Korean."""

    text: Text
    """What it means, in a sentence."""


class Query(Piece):
    """A question for the debrief."""

    ask: Text
    """The question."""

    when: Condition | None = None
    """What must hold at the end for it to be asked; always, if left out."""

    listen_for: Text = ""
    """What a good answer touches on, for whoever leads the debrief."""


class Scenario(Piece):
    """Everything a game needs to be played."""

    format: Literal[1]
    """The version of this format."""

    id: str
    """Short name, as its folder."""

    extends: Annotated[str | None, Aside()] = None
    """The scenario this one varies, by its name or a relative path; pieces merge by id, null removes one."""

    title: Text
    """Name in the list of scenarios."""

    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = "en"
    """The language it is written in."""

    summary: Text
    """What it is about, in two or three sentences."""

    start: YearMonth
    """The first month."""

    months: Annotated[Whole, Field(ge=1, le=LONGEST)]
    """How many months are played."""

    turns: tuple[Date, ...] = ()
    """The first day of each turn, as 2015-08-04 or 2021-03; left out where every turn is a month."""

    minutes: Minutes = 30
    """How long a game takes one person, in minutes."""

    sides: Mapping[SideId, Side]
    """Who plays."""

    slots: Mapping[str, Slot]
    """The lines of an order sheet."""

    tracks: Mapping[str, Track]
    """All bounded scales; 'side.name' belongs to a side."""

    cards: Mapping[str, Card]
    """What sides may do."""

    redlines: Mapping[str, Redline] = {}
    """Limits drawn."""

    bargain: Bargain | None = None
    """How agreements are reached; none, if left out."""

    calendar: Mapping[str, Event] = {}
    """What happens on its date."""

    injects: Mapping[str, Inject] = {}
    """What whoever leads a game can bring into it."""

    upkeep: Mapping[str, Upkeep] = {}
    """Standing rules at the end of every month."""

    endings: Mapping[str, Ending]
    """Why the game stops, the first that holds; the last has no condition."""

    personas: Mapping[str, Persona] = {}
    """Temperaments for computer players."""

    places: Mapping[str, Place] = {}
    """Where things happen."""

    claims: Mapping[str, Claim] = {}
    """The article's claims."""

    record: Annotated[Mapping[str, Tallied], Aside()] = {}
    """What was counted in the world, to set beside the games."""

    questions: Mapping[str, Query] = {}
    """What the debrief asks, by what happened."""

    teaching: Annotated[Teaching | None, Aside()] = None
    """Notes for whoever leads a class through it."""

    sources: Mapping[str, Source] = {}
    """Where facts come from."""

    glossary: Mapping[str, Term] = {}
    """Words worth explaining."""

    tests: Annotated[Mapping[str, Test], Aside()] = {}
    """Games played by given sheets, and what must hold after them."""

    lesson: Annotated[Lesson | None, Aside()] = None
    """What a new player is shown while playing; nothing, if left out."""

    ignore: Annotated[tuple[str, ...], Aside()] = ()
    """Codes of warnings and notes that are meant, each with the place it is meant at or for everywhere."""

    @model_validator(mode="after")
    def _dates_its_turns(self) -> Self:
        if self.turns and len(self.turns) != self.months:
            raise ValueError(f"'turns' dates {len(self.turns)} turns, and 'months' has {self.months}")
        if not all(earlier < later for earlier, later in pairwise(self.turns)):
            raise ValueError("'turns' stand in order, the earliest first")
        if self.turns and not self.turns[0].startswith(self.start):
            raise ValueError("the first of 'turns' lies in the month of 'start'")
        return self
