"""The ledger: every entry a seat may see, by month, side and track."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.match.glimpse import Glimpse
from game.match.redaction import for_all
from game.presenters.asking import AskWhy
from game.presenters.content import LedgerLine, Mark
from game.presenters.naming import cause_side, month_name, side_mark, track_name
from game.presenters.words import _
from game.rules.cause import CauseKind
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


def present_ledger(seen: Glimpse, sieve: Sieve) -> LedgerPage:
    """Return the ledger as these eyes may read it."""
    scenario = seen.book.scenario
    entries = listed(seen.entries)
    passed = [entry for entry in entries if _passes(entry, sieve)]
    months = sorted({entry.month for entry in passed}, reverse=True)
    moved = [name for name in scenario.tracks if any(entry.track == name for entry in entries)]
    return LedgerPage(
        months=tuple(
            (
                month_name(seen.date_of(month)),
                tuple(ledger_line(seen, n, e) for n, e in enumerate(passed) if e.month == month),
            )
            for month in months
        ),
        count=len(passed),
        all=len(entries),
        month_choices=(
            ("0", _("All months")),
            *((str(n), month_name(seen.date_of(n))) for n in range(1, min(seen.month, seen.book.months) + 1)),
        ),
        side_choices=(
            ("", _("Everybody’s doing"), None),
            *((name, noun.label, side_mark(scenario, name)) for name, noun in scenario.sides.items()),
            (WORLD, _("Nobody’s doing"), side_mark(scenario, None)),
        ),
        track_choices=(
            ("", _("All tracks")),
            *((name, track_name(scenario, name, seen.side)) for name in moved),
        ),
    )


def listed(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that a page tells: what moved a track, and cards that the end of a scale stopped.

    What goes on by itself and finds nothing to move is no news to anybody.
    """
    return [each for each in entries if each.change or (each.asked and each.cause.kind is CauseKind.CARD)]


def ledger_line(seen: Glimpse, number: int, entry: Entry) -> LedgerLine:
    """Return one entry as a row; its why? is asked as the month after it opens."""
    scenario = seen.book.scenario
    opened = entry.month if entry.phase is Phase.NEWS else entry.month + 1
    return LedgerLine(
        id=f"entry:{number}",
        mark=side_mark(scenario, cause_side(entry)),
        change=f"{track_name(scenario, entry.track, seen.side)} {entry.before} → {entry.after}",
        reason=entry.why,
        rule=_("rule {n}").format(n=entry.rule),
        why=AskWhy(entry.track, opened),
        private=not for_all(entry, seen.book),
    )


def _passes(entry: Entry, sieve: Sieve) -> bool:
    doer = cause_side(entry) or WORLD
    return sieve.month in (0, entry.month) and sieve.side in ("", doer) and sieve.track in ("", entry.track)
