"""The parts of the table: what everybody sees, the hand of cards, and what only this seat sees."""

from __future__ import annotations

from game.desk.kit.theme import On
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.label import Label, heading, note
from game.desk.kit.widgets.panel import Ground, Panel
from game.desk.kit.widgets.rule import Rule, section
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.signs import Picture, SideMark, Tag
from game.desk.kit.widgets.stack import Bend, Column, Flow, Row, Space
from game.desk.kit.widgets.tabs import Tab, Tabs
from game.desk.scenes.base import tone_of
from game.desk.views.card_face import CardFace
from game.desk.views.chip import ChipLabel
from game.desk.views.feed import feed
from game.desk.views.forecast import forecast, forecast_awaited
from game.desk.views.gauge import Gauge
from game.desk.views.map_panel import MapPanel
from game.desk.views.sheet import order_sheet
from game.desk.views.track_row import TrackRow
from game.match.glimpse import Glimpse
from game.match.match import Match
from game.presenters.content import CardState, ForecastContent
from game.presenters.feed import happened_before, present_feed
from game.presenters.markup import escape
from game.presenters.naming import month_word, shape_of, side_mark
from game.presenters.places import present_map
from game.presenters.rack import CardDetail, present_card, present_rack
from game.presenters.sheet import present_sheet
from game.presenters.tracks import present_gauge, present_home, present_others, present_standing
from game.presenters.words import _
from game.rules.index import HOLD


def gauge(match: Match, side: str | None) -> Widget:
    """Return the gauge with the lines this seat may see."""
    return Gauge(present_gauge(match.glimpse(side))).ranked(4)


def pinned_map(match: Match, side: str | None) -> Widget:
    """Return the map with what happened last month."""
    seen = match.glimpse(side)
    told, lines = happened_before(seen, match.month), present_feed(seen, match.month)
    return MapPanel(present_map(seen, lines, told, _("Where it happened"))).ranked(6)


def news(match: Match, side: str | None) -> Widget:
    """Return the feed of what this seat has learned since its last orders."""
    first = match.month == 1
    title = (
        _("What is known in {month}") if first else _("Since the orders of {month}")
    ).format(month=month_word(match.date_of(max(1, match.month - 1))))  # fmt: skip
    ledger = Button("ledger", _("Ledger"), Kind.PLAIN, icon="scroll-text", key="L", height=24, style="chip")
    return Column(
        section(title, ledger, style="headline"),
        feed(present_feed(match.glimpse(side), match.month)).grow(),
        gap=8,
    ).ranked(3)


def standing(match: Match, side: str | None) -> Widget:
    """Return where the public tracks stand."""
    rows = [
        TrackRow(track)
        for track in (*present_standing(match.glimpse(side)), *present_others(match.glimpse(side)))
    ]
    head = section(_("Where things stand"), note(_("last change")), weight="single", style="headline")
    return Column(head, Scroll("standing", Column(*rows, gap=0)).grow(), gap=0).ranked(5)


def hand(seen: Glimpse, slot: str, opened: str, prompt: Widget | None = None) -> Widget:
    """Return what a lesson says, the tabs of the sheet's lines, the rack of the open one, one card opened."""
    slots = seen.book.scenario.slots
    tabs = Tabs(
        "slot",
        tuple(
            Tab(name, noun.title, str(n), done=seen.on_sheet(name).card != HOLD)
            for n, (name, noun) in enumerate(slots.items(), start=1)
        ),
        slot,
    )
    columns = [
        Column(note(escape(column.title)), *(CardFace(card) for card in column.cards), gap=6).grow()
        for column in present_rack(seen, slot)
    ]
    spare = [Space().grow() for _n in range(5 - len(columns))]
    rack = Bend(*columns, *spare, each=76, gap=6, below=10)
    shape = shape_of(seen.book.scenario, seen.seat)
    detail = opened_card(present_card(seen, slot, opened), shape)
    below = Row(Scroll("rack", rack).grow(0.72), Scroll("opened", detail).grow(0.28), gap=12, align="fill")
    return Ground(Column(prompt, tabs, below.grow(), gap=8), On.SLATE, down=8).ranked(0)


def opened_card(card: CardDetail, shape: str) -> Widget:
    """Return one card with everything it does in words."""
    lies = Tag(_("on sheet"), side=shape) if card.state is CardState.ON_SHEET else None
    chips = Flow(*(ChipLabel(chip) for chip in card.chips), gap=6) if card.chips else None
    return Panel(
        Column(
            Bend(
                Row(Picture(card.icon, 22, tone=tone_of(shape)), heading(escape(card.title)).grow()).grow(),
                lies,
                each=60,
                align="middle",
            ),
            note(card.kind),
            Label(card.text, "plain"),
            chips,
            Rule() if card.lines or card.notes else None,
            *(Label(f"**{escape(line)}**", "plain") for line in card.lines),
            *(note(escape(told)) for told in card.notes),
            Label(escape(card.reason), "plain") if card.reason else None,
            note(escape(card.rests_on)) if card.rests_on else None,
            gap=7,
        ),
        On.SHEET,
    )


def seal_button() -> Widget:
    """Return the button that closes the month for this seat."""
    return Button("seal", _("Seal the sheet"), Kind.PRIMARY, icon="stamp", key="S", height=48, style="panel")


def private(
    match: Match,
    side: str,
    said: str,
    likely: ForecastContent | None,
    sealed_here: bool = True,
    awaited: bool = False,
) -> Widget:
    """Return the column only this seat sees: its home, its sheet, what is likely, the seal if it is here.

    A forecast that is *awaited* is said to be.
    """
    lines = present_sheet(match.glimpse(side))
    chosen = sum(line.chosen for line in lines)
    count = _("{n} chosen, {m} holding").format(n=chosen, m=len(lines) - chosen)
    own = Column(
        _whose(match, side),
        Column(*(TrackRow(track, group="home") for track in present_home(match.glimpse(side))), gap=0),
        Row(heading(_("Order sheet")).grow(), note(count)),
        order_sheet(lines).ranked(1),
        _beside_sheet(match, side),
        Label(escape(said), "plain") if said else None,
        forecast(likely) if likely else forecast_awaited() if awaited else None,
        gap=8,
    )
    seal = seal_button().ranked(2) if sealed_here else None
    return Ground(Column(Scroll("own", own, steady=True).grow(), seal, gap=8), On.SLATE, pad=12)


def _whose(match: Match, side: str) -> Widget:
    """Return whose column it is, and that nobody else sees it."""
    scenario = match.book.scenario
    return Row(
        SideMark(side_mark(scenario, side), 20),
        Label(scenario.sides[side].label, "panel", tone=tone_of(shape_of(scenario, side))).grow(),
        Picture("lock", 14, tone="second"),
        note(_("only you see this")),
    )


def _beside_sheet(match: Match, side: str) -> Widget:
    """Return what can be done beside laying cards: take one back, read the brief, ask the advisers."""
    off = _("Nothing to undo") if match.hands[side].untouched else ""
    undo = Button("undo", _("Undo"), Kind.PLAIN, icon="undo-2", key="Z", height=32, off=off).ranked(1)
    brief = Button("brief", _("Brief"), Kind.PLAIN, icon="book-open", key="B", height=32).ranked(7)
    ask = Button("advice", _("Advisers"), Kind.PLAIN, icon="users-round", key="A", height=32).ranked(7)
    return Flow(undo, brief, ask, gap=12)
