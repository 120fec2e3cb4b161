"""Appraisal: what each card would move, weighed by what the player cares about (§12)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from game.model.persona import Persona
from game.players.cares import HUNDREDTHS, Cares, Worth, moved
from game.players.slot import Leaning, SlotAppraisal, Tracked, Wearing, slot_appraisal
from game.rules.index import Index
from game.rules.language import Language
from game.rules.redlines import Line
from game.rules.rule import Holds, Move
from game.rules.rulebook import Rulebook
from game.rules.views import View

Weighed = tuple[Move, float]
"""A move and how likely it is, 1 being certain."""


def appraise(book: Rulebook, persona: Persona, cares: Cares) -> tuple[SlotAppraisal, ...]:
    """Return how a *persona* weighs its cards, slot by slot."""
    return tuple(
        _slot(book, persona, cares, slot, [need.name for need in needs])
        for slot, needs in enumerate(book.sights[persona.side].requirements)
    )


def _slot(book: Rulebook, persona: Persona, cares: Cares, slot: int, cards: Sequence[str]) -> SlotAppraisal:
    """Return how one slot's *cards* are weighed."""
    sight = book.sights[persona.side]
    language = Language(sight.index)
    expected = [_expected(book, language, card, persona) for card in cards]
    rows = sorted({move.row for moves in expected for move, _ in moves if move.row in cares.worth})
    leanings = [Leaning(None, (), tuple(_sure(row, expected, cares) for row in rows))]
    for column, card in enumerate(cards, start=1):
        leanings += _leanings(book, language, persona, cares, card, column)
    gains = (
        _wearing(column, book.index.cards[card], move, cares)
        for column, card in enumerate(cards, start=1)
        for move in _own(language, book.scenario.cards[card].gains)
        if move.row in cares.worth
    )
    bargains = any(book.scenario.cards[card].role is not None for card in cards)
    return slot_appraisal(slot, len(cards) + 1, leanings, gains, wide=bargains)


def _own(language: Language, effects: object) -> tuple[Move, ...]:
    """Return the moves of an effects block on tracks in sight."""
    assert isinstance(effects, dict) or hasattr(effects, "items")
    seen = {track: amount for track, amount in effects.items() if track in language.index.tracks}
    return language.moves(seen)


def _expected(book: Rulebook, language: Language, name: str, persona: Persona) -> list[Weighed]:
    """Return what a card moves, and what it brings down in answer, each with its likelihood."""
    card = book.scenario.cards[name]
    moves: list[Weighed] = [(move, 1.0) for move in _own(language, card.effects)]
    moves += [(replace(move, amount=-_whole(move)), 1.0) for move in _own(language, card.price)]
    row = book.index.cards[name]
    foresight = persona.foresight
    if card.attribution is not None:
        told = 1 - card.attribution.never / 100
        moves += [(move, told * foresight) for move in _own(language, card.attribution.effects)]
    for line in book.lines:
        if row in line.overt or row in line.deniable:
            moves += _answers(book, language, line, foresight, persona.side)
    return [(move, weight) for move, weight in moves if isinstance(move.amount, int)]


def _whole(move: Move) -> int:
    assert isinstance(move.amount, int)
    return move.amount


def _answers(book: Rulebook, language: Language, line: Line, foresight: float, side: str) -> list[Weighed]:
    """Return what crossing a line in sight is expected to move."""
    name = list(book.index.lines)[line.row]
    redline = book.scenario.redlines[name]
    if not (redline.declared or redline.drawn_by == side):
        return []
    moves = [(move, foresight) for move in _own(language, redline.effects)]
    moves += [(move, foresight) for move in _own(language, redline.answered)]
    for answer in redline.answers.values():
        likely = (answer.chance.constant or 50) / 100 * foresight
        moves += [(move, likely) for move in _own(language, answer.effects)]
        for branch in answer.branches.values():
            share = (branch.chance.constant or 50) / 100 if branch.chance is not None else 0.5
            moves += [(move, likely * share) for move in _own(language, branch.effects)]
    return moves


def _sure(row: int, expected: Sequence[Sequence[Weighed]], cares: Cares) -> Tracked:
    """Return what each card of a slot is worth by the reading of one track."""
    found = []
    for column, moves in enumerate(expected, start=1):
        steps = [weight * cares.step(row, _whole(move)) for move, weight in moves if move.row == row]
        worth = np.round(np.sum(steps, axis=0, dtype=np.float64)).astype(np.int32)
        if np.any(worth):
            found.append((column, worth))
    return Tracked(row, cares.low[row], tuple(found))


def _wearing(column: int, card: int, gain: Move, cares: Cares) -> Wearing:
    """Return a gain by how often its card was used within three months."""
    worth = [cares.step(gain.row, max(0, _whole(gain) - uses)) for uses in range(4)]
    return Wearing(column, card, gain.row, cares.low[gain.row], worth[0].size, np.concatenate(worth))


def _leanings(
    book: Rulebook, language: Language, persona: Persona, cares: Cares, name: str, column: int
) -> Iterable[Leaning]:
    """Yield what depends on the situation: riders, habits, and the answers a side owes."""
    card = book.scenario.cards[name]
    for rider in card.riders:
        percent = 100 if rider.chance is None else rider.chance.constant or 50
        moves = moved(cares, _own(language, rider.effects))
        if moves:
            holds, share = _seen(language, rider.when, persona.side)
            yield Leaning(holds, (), _parts(cares, column, moves, percent / 100 * share))
    for habit in persona.habits:
        points = _habit(habit.cards, name, column, language.index)
        if points:
            yield Leaning(language.holds(habit.when, persona.side), ((column, points),), ())
    for line in book.lines:
        redline = book.scenario.redlines[list(book.index.lines)[line.row]]
        if redline.drawn_by == persona.side and name in redline.answered_by:
            yield _debt(line, column, _own(language, redline.backed_down), cares)


def _seen(language: Language, when: object, side: str) -> tuple[Holds | None, float]:
    """Return a rider's condition, or an even chance of it where the side cannot see what it reads."""
    try:
        return language.holds(when, side), 1.0  # type: ignore[arg-type]
    except KeyError:
        return None, 0.5


def _habit(cards: object, name: str, column: int, index: Index) -> int:
    """Return the hundredths of a point by which habits favour one card."""
    assert hasattr(cards, "items")
    row = index.cards[name]
    return round(sum(p * HUNDREDTHS for entry, p in cards.items() if row in index.card_rows(entry)))


def _parts(cares: Cares, column: int, moves: Iterable[tuple[int, int]], share: float) -> tuple[Tracked, ...]:
    """Return moves of one card as worth by reading, each *share* likely."""
    return tuple(
        Tracked(row, cares.low[row], ((column, _likely(cares.step(row, amount), share)),))
        for row, amount in moves
    )


def _likely(worth: Worth, share: float) -> Worth:
    """Return *worth* that comes with a likelihood, in whole hundredths."""
    return np.round(worth * share).astype(np.int32)


def _debt(line: Line, column: int, lost: Iterable[Move], cares: Cares) -> Leaning:
    """Return what a card that answers is worth while an answer is owed (§6.4)."""
    spared = [(row, -amount) for row, amount in moved(cares, lost)]
    parts = _parts(cares, column, [(row, -amount) for row, amount in spared], -1.0)

    def owed(view: View) -> NDArray[np.bool_]:
        return view.owed[line.row]

    return Leaning(owed, (), parts)
