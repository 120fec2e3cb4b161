"""Personas: temperaments for computer players (§12)."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from game.conditions.bounds import MOST_FORESIGHT
from game.conditions.condition import Condition, Expression
from game.model.base import CardClass, Cited, Piece, Points, Reading, SideId, Text, TrackId


class Care(Piece):
    """How much a temperament cares about one track."""

    each: Points
    """Points for each step up; negative where less is better."""

    low: Reading | None = None
    """Below this reading steps no longer count."""

    high: Reading | None = None
    """Above this reading steps no longer count."""


class Habit(Piece):
    """A leaning in a situation, in points, for some cards."""

    cards: Mapping[CardClass, Points]
    """Points added to each card, kind or scale named."""

    when: Condition | None = None
    """What must hold, read from what the side can see; always, if left out."""

    why: Text
    """The temper behind it, in one sentence."""


class Persona(Cited):
    """A temperament: what a computer player cares about and how it leans."""

    side: SideId
    """Whose seat it can fill."""

    label: Text
    """Name in the list of players."""

    text: Text
    """The temperament in a sentence or two."""

    cares: Mapping[TrackId, Care]
    """What it weighs a card's moves by; the appraisal of §12."""

    habits: tuple[Habit, ...] = ()
    """How it leans, whatever it cares about."""

    coolness: Annotated[Points, Field(gt=0)] = 1.0
    """Points of difference that make one choice e times as likely as another; small is decided."""

    foresight: Annotated[float, Field(ge=0, le=MOST_FORESIGHT, allow_inf_nan=False)] = 1.0
    """How heavily the expected answers to a crossing weigh, 1 being their full worth."""

    guess: Expression | None = None
    """The stance it takes the other principal to have, by what it can see; offers that the other's home
    would hardly bear weigh less. Left out, all offers are hoped for alike."""

    faith: Expression = Expression(100)
    """Percent of the other side's promised steps it expects to be kept, by what it can see."""
