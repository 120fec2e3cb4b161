"""Pages that show every widget in its states; ``python -m tests.desk.gallery FOLDER`` draws them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.page import Page
from game.desk.kit.theme import On, Variant, load_theme
from game.desk.kit.widgets.base import Widget
from game.desk.kit.widgets.button import Button, Kind
from game.desk.kit.widgets.checkbox import Checkbox
from game.desk.kit.widgets.choice import Choice, Option
from game.desk.kit.widgets.entry import Entry
from game.desk.kit.widgets.label import Label, Tone, heading, note
from game.desk.kit.widgets.meter import Notched
from game.desk.kit.widgets.option_list import Dropdown, OptionList
from game.desk.kit.widgets.panel import Ground, Panel
from game.desk.kit.widgets.popover import Popover
from game.desk.kit.widgets.rule import Rule, section
from game.desk.kit.widgets.scroll import Scroll
from game.desk.kit.widgets.signs import KeyBox, Picture, SideMark, Tag
from game.desk.kit.widgets.slider import Slider
from game.desk.kit.widgets.stack import Column, Flow, Grid, Row, Space
from game.desk.kit.widgets.stepper import Stepper
from game.desk.kit.widgets.tabs import Tab, Tabs
from game.desk.views.banner import crossing_banner
from game.desk.views.calendar_strip import CalendarStrip
from game.desk.views.card_face import CardFace
from game.desk.views.chain import CauseLine
from game.desk.views.chip import ChipLabel
from game.desk.views.feed import feed
from game.desk.views.forecast import forecast
from game.desk.views.gauge import Gauge
from game.desk.views.ladder import Rungs
from game.desk.views.ledger_row import LedgerRow
from game.desk.views.map_panel import MapPanel
from game.desk.views.sheet import order_sheet
from game.desk.views.track_row import TrackRow
from game.desk.views.trend import Trend
from game.desk.window import Stage
from game.presenters.asking import AskTold, AskWhy
from game.presenters.content import (
    CalendarContent,
    CardContent,
    CardState,
    CauseRow,
    Chip,
    FeedLine,
    ForecastContent,
    GaugeContent,
    GaugeLine,
    LadderContent,
    LedgerLine,
    Mark,
    Occasion,
    OddsRow,
    SheetLine,
    StepContent,
    Stretch,
    TrackContent,
    TrendContent,
)
from game.presenters.map_content import MapContent, MapName, Pin, Town

W, P, S = Mark("square", "W"), Mark("diamond", "P"), Mark("circle", "S")
SEATS: tuple[tuple[Mark, str, Tone], ...] = (
    (P, "Pyongyang", "diamond"),
    (W, "Washington", "square"),
    (S, "Seoul", "circle"),
)
STRETCHES = (Stretch("calm", 0, 2), Stretch("simmer", 3, 7), Stretch("boil", 8, 10))
SEOUL_LINE = GaugeLine("seoul", S, "Seoul", 6)
OWN_LINE = GaugeLine("own", P, "Pyongyang", 8, declared=False)
WASHINGTON_LINE = GaugeLine("washington", W, "Washington", 7)
LEGITIMACY, TENSION = Chip("landmark", "+2", "Legitimacy"), Chip("flame", "+2", "Tension", helps=False)

CARDS = {
    "Quiet": (
        CardContent("hold", "Hold", "hourglass", "free"),
        CardContent("build", "Build sites", "hammer", "pay", (Chip("coins", "1"),), (Chip("rocket", "+1"),)),
    ),
    "Low: below the line": (
        CardContent(
            "test",
            "Short-range test",
            "rocket",
            "free",
            chips=(Chip("landmark", "+0", helps=False), Chip("flame", "+1", helps=False)),
        ),
        CardContent(
            "fire",
            "Border fire",
            "crosshair",
            "free",
            chips=(LEGITIMACY, TENSION),
            state=CardState.ON_SHEET,
            side="diamond",
        ),
        CardContent(
            "demolish", "Demolish asset", "bomb", state=CardState.OFF, reason="used in June; one a game"
        ),
    ),
    "Deniable": (
        CardContent(
            "cyber",
            "Cyber raid",
            "keyboard",
            "free",
            chips=(Chip("coins", "+1"), Chip("eye", "1/3", helps=False)),
        ),
        CardContent(
            "mines",
            "Lay mines",
            "unlink",
            "free",
            chips=(Chip("landmark", "+1"), Chip("flame", "+1", helps=False)),
        ),
    ),
    "Major: over the line": (
        CardContent("icbm_test", "ICBM flight", "orbit", "pay", (Chip("coins", "3"),), (LEGITIMACY,)),
        CardContent(
            "nuclear", "Nuclear test", "zap", state=CardState.OFF, reason="needs economy 4; you have 3"
        ),
        CardContent(
            "satellite",
            "Satellite",
            "satellite",
            state=CardState.OFF,
            reason="pad not ready: build sites first",
        ),
    ),
    "Give": (
        CardContent(
            "halt", "Halt tests", "circle-dot", "pay", (Chip("landmark", "1"),), (Chip("handshake", "+1"),)
        ),
        CardContent(
            "dismantle",
            "Dismantle site",
            "pickaxe",
            "pay",
            (Chip("landmark", "2"),),
            (Chip("handshake", "+2"),),
        ),
        CardContent(
            "sorry",
            "Apologise",
            "heart-handshake",
            "pay",
            (Chip("landmark", "1"),),
            (Chip("train-front", "+1"),),
        ),
    ),
}
FEED = (
    FeedLine(
        "1",
        Mark("diamond", "1"),
        "Missile fired off Wonsan",
        "Tension **+1** · Washington’s alarm **+1**",
        AskTold("tension"),
    ),
    FeedLine(
        "2",
        Mark("square", "2"),
        "Two trading firms put under sanctions",
        "Sanctions **+1** · Trust **−1** · Tension **+1**",
        AskTold("sanctions"),
    ),
    FeedLine(
        "3", Mark("circle", "3"), "Smaller August drill, Seoul says", "Alliance **−1**", AskTold("alliance")
    ),
    FeedLine(
        "4",
        Mark("triangle", "4"),
        "Suspected case: Kaesong sealed",
        "Epidemic in the North **+1**",
        AskTold("epidemic"),
    ),
    FeedLine(
        "5", P, "Your June cyber raid is still nobody’s", "Pinned down this month: **7 in 20**", private=True
    ),
)
PUBLIC = (
    TrackContent("sanctions", "ban", "Sanctions", 9, change=1),
    TrackContent("enforcement", "shield-check", "Enforcement", 6, change=0),
    TrackContent("arsenal", "rocket", "Arsenal", 7, change=1),
    TrackContent("trust", "handshake", "Trust", 3, change=-1),
    TrackContent("inter_korean", "train-front", "Inter-Korean", 2, change=0),
    TrackContent("alliance", "link", "Alliance", 5, change=-1),
)
HOME = (
    TrackContent("legitimacy", "landmark", "Legitimacy", 6, change=1),
    TrackContent("economy", "coins", "Economy", 3, change=0),
    TrackContent("epidemic", "stethoscope", "Epidemic", 6, change=1),
    TrackContent("resolve", "anchor", "Resolve", 6, change=0),
    TrackContent("stance", "scale", "Stance", 0, 0, 3, 0, level="maximum demand"),
)
SHEET = (
    SheetLine("act", "Act", "crosshair", "Border fire", "free · 1st use in 3 months", "diamond"),
    SheetLine("home", "Home", "megaphone", "Mobilise", "epidemic −1, economy −1", "diamond"),
    SheetLine("table", "Table", "hourglass", "Hold", "Washington’s offer lapses", chosen=False),
)
CALENDAR = CalendarContent(
    ("May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr"),
    3,
    (
        Occasion(3, 0.5, "18 Aug exercise"),
        Occasion(6, 0.1, "3 Nov election", True),
        Occasion(8, 0.65, "20 Jan 2021 inauguration", True),
    ),
    "2020",
)
FORECAST = ForecastContent(
    "Forecast for this sheet",
    "Likely: tension ends at 7 and Seoul owes an answer.",
    (OddsRow("5", 1), OddsRow("6", 4), OddsRow("7", 14, True), OddsRow("8", 1)),
    (
        (S, "Seoul’s line crossed", 15),
        (W, "Washington acts abroad", 2),
        ("triangle-alert", "War this month", 0),
    ),
)
PLACES = MapContent(
    "Where it happened, July",
    (
        Town("Pyongyang", (-192.5, -115.8), True, True),
        Town("Seoul", (-89.0, 46.9), True),
        Town("Yongbyon", (-189.6, -200.5)),
        Town("Wonsan", (-47.8, -126.8)),
        Town("Kaesong", (-125.9, 2.3)),
    ),
    (
        MapName("East Sea / Sea of Japan", (150, -20)),
        MapName("Yellow Sea", (-270, 130)),
        MapName("China", (-240, -360), "other"),
    ),
    (
        Pin("1", Mark("diamond", "1"), (-47.8, -126.8), "missile test"),
        Pin("3", Mark("circle", "3"), (-85.4, 114.1), "smaller drill", (-44, 32)),
        Pin("4", Mark("triangle", "4"), (-125.9, 2.3), "city sealed", (-56, 14)),
    ),
    "North",
    "South",
)
LADDER = LadderContent(
    "denuclearisation",
    "Denuclearisation",
    P,
    "by Pyongyang",
    (
        StepContent(1, "Test halt", "no flights, no blasts", True),
        StepContent(2, "Freeze at Yongbyon", "production stops, cameras"),
        StepContent(3, "Dismantle Yongbyon", "under inspection"),
        StepContent(4, "Declaration", "inspectors at every site"),
        StepContent(5, "Complete", "all weapons and plants"),
    ),
    (W, 3),
    (P, 2),
    "nothing carried out yet",
)
LEDGER = (
    LedgerLine(
        "1", P, "Inter-Korean 2 → 1", "Border fire sours ties across the line", "rule 5.4", AskWhy("a")
    ),
    LedgerLine(
        "2", S, "Inter-Korean 1 → 2", "Police stop the balloons at the border", "rule 5.2", AskWhy("b")
    ),
    LedgerLine(
        "3", P, "Legitimacy 6 → 8", "Border fire plays well at home", "rule 5.4", AskWhy("c"), private=True
    ),
    LedgerLine(
        "4",
        P,
        "June cyber raid: no change",
        "Nobody has pinned it on you",
        "rule 7.1",
        AskWhy("d"),
        private=True,
    ),
)
CHAIN = (
    CauseRow(
        "4",
        None,
        "Where June left it",
        "After the liaison office fell and plans against the South were shelved.",
        "rule 2.1",
    ),
    CauseRow(
        "+1",
        P,
        "Missile fired off Wonsan",
        "A short-range test, second in three months: fewer gains, same noise.",
        "rule 5.4",
        ("C30", "C31"),
    ),
    CauseRow(
        "+1",
        W,
        "Two trading firms under sanctions",
        "Pressure was answered with words in Pyongyang’s papers.",
        "rule 5.1",
        ("C41",),
    ),
    CauseRow(
        "−1",
        Mark("triangle"),
        "A month passes",
        "Above 4, tension eases by one as the month closes.",
        "rule 9.1 · a design choice",
    ),
    CauseRow(
        "5",
        None,
        "Start of August",
        "Band: simmer (3 to 7). Two steps below Seoul’s line.",
        "rule 2.1",
        last=True,
    ),
)


def bar() -> Widget:
    """The top bar."""
    month = Column(Label("August 2020", "panel"), note("Month 4 of 12"), gap=0)
    ways = Row(
        Button("help", "Help", Kind.PLAIN, icon="circle-question-mark", height=32),
        Button("menu", "Menu", Kind.PLAIN, icon="menu", height=32),
        gap=4,
    )
    return Ground(
        Row(
            Label("Simmer", "name"),
            Space(width=12),
            month,
            Space(width=16),
            CalendarStrip(CALENDAR).grow(),
            Space(width=16),
            ways,
            gap=8,
        ),
        On.BAR,
        down=5,
    )


def table(pen: Pen, box: Box) -> Widget:
    """The whole desk."""
    gauge = Gauge(GaugeContent("tension", "Tension", 5, STRETCHES, (SEOUL_LINE, OWN_LINE, WASHINGTON_LINE)))
    stand = Column(
        section("Where things stand", note("change in July"), weight="single", style="headline"),
        *(TrackRow(track) for track in PUBLIC),
        gap=0,
    )
    news = Column(
        section("What happened in July", Label("[all 11 lines](feed:all)", "note")),
        feed(FEED).grow(),
        stand,
        gap=8,
    )
    public = Ground(
        Row(gauge.wide_as(160), MapPanel(PLACES).grow(0.55), news.grow(0.45), gap=16, align="fill"),
        On.PAPER,
        pad=16,
        down=8,
    )
    return Column(
        bar(),
        Row(
            Column(public.grow(0.6), hand().grow(0.4), gap=0).grow(),
            private().wide_as(304),
            gap=0,
            align="fill",
        ).grow(),
        gap=0,
    )


def rack() -> Widget:
    """The rack, column by column."""
    columns = [
        Column(note(title), *(CardFace(card) for card in cards), gap=6).grow()
        for title, cards in CARDS.items()
    ]
    return Row(*columns, gap=6, align="top")


def hand() -> Widget:
    """Tabs, rack and the opened card."""
    tabs = Tabs(
        "slot", (Tab("act", "Act", "1"), Tab("home", "Home", "2", True), Tab("table", "Table", "3")), "act"
    )
    opened = Panel(
        Column(
            Row(
                Picture("crosshair", 26, tone="diamond"),
                heading("Border fire").grow(),
            ),
            Flow(Tag("on sheet", side="diamond"), note("low-level act · seen by all")),
            Label("Rounds near a guard post. Presses both capitals, but draws no UN vote.", "plain"),
            Flow(
                ChipLabel(LEGITIMACY),
                ChipLabel(TENSION),
                ChipLabel(Chip("train-front", "−1", "Inter-Korean", False)),
                gap=6,
            ),
            Rule(),
            Row(
                SideMark(S, 16),
                Label("Would pass **Seoul’s line at 7**: it answers, or backs down.", "plain").grow(),
                align="top",
            ),
            note("Rests on C30, C31, S2"),
        ),
        On.SHEET,
    )
    below = Row(Scroll("rack", rack()).grow(0.74), Scroll("opened", opened).grow(0.26), gap=12, align="fill")
    return Ground(Column(tabs, below.grow(), gap=8), On.SLATE, down=8)


def private() -> Widget:
    """What only this seat sees."""
    who = Row(
        SideMark(P, 20),
        Label("Pyongyang", "panel", tone="diamond").grow(),
        Picture("lock", 14, tone="second"),
        note("only you see this"),
    )
    return Ground(
        Column(
            who,
            Column(*(TrackRow(track, group="home") for track in HOME), gap=0),
            Row(heading("Order sheet").grow(), note("2 chosen, 1 holding")),
            order_sheet(SHEET),
            Row(
                Button("undo", "Undo", Kind.PLAIN, icon="undo-2", key="Z", height=32),
                Space().grow(),
                note("can change until sealed"),
            ),
            Scroll("forecast", forecast(FORECAST)).grow(),
            Button(
                "seal", "Seal the sheet", Kind.PRIMARY, icon="stamp", key="Enter", height=48, style="panel"
            ),
        ),
        On.SLATE,
        pad=12,
    )


def kit(pen: Pen, box: Box) -> Widget:
    """Every small part in its states, on paper and on slate."""
    return Row(
        Ground(Scroll("paper", Column(*parts("p"), gap=12)), On.PAPER, pad=24).grow(),
        Ground(Scroll("slate", Column(*parts("s"), gap=12)), On.SLATE, pad=24).grow(),
        gap=0,
        align="fill",
    )


def parts(tag: str) -> list[Widget]:
    """The small parts, named apart by a tag."""
    marks = [
        SideMark(Mark(mark.shape, mark.letter, filled), 28)
        for filled in (True, False)
        for mark in (W, P, S, Mark("triangle", "4"))
    ]
    sides = (Option("w", "They first", W), Option("p", "In parallel"), Option("s", "We first", P))
    return [
        section("Kit", note("everything small")),
        Flow(
            *(
                Label(word, style)
                for word, style in (
                    ("Ending", "ending"),
                    ("Reading", "reading"),
                    ("Scene", "scene"),
                    ("Panel", "panel"),
                )
            ),
            gap=16,
        ),
        Label(
            "Body with **bold words**, a [link](x:link) and some more of it so that it wraps. 본문은 "
            "한국어로도 또렷하게 보입니다 → ▲1 ▼2.",
            "body",
        ),
        Flow(*marks),
        Flow(
            Button(f"{tag}:a", "Primary", Kind.PRIMARY),
            Button(f"{tag}:b", "Second", key="Z"),
            Button(f"{tag}:c", "Small", height=32),
            Button(f"{tag}:d", "Seal", off="choose a card first"),
            Button(f"{tag}:e", "Plain", Kind.PLAIN, icon="menu"),
        ),
        Flow(
            ChipLabel(LEGITIMACY),
            ChipLabel(TENSION),
            ChipLabel(LEGITIMACY, words=False),
            Tag("on sheet", side="diamond"),
            Tag("crossed", side="circle", filled=True),
            KeyBox("Tab"),
            KeyBox("W"),
        ),
        Grid(
            *(
                CardFace(replace(card, id=f"{tag}{card.id}"), group=f"{tag}rack")
                for card in (
                    CARDS["Deniable"][0],
                    CARDS["Major: over the line"][0],
                    CARDS["Low: below the line"][1],
                    CARDS["Major: over the line"][1],
                )
            ),
            across=4,
            gap=8,
        ),
        Column(
            *(
                TrackRow(replace(track, id=tag + track.id), group=f"{tag}t")
                for track in (*PUBLIC[:2], HOME[4])
            ),
            gap=0,
        ),
        Choice(f"{tag}:order", sides, "p"),
        Row(
            Slider(f"{tag}:size", 1.2, 0.8, 2.0, 0.1, decimals=1).grow(),
            Checkbox(f"{tag}:told", "Told", True),
            Checkbox(f"{tag}:hidden", "Hidden", False),
            Stepper(f"{tag}:level", 2, 0, 5),
            gap=16,
        ),
        Row(
            Dropdown(
                f"{tag}:seat", (Option("human", "Human", P), Option("easy", "Computer, easy")), "human"
            ).grow(),
            Entry(f"{tag}:name", "성남 2반", hint="Name of the table").grow(),
        ),
        OptionList(
            f"{tag}:list",
            (Option("a", "Deadlock 2020"), Option("b", "First steps")),
            "a",
            {"a": "twelve months, three seats", "b": "two months, ten minutes"},
        ),
    ]


def offers(pen: Pen, box: Box) -> Widget:
    """Ladders side by side."""
    head = Row(SideMark(LADDER.owner, 20), heading(LADDER.title).grow(), note(LADDER.owner_note))
    asks = Row(note("asks **3**").grow(), note("your draft **2**"), Stepper("draft", 2, 0, 5, show=False))
    ladder = Panel(Column(head, asks, Rungs(LADDER).grow()), On.SHEET, edge=True)
    small = replace(LADDER, id="cooperation", steps=LADDER.steps[:3], theirs=(W, 0), draft=(P, 1))
    cost = Panel(
        Column(
            Label("Would it be ratified?", "headline"),
            note("needs 6"),
            Notched(4, 6),
        ),
        On.PANEL,
    )
    sides = (ladder.grow(), Panel(Rungs(small), On.SHEET, edge=True).grow(), cost.wide_as(240))
    return Column(bar(), Ground(Scroll("offers", Row(*sides, gap=16, align="fill")), On.PAPER).grow(), gap=0)


def gauges(pen: Pen, box: Box) -> Widget:
    """Gauges in four states over the months of a game."""
    crossed = replace(SEOUL_LINE, crossed=True)
    states = (
        (2, (SEOUL_LINE,), None),
        (5, (SEOUL_LINE, OWN_LINE), None),
        (7, (crossed,), 5),
        (9, (crossed, WASHINGTON_LINE), None),
    )
    row = [
        Gauge(GaugeContent(f"g{number}", "Tension", reading, STRETCHES, lines, before)).grow()
        for number, (reading, lines, before) in enumerate(states)
    ]
    trend = TrendContent(
        CALENDAR.months,
        (4, 5, 4, 5, 7, 6, 5, 5, 6, 7, 6, 6),
        STRETCHES,
        (SEOUL_LINE,),
        ((4, Mark("diamond", "1")), (9, Mark("diamond", "2"))),
    )
    return Ground(Column(Row(*row, gap=16, align="fill").grow(), Trend(trend), gap=16), On.PAPER)


def reveal(pen: Pen, box: Box) -> Widget:
    """Sheets turned over, a crossing, the ledger."""
    sheets = [
        Panel(
            Column(
                Row(SideMark(mark, 20), Label(name, "panel", tone=tone).grow(), note("sealed first")),
                Rule(),
                order_sheet(SHEET, open_=False),
                gap=8,
            ),
            On.SHEET,
            accent=mark.shape,
            pad=16,
            down=14,
        ).grow()
        for mark, name, tone in SEATS
    ]
    banner = crossing_banner(
        S,
        "Redline crossed · declared in May, known to all",
        "Seoul’s line: tension reaches 7",
        "Pyongyang’s border fire carried the reading past it.",
        "Answer owed in September",
        "Answer fire, full exercise or build-up pays it. Letting it pass costs Seoul 2 resolve.",
    )
    foot = Ground(
        Row(
            Label("**Saved.** August is closed; nothing in it can be taken back.", "plain").grow(),
            Button("again", "Turn over again", icon="rotate-ccw", key="R"),
            Button("on", "On to September", Kind.PRIMARY, key="Enter"),
            gap=16,
        ),
        On.SLATE,
        down=12,
    )
    body = Column(
        Row(*sheets, gap=16, align="fill"),
        banner,
        section("What changed", note("11 lines, 3 of them on tension")),
        Scroll("ledger", Column(*(LedgerRow(line) for line in LEDGER), gap=0)).grow(),
        gap=14,
    )
    return Column(bar(), Ground(body, On.PAPER).grow(), foot, gap=0)


def why(pen: Pen, box: Box) -> Popover:
    """The chain behind a number."""
    claim = Panel(
        Column(
            note("The claim behind it · C30"),
            Label("Small acts, often, are likelier than one large one.", "forecast"),
            Label("A steady run of short-range tests is expected.", "plain", tone="second"),
            Row(
                Label("[open the claim](claim:C30)", "note"), Label("[sources](sources:C30)", "note"), gap=16
            ),
        ),
        On.SHEET,
        edge=True,
    )
    chain = Scroll("chain", Column(*(CauseLine(cause) for cause in CHAIN), gap=2))
    top = Row(
        Column(note("July 2020 · tension"), Label("Why is tension 5?", "scene"), gap=0).grow(),
        Button("close", "Close", icon="x", key="Esc"),
    )
    sides = Row(
        Column(Label("The chain, in order", "headline"), chain.grow()).grow(0.58),
        claim.grow(0.42),
        gap=24,
        align="top",
    )
    return Popover(
        "why",
        Column(top, Rule("double"), sides.grow(), Rule(), note("Three entries moved it."), gap=10),
        width=800,
        lit=Box(0, 56, 184, 440),
    )


PAGES: dict[str, Callable[[Pen, Box], Widget]] = {
    "table": table,
    "kit": kit,
    "offers": offers,
    "gauges": gauges,
    "reveal": reveal,
}


def page_of(
    name: str, size: tuple[int, int] = (1280, 800), scale: float = 1.0, variant: Variant = Variant.NORMAL
) -> Page:
    """One page of the gallery, ready to draw; "why" is the table under a pop-over."""
    stage = Stage(replace(Pen(load_theme(variant)), scale=scale))
    page = Page(stage, PAGES["table" if name == "why" else name], size)
    if name == "why":
        page.open(why)
    return page


def picture(page: Page) -> pygame.Surface:
    """A page drawn, everything at rest."""
    page.advance(30.0)
    surface = pygame.Surface(page.size)
    page.draw(surface)
    return surface


def main(folder: Path) -> None:
    """Draw every page of the gallery."""
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    folder.mkdir(parents=True, exist_ok=True)
    shots = {name: page_of(name) for name in (*PAGES, "why")}
    shots |= {
        "table-large-text": page_of("table", (1600, 1000), 1.5),
        "kit-contrast": page_of("kit", variant=Variant.HIGH_CONTRAST),
        "table-contrast": page_of("table", variant=Variant.HIGH_CONTRAST),
        "table-paper": page_of("table", variant=Variant.PAPER),
    }
    shots["table"].focus_on("card:cyber")
    for name, page in shots.items():
        pygame.image.save(picture(page), folder / f"{name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
