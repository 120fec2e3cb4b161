"""The tale: a game told month by month on the terminal."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.align import Align
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table

from game.cli.console import worded
from game.match.dates import in_words
from game.match.match import Match
from game.match.naming import track_name
from game.match.record import readings_after
from game.match.terms import terms_in_words, terms_of
from game.model.side import MarkShape
from game.rules.cause import CauseKind
from game.rules.ledger import Entry, Happening, HappeningKind, Phase
from game.rules.sheets import Sheet

MARKS = {MarkShape.SQUARE: "■", MarkShape.DIAMOND: "◆", MarkShape.CIRCLE: "●"}
"""The sign of each side where there is no colour."""

WORLD = "▲"
"""The sign of the calendar and of the world."""

HEADS = {
    HappeningKind.NEWS: "News",
    HappeningKind.INJECT: "Brought in",
    HappeningKind.CROSSING: "Crossed",
    HappeningKind.ANSWER: "Answer",
    HappeningKind.BACKED_DOWN: "Backed down",
    HappeningKind.SUSPICION: "Suspicion",
    HappeningKind.ATTRIBUTION: "Attributed",
    HappeningKind.CLEARED: "Traced to a third party",
    HappeningKind.OFFER: "Offer",
    HappeningKind.AGREEMENT: "Agreement",
    HappeningKind.REFUSAL: "Refused at home",
    HappeningKind.STEP: "Step taken",
    HappeningKind.STALL: "Step missed",
    HappeningKind.BREACH: "Breach",
    HappeningKind.NEAR_MISS: "Near miss",
}
"""What each kind of happening is called at the head of its line."""


def opening(match: Match) -> RenderableType:
    """Return the head of the tale: the game, its seed and who plays."""
    scenario = match.book.scenario
    head = worded((scenario.title, "bold"), f"   seed {match.luck}")
    seats = worded("   ").join(
        worded(f"{MARKS[scenario.sides[side].mark]} {scenario.sides[side].label}: {name}")
        for side, name in match.seats.items()
    )
    return Group(head, seats)


def month_told(match: Match, month: int) -> RenderableType:
    """Return one month that was played: its news, the orders, what followed, and what moved."""
    happened = [told for told in match.happenings if told.month == month]
    news = [told for told in happened if told.phase is Phase.NEWS]
    rest = [told for told in happened if told.phase is not Phase.NEWS]
    grid = _grid()
    for told in news:
        grid.add_row(*_line(match, told))
    for side, sheet in match.months[month - 1].sheets.items():
        grid.add_row(*_orders(match, side, sheet, open_book=month > len(match.past)))
    for told in rest:
        if told.kind in HEADS:
            grid.add_row(*_line(match, told))
    grid.add_row("", worded(("Moved", "dim")), _moves(match, month))
    title = worded((in_words(match.date_of(month)), "bold"))
    return Group("", Rule(title, align="left", style="dim"), grid)


def closing(match: Match) -> RenderableType:
    """Return the ending and the scores; what was secret is opened."""
    assert match.ending is not None
    ending = match.book.scenario.endings[match.ending]
    told = Group("", Rule(worded((ending.title, "bold")), align="left", style="dim"), _inset(ending.text))
    return Group(told, "", _scores(match))


def _grid() -> Table:
    """Return the three columns of a month: sign, head, words."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(min_width=1)
    grid.add_column(min_width=15, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    return grid


def _inset(text: str) -> Padding:
    return Padding(worded(text), (0, 0, 0, 2))


def _sign(match: Match, side: str | None) -> str:
    return WORLD if side is None else MARKS[match.book.scenario.sides[side].mark]


def _line(match: Match, told: Happening) -> Iterator[RenderableType]:
    """Yield the three cells of something that came to pass."""
    yield _sign(match, told.side)
    yield worded((HEADS[told.kind], "dim"))
    more = ""
    if told.kind is HappeningKind.OFFER:
        more = f". {terms_in_words(match.book, terms_of(match.book, told))}."
    elif told.why != told.title and told.why != f"{told.title}.":
        more = f". {told.why}"
    yield worded((told.title, "bold"), more, (_cited(told.cites), "dim"))


def _orders(match: Match, side: str, sheet: Sheet, *, open_book: bool) -> Iterator[RenderableType]:
    """Yield the three cells of one side's orders."""
    yield _sign(match, side)
    yield worded((match.book.scenario.sides[side].label, "bold"))
    yield worded(" · ").join(worded(each) for each in _ordered(match, sheet, open_book))


def _ordered(match: Match, sheet: Sheet, open_book: bool) -> Iterator[str]:
    """Yield what each line of a sheet orders, by the card's title; what was seen, where that is all."""
    for slot, line in match.book.scenario.slots.items():
        if slot in sheet:
            yield match.book.scenario.cards[sheet[slot].card].title
        else:
            yield line.hold.rstrip(".") if open_book else "nothing seen"


def _cited(cites: Iterable[str]) -> str:
    found = ", ".join(cites)
    return f"  [{found}]" if found else ""


def _moves(match: Match, month: int) -> RenderableType:
    """Return what moved in a month, track by track, each with its causes."""
    entries = [entry for entry in match.entries if entry.month == month and entry.change]
    if not entries:
        return worded(("nothing", "dim"))
    after = readings_after(match, month)
    grid = Table.grid(padding=(0, 2, 0, 0))
    moved = {entry.track for entry in entries}
    for track in (name for name in match.book.index.tracks if name in moved):
        mine = [entry for entry in entries if entry.track == track]
        total = sum(entry.change for entry in mine)
        reading = f"{after[track] - total} → {after[track]}"
        grid.add_row(
            worded(track_name(match.book.scenario, track)),
            worded((reading, "bold")),
            worded((_causes(match, mine), "dim")),
        )
    return grid


def _causes(match: Match, entries: Iterable[Entry]) -> str:
    """Return the causes of a track's moves, each with its share."""
    return ", ".join(f"{entry.change:+d} {_cause_title(match, entry)}" for entry in entries)


def _cause_title(match: Match, entry: Entry) -> str:
    """Return a cause in the scenario's words."""
    scenario, name = match.book.scenario, entry.cause.id
    shelves: Mapping[CauseKind, Mapping[str, Any]] = {
        CauseKind.CARD: scenario.cards, CauseKind.ATTRIBUTION: scenario.cards,
        CauseKind.REDLINE: scenario.redlines, CauseKind.CALENDAR: scenario.calendar,
        CauseKind.INJECT: scenario.injects,
        CauseKind.UPKEEP: scenario.upkeep, CauseKind.ENDING: scenario.endings,
    }  # fmt: skip
    if name in shelves.get(entry.cause.kind, {}):
        return str(shelves[entry.cause.kind][name].title)
    told = (each.title for each in match.happenings if (each.month, each.id) == (entry.month, name))
    return next(told, "the price at home")


def _scores(match: Match) -> Table:
    """Return every side's score, goal by goal."""
    grid = _grid()
    for side, made in match.outcome.items():
        label = match.book.scenario.sides[side].label
        grid.add_row(_sign(match, side), worded((label, "bold")), worded((f"{made.points:g} points", "bold")))
        for won in made.goals:
            secret = "  (secret)" if won.secret else ""
            worth = Align.right(worded((f"{won.points:g} of {won.most}", "dim")))
            grid.add_row("", worth, worded(f"{won.text}{secret}"))
    return grid
