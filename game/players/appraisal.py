"""Appraisal: what each card would move, weighed by what the player cares about (§12)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from game.conditions.condition import Condition
from game.model.persona import Persona
from game.players.cares import HUNDREDTHS, Cares, Worth, moved
from game.players.slot import CardAppraisal, SlotAppraisal, Weight, everywhere
from game.rules.formula import Formula
from game.rules.index import Index
from game.rules.language import Language
from game.rules.redlines import Line
from game.rules.rule import Move
from game.rules.rulebook import Rulebook
from game.rules.tables import WEARS_FOR

Weighed = tuple[Move, float]
"""A move and how likely it is, 1 being certain."""


def appraise(book: Rulebook, persona: Persona, cares: Cares) -> tuple[SlotAppraisal, ...]:
    """Return how a *persona* weighs its cards, slot by slot."""
    language = Language(book.sights[persona.side].index)
    return tuple(
        SlotAppraisal(
            slot=slot,
            cards=tuple(_card(book, language, persona, cares, need.name) for need in needs),
            low=cares.low,
        )
        for slot, needs in enumerate(book.sights[persona.side].requirements)
    )


def _card(book: Rulebook, language: Language, persona: Persona, cares: Cares, name: str) -> CardAppraisal:
    """Return all that one card is worth."""
    weights = [
        _sure(_expected(book, language, name, persona), cares),
        *_leanings(book, language, persona, cares, name),
    ]
    return CardAppraisal(
        card=book.index.cards[name],
        always=everywhere(weight for weight in weights if weight.holds is None),
        leanings=tuple(weight for weight in weights if weight.holds is not None),
        gains=_gains(book, language, cares, name),
    )


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


def _sure(moves: Sequence[Weighed], cares: Cares) -> Weight:
    """Return what a card is worth by the readings of all tracks it is expected to move."""
    worth = {}
    for row in sorted({move.row for move, _ in moves if move.row in cares.worth}):
        steps = [weight * cares.step(row, _whole(move)) for move, weight in moves if move.row == row]
        found = np.round(np.sum(steps, axis=0, dtype=np.float64)).astype(np.int64)
        if np.any(found):
            worth[row] = found
    return Weight(worth=worth)


def _gains(book: Rulebook, language: Language, cares: Cares, name: str) -> tuple[Mapping[int, Worth], ...]:
    """Return the gains of one card by how often it was used within three months."""
    gains = moved(cares, _own(language, book.scenario.cards[name].gains))
    if not gains:
        return ()
    return tuple(
        {row: cares.step(row, max(0, gain - uses)) for row, gain in gains} for uses in range(WEARS_FOR + 1)
    )


def _leanings(
    book: Rulebook, language: Language, persona: Persona, cares: Cares, name: str
) -> Iterable[Weight]:
    """Yield what depends on the situation: riders, habits, and the answers a side owes."""
    card = book.scenario.cards[name]
    for rider in card.riders:
        percent = 100 if rider.chance is None else rider.chance.constant or 50
        moves = moved(cares, _own(language, rider.effects))
        if moves:
            holds, share = _seen(language, rider.when, persona.side)
            yield Weight(holds, worth=_likely(cares, moves, percent / 100 * share))
    for habit in persona.habits:
        points = _habit(habit.cards, name, language.index)
        if points:
            yield Weight(language.holds(habit.when, persona.side), points)
    for line in book.lines:
        redline = book.scenario.redlines[list(book.index.lines)[line.row]]
        if redline.drawn_by == persona.side and name in redline.answered_by:
            lost = moved(cares, _own(language, redline.backed_down))
            yield Weight(
                language.holds(Condition(f"owed({list(book.index.lines)[line.row]})")),
                worth=_likely(cares, lost, -1.0),
            )


def _seen(language: Language, when: object, side: str) -> tuple[Formula | None, float]:
    """Return a rider's condition, or an even chance of it where the side cannot see what it reads."""
    try:
        return language.holds(when, side), 1.0  # type: ignore[arg-type]
    except KeyError:
        return None, 0.5


def _habit(cards: object, name: str, index: Index) -> int:
    """Return the hundredths of a point by which habits favour one card."""
    assert hasattr(cards, "items")
    row = index.cards[name]
    return round(sum(p * HUNDREDTHS for entry, p in cards.items() if row in index.card_rows(entry)))


def _likely(cares: Cares, moves: Iterable[tuple[int, int]], share: float) -> dict[int, Worth]:
    """Return by row what *moves* are worth that are *share* likely, in whole hundredths."""
    return {row: np.round(cares.step(row, amount) * share).astype(np.int64) for row, amount in moves}
