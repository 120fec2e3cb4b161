"""Injects: what whoever leads a game brings into it, beside the calendar (§10.1)."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.model.scenario import Scenario
from game.rules.cause import Cause, CauseKind
from game.rules.language import Language, cause_of
from game.rules.ledger import HappeningKind, Phase
from game.rules.rule import Move
from game.rules.scribe import Scribe


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


def bring_in(inject: Brought, to: Scribe) -> None:
    """Let it happen where the game goes on, as news of the open month."""
    with to.where(to.row("live") > 0):
        to.move(inject.cause, inject.moves)
        to.tell(Phase.NEWS, HappeningKind.INJECT, inject.cause)
    to.settle(Phase.NEWS)
