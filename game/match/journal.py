"""The journal: seed, scenario and all sheets, which is enough to play a game again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from game.match.match import Match, Month
from game.rules.sheets import Sheet


@dataclass(frozen=True)
class Draft:
    """A sheet of the open month as it lay when the game was kept."""

    sheet: Sheet
    """Its orders by slot."""

    sealed: bool
    """Whether it was sealed."""


@dataclass(frozen=True)
class Journal:
    """One game, written down."""

    scenario: str
    """The scenario's id."""

    digest: str
    """The scenario's digest."""

    source: str
    """The shipped name, folder or file the scenario was read from."""

    seed: Annotated[int, Field(ge=0, lt=2**64)]
    """What all luck follows from."""

    players: Mapping[str, str]
    """Who fills each side's seat."""

    months: tuple[Month, ...]
    """Every month played: the sheets, and the digest of the table after it."""

    hands: Mapping[str, Draft]
    """The sheets of the open month, by side."""


_JOURNAL = TypeAdapter(Journal)


def journal_of(match: Match) -> Journal:
    """Return all that is needed to play *match* again, the sheets in hand included."""
    return Journal(
        scenario=match.book.scenario.id,
        digest=match.scenario_digest,
        source=match.source,
        seed=match.seed,
        players=dict(match.seats),
        months=match.months,
        hands={side: Draft(hand.sheet, hand.sealed) for side, hand in match.hands.items()},
    )


def as_json(journal: Journal) -> dict[str, Any]:
    """Return a journal as JSON-ready values."""
    written: dict[str, Any] = _JOURNAL.dump_python(journal, mode="json", exclude_defaults=True)
    return written


def from_json(value: Any) -> Journal | None:
    """Return the journal that JSON-ready values spell out; none if they are not a journal's."""
    try:
        return _JOURNAL.validate_python(value)
    except ValidationError:
        return None
