"""The ledger: every entry a seat may see, by month, side and track."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.match.match import Match
from game.match.redaction import EVERYBODY, for_all
from game.presenters.content import LedgerLine, Mark
from game.presenters.naming import cause_side, month_name, side_mark, track_name
from game.presenters.words import _
from game.rules.ledger import Entry, Phase

WORLD = "world"
"""Stands for what no side did."""


@dataclass(frozen=True)
class Sieve:
    """Which entries are shown; an empty part lets everything pass."""

    month: int = 0
    side: str = ""
    track: str = ""


@dataclass(frozen=True)
class LedgerPage:
    """The entries that pass a sieve, under their months."""

    months: tuple[tuple[str, tuple[LedgerLine, ...]], ...]
    """Each month's heading and its rows, the newest first."""

    count: int
    all: int
    """How many entries these eyes may see in all."""

    month_choices: tuple[tuple[str, str], ...]
    side_choices: tuple[tuple[str, str, Mark | None], ...]
    track_choices: tuple[tuple[str, str], ...]


def present_ledger(match: Match, eyes: str | None, sieve: Sieve) -> LedgerPage:
    """Return the ledger as *eyes* may read it: a side's, everybody's at once, or the public's for none."""
    scenario = match.book.scenario
    entries = [entry for entry in seen_entries(match, eyes) if entry.asked]
    passed = [entry for entry in entries if _passes(entry, sieve)]
    months = sorted({entry.month for entry in passed}, reverse=True)
    side = None if eyes == EVERYBODY else eyes
    moved = [name for name in scenario.tracks if any(entry.track == name for entry in entries)]
    return LedgerPage(
        months=tuple(
            (
                month_name(match.date_of(month)),
                tuple(ledger_line(match, side, n, e) for n, e in enumerate(passed) if e.month == month),
            )
            for month in months
        ),
        count=len(passed),
        all=len(entries),
        month_choices=(
            ("0", _("All months")),
            *(
                (str(n), month_name(match.date_of(n)))
                for n in range(1, min(match.month, match.book.months) + 1)
            ),
        ),
        side_choices=(
            ("", _("Everybody’s doing"), None),
            *((name, noun.label, side_mark(scenario, name)) for name, noun in scenario.sides.items()),
            (WORLD, _("Nobody’s doing"), side_mark(scenario, None)),
        ),
        track_choices=(("", _("All tracks")), *((name, track_name(scenario, name, side)) for name in moved)),
    )


def seen_entries(match: Match, eyes: str | None) -> Iterator[Entry]:
    """Yield the entries that *eyes* may read, month by month."""
    if eyes == EVERYBODY:
        yield from match.entries
        return
    yield from match.glimpse(eyes).entries


def ledger_line(match: Match, side: str | None, number: int, entry: Entry) -> LedgerLine:
    """Return one entry as a row; its why? is asked as the month after it opens."""
    scenario = match.book.scenario
    opened = entry.month if entry.phase is Phase.NEWS else entry.month + 1
    return LedgerLine(
        id=f"entry:{number}",
        mark=side_mark(scenario, cause_side(entry)),
        change=f"{track_name(scenario, entry.track, side)} {entry.before} → {entry.after}",
        reason=entry.why,
        rule=_("rule {n}").format(n=entry.rule),
        why=f"why:{entry.track}@{opened}",
        private=not for_all(entry, match.book),
    )


def _passes(entry: Entry, sieve: Sieve) -> bool:
    doer = cause_side(entry) or WORLD
    return sieve.month in (0, entry.month) and sieve.side in ("", doer) and sieve.track in ("", entry.track)
