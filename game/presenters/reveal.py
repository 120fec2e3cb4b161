"""The reveal: the sheets turned over, the lines crossed, and everything that changed.

What lies on paper is the same for every seat; what only the seat knows stands apart, to lie on slate.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.match.glimpse import Glimpse, known
from game.match.naming import signed
from game.match.redaction import EVERYBODY, for_all
from game.presenters.content import GaugeContent, LedgerLine, Mark, SheetLine
from game.presenters.feed import moved_before
from game.presenters.ledger import ledger_line, listed
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
class Announcement:
    """Something told in a banner beside the crossings: an agreement, an attribution, an ending."""

    id: str
    mark: Mark
    title: str
    why: str
    kind: HappeningKind = HappeningKind.CROSSING


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
    told: tuple[Announcement, ...]
    changes: tuple[LedgerLine, ...]
    """Public rows first, then those only this seat sees."""
    news: tuple[LedgerLine, ...]
    """What the news of the coming month changed, which the gauge already counts."""
    news_title: str
    chain: tuple[str, ...]
    """How the gauge came from where it stood to where it stands, as everybody may know."""


def present_reveal(seen: Glimpse) -> RevealPage:
    """Return the month just adjudicated, as these eyes may see it (§12)."""
    month = seen.month - 1
    told = seen.of(month).happenings
    crossed = [h for h in told if h.kind is HappeningKind.CROSSING]
    entries = moved_before(seen, seen.month)
    return RevealPage(
        number=month,
        month=month_word(seen.date_of(month)),
        gauge=_gauge(seen.open, month),
        sheets=tuple(turned(seen.open, other) for other in seen.book.scenario.sides),
        own=own_orders(seen),
        crossings=tuple(_crossing(seen, h) for h in crossed if for_all(h, seen.book)),
        quiet=tuple(_crossing(seen, h) for h in crossed if not for_all(h, seen.book)),
        told=tuple(_told(seen, h) for h in told if h.kind in _BANNERS),
        changes=_changes(seen, [e for e in entries if e.phase is not Phase.NEWS]),
        news=_changes(seen, [e for e in entries if e.phase is Phase.NEWS]),
        news_title=_news_title(seen),
        chain=tuple(_steps(seen)),
    )


def _gauge(seen: Glimpse, month: int) -> GaugeContent:
    """Return the gauge, and where it stood before the month."""
    return present_gauge(seen, reading_before(seen, gauge_track(seen.book.scenario), month))


def _steps(seen: Glimpse) -> Iterator[str]:
    """Yield what moved the gauge, as everybody may know it, the news of the coming month last."""
    track = gauge_track(seen.book.scenario)
    for entry in moved_before(seen.open, seen.month):
        if entry.track == track and entry.change:
            step = f"{signed(entry.change)} {cause_title(seen.book.scenario, entry.cause)}"
            yield step if entry.phase is not Phase.NEWS else f"{_news_title(seen)}: {step}"


def _news_title(seen: Glimpse) -> str:
    """Return the heading over what the news of the coming month changed."""
    return "" if seen.over else _("News of {month}").format(month=month_word(seen.date))


def own_orders(seen: Glimpse) -> tuple[SheetLine, ...]:
    """Return what lay on the own sheet of the month and others may not see."""
    side = seen.side
    if side is None or side not in seen.book.index.sides:
        return ()
    cards = seen.book.scenario.cards
    sheet = seen.sheets[-1][side]
    slots = [slot for slot, order in sheet.items() if not known(cards[order.card], None)]
    return tuple(_sheet_line(seen, side, slot) for slot in slots)


_BANNERS = (
    HappeningKind.ANSWER, HappeningKind.BACKED_DOWN, HappeningKind.ATTRIBUTION, HappeningKind.CLEARED,
    HappeningKind.AGREEMENT,
    HappeningKind.REFUSAL, HappeningKind.BREACH, HappeningKind.NEAR_MISS, HappeningKind.ENDING,
)  # fmt: skip


def turned(seen: Glimpse, other: str) -> Turned:
    """Return *other*'s sheet as these eyes may see it: an act they may not know reads 'nothing seen'."""
    scenario = seen.book.scenario
    seat = seen.seats[other]
    return Turned(
        side=other,
        label=scenario.sides[other].label,
        mark=side_mark(scenario, other),
        note=_("a person") if seat == "human" else _("computer player"),
        lines=tuple(_sheet_line(seen, other, slot) for slot in scenario.slots),
    )


def _sheet_line(seen: Glimpse, other: str, slot: str) -> SheetLine:
    scenario = seen.book.scenario
    order = seen.sheets[-1].get(other, {}).get(slot)
    label = scenario.slots[slot].title
    card = scenario.cards[order.card] if order else None
    if card is None:
        unseen = seen.side not in (other, EVERYBODY) and _may_hide(seen, other, slot)
        title = _("Nothing seen") if unseen else _("Hold")
        return SheetLine(slot, label, "hourglass", title, "", chosen=False)
    return SheetLine(slot, label, card.icon, card.title, card.headline, shape_of(scenario, other))


def _may_hide(seen: Glimpse, other: str, slot: str) -> bool:
    """Return whether a side has cards on this line that the others would not see."""
    cards = seen.book.scenario.cards.values()
    return any(c.side == other and c.slot == slot and not known(c, "") for c in cards)


def _crossing(seen: Glimpse, happening: Happening) -> Crossed:
    scenario = seen.book.scenario
    line = scenario.redlines[happening.id]
    declared = happening.id in seen.lines and seen.lines[happening.id].declared
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


def _told(seen: Glimpse, happening: Happening) -> Announcement:
    mark = side_mark(seen.book.scenario, happening.side)
    return Announcement(
        f"{happening.kind}:{happening.id}", mark, happening.title, happening.why, happening.kind
    )


def _changes(seen: Glimpse, entries: list[Entry]) -> tuple[LedgerLine, ...]:
    """Return the ledger rows of the month, public before private."""
    rows = [ledger_line(seen, n, entry) for n, entry in enumerate(listed(entries))]
    return tuple(sorted(rows, key=lambda row: row.private))
