"""Names: how sides, tracks, months and causes are called on screen."""

from typing import assert_never

from game.match import dates, naming
from game.model.card import Card, Outsider
from game.model.event import Event, Inject, Upkeep
from game.model.redline import Redline
from game.model.scenario import Scenario
from game.presenters.content import Mark
from game.presenters.words import _
from game.rules.cause import Cause, CauseKind
from game.rules.ledger import Entry, Happening, HappeningKind

Piece = Card | Outsider | Redline | Event | Inject | Upkeep
"""What a cause may come from."""

WORLD = Mark("triangle")
"""The mark of the calendar and of the world."""


def side_mark(scenario: Scenario, side: str | None, filled: bool = True) -> Mark:
    """Return a side's mark; the world's where there is no side."""
    if side is None or side not in scenario.sides:
        return WORLD
    return Mark(scenario.sides[side].mark.value, scenario.sides[side].letter, filled)


def shape_of(scenario: Scenario, side: str) -> str:
    """Return the shape that stands for a side and gives it its colour."""
    return scenario.sides[side].mark.value


def track_name(scenario: Scenario, track: str, side: str | None = None) -> str:
    """Return a track's name, with its owner's where it is not *side*'s own."""
    return naming.track_name(scenario, track, side, _)


def month_name(date: str) -> str:
    """Return a date such as 2020-08 as August 2020, and 2015-08-04 as 4 August 2015."""
    return dates.in_words(date, _)


def month_word(date: str) -> str:
    """Return a date such as 2020-08 as August, and 2015-08-04 as 4 August."""
    return dates.month_in_words(date, _)


def month_short(date: str) -> str:
    """Return a date such as 2020-08 as Aug, and 2015-08-04 as 4 Aug."""
    return dates.in_short(date, _)


def cause_side(item: Entry | Happening) -> str | None:
    """Return whose doing an entry or happening is, as far as its cause tells."""
    return item.side if isinstance(item, Happening) else item.cause.side


PIECES = {
    HappeningKind.NEWS: CauseKind.CALENDAR,
    HappeningKind.INJECT: CauseKind.INJECT,
    HappeningKind.ORDER: CauseKind.CARD,
    HappeningKind.SUSPICION: CauseKind.CARD,
    HappeningKind.ATTRIBUTION: CauseKind.CARD,
    HappeningKind.CLEARED: CauseKind.OUTSIDER,
    HappeningKind.CROSSING: CauseKind.REDLINE,
    HappeningKind.BACKED_DOWN: CauseKind.REDLINE,
    HappeningKind.ANSWER: CauseKind.ANSWER,
}
"""The kind of piece that something told comes from; the rest comes from the rules."""


def piece_behind(scenario: Scenario, item: Entry | Happening) -> Piece | None:
    """Return the piece of the scenario that an entry or a happening comes from; none where the rules do."""
    if isinstance(item, Entry):
        return piece_of(scenario, item.cause.kind, item.cause.id)
    return piece_of(scenario, PIECES.get(item.kind, CauseKind.UNKNOWN), item.id)


def piece_of(scenario: Scenario, kind: CauseKind, name: str) -> Piece | None:
    """Return the piece of the scenario that a cause of this kind and name comes from; none if of none."""
    match kind:
        case CauseKind.CARD | CauseKind.ATTRIBUTION:
            return scenario.cards.get(name)
        case CauseKind.OUTSIDER:
            return outsider_of(scenario, name)
        case CauseKind.REDLINE | CauseKind.ANSWER:
            return scenario.redlines.get(name.partition(".")[0])
        case CauseKind.UPKEEP:
            return scenario.upkeep.get(name)
        case CauseKind.CALENDAR:
            return scenario.calendar.get(name)
        case CauseKind.INJECT:
            return scenario.injects.get(name)
        case CauseKind.AGREEMENT | CauseKind.ENDING | CauseKind.UNKNOWN:
            return None
        case never:
            assert_never(never)


def outsider_of(scenario: Scenario, name: str) -> Outsider | None:
    """Return the third party that may do what looks like a deniable act, by the act's name (§7.4)."""
    card = scenario.cards.get(name)
    return card.attribution.outsider if card and card.attribution else None


def cause_title(scenario: Scenario, cause: Cause) -> str:
    """Return the headline of what moved a track."""
    piece = piece_of(scenario, cause.kind, cause.id)
    match cause.kind:
        case CauseKind.AGREEMENT:
            return _("The agreement")
        case CauseKind.ANSWER:
            return cause.title
        case _:
            if isinstance(piece, Card):
                return piece.headline or piece.title
            return piece.title if piece else _("Nobody knows who")
