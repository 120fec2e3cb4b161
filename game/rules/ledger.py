"""The ledger: every change of every track, with its cause and its reason (§14)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rules.cause import Cause
from game.rules.tracks import Tracks

Steps = NDArray[Any]
"""Whole steps on a track, or readings of it, shape (tables,)."""


class Phase(StrEnum):
    """A part of a month (§3.4)."""

    NEWS = "news"
    """The calendar is read before the orders are given."""
    ACTS = "acts"
    """The orders are carried out."""
    CROSSINGS = "crossings"
    """Lines are found crossed."""
    ANSWERS = "answers"
    """Those who owe an answer give it, or let it pass."""
    ATTRIBUTION = "attribution"
    """Deniable acts are brought home to their authors."""
    AGREEMENTS = "agreements"
    """Terms are tabled, signed, carried out or broken."""
    UPKEEP = "upkeep"
    """What goes on by itself goes on."""
    WAR = "war"
    """Endings that stop a game at once are read."""
    ENDINGS = "endings"
    """The ending is read after the last month."""


class HappeningKind(StrEnum):
    """What is told, whether or not a track moved; in the order in which it is weighed."""

    NEWS = "news"
    """An event of the calendar, or the way it went."""
    INJECT = "inject"
    """Something the facilitator brought in."""
    ORDER = "order"
    """A card was played."""
    SUSPICION = "suspicion"
    """A deniable act came to pass."""
    ATTRIBUTION = "attribution"
    """It was pinned on its author."""
    CLEARED = "cleared"
    """It was traced to a third party, and so to no side."""
    CROSSING = "crossing"
    """A line was crossed."""
    ANSWER = "answer"
    """The answer owed was given, or the world's came."""
    BACKED_DOWN = "backed_down"
    """The answer owed was not given."""
    AGREEMENT = "agreement"
    """Terms were signed and ratified."""
    REFUSAL = "refusal"
    """A home refused what was signed."""
    STEP = "step"
    """A signed step was carried out."""
    STALL = "stall"
    """A step that was due was not taken."""
    BREACH = "breach"
    """An agreement was broken or left."""
    OFFER = "offer"
    """Terms were tabled."""
    NEAR_MISS = "near_miss"
    """A sudden ending that could have come did not."""
    ENDING = "ending"
    """The game ended."""


Change = tuple[Cause, int, Steps, Steps, Steps]
"""A cause, the row of the track it moves, and at every table the amount asked and the readings around it."""


@dataclass(frozen=True)
class Entry:
    """One change of one track: past tense, never altered."""

    month: int
    """Month of play, from 1."""

    phase: Phase
    """Where in the month it happened."""

    track: str
    """What moved."""

    asked: int
    """How far the cause would have moved the marker had the scale not ended."""

    before: int
    """Reading before."""

    after: int
    """Reading after."""

    cause: Cause
    """What moved it."""

    why: str
    """The reason, one sentence; it says so where the scale ended."""

    seen_by: tuple[str, ...]
    """The sides that may see this entry."""

    known_to: tuple[str, ...]
    """The sides that may know its cause; the others see it as a change without an author."""

    @property
    def change(self) -> int:
        """Return how far the marker moved."""
        return self.after - self.before

    @property
    def rule(self) -> str:
        """Return the number of the rule."""
        return self.cause.rule

    @property
    def cites(self) -> tuple[str, ...]:
        """Return the claims and sources behind it."""
        return self.cause.cites


@dataclass(frozen=True)
class Happening:
    """Something that came to pass and is told, whether or not a track moved."""

    month: int
    """Month of play, from 1."""

    phase: Phase
    """Where in the month it happened."""

    kind: HappeningKind
    """What it was."""

    id: str
    """The scenario's name for it."""

    side: str | None
    """Whose doing it is, if a side's."""

    title: str
    """Headline."""

    why: str
    """One sentence."""

    cites: tuple[str, ...]
    """Claims and sources behind it."""

    seen_by: tuple[str, ...]
    """The sides that may see it."""


@dataclass
class Ledger:
    """The books of one table, kept while its month is adjudicated."""

    column: int = 0
    """Which of the tables in play the books are for."""

    sides: tuple[str, ...] = ()
    """The sides of the scenario, for who may see what."""

    entries: list[Entry] = field(default_factory=list)
    """All changes so far."""

    happenings: list[Happening] = field(default_factory=list)
    """All that was told so far."""

    open: list[tuple[Cause, int, Steps]] = field(default_factory=list)
    """Changes of the phase that runs: cause, row of the track, amount at every table."""

    keeps: bool = True
    """Whether anything is written down."""

    def write(self, month: int, phase: Phase, readings: NDArray[np.int8], tracks: Tracks) -> None:
        """Turn the open changes into entries whose before and after run on (§14)."""
        for cause, row, *parts in self.run_on(readings, tracks):
            asked, before, after = (int(part[self.column]) for part in parts)
            if asked:
                name = tracks.names[row]
                entry = _entry(month, phase, cause, name, tracks.readers[name], asked, before, after)
                self.entries.append(entry)
        self.open.clear()

    def run_on(self, readings: NDArray[np.int8], tracks: Tracks) -> Iterator[Change]:
        """Yield the open changes in order, each from where the one before it left the track."""
        raw: dict[int, Steps] = {}
        for cause, row, asked in self.open:
            low, high = tracks.low[row, 0], tracks.high[row, 0]
            start = raw.get(row, readings[row].astype(np.int64))
            raw[row] = start + asked
            yield cause, row, asked, np.clip(start, low, high), np.clip(raw[row], low, high)


SILENT = Ledger(keeps=False)
"""The ledger that writes nothing, for batches."""


def _entry(
    month: int,
    phase: Phase,
    cause: Cause,
    track: str,
    readers: tuple[str, ...],
    asked: int,
    before: int,
    after: int,
) -> Entry:
    """Return one change as the ledger keeps it."""
    return Entry(
        month=month,
        phase=phase,
        track=track,
        asked=asked,
        before=before,
        after=after,
        cause=cause,
        why=held(cause.why, asked, after - before, after),
        seen_by=readers,
        known_to=tuple(side for side in readers if cause.owner in (None, side)),
    )


def held(why: str, asked: int, change: int, after: int) -> str:
    """Return *why*, saying so where the end of the scale stopped a move (§14)."""
    if asked == change:
        return why
    return f"{why} The scale ends at {after}: of {abs(asked)} asked, {abs(change)} moved."
