"""The calendar, injects and the standing rules: what happens without anybody's order (§9, §10)."""

from collections.abc import Mapping

from game.conditions.condition import Condition
from game.model.base import Cited, Date, PlaceId, Text
from game.model.effect import Branch, Effect, Moves


class Event(Cited):
    """Something the calendar brings (§10)."""

    month: Date
    """When it falls due, as 2020-11, or as 2015-08-20 where turns are dated by days."""

    title: Text
    """Headline, at most eight words."""

    text: Text
    """What is read out, in a sentence or two."""

    day: Text = ""
    """The day as the calendar strip shows it; only for events worth announcing ahead."""

    place: PlaceId | None = None
    """Where on the map it happens."""

    when: Condition | None = None
    """What must hold; otherwise it does not happen."""

    effects: Moves = {}
    """What moves, whichever branch it takes."""

    riders: tuple[Effect, ...] = ()
    """Further effects with a condition or chance of their own."""

    branches: Mapping[str, Branch] = {}
    """Ways it can go; a facilitator may fix one."""


class Inject(Cited):
    """Something that whoever leads a game can bring into it, once and in any month (§10.1)."""

    title: Text
    """Headline, at most eight words."""

    text: Text
    """What is read out, in a sentence or two."""

    place: PlaceId | None = None
    """Where on the map it happens."""

    effects: Moves = {}
    """What moves."""


class Upkeep(Effect, Cited):
    """A standing rule, applied at the end of every month (§9)."""

    title: Text
    """Name of the rule in the ledger, at most five words."""

    rule: str = "9"
    """The number of the rule it carries out, as in docs/rules.md."""
