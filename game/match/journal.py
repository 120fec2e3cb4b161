"""The journal: seed, scenario and all sheets, which is enough to play a game again."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Self

from pydantic import Field, TypeAdapter, ValidationError

from game.conditions.bounds import LONGEST
from game.match import keyring
from game.match.canonical_json import canonical
from game.match.draft import Draft, Month
from game.match.luck import Fork, Injected, Seed
from game.match.match import Match

Name = Annotated[str, Field(min_length=1, max_length=200)]
"""What a side, a player or a scenario goes by."""

MOST_INJECTS = 100
"""Things that can be brought into one game: a scenario keeps no more ready."""

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


Hands = Mapping[Name, Draft]
"""The sheets of an open month, by side."""


@dataclass(frozen=True)
class Journal:
    """One game, written down."""

    scenario: Name
    """The scenario's id."""

    digest: Digest
    """The scenario's digest."""

    seed: Seed
    """What all luck follows from."""

    players: Mapping[Name, Name]
    """Who fills each side's seat."""

    months: Annotated[tuple[Month, ...], Field(max_length=LONGEST)]
    """Every month played: the sheets, and the digest of the table after it."""

    hands: Hands
    """The sheets of the open month, by side."""

    edition: Annotated[str, Field(pattern=r"^[A-Za-z0-9+/=]*$")] = ""
    """The scenario itself as it was played, packed; empty in saves of format 1."""

    forks: Annotated[tuple[Fork, ...], Field(max_length=LONGEST)] = ()
    """Where the game went on apart from people who play it."""

    fixed: Mapping[Name, Name] = field(default_factory=dict)
    """The branches that whoever leads the game has fixed, by event."""

    injects: Annotated[tuple[Injected, ...], Field(max_length=MOST_INJECTS)] = ()
    """What whoever leads the game brought in, in order."""

    shut: Annotated[str, Field(pattern=r"^[A-Za-z0-9+/=]*$")] = ""
    """The sheets of the open month, closed by the key of whoever kept the game; empty where they lie open."""

    def closed(self, key: bytes | None) -> Self:
        """Return the journal as it is kept: sheets in hand closed, or left out where there is no key."""
        if not self.hands:
            return self
        plain = _HANDS.dump_json(self.hands, exclude_defaults=True)
        shut = keyring.closed(plain, key, self._about) if key else ""
        return replace(self, hands={}, shut=shut)

    def opened(self, key: bytes | None) -> Self:
        """Return the journal with its sheets in hand; they stay shut where another key closed them."""
        plain = keyring.opened(self.shut, key, self._about) if key and self.shut else None
        try:
            return self if plain is None else replace(self, hands=_hands(plain), shut="")
        except ValidationError:
            return self

    @property
    def _about(self) -> bytes:
        """What closed sheets belong to: they fit no other game and no other month."""
        return canonical([self.digest, self.seed, [month.digest for month in self.months]])


_JOURNAL = TypeAdapter(Journal)
_HANDS = TypeAdapter(Hands)


def _hands(plain: bytes) -> Hands:
    return _HANDS.validate_json(plain, strict=True)


def journal_of(match: Match) -> Journal:
    """Return all that is needed to play *match* again, the sheets in hand included."""
    return Journal(
        scenario=match.book.scenario.id,
        digest=match.scenario_digest,
        seed=match.seed,
        players=dict(match.seats),
        months=match.played_months,
        hands={side: draft.plain for side, draft in match.hands.items()},
        edition=match.edition.packed if match.edition else "",
        forks=match.forks,
        fixed=dict(match.fixed),
        injects=match.injects,
    )


def as_json(journal: Journal) -> dict[str, Any]:
    """Return a journal as JSON-ready values."""
    written: dict[str, Any] = _JOURNAL.dump_python(journal, mode="json", exclude_defaults=True)
    return written


def from_json(value: Any) -> Journal | None:
    """Return the journal that JSON-ready values spell out, and nothing else; none if they do not."""
    try:
        journal = _JOURNAL.validate_json(canonical(value), strict=True)
    except (ValidationError, ValueError, RecursionError):
        return None
    return journal if as_json(journal) == value and _all_printable(value) else None


def _all_printable(value: Any) -> bool:
    """Say whether nothing in JSON-ready values is a character that a terminal would obey."""
    if isinstance(value, dict):
        return all(key.isprintable() and _all_printable(held) for key, held in value.items())
    if isinstance(value, list):
        return all(map(_all_printable, value))
    return not isinstance(value, str) or value.isprintable()
