"""Lessons: what a new player is shown, step by step, while playing one seat."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from game.model.base import CardId, Piece, SideId, Text, TrackId, Whole
from game.model.bounds import LONGEST


class Deed(StrEnum):
    """What a player does to go on to the next prompt."""

    LAY = "lay"
    ASK = "ask"
    SEAL = "seal"
    READ = "read"


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

    title: Text
    """What it is about, at most six words."""

    text: Text
    """What to see and what to do, in one to three short sentences."""

    @model_validator(mode="after")
    def _names_what_it_points_at(self) -> Self:
        if (self.deed is Deed.LAY) != (self.card is not None):
            raise ValueError("'card' belongs to 'deed: lay', and to no other")
        if (self.deed is Deed.ASK) != (self.track is not None):
            raise ValueError("'track' belongs to 'deed: ask', and to no other")
        return self


class Lesson(Piece):
    """Prompts that teach the game by playing it, in the order in which they are shown."""

    side: SideId
    """The seat whose player is taught."""

    prompts: Mapping[str, Prompt]
    """The prompts, month by month."""
