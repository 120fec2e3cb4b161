"""News: what the calendar brings at the start of a month (§3.1, §10)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from game.model.event import Event
from game.model.scenario import Scenario
from game.model.turn import turn_of
from game.rules.bargaining import walk_out
from game.rules.cause import Cause, CauseKind
from game.rules.deal import Deal
from game.rules.formula import Formula
from game.rules.index import Index
from game.rules.language import Language, cause_of
from game.rules.ledger import HappeningKind, Phase
from game.rules.rule import Fork, Move, Rule
from game.rules.scribe import Scribe

NO_BRANCH = 127
"""Marks an event that happened but took none of its branches."""


@dataclass(frozen=True)
class Due:
    """An event of the calendar, compiled."""

    row: int
    cause: Cause
    holds: Formula | None
    moves: tuple[Move, ...]
    riders: tuple[Rule, ...]
    fork: Fork | None


def compile_news(scenario: Scenario, index: Index, language: Language) -> Mapping[int, tuple[Due, ...]]:
    """Return the calendar of a *scenario*, compiled, by month of play from 1."""
    by_month: dict[int, list[Due]] = {}
    for name, event in scenario.calendar.items():
        month = turn_of(scenario.start, scenario.turns, event.month)
        by_month.setdefault(month, []).append(_due(name, event, index, language))
    return {month: tuple(events) for month, events in by_month.items()}


def with_branches(
    news: Mapping[int, tuple[Due, ...]], branches: Mapping[str, str]
) -> Mapping[int, tuple[Due, ...]]:
    """Return the calendar where some events take a branch whatever luck says, by event (§10)."""
    return {
        month: tuple(_held(due, branches.get(due.cause.id)) for due in dues) for month, dues in news.items()
    }


def _held(due: Due, branch: str | None) -> Due:
    """Return an event that takes a *branch*: that has all that is left, as no other has any part."""
    if branch is None or due.fork is None:
        return due
    ways = (replace(way, percent=None if way.id == branch else 0) for way in due.fork.ways)
    return replace(due, fork=replace(due.fork, ways=tuple(ways)))


def read_news(events: Sequence[Due], deal: Deal | None, to: Scribe) -> None:
    """Let what is due this month happen where the game goes on, and tell it (§3.1)."""
    for event in events:
        with to.where(to.row("live") > 0), to.where(to.holds(event.holds)):
            to.move(event.cause, event.moves)
            to.tell(Phase.NEWS, HappeningKind.NEWS, event.cause)
            for rider in event.riders:
                to.follow(rider)
            to.put(to.row("branch", event.row), NO_BRANCH)
            if event.fork is not None:
                _fork(event, event.fork, deal, to)


def _fork(event: Due, fork: Fork, deal: Deal | None, to: Scribe) -> None:
    """Let luck take one branch of an event, and remember which (§10)."""
    for number, (way, taken) in enumerate(zip(fork.ways, to.take(fork), strict=True), start=1):
        with to.where(taken):
            to.put(to.row("branch", event.row), number)
            to.tell(Phase.NEWS, HappeningKind.NEWS, way.cause)
            if way.leaves is not None and deal is not None:
                walk_out(deal, way.leaves, to, Phase.NEWS)


def _due(name: str, event: Event, index: Index, language: Language) -> Due:
    """Return one event compiled."""
    cause = cause_of(CauseKind.CALENDAR, name, event, event.title, "10", event.text)
    return Due(
        row=index.events[name],
        cause=cause,
        holds=language.holds(event.when),
        moves=language.moves(event.effects),
        riders=tuple(
            language.rule(rider, cause, f"calendar.{name}.rider.{n}") for n, rider in enumerate(event.riders)
        ),
        fork=language.fork(event.branches, cause, f"calendar.{name}"),
    )
