"""Causes: which part of a scenario moves a track, and on what grounds (§14)."""

from dataclasses import dataclass
from enum import StrEnum


class CauseKind(StrEnum):
    """Which part of a scenario moves a track."""

    CARD = "card"
    """An order that was carried out."""
    REDLINE = "redline"
    """A line that was crossed, or the answer that its owner gave or did not give."""
    ANSWER = "answer"
    """What the world did about a crossing."""
    ATTRIBUTION = "attribution"
    """A deniable act, brought home to its author."""
    OUTSIDER = "outsider"
    """What a third party did that looked like a deniable act, or what followed once that was found out."""
    AGREEMENT = "agreement"
    """The bargain: its price, its steps, its end."""
    UPKEEP = "upkeep"
    """What goes on by itself."""
    CALENDAR = "calendar"
    """An event of the calendar."""
    INJECT = "inject"
    """What the facilitator brought in."""
    ENDING = "ending"
    """How the game ended."""
    UNKNOWN = "unknown"
    """What those who read may not know."""


@dataclass(frozen=True)
class Cause:
    """What moved a track, and on what grounds."""

    kind: CauseKind
    """Which part of the scenario it is."""

    id: str
    """The scenario's name for it."""

    title: str
    """Its headline."""

    rule: str
    """The number of the rule it carries out."""

    why: str
    """The reason, one sentence in the past tense."""

    cites: tuple[str, ...] = ()
    """Claims and sources behind it."""

    tag: str = "plausible"
    """documented, plausible or invented."""

    side: str | None = None
    """Whose doing it is, if a side's."""

    owner: str | None = None
    """The only side that may know the cause; everybody may, if none."""

    veil: str = ""
    """What the others are told instead of a cause they may not know."""

    @property
    def name(self) -> str:
        """Return the cause as files spell it."""
        return f"{self.kind}:{self.id}" if self.id else str(self.kind)


def unknown(rule: str, why: str) -> Cause:
    """Return what stands in place of a cause that those who read may not know (§12)."""
    return Cause(CauseKind.UNKNOWN, "", why, rule, why, veil=why)
