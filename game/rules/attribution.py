"""Attribution: deniable acts, and pinning them on their author (§7)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.model.card import Card
from game.model.scenario import Scenario
from game.rules.board import Board
from game.rules.cause import Cause, CauseKind
from game.rules.dice import WHOLE
from game.rules.index import Index
from game.rules.language import Language, cause_of
from game.rules.ledger import HappeningKind, Phase
from game.rules.redlines import Line, cross
from game.rules.rule import Chance, Move
from game.rules.tables import stamped


@dataclass(frozen=True)
class Case:
    """A deniable act, compiled."""

    row: int
    card: int
    cause: Cause
    percent: int
    never: int
    months: int
    sped_by: tuple[tuple[int, int], ...]
    chance: Chance
    moves: tuple[Move, ...]
    headline: str


def compile_cases(scenario: Scenario, index: Index, language: Language) -> tuple[Case, ...]:
    """Return the deniable acts of a *scenario*, compiled."""
    return tuple(_case(name, scenario.cards[name], index, language) for name in index.deniable)


def open_cases(cases: Sequence[Case], board: Board) -> None:
    """Open a case for every deniable act of this month; some can never be solved (§7.1)."""
    for case in cases:
        acted = board.plays[case.card]
        at = np.flatnonzero(acted)
        if at.size:
            lost = board.draw(case.chance, at, 1) < case.never * WHOLE // 100
            board.cases[case.row, at] = np.where(lost, -board.month, board.month)
            board.tell(
                Phase.ACTS, HappeningKind.SUSPICION, case.cause, acted, side=None, title=case.headline,
                why=case.headline, seen_by=board.tracks.sides,
            )  # fmt: skip


def solve_cases(cases: Sequence[Case], lines: Sequence[Line], board: Board) -> None:
    """Pin open cases on their author by chance, month by month, until they go cold (§7.1, §7.3)."""
    for case in cases:
        opened = board.cases[case.row]
        if not opened.any():
            continue
        at = np.flatnonzero(opened > 0)
        solved = np.zeros_like(board.everywhere)
        solved[at] = board.draw(case.chance, at) < _parts(case, board, at)
        board.cases[case.row][solved] = 0
        board.pinned[case.row] = stamped(board.pinned[case.row], solved, board.month)
        board.strike(case.cause, solved, case.moves)
        board.tell(Phase.ATTRIBUTION, HappeningKind.ATTRIBUTION, case.cause, solved)
        for line in lines:
            if case.card in line.deniable and solved.any():
                cross(line, board, solved, Phase.ATTRIBUTION)
        board.cases[case.row][np.abs(opened) <= board.month - case.months] = 0


def _parts(case: Case, board: Board, at: NDArray[np.intp]) -> NDArray[np.int32]:
    """Return the chance of solving the case this month, with what speeds it, in parts of 65,536."""
    percent = np.full(at.shape, case.percent, dtype=np.int32)
    for card, more in case.sped_by:
        percent += more * board.plays[card, at]
    return np.minimum(percent, 100) * WHOLE // 100


def _case(name: str, card: Card, index: Index, language: Language) -> Case:
    """Return one deniable act compiled."""
    assert card.attribution is not None
    attribution = card.attribution
    chance = language.chance(f"card.{name}.attribution", 100)
    assert chance is not None
    title = index.say("{act}: author named").format(act=card.title)
    return Case(
        row=index.deniable[name],
        card=index.cards[name],
        cause=cause_of(CauseKind.ATTRIBUTION, name, card, title, "7.3", attribution.why, side=card.side),
        percent=attribution.chance,
        never=attribution.never,
        months=attribution.months,
        sped_by=tuple((index.cards[c], more) for c, more in attribution.sped_by.items()),
        chance=chance,
        moves=language.moves(attribution.effects, card.side),
        headline=attribution.headline,
    )
