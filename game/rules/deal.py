"""The bargaining table of a scenario, compiled: who signs, what homes ask, which ladders are climbed (§8)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.conditions.bounds import FARTHEST
from game.conditions.ranges import Ranges
from game.model.bargain import Bargain, Home, Ladder, Step
from game.model.card import Role
from game.model.scenario import Scenario
from game.rules.cause import Cause, CauseKind
from game.rules.formula import Formula
from game.rules.index import Index
from game.rules.language import Language, cause_of
from game.rules.rule import Chance, Move
from game.rules.terms import TermsIndex


@dataclass(frozen=True)
class Signatory:
    """A principal, compiled: what terms ask of its home."""

    side: str
    stance: int
    asks: NDArray[np.int64]
    """The stance each terms index presumes, shape (terms,)."""
    room: int | None
    needs: NDArray[np.int32]
    """What each terms index needs of the room, by every shortfall there can be, shape (terms, shortfalls)."""
    price: tuple[Move, ...]
    """What each step of shortfall costs."""
    failed: tuple[Move, ...]
    pleased: tuple[Move, ...]
    """What tabling terms that ask nothing of the home moves there."""
    accepts: tuple[int, ...]
    cause: Cause
    refusal: Cause
    offer: Cause
    demand: Cause

    @property
    def worst(self) -> int:
        """Return the largest shortfall that there can be."""
        return self.needs.shape[1] - 1


@dataclass(frozen=True)
class Rung:
    """One step of a ladder, compiled."""

    cause: Cause
    moves: tuple[Move, ...]
    holds: Formula | None


@dataclass(frozen=True)
class Climb:
    """A ladder, compiled."""

    side: str
    track: int
    level: NDArray[np.int8]
    """How far each terms index climbs it, shape (terms,)."""
    waits_for: NDArray[np.int8]
    """Index of the ladder that must be climbed first, -1 for none, shape (terms,)."""
    rungs: tuple[Rung, ...]
    stalls: tuple[int, ...]
    leaves: tuple[int, ...]
    broken_by: tuple[tuple[int, Chance], ...]
    undone: tuple[Move, ...]
    stalled: Cause
    breach: Cause


@dataclass(frozen=True)
class Deal:
    """The bargaining table of a scenario, compiled."""

    terms: TermsIndex
    principals: tuple[int, int]
    """Rows of the two sides whose signatures count."""
    signatories: tuple[Signatory, Signatory]
    climbs: tuple[Climb, ...]
    bridges: tuple[int, ...]
    lends: int | None
    """Room that a bridge lends the home that lacks more; none where it takes a step off instead (§8.7)."""
    signed: tuple[Move, ...]
    breach: tuple[Move, ...]
    stalled: tuple[Move, ...]
    signature: Cause


def compile_deal(scenario: Scenario, index: Index, language: Language) -> Deal | None:
    """Return the bargaining table of a *scenario*, compiled; none without one."""
    bargain = scenario.bargain
    if bargain is None:
        return None
    terms, say = TermsIndex(bargain), index.say
    first, second = bargain.principals
    return Deal(
        terms=terms,
        principals=(index.sides[first], index.sides[second]),
        signatories=(
            _signatory(scenario, bargain, first, terms, index, language),
            _signatory(scenario, bargain, second, terms, index, language),
        ),
        climbs=tuple(_climb(scenario, bargain, name, terms, index, language) for name in bargain.ladders),
        bridges=_cards(scenario, index, Role.BRIDGE),
        lends=bargain.lends,
        signed=language.moves(bargain.signed),
        breach=language.moves(bargain.breach),
        stalled=language.moves(bargain.stalled),
        signature=_cause("signed", bargain.headline, "8.3", say("Both signed, and both homes ratified.")),
    )


def _cards(scenario: Scenario, index: Index, role: Role, side: str | None = None) -> tuple[int, ...]:
    """Return the rows of the cards with this *role*, of one side or of all."""
    return tuple(
        index.cards[name]
        for name, card in scenario.cards.items()
        if card.role is role and side in (None, card.side)
    )


def _cause(name: str, title: str, rule: str, why: str, side: str | None = None) -> Cause:
    return Cause(CauseKind.AGREEMENT, name, title, rule, why, side=side)


def _signatory(
    scenario: Scenario, bargain: Bargain, side: str, terms: TermsIndex, index: Index, language: Language
) -> Signatory:
    """Return one principal compiled: its demands of every terms looked up once."""
    home, label, say = bargain.homes[side], scenario.sides[side].label, index.say
    spans = bargain.spans
    columns = {name: np.array([t.levels[name] for t in terms], dtype=np.int32) for name in bargain.ladders}
    columns |= {
        f"first.{p}": np.array([t.first == p for t in terms], dtype=np.int32) for p in bargain.principals
    }
    asks = _table(language.number(home.asks, side, spans), columns, len(terms))
    worst = max(0, int(asks.max()) - scenario.tracks[home.stance].range[0])
    return Signatory(
        side=side,
        stance=index.tracks[home.stance],
        asks=asks.astype(np.int64),
        room=None if home.room is None else index.tracks[home.room],
        needs=_needs(home, side, {**columns, "asks": asks}, home.needs_spans(spans, worst), language),
        price=language.moves(home.price, side),
        failed=language.moves(home.failed, side),
        pleased=language.moves(home.pleased, side),
        accepts=_cards(scenario, index, Role.ACCEPT, side),
        cause=_cause(
            f"price.{side}", say("The price at home"), "8.4",
            say("{side} signed terms that went beyond its stance.").format(side=label), side,
        ),
        refusal=_cause(
            f"refusal.{side}", say("{side}'s home refused the terms").format(side=label), "8.4",
            say("{side} had no room left at home for the terms, and the signature failed there.")
            .format(side=label), side,
        ),
        offer=_cause(
            "offer", say("{side} made an offer").format(side=label), "8.3",
            say("{side} tabled terms, which stand for one month.").format(side=label), side,
        ),
        demand=_cause(
            f"demand.{side}", say("{side} asked for all and gave nothing").format(side=label), "8.4",
            say("The terms that {side} tabled asked nothing of its own home, which was pleased.")
            .format(side=label), side,
        ),
    )  # fmt: skip


@dataclass(frozen=True)
class _Columns:
    """Stands in for a board where an expression reads terms instead of tables."""

    columns: dict[str, NDArray[np.int32]]
    month: int = 0

    def value(self, name: str) -> NDArray[np.int32]:
        return self.columns[name]


def _table(number: int | Formula, columns: dict[str, NDArray[np.int32]], count: int) -> NDArray[np.int32]:
    """Return an expression over terms looked up for every terms index, shape (terms,)."""
    found = number if isinstance(number, int) else number(_Columns(columns))
    return np.broadcast_to(np.asarray(found, dtype=np.int32), (count,)).copy()


def _needs(
    home: Home, side: str, columns: dict[str, NDArray[np.int32]], spans: Ranges, language: Language
) -> NDArray[np.int32]:
    """Return what terms need of the room at home for every shortfall, shape (terms, shortfalls)."""
    count, worst = next(iter(columns.values())).size, spans["shortfall"][1]
    if home.needs is None:
        return np.full((count, worst + 1), -FARTHEST, dtype=np.int32)
    number = language.number(home.needs, side, spans)
    each = [
        _table(number, {**columns, "shortfall": np.full(count, short, dtype=np.int32)}, count)
        for short in range(worst + 1)
    ]
    return np.stack(each, axis=1)


def _climb(
    scenario: Scenario, bargain: Bargain, name: str, terms: TermsIndex, index: Index, language: Language
) -> Climb:
    """Return one ladder compiled."""
    ladder = bargain.ladders[name]
    label, track, say = scenario.sides[ladder.side].label, index.tracks[ladder.track], index.say
    owners = [other.side for other in bargain.ladders.values()]

    def waits_for(first: str | None) -> int:
        waits = first is not None and first != ladder.side and ladder.side in bargain.principals
        return owners.index(first) if waits and first is not None else -1

    return Climb(
        side=ladder.side,
        track=track,
        level=np.array([t.levels[name] for t in terms], dtype=np.int8),
        waits_for=np.array([waits_for(t.first) for t in terms], dtype=np.int8),
        rungs=tuple(_rung(name, n, ladder, step, track, language) for n, step in enumerate(ladder.steps)),
        stalls=_cards(scenario, index, Role.STALL, ladder.side),
        leaves=_cards(scenario, index, Role.LEAVE, ladder.side),
        broken_by=_breaches(name, ladder, index, language),
        undone=language.moves(ladder.undone),
        stalled=_cause(
            f"stalled.{name}", say("{side} did not take its step").format(side=label), "8.6",
            say("{side} did not carry out the step that was due.").format(side=label), ladder.side,
        ),
        breach=_cause(
            f"breach.{name}", say("{side} broke the agreement").format(side=label), "8.6",
            say("{side} broke or left the agreement, which freed the other side.").format(side=label),
            ladder.side,
        ),
    )  # fmt: skip


def _rung(name: str, number: int, ladder: Ladder, step: Step, track: int, language: Language) -> Rung:
    """Return one step compiled; carrying it out moves its ladder's track up by one."""
    told = language.index.say("The signed step was carried out: {step}.")
    cause = cause_of(
        CauseKind.AGREEMENT, f"{name}.{number + 1}", ladder, step.title, "8.6",
        told.format(step=f"{step.title[:1].lower()}{step.title[1:]}"), side=ladder.side,
    )  # fmt: skip
    moves = (Move(track, 1), *language.moves(step.effects, ladder.side))
    return Rung(cause, moves, language.holds(step.when, ladder.side))


def _breaches(name: str, ladder: Ladder, index: Index, language: Language) -> tuple[tuple[int, Chance], ...]:
    """Return the cards that break the ladder's promises, each with the chance that it is seen."""
    found = []
    for card, percent in ladder.broken_by.items():
        chance = language.chance(f"breach.{name}.{card}", percent)
        assert chance is not None
        found.append((index.cards[card], chance))
    return tuple(found)
