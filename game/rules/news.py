"""News: what the calendar brings at the start of a month (§3.1, §10)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.model.event import Event
from game.model.scenario import Scenario
from game.model.turn import turn_of
from game.rules.bargaining import walk_out
from game.rules.board import Board
from game.rules.cause import Cause, CauseKind
from game.rules.deal import Deal
from game.rules.index import Index
from game.rules.language import Language, cause_of
from game.rules.ledger import HappeningKind, Phase
from game.rules.rule import Fork, Holds, Move, Rule
from game.rules.tables import Flags

NO_BRANCH = 127
"""Marks an event that happened but took none of its branches."""


@dataclass(frozen=True)
class Due:
    """An event of the calendar, compiled."""

    row: int
    cause: Cause
    holds: Holds | None
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


def read_news(events: Sequence[Due], deal: Deal | None, board: Board) -> None:
    """Let what is due this month happen, and tell it (§3.1)."""
    for event in events:
        where = board.live if event.holds is None else board.live & event.holds(board)
        board.strike(event.cause, where, event.moves)
        board.tell(Phase.NEWS, HappeningKind.NEWS, event.cause, where)
        for rider in event.riders:
            board.follow(rider, where)
        board.branch[event.row] = np.where(where, np.int8(NO_BRANCH), board.branch[event.row])
        if event.fork is not None:
            _fork(event, event.fork, deal, board, where)


def _fork(event: Due, fork: Fork, deal: Deal | None, board: Board, where: Flags) -> None:
    """Let luck take one branch of an event, and remember which (§10)."""
    for number, (way, taken) in enumerate(zip(fork.ways, board.part(fork, where), strict=True), start=1):
        board.branch[event.row][taken] = number
        board.tell(Phase.NEWS, HappeningKind.NEWS, way.cause, taken)
        if way.leaves is not None and deal is not None:
            walk_out(deal, way.leaves, board, taken, Phase.NEWS)


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
