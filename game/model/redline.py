"""Redlines: limits drawn, and what follows when they are passed (§6)."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator

from game.conditions.bounds import MOST_READINGS
from game.conditions.condition import Condition
from game.model.base import CardClass, CardId, Cited, Piece, SideId, Text, TrackId, Whole
from game.model.effect import Answer, Effect, Moves


class Limit(Piece):
    """A reading that must not be passed."""

    track: TrackId
    """Which track is watched."""

    above: Annotated[tuple[Whole, ...], Field(max_length=MOST_READINGS)]
    """The last reading that is still allowed; where several are given, each game draws one."""


class Redline(Cited):
    """A limit one side, or the world, has drawn (§6.1)."""

    title: Text
    """The line in at most eight words."""

    text: Text = ""
    """The line in a sentence."""

    drawn_by: SideId | None = None
    """Who drew it and owes the answer; the world, if left out."""

    declared: bool = True
    """Public from the start; a private line can be declared later."""

    crossed_by: tuple[CardClass, ...] = ()
    """Cards, kinds or scales that cross it."""

    limit: Limit | None = None
    """The reading whose passing crosses it."""

    when: Condition | None = None
    """What must hold besides, when it is passed."""

    effects: Moves = {}
    """What moves in the very month of the crossing."""

    riders: tuple[Effect, ...] = ()
    """Further effects of the crossing with a condition or chance of their own."""

    answered_by: tuple[CardId, ...] = ()
    """The owner's cards that count as an answer."""

    answered: Moves = {}
    """What moves when the owner answers."""

    backed_down: Moves = {}
    """What the owner loses when it does not (§6.4)."""

    answers: Mapping[str, Answer] = {}
    """What the world does, by chance and with a lag (§6.3)."""

    why: Text
    """Why the crossing matters, one sentence in the past tense."""

    @model_validator(mode="after")
    def _can_be_crossed(self) -> Self:
        if not self.crossed_by and self.limit is None:
            raise ValueError("a redline needs 'crossed_by' or 'limit'")
        if (self.answered or self.backed_down) and not self.answered_by:
            raise ValueError("an answer is owed only where 'answered_by' names the cards that give it")
        return self
