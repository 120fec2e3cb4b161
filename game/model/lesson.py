"""Lessons: what a new player is shown, step by step, while playing one seat."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from game.conditions.bounds import LONGEST
from game.conditions.condition import Condition
from game.model.base import CardId, Piece, SideId, Text, TrackId, Whole


class Deed(StrEnum):
    """What a player does to go on to the next prompt."""

    LAY = "lay"
    ASK = "ask"
    SEAL = "seal"
    READ = "read"


class Detour(Piece):
    """What a prompt says instead to a player who has left the path it speaks of."""

    when: Condition | None = None
    """What must hold for this to be said, by what the side sees; always, if left out."""

    title: Text
    """What it is about, at most six words."""

    text: Text
    """What to see and what to do, in one to three short sentences."""


class Prompt(Piece):
    """One thing shown on the desk, until the player has done it or its month is over."""

    month: Annotated[Whole, Field(ge=1, le=LONGEST)]
    """The month of play in which it is shown, the first being 1."""

    deed: Deed
    """What the player does: lays a card, asks why a track stands where it does, seals, reads a reveal."""

    card: CardId | None = None
    """The card to lay."""

    track: TrackId | None = None
    """The track to ask about."""

    when: Condition | None = None
    """What must hold for its words to be true, by what the side sees; always, if left out."""

    title: Text
    """What it is about, at most six words."""

    text: Text
    """What to see and what to do, in one to three short sentences."""

    otherwise: tuple[Detour, ...] = ()
    """What is said where `when` does not hold: the first that does; where none does, nothing is said."""

    @model_validator(mode="after")
    def _names_what_it_points_at(self) -> Self:
        if (self.deed is Deed.LAY) != (self.card is not None):
            raise ValueError("'card' belongs to 'deed: lay', and to no other")
        if (self.deed is Deed.ASK) != (self.track is not None):
            raise ValueError("'track' belongs to 'deed: ask', and to no other")
        return self

    @model_validator(mode="after")
    def _says_each_of_its_words_to_somebody(self) -> Self:
        said = (self.when, *(detour.when for detour in self.otherwise))
        if None in said[:-1]:
            raise ValueError("what follows words without 'when' in 'otherwise' is never said")
        return self


class Lesson(Piece):
    """Prompts that teach the game by playing it, in the order in which they are shown."""

    side: SideId
    """The seat whose player is taught."""

    prompts: Mapping[str, Prompt]
    """The prompts, month by month."""
