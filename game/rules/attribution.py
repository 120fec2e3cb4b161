"""Attribution: deniable acts, and pinning them on their author (§7)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.model.card import Card, Outsider
from game.model.scenario import Scenario
from game.model.seen import not_of
from game.rules.cause import Cause, CauseKind
from game.rules.index import Index
from game.rules.language import Language, cause_of
from game.rules.ledger import HappeningKind, Phase
from game.rules.redlines import Line, cross
from game.rules.rule import Chance, Move, Rule
from game.rules.scribe import Scribe
from game.rules.value import Operand, most, no, unit

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


def open_cases(cases: Sequence[Case], to: Scribe) -> None:
    """Open a case for every deniable act of this month; some can never be solved (§7.1)."""
    for case in cases:
        if case.outsider is None:
            with to.where(to.played(case.card)):
                _open(case, to)
            continue
        with to.where(no(to.played(case.card)) & to.row("cases", case.row).equals(0)):
            _by_outsider(case, case.outsider, to)


def _by_outsider(case: Case, outsider: Rule, to: Scribe) -> None:
    """Let a third party do what looks just like the act (§7.4)."""
    with to.following(outsider):
        for rider in case.riders:
            to.follow(rider)
        _open(case, to)


def _open(case: Case, to: Scribe) -> None:
    """Open a case here, unless it can never be solved."""
    opened = to.row("cases", case.row)
    lost = to.luck(case.chance.name, case.chance.key, 1, 0, case.never)
    to.put(opened, to.month)
    with to.where(lost):
        to.put(opened, -to.month)
    to.tell(
        Phase.ACTS, HappeningKind.SUSPICION, case.cause, side=None, title=case.headline, why=case.headline,
        seen_by=to.tracks.sides,
    )  # fmt: skip


def solve_cases(cases: Sequence[Case], lines: Sequence[Line], to: Scribe) -> None:
    """Pin open cases on their author by chance, month by month, until they go cold (§7.1, §7.3)."""
    for case in cases:
        opened = to.row("cases", case.row)
        with to.where(opened > 0), to.where(_solved(case, to)):
            to.put(opened, 0)
            to.move(case.cause, case.moves)
            if case.outsider is None:
                _name_author(case, lines, to)
            else:
                to.tell(Phase.ATTRIBUTION, HappeningKind.CLEARED, case.cause)
        with to.where(most(opened, -opened) <= to.month - case.months):
            to.put(opened, 0)


def _name_author(case: Case, lines: Sequence[Line], to: Scribe) -> None:
    """Count the act as an open one of this month, which crosses the lines that cover it (§7.3)."""
    to.put(to.row("pinned", case.row), to.month)
    to.tell(Phase.ATTRIBUTION, HappeningKind.ATTRIBUTION, case.cause)
    for line in lines:
        if case.card in line.deniable:
            cross(line, to, Phase.ATTRIBUTION)


def _solved(case: Case, to: Scribe) -> Operand:
    """Return where the case is solved this month, with what speeds it."""
    percent = sum((unit(to.played(card)) * more for card, more in case.sped_by), start=case.percent)
    return to.luck(case.chance.name, case.chance.key, 0, 0, percent)


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
