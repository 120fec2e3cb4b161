"""Effects: when this holds, and luck allows, these tracks move, for this reason."""

from collections.abc import Mapping

from game.conditions.condition import Condition, Expression
from game.model.base import CiteId, Piece, SideId, Text, TrackId, Whole

Moves = Mapping[TrackId, Expression]


class Effect(Piece):
    """One thing that follows: a condition, a chance, the moves and the reason."""

    when: Condition | None = None
    """What must hold; always, if left out."""

    chance: Expression | None = None
    """Percent, a number or an expression over tracks; certain, if left out (§13)."""

    effects: Moves = {}
    """How far each track moves: a whole number or an expression."""

    why: Text
    """The reason, one sentence in the past tense, as the ledger tells it."""

    cites: tuple[CiteId, ...] = ()
    """Claims and sources it rests on, beyond those of its card, line or event."""


class Branch(Piece):
    """One way a forked effect or event can go."""

    title: Text
    """Headline, at most eight words."""

    chance: Expression | None = None
    """Percent; the one branch without a chance takes the rest."""

    effects: Moves = {}
    """How far each track moves."""

    leaves: SideId | None = None
    """The side that walks out of the agreement in force, if any (§8.6)."""

    why: Text = ""
    """The reason, one sentence in the past tense; the title, if left out."""


class Answer(Piece):
    """What the world does after a crossing, by chance and after a lag (§6.3)."""

    title: Text
    """Headline, at most eight words."""

    when: Condition | None = None
    """What must hold when the line is crossed."""

    chance: Expression = Expression(100)
    """Percent that the answer comes at all."""

    lag: tuple[Whole, ...] = (100,)
    """Percent that it comes 0, 1, 2 … months later; the parts add up to 100."""

    effects: Moves = {}
    """How far each track moves when it comes."""

    branches: Mapping[str, Branch] = {}
    """Ways it can go, where there is more than one."""

    why: Text
    """The reason, one sentence in the past tense."""

    cites: tuple[CiteId, ...] = ()
    """Claims and sources it rests on."""
