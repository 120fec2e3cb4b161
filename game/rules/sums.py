"""Sums: how far the moves of one phase can carry a track together, and the integers that hold it (§3.5)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any

import numpy as np

from game.rules.acts import Acts
from game.rules.attribution import Case
from game.rules.deal import Deal
from game.rules.injects import Brought
from game.rules.news import Due
from game.rules.redlines import Line
from game.rules.rule import Fork, Move, Rule
from game.rules.tracks import Tracks

Width = type[np.signedinteger[Any]]

Steps = Counter[int]
"""Steps, up or down, by the row of the track."""

WIDTHS: tuple[Width, ...] = (np.int8, np.int16, np.int32, np.int64)


def width_of(tracks: Tracks, phases: Iterable[Steps]) -> Width:
    """Return the narrowest integers that hold any reading and all the moves of any of the *phases*."""
    most: Steps = reduce(or_, phases, Counter())  # of each track, the phase that can move it furthest
    ends = np.maximum(np.abs(tracks.low.astype(np.int64)), np.abs(tracks.high.astype(np.int64)))[:, 0]
    reach = max((int(end) + most[row] for row, end in enumerate(ends)), default=0)
    return next(width for width in WIDTHS if reach <= np.iinfo(width).max)


def phases_of(
    acts: Acts,
    lines: Sequence[Line],
    cases: Sequence[Case],
    deal: Deal | None,
    upkeep: Sequence[Rule],
    news: Mapping[int, Sequence[Due]],
    injects: Mapping[str, Brought],
) -> Iterator[Steps]:
    """Yield how far each phase of a month can move every track, all its moves one way (§3.4)."""
    yield _added([_acts(acts), *(_looking_alike(case) for case in cases)])
    yield _added(map(_crossing, lines))
    yield _added(map(_answering, lines))
    yield _added(_solving(case, lines) for case in cases)
    yield _bargaining(deal)
    yield _added(map(_rule, upkeep))
    for events in news.values():
        yield _added([*map(_event, events), _ended(deal)])
    yield from (_moves(inject.moves) for inject in injects.values())


def _added(parts: Iterable[Steps]) -> Steps:
    return sum(parts, start=Counter())


def _moves(moves: Iterable[Move]) -> Steps:
    return _added(Counter({move.row: move.most}) for move in moves)


def _times(count: int, steps: Steps) -> Steps:
    return Counter({row: count * most for row, most in steps.items()})


def _rule(rule: Rule) -> Steps:
    return _moves(rule.moves)


def _fork(fork: Fork | None) -> Steps:
    """Return how far the ways of a fork can move tracks, of which one is taken."""
    return reduce(or_, (_moves(way.moves) for way in fork.ways), Counter()) if fork else Counter()


def _acts(acts: Acts) -> Steps:
    """Return how far one card on every line can move tracks (§4.1)."""
    lines: dict[tuple[int, int], Steps] = {}
    for card in acts.cards:
        line = (card.menu.side, card.menu.slot)
        steps = _added([_moves(card.sure), _moves(card.gains), *map(_rule, card.riders)])
        lines[line] = lines.get(line, Counter()) | steps
    return _added(lines.values())


def _looking_alike(case: Case) -> Steps:
    """Return how far a third party can move tracks by what looks like the act (§7.4)."""
    return _added(map(_rule, (*filter(None, [case.outsider]), *case.riders)))


def _crossing(line: Line) -> Steps:
    return _added([_moves(line.moves), *map(_rule, line.riders)])


def _answering(line: Line) -> Steps:
    """Return how far the owner's answer or silence, and the world's answers, can move tracks."""
    coming = (part for each in line.coming for part in (_moves(each.moves), _fork(each.fork)))
    return _added([_moves(line.answered) | _moves(line.backed_down), *coming])


def _solving(case: Case, lines: Sequence[Line]) -> Steps:
    """Return how far naming an author can move tracks, every line crossed that the act crosses (§7.3)."""
    covering = lines if case.outsider is None else ()
    crossed = (_crossing(line) for line in covering if case.card in line.deniable)
    return _added([_moves(case.moves), *crossed])


def _bargaining(deal: Deal | None) -> Steps:
    """Return how far breaches, steps and signatures can move tracks in one month (§8)."""
    if deal is None:
        return Counter()
    steps = (reduce(or_, (_moves(rung.moves) for rung in climb.rungs)) for climb in deal.climbs)
    homes = (
        part
        for signatory in deal.signatories
        for part in (_moves(signatory.failed), _times(signatory.worst, _moves(signatory.price)))
    )
    stalled = _times(len(deal.climbs), _moves(deal.stalled))
    return _added([_ended(deal), _moves(deal.signed), stalled, *steps, *homes])


def _ended(deal: Deal | None) -> Steps:
    """Return how far the end of an agreement can move tracks: what can be taken back falls to its foot."""
    if deal is None:
        return Counter()
    back = (
        part
        for climb in deal.climbs
        if climb.undone
        for part in (_moves(climb.undone), Counter({climb.track: len(climb.rungs)}))
    )
    return _added([_moves(deal.breach), *back])


def _event(event: Due) -> Steps:
    return _added([_moves(event.moves), *map(_rule, event.riders), _fork(event.fork)])
