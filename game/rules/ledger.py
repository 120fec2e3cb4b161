"""The ledger: every change of every track, with its cause and its reason (§14)."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rules.tracks import Tracks

Steps = NDArray[Any]
"""Whole steps on a track, or readings of it, shape (tables,)."""


@dataclass(frozen=True)
class Cause:
    """What moved a track, and on what grounds."""

    kind: str
    """card, redline, answer, attribution, agreement, upkeep, calendar or ending."""

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
        """Return the cause as the ledger and the JSON spell it."""
        return f"{self.kind}:{self.id}"


Change = tuple[Cause, int, Steps, Steps, Steps]
"""A cause, the row of the track it moves, and at every table the amount asked and the readings around it."""


@dataclass(frozen=True)
class Entry:
    """One change of one track: past tense, never altered."""

    month: int
    """Month of play, from 1."""

    phase: str
    """Where in the month it happened."""

    track: str
    """What moved."""

    change: int
    """How far the marker moved."""

    before: int
    """Reading before."""

    after: int
    """Reading after."""

    rule: str
    """Number of the rule."""

    cause: str
    """kind:id of the cause."""

    why: str
    """The reason, one sentence."""

    cites: tuple[str, ...]
    """Claims and sources behind it."""

    seen_by: tuple[str, ...]
    """The sides that may see this entry."""

    known_to: tuple[str, ...]
    """The sides that may know its cause; the others see it as a change without an author."""

    veil: str
    """What the others are told instead of the cause."""

    asked: int
    """How far the cause would have moved the marker had the scale not ended."""

    said: str
    """The reason without a word of the scale."""


@dataclass(frozen=True)
class Happening:
    """Something that came to pass and is told, whether or not a track moved."""

    month: int
    """Month of play, from 1."""

    phase: str
    """Where in the month it happened."""

    kind: str
    """news, order, crossing, answer, backed_down, attribution, offer, agreement, step, breach, near_miss …"""

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


def plain(item: Entry | Happening) -> dict[str, Any]:
    """Return an entry or happening as JSON-ready values."""
    return {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(item).items()}


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

    def write(self, month: int, phase: str, readings: NDArray[np.int8], tracks: Tracks) -> None:
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
    phase: str,
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
        change=after - before,
        before=before,
        after=after,
        rule=cause.rule,
        cause=cause.name,
        why=held(cause.why, asked, after - before, after),
        cites=cause.cites,
        seen_by=readers,
        known_to=tuple(side for side in readers if cause.owner in (None, side)),
        veil=cause.veil,
        asked=asked,
        said=cause.why,
    )


def held(why: str, asked: int, change: int, after: int) -> str:
    """Return *why*, saying so where the end of the scale stopped a move (§14)."""
    if asked == change:
        return why
    return f"{why} The scale ends at {after}: of {abs(asked)} asked, {abs(change)} moved."
