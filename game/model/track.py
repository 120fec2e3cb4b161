"""Tracks: the bounded scales on which everything is measured (§2)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from game.conditions.bounds import FARTHEST
from game.model.base import IconId, Piece, Text, Whole


class Show(StrEnum):
    """Who may read a track."""

    ALL = "all"
    OWNER = "owner"
    NONE = "none"


class Track(Piece):
    """A bounded whole-number scale; where its marker stands is a *reading* (§2.1)."""

    label: Text
    """Name on the board."""

    start: Whole
    """Reading before the first month."""

    range: tuple[Whole, Whole] = (0, 10)
    """Lowest and highest reading, within -100 and 100."""

    show: Show = Show.ALL
    """Who may read it: everybody, its owner alone, or nobody (a counter that a rule needs)."""

    switch: bool = False
    """Whether it chooses between readings of the world: nothing moves it, and players do not see it."""

    text: Text = ""
    """What it measures, in a sentence."""

    icon: IconId = "circle"
    """Icon beside the name."""

    bands: Mapping[str, Annotated[tuple[Whole, Whole], Field()]] = {}
    """Named stretches of the scale, each from its first to its last reading."""

    levels: tuple[Text, ...] = ()
    """A name for each reading from the lowest up, where names say more than numbers."""

    @model_validator(mode="after")
    def _stands_on_its_scale(self) -> Self:
        low, high = self.range
        if not -FARTHEST <= low < high <= FARTHEST:
            raise ValueError(
                f"the range {low} to {high} is not one from {-FARTHEST} to {FARTHEST}, lowest first"
            )
        if not low <= self.start <= high:
            raise ValueError(f"the start {self.start} lies outside the range {low} to {high}")
        return self
