"""Redlines: crossings, answers owed, and what the world does about it (§6)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.model.redline import Redline
from game.model.scenario import Scenario
from game.rules.board import Board
from game.rules.cause import Cause, CauseKind
from game.rules.dice import edges, pick
from game.rules.index import Index
from game.rules.language import Language, cause_of
from game.rules.ledger import HappeningKind, Phase
from game.rules.rule import Chance, Fork, Holds, Move, Rule
from game.rules.tables import Flags, stamp


@dataclass(frozen=True)
class Coming:
    """An answer of the world, compiled: a chance, a lag, and what it moves."""

    row: int
    cause: Cause
    holds: Holds | None
    chance: Chance
    lag: NDArray[np.int64]
    """Where the stretch of each month of waiting ends, in parts of 65,536."""
    moves: tuple[Move, ...]
    fork: Fork | None


@dataclass(frozen=True)
class Line:
    """A redline, compiled."""

    row: int
    cause: Cause
    owner: str | None
    overt: tuple[int, ...]
    """Rows of the open acts that cross it."""
    deniable: tuple[int, ...]
    """Rows of the deniable acts that cross it once they are pinned down."""
    watched: int | None
    """Row of the track it watches."""
    holds: Holds | None
    moves: tuple[Move, ...]
    riders: tuple[Rule, ...]
    hushed: Cause
    """The reason while the line is private, which its owner alone may know."""
    hushed_riders: tuple[Rule, ...]
    replies: tuple[int, ...]
    """Rows of the owner's cards that answer."""
    answered: tuple[Move, ...]
    backed_down: tuple[Move, ...]
    spoken: Cause
    """The reason when the answer owed is given."""
    silent: Cause
    """The reason when it is not."""
    coming: tuple[Coming, ...]


def compile_lines(scenario: Scenario, index: Index, language: Language) -> tuple[Line, ...]:
    """Return the redlines of a *scenario*, compiled."""
    lines: list[Line] = []
    answers = 0
    for name, line in scenario.redlines.items():
        coming = _coming(name, line, answers, language)
        answers += len(coming)
        lines.append(_line(name, line, scenario, index, language, coming))
    return tuple(lines)


def cross_lines(lines: Sequence[Line], board: Board) -> None:
    """Find the lines crossed by this month's open acts and readings (§6.1, §6.2)."""
    for line in lines:
        crossed = _crossed(line, board)
        if crossed.any():
            cross(line, board, crossed, Phase.CROSSINGS)


def cross(line: Line, board: Board, crossed: Flags, phase: Phase) -> None:
    """Carry out what a crossing brings at once, and what it sets on its way (§6.3, §6.4)."""
    stamp(board.crossed[line.row], crossed, board.month)
    quiet = line.owner is not None and not board.declared[line.row, board.ledger.column]
    cause, riders = (line.hushed, line.hushed_riders) if quiet else (line.cause, line.riders)
    board.strike(cause, crossed, line.moves)
    for rider in riders:
        board.follow(rider, crossed)
    for coming in line.coming:
        _send(coming, board, crossed)
    board.tell(phase, HappeningKind.CROSSING, cause, crossed)


def _send(coming: Coming, board: Board, crossed: Flags) -> None:
    """Draw whether an answer comes, and how many months later (§6.3)."""
    if coming.holds is not None:
        crossed = crossed & coming.holds(board)
    at = np.flatnonzero(crossed)
    words = board.word(coming.chance, at)
    comes = board.dice.draw(coming.chance.name, words) < board.parts(coming.chance.percent, at)
    months = pick(board.dice.draw(coming.chance.name, words[comes], 1), coming.lag)
    board.due[coming.row, at[comes]] |= np.left_shift(np.uint8(1), months.astype(np.uint8))


def answer_lines(lines: Sequence[Line], board: Board) -> None:
    """Settle answers owed from earlier months, and let the world's answers fall due (§6.3, §6.4)."""
    for line in lines:
        if line.replies:
            _settle_debt(line, board)
        for coming in line.coming:
            _arrive(coming, board)


def owe_answers(lines: Sequence[Line], board: Board) -> None:
    """Leave the owner of every declared line crossed this month an answer owed (§6.4)."""
    for line in lines:
        if line.replies:
            board.owed[line.row] = (board.crossed[line.row] == board.month) & board.declared[line.row]
    np.right_shift(board.due, 1, out=board.due)


