"""Injects: what whoever leads a game brings into it, beside the calendar (§10.1)."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.model.scenario import Scenario
from game.rules.board import Board
from game.rules.cause import Cause, CauseKind
from game.rules.language import Language, cause_of
from game.rules.ledger import HappeningKind, Phase
from game.rules.rule import Move
from game.rules.tables import Tables


@dataclass(frozen=True)
class Brought:
    """An inject, compiled."""

    cause: Cause
    moves: tuple[Move, ...]


def compile_injects(scenario: Scenario, language: Language) -> Mapping[str, Brought]:
    """Return the injects of a *scenario*, compiled, by name."""
    return {
        name: Brought(
            cause_of(CauseKind.INJECT, name, inject, inject.title, "10.1", inject.text),
            language.moves(inject.effects),
        )
        for name, inject in scenario.injects.items()
    }


def bring_in(inject: Brought, board: Board) -> Tables:
    """Return the tables after an inject, which is news of the month that stands open."""
    board.strike(inject.cause, board.live, inject.moves)
    board.tell(Phase.NEWS, HappeningKind.INJECT, inject.cause, board.live)
    board.settle(Phase.NEWS)
    return board.close(board.month)
