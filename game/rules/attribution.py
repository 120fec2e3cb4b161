"""Attribution: deniable acts, and pinning them on their author (§7)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.model.card import Card, Outsider
from game.model.scenario import Scenario
from game.model.seen import not_of
from game.rules.board import Board
from game.rules.cause import Cause, CauseKind
from game.rules.dice import WHOLE
from game.rules.index import Index
from game.rules.language import Language, cause_of
from game.rules.ledger import HappeningKind, Phase
from game.rules.redlines import Line, cross
from game.rules.rule import Chance, Move, Rule
from game.rules.tables import Flags, stamp

NOBODY = ""
"""The owner of a cause that no side may know."""


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
    outsider: Rule | None = None
    """What a third party does and when, for a case that is no side's (§7.4)."""
    riders: tuple[Rule, ...] = ()
    """What may follow from that."""


def compile_cases(scenario: Scenario, index: Index, language: Language) -> tuple[Case, ...]:
    """Return the deniable acts of a *scenario*, compiled, and after them those of third parties."""
    cases = [_case(name, scenario.cards[name], index, language) for name in index.deniable]
    for name in index.deniable:
        attribution = scenario.cards[name].attribution
        if attribution is not None and attribution.outsider is not None:
            case = cases[index.deniable[name]]
            cases.append(
                _outsider(len(cases), case, name, scenario.cards[name], attribution.outsider, language)
            )
    return tuple(cases)


def open_cases(cases: Sequence[Case], board: Board) -> None:
    """Open a case for every deniable act of this month; some can never be solved (§7.1)."""
    for case in cases:
        acted = board.plays[case.card] if case.outsider is None else _by_outsider(case, case.outsider, board)
        at = np.flatnonzero(acted)
        if at.size:
            lost = board.draw(case.chance, at, 1) < case.never * WHOLE // 100
            board.cases[case.row, at] = np.where(lost, -board.month, board.month)
            board.tell(
                Phase.ACTS, HappeningKind.SUSPICION, case.cause, acted, side=None, title=case.headline,
                why=case.headline, seen_by=board.tracks.sides,
            )  # fmt: skip


def _by_outsider(case: Case, outsider: Rule, board: Board) -> Flags:
    """Let a third party do what looks just like the act, and return where it did (§7.4)."""
    acted = board.follow(outsider, ~board.plays[case.card] & (board.cases[case.row] == 0))
    for rider in case.riders:
        board.follow(rider, acted)
    return acted


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
        board.strike(case.cause, solved, case.moves)
        if case.outsider is None:
            _name_author(case, lines, board, solved)
        else:
            board.tell(Phase.ATTRIBUTION, HappeningKind.CLEARED, case.cause, solved)
        board.cases[case.row][np.abs(opened) <= board.month - case.months] = 0


def _name_author(case: Case, lines: Sequence[Line], board: Board, solved: Flags) -> None:
    """Count the act as an open one of this month, which crosses the lines that cover it (§7.3)."""
    stamp(board.pinned[case.row], solved, board.month)
    board.tell(Phase.ATTRIBUTION, HappeningKind.ATTRIBUTION, case.cause, solved)
    for line in lines:
        if case.card in line.deniable and solved.any():
            cross(line, board, solved, Phase.ATTRIBUTION)


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


def _outsider(row: int, like: Case, name: str, card: Card, outsider: Outsider, language: Language) -> Case:
    """Return the case of a third party, whose act looks *like* a side's in all that others can read."""
    found = cause_of(CauseKind.OUTSIDER, name, outsider, outsider.title, "7.4", outsider.why)
    act = replace(found, rule="7.1", owner=NOBODY, veil=like.headline)
    own = f"card.{name}.outsider"
    chance = language.chance(f"{own}.attribution", 100)
    assert chance is not None
    return replace(
        like,
        row=row,
        cause=found,
        chance=chance,
        moves=language.moves(outsider.effects),
        outsider=Rule(
            cause=act,
            moves=language.moves(not_of(card.side, card.effects), card.side),
            holds=language.holds(outsider.when),
            chance=language.chance(own, outsider.chance),
        ),
        riders=tuple(
            language.rule(
                rider.model_copy(update={"effects": not_of(card.side, rider.effects)}),
                act, f"{own}.rider.{n}", card.side,
            )
            for n, rider in enumerate(card.riders)
        ),
    )  # fmt: skip
