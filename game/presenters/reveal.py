"""The reveal: the sheets turned over, the lines crossed, and everything that changed.

What lies on paper is the same for every seat; what only the seat knows stands apart, to lie on slate.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.match.glimpse import known
from game.match.match import Match
from game.match.naming import signed
from game.match.redaction import for_all
from game.presenters.content import GaugeContent, LedgerLine, Mark, SheetLine
from game.presenters.feed import moved_before
from game.presenters.ledger import ledger_line
from game.presenters.naming import cause_title, month_word, shape_of, side_mark
from game.presenters.tracks import gauge_track, present_gauge, reading_before
from game.presenters.words import _
from game.rules.ledger import Entry, Happening, HappeningKind, Phase


@dataclass(frozen=True)
class Turned:
    """One side's sheet, turned over."""

    side: str
    label: str
    mark: Mark
    note: str
    """Who filled the seat."""
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True)
class Crossed:
    """A line that was crossed, and the answer it leaves owed."""

    id: str
    mark: Mark
    shape: str
    """Shape of the owner, which gives the banner its colour; empty for the world."""
    over: str
    title: str
    why: str
    owed_title: str
    owed: str


@dataclass(frozen=True)
class Told:
    """Something told in a banner beside the crossings: an agreement, an attribution, an ending."""

    id: str
    mark: Mark
    title: str
    why: str


@dataclass(frozen=True)
class RevealPage:
    """A month turned over, as one seat may see it."""

    number: int
    """Which month of play it was, from 1."""
    month: str
    gauge: GaugeContent
    sheets: tuple[Turned, ...]
    """As everybody may see them."""
    own: tuple[SheetLine, ...]
    """What lay on this seat's sheet and nobody else may see."""
    crossings: tuple[Crossed, ...]
    quiet: tuple[Crossed, ...]
    """Lines that only this seat knows were crossed."""
    told: tuple[Told, ...]
    changes: tuple[LedgerLine, ...]
    """Public rows first, then those only this seat sees."""
    news: tuple[LedgerLine, ...]
    """What the news of the coming month changed, which the gauge already counts."""
    news_title: str
    chain: tuple[str, ...]
    """How the gauge came from where it stood to where it stands, as everybody may know."""


def present_reveal(match: Match, side: str | None) -> RevealPage:
    """Return the month just adjudicated, as *side* may see it (§12)."""
    month = match.month - 1
    told = match.news_for(side, month).happenings
    crossed = [h for h in told if h.kind is HappeningKind.CROSSING]
    entries = moved_before(match, side, match.month)
    return RevealPage(
        number=month,
        month=month_word(match.date_of(month)),
        gauge=present_gauge(match, None, reading_before(match, None, gauge_track(match), month)),
        sheets=tuple(turned(match, None, other) for other in match.book.scenario.sides),
        own=own_orders(match, side),
        crossings=tuple(_crossing(match, h) for h in crossed if for_all(h, match.book)),
        quiet=tuple(_crossing(match, h) for h in crossed if not for_all(h, match.book)),
        told=tuple(_told(match, h) for h in told if h.kind in _BANNERS),
        changes=_changes(match, side, [e for e in entries if e.phase is not Phase.NEWS]),
        news=_changes(match, side, [e for e in entries if e.phase is Phase.NEWS]),
        news_title=_news_title(match),
        chain=tuple(_steps(match)),
    )


def _steps(match: Match) -> Iterator[str]:
    """Yield what moved the gauge, as everybody may know it, the news of the coming month last."""
    track = gauge_track(match)
    for entry in moved_before(match, None, match.month):
        if entry.track == track and entry.change:
            step = f"{signed(entry.change)} {cause_title(match.book.scenario, entry.cause)}"
            yield step if entry.phase is not Phase.NEWS else f"{_news_title(match)}: {step}"


def _news_title(match: Match) -> str:
    """Return the heading over what the news of the coming month changed."""
    return "" if match.over else _("News of {month}").format(month=month_word(match.date))


def own_orders(match: Match, side: str | None) -> tuple[SheetLine, ...]:
    """Return what lay on *side*'s own sheet of the month and others may not see."""
    if side is None:
        return ()
    cards = match.book.scenario.cards
    sheet = match.months[-1].sheets[side]
    slots = [slot for slot, order in sheet.items() if not known(cards[order.card], None)]
    return tuple(_sheet_line(match, side, side, slot) for slot in slots)


_BANNERS = (
    HappeningKind.ANSWER, HappeningKind.BACKED_DOWN, HappeningKind.ATTRIBUTION, HappeningKind.CLEARED,
    HappeningKind.AGREEMENT,
    HappeningKind.REFUSAL, HappeningKind.BREACH, HappeningKind.NEAR_MISS, HappeningKind.ENDING,
)  # fmt: skip


def turned(match: Match, side: str | None, other: str) -> Turned:
    """Return *other*'s sheet as *side* may see it: an act it may not know reads 'nothing seen'."""
    scenario = match.book.scenario
    seat = match.seats[other]
    return Turned(
        side=other,
        label=scenario.sides[other].label,
        mark=side_mark(scenario, other),
        note=_("a person") if seat == "human" else _("computer player"),
        lines=tuple(_sheet_line(match, side, other, slot) for slot in scenario.slots),
    )


def _sheet_line(match: Match, side: str | None, other: str, slot: str) -> SheetLine:
    scenario = match.book.scenario
    order = match.months[-1].sheets[other].get(slot)
    label = scenario.slots[slot].title
    card = scenario.cards[order.card] if order else None
    if card is None or not known(card, side):
        unseen = other != side and _may_hide(match, other, slot)
        title = _("Nothing seen") if unseen else _("Hold")
        return SheetLine(slot, label, "hourglass", title, "", chosen=False)
    return SheetLine(slot, label, card.icon, card.title, card.headline, shape_of(scenario, other))


def _may_hide(match: Match, other: str, slot: str) -> bool:
    """Return whether a side has cards on this line that the others would not see."""
    cards = match.book.scenario.cards.values()
    return any(c.side == other and c.slot == slot and not known(c, "") for c in cards)


def _crossing(match: Match, happening: Happening) -> Crossed:
    scenario = match.book.scenario
    line = scenario.redlines[happening.id]
    declared = bool(match.tables.declared[match.book.index.lines[happening.id], 0])
    owner = scenario.sides[line.drawn_by].label if line.drawn_by else _("The world")
    owed = line.answered_by and declared
    cards = ", ".join(scenario.cards[card].title for card in line.answered_by)
    return Crossed(
        id=happening.id,
        mark=side_mark(scenario, line.drawn_by),
        shape=shape_of(scenario, line.drawn_by) if line.drawn_by else "",
        over=_("Redline crossed · declared") if declared else _("Redline crossed · private"),
        title=happening.title,
        why=happening.why,
        owed_title=_("{side} owes an answer").format(side=owner) if owed else "",
        owed=_("It is paid by: {cards}.").format(cards=cards) if owed else "",
    )


def _told(match: Match, happening: Happening) -> Told:
    mark = side_mark(match.book.scenario, happening.side)
    return Told(f"{happening.kind}:{happening.id}", mark, happening.title, happening.why)


def _changes(match: Match, side: str | None, entries: list[Entry]) -> tuple[LedgerLine, ...]:
    """Return the ledger rows of the month, public before private."""
    rows = [ledger_line(match, side, n, entry) for n, entry in enumerate(e for e in entries if e.asked)]
    return tuple(sorted(rows, key=lambda row: row.private))
