"""Redlines: crossings, answers owed, and what the world does about it (§6)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.model.redline import Redline
from game.model.scenario import Scenario
from game.rules.cause import Cause, CauseKind
from game.rules.dice import edges
from game.rules.formula import Formula
from game.rules.index import Index
from game.rules.language import Language, cause_of
from game.rules.ledger import HappeningKind, Phase
from game.rules.program import Hushed
from game.rules.rule import Chance, Fork, Move, Rule
from game.rules.scribe import Scribe
from game.rules.value import no, same, unit


@dataclass(frozen=True)
class Coming:
    """An answer of the world, compiled: a chance, a lag, and what it moves."""

    row: int
    cause: Cause
    holds: Formula | None
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
    holds: Formula | None
    moves: tuple[Move, ...]
    riders: tuple[Rule, ...]
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


def cross_lines(lines: Sequence[Line], to: Scribe) -> None:
    """Find the lines crossed by this month's open acts and readings (§6.1, §6.2)."""
    for line in lines:
        crossed = to.playing(line.overt)
        if line.watched is not None:
            past = to.row("past", line.row)
            now = to.row("readings", line.watched) > to.row("limits", line.row)
            crossed = crossed | (now & past.equals(0))
            to.put(past, unit(now))
        with to.where(crossed), to.where(to.holds(line.holds)):
            cross(line, to, Phase.CROSSINGS)


def cross(line: Line, to: Scribe, phase: Phase) -> None:
    """Carry out what a crossing brings at once, and what it sets on its way (§6.3, §6.4)."""
    to.put(to.row("crossed", line.row), to.month)
    cause = _told(line, line.cause, to)
    to.move(cause, line.moves)
    for rider in line.riders:
        to.follow(replace(rider, cause=_told(line, rider.cause, to)))
    for coming in line.coming:
        with to.where(to.holds(coming.holds)):
            _send(coming, to)
    to.tell(phase, HappeningKind.CROSSING, cause)


def _told(line: Line, cause: Cause | Hushed, to: Scribe) -> Cause | Hushed:
    """Return a cause that is its owner's alone to know while the *line* is private."""
    if line.owner is None or isinstance(cause, Hushed):
        return cause
    return Hushed(to.row("declared", line.row).row, replace(cause, owner=cause.side), cause)


def _send(coming: Coming, to: Scribe) -> None:
    """Draw whether an answer comes, and how many months later (§6.3)."""
    chance, due = coming.chance, to.row("due", coming.row)
    comes, sooner = to.lucky(chance), to.any_of(())
    for months, edge in enumerate(coming.lag[:-1].tolist()):
        now = to.luck(chance.name, chance.key, 1, edge, where=comes)
        to.raise_bit(due, now & no(sooner), months)
        sooner = now
    to.raise_bit(due, comes & no(sooner), len(coming.lag) - 1)


def answer_lines(lines: Sequence[Line], to: Scribe) -> None:
    """Settle answers owed from earlier months, and let the world's answers fall due (§6.3, §6.4)."""
    for line in lines:
        if line.replies:
            with to.where(no(to.row("owed", line.row).equals(0))):
                _settle_debt(line, to)
        for coming in line.coming:
            with to.where(same(to.row("due", coming.row) % 2, 1)):
                _arrive(coming, to)


def owe_answers(lines: Sequence[Line], to: Scribe) -> None:
    """Leave the owner of every declared line crossed this month an answer owed (§6.4)."""
    for line in lines:
        if line.replies:
            crossed = same(to.row("crossed", line.row), to.month)
            to.put(to.row("owed", line.row), unit(crossed & (to.row("declared", line.row) > 0)))
        for coming in line.coming:
            due = to.row("due", coming.row)
            to.put(due, due // 2)


def _settle_debt(line: Line, to: Scribe) -> None:
    """Let the owner answer or back down (§6.4)."""
    replied = to.playing(line.replies)
    with to.where(replied):
        to.move(line.spoken, line.answered)
    with to.where(no(replied)):
        to.move(line.silent, line.backed_down)
    to.tell(Phase.ANSWERS, HappeningKind.ANSWER, line.spoken, replied)
    to.tell(Phase.ANSWERS, HappeningKind.BACKED_DOWN, line.silent, no(replied))


def _arrive(coming: Coming, to: Scribe) -> None:
    """Carry out an answer of the world that falls due this month."""
    to.move(coming.cause, coming.moves)
    to.tell(Phase.ANSWERS, HappeningKind.ANSWER, coming.cause)
    if coming.fork is not None:
        for way, taken in zip(coming.fork.ways, to.take(coming.fork), strict=True):
            to.tell(Phase.ANSWERS, HappeningKind.ANSWER, way.cause, taken)


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