def _settle_debt(line: Line, board: Board) -> None:
    """Let the owner answer or back down (§6.4)."""
    owed = board.owed[line.row]
    if not owed.any():
        return
    replied = owed & board.playing(line.replies)
    backed_down = owed & ~replied
    board.strike(line.spoken, replied, line.answered)
    board.strike(line.silent, backed_down, line.backed_down)
    board.tell(Phase.ANSWERS, HappeningKind.ANSWER, line.spoken, replied)
    board.tell(Phase.ANSWERS, HappeningKind.BACKED_DOWN, line.silent, backed_down)


def _arrive(coming: Coming, board: Board) -> None:
    """Carry out an answer of the world that falls due this month."""
    due = (board.due[coming.row] & np.uint8(1)).view(np.bool_)
    if not due.any():
        return
    board.strike(coming.cause, due, coming.moves)
    board.tell(Phase.ANSWERS, HappeningKind.ANSWER, coming.cause, due)
    if coming.fork is not None:
        for way, taken in zip(coming.fork.ways, board.part(coming.fork, due), strict=True):
            board.tell(Phase.ANSWERS, HappeningKind.ANSWER, way.cause, taken)


def _crossed(line: Line, board: Board) -> Flags:
    """Return where the line is crossed now: by an open act, or by a reading that first passes its limit."""
    crossed = board.playing(line.overt)
    if line.watched is not None:
        past = board.readings[line.watched] > board.limits[line.row]
        crossed = crossed | (past & ~board.past[line.row])
        board.past[line.row] = past
    return crossed & line.holds(board) if line.holds is not None else crossed


def _line(
    name: str, line: Redline, scenario: Scenario, index: Index, language: Language, coming: tuple[Coming, ...]
) -> Line:
    """Return one redline compiled."""
    crossing = sorted({row for entry in line.crossed_by for row in index.card_rows(entry)})
    names = list(index.cards)
    cause = cause_of(CauseKind.REDLINE, name, line, line.title, "6.1", line.why, side=line.drawn_by)
    riders = tuple(
        language.rule(rider, cause, f"redline.{name}.rider.{n}", line.drawn_by)
        for n, rider in enumerate(line.riders)
    )
    return Line(
        row=index.lines[name],
        cause=cause,
        owner=line.drawn_by,
        overt=tuple(r for r in crossing if names[r] not in index.deniable),
        deniable=tuple(r for r in crossing if names[r] in index.deniable),
        watched=None if line.limit is None else index.tracks[line.limit.track],
        holds=language.holds(line.when, line.drawn_by),
        moves=language.moves(line.effects, line.drawn_by),
        riders=riders,
        hushed=_hushed(cause),
        hushed_riders=tuple(replace(rider, cause=_hushed(rider.cause)) for rider in riders),
        replies=tuple(index.cards[card] for card in line.answered_by),
        answered=language.moves(line.answered, line.drawn_by),
        backed_down=language.moves(line.backed_down, line.drawn_by),
        spoken=replace(
            cause, why=index.say("{line}: the answer owed was given.").format(line=line.title), rule="6.4"
        ),
        silent=replace(
            cause,
            why=index.say("{line}: no answer came to the crossing.").format(line=line.title),
            rule="6.4",
        ),
        coming=coming,
    )


def _hushed(cause: Cause) -> Cause:
    """Return a cause that only the side whose doing it is may know."""
    return replace(cause, owner=cause.side)


def _coming(name: str, line: Redline, first: int, language: Language) -> tuple[Coming, ...]:
    """Return the world's answers to one redline, their rows counted from *first*."""
    found = []
    for n, (answer_id, answer) in enumerate(line.answers.items()):
        own = f"redline.{name}.{answer_id}"
        cause = cause_of(CauseKind.ANSWER, f"{name}.{answer_id}", line, answer.title, "6.3", answer.why)
        cause = replace(cause, cites=(*answer.cites, *line.cites))
        chance = language.chance(own, answer.chance)
        assert chance is not None
        found.append(
            Coming(
                row=first + n,
                cause=cause,
                holds=language.holds(answer.when),
                chance=chance,
                lag=edges(answer.lag),
                moves=language.moves(answer.effects),
                fork=language.fork(answer.branches, cause, f"{own}.way"),
            )
        )
    return tuple(found)
