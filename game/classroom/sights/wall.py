"""The wall: what a whole class may see from the last row, made of public glimpses alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from game.classroom.hall import Hall, Table
from game.classroom.sights.tower import Tower, tower_of
from game.classroom.states import HallState, TableState
from game.match.glimpse import Glimpse
from game.match.seats import HUMAN
from game.presenters.bar import BarPage, present_bar
from game.presenters.content import FeedLine, Mark, TrackContent
from game.presenters.feed import present_feed
from game.presenters.naming import month_word, side_mark
from game.presenters.tracks import change_in, gauge_track, present_gauge, present_standing
from game.presenters.words import _
from game.rules.ledger import HappeningKind

COLUMNS, LARGE = 5, 3
"""Tables in a row, and how many there may be for each to be drawn large."""

LINES = {1: 4, 2: 3, 3: 2}
"""Headlines of a table that is drawn large, by how many tables there are."""


@dataclass(frozen=True)
class Seat:
    """A side at a table: its sign is filled once its sheet is sealed, or once somebody sits there."""

    mark: Mark
    label: str
    names: str = ""
    """Who sits there, while people come in."""
    computer: bool = False


@dataclass(frozen=True)
class TableOnWall:
    """One table as the class sees it."""

    number: int
    seats: tuple[Seat, ...]
    tower: Tower
    change: str
    """How far the gauge moved since last month, in words."""
    crossed: int
    signed: int
    headlines: tuple[tuple[Mark, str], ...]
    """Whose doing, and what happened."""
    standing: tuple[TrackContent, ...]
    state: str
    """What holds the table up, in a word or two; empty while sheets are written."""


@dataclass(frozen=True)
class Wall:
    """The board while months are played."""

    bar: BarPage
    month: str
    """The open month in a word, for the small print under the clock."""
    clock_for: str
    tables: tuple[TableOnWall, ...]
    everywhere: str
    """A headline that all tables share; empty for none."""
    layout: str
    """How large the tables are drawn: alone, large, columns or rows."""
    practising: bool


@dataclass(frozen=True)
class LobbyOnWall:
    """The board while people come in."""

    title: str
    note: str
    here: int
    sides: tuple[Seat, ...]
    rows: tuple[tuple[int, tuple[Seat, ...]], ...]


def wall(hall: Hall, language: str) -> Wall:
    """Return the board of a class that plays."""
    seen = {number: table.glimpse(None, language) for number, table in hall.tables.items()}
    slowest = min(seen.values(), key=lambda each: each.month)
    feeds = {number: _public(each) for number, each in seen.items()}
    shared = _shared(feeds.values())
    tables = tuple(_table(hall.tables[n], seen[n], feeds[n], shared, len(seen)) for n in seen)
    return Wall(
        bar=present_bar(slowest),
        month=month_word(slowest.date_of(min(slowest.month, slowest.book.months))),
        clock_for=clock_for(hall),
        tables=tables,
        everywhere=shared,
        layout=_layout(len(tables)),
        practising=hall.practising,
    )


def lobby(hall: Hall, names: Mapping[str, str], language: str) -> LobbyOnWall:
    """Return the board before the first month: how to come in, and who is here."""
    first = next(iter(hall.tables.values()))
    scenario = first.told(language).book.scenario
    sides = tuple(Seat(side_mark(scenario, side), noun.label) for side, noun in scenario.sides.items())
    rows = tuple(
        (number, tuple(_seated(hall, table, side, names, language) for side in scenario.sides))
        for number, table in hall.tables.items()
    )
    here = sum(person.here for person in hall.persons.values())
    told = _("{months} months, {tables} tables")
    note = told.format(months=first.match.book.months, tables=len(hall.tables))
    return LobbyOnWall(scenario.title, note, here, sides, rows)


def clock_for(hall: Hall) -> str:
    """Return what the clock of a class runs for."""
    going = hall.playing
    if hall.state is not HallState.PLAY or not going:
        return ""
    if all(table.paused for table in going):
        return _("paused")
    states = {table.state for table in going}
    if TableState.OPEN in states:
        return _("to seal")
    return _("news") if TableState.NEWS in states else _("reveal")


def state_told(table: Table) -> str:
    """Return what holds a table up, in a word or two; empty while sheets are written."""
    if table.state is TableState.OVER:
        return _("the game is over")
    if table.state is TableState.STUCK:
        return _("stands still")
    if table.paused:
        return _("paused")
    told = {TableState.NEWS: _("reads the news"), TableState.REVEAL: _("sheets lie open")}
    return told.get(table.state, "")


def newest(feed: Sequence[FeedLine]) -> FeedLine | None:
    """Return the line of a feed that a class looks for: what a side did last, else the last news."""
    acts = [line for line in feed if line.mark.shape != "triangle"]
    found = acts or feed
    return found[-1] if found else None


def _public(seen: Glimpse) -> tuple[FeedLine, ...]:
    return tuple(line for line in present_feed(seen, seen.month) if not line.private)


def _shared(feeds: Iterable[Sequence[FeedLine]]) -> str:
    """Return the last headline that stands in every feed, where there are several; empty for none."""
    read = [[line.headline for line in feed] for feed in feeds]
    everywhere = [each for each in read[0] if all(each in others for others in read[1:])]
    return everywhere[-1] if everywhere and len(read) > 1 else ""


def _table(table: Table, seen: Glimpse, feed: Sequence[FeedLine], shared: str, count: int) -> TableOnWall:
    scenario = seen.book.scenario
    change = change_in(seen, gauge_track(scenario), seen.month - 1)
    gauge = present_gauge(seen)
    before = None if change is None else gauge.reading - change
    own = [line for line in feed if line.headline != shared]
    told = [told.kind for told in seen.happenings]
    last = newest(own or feed)
    shown = _newest_first(own or list(feed), LINES[count]) if count in LINES else (last,) * bool(last)
    return TableOnWall(
        number=table.number,
        seats=tuple(_sealed(seen, side) for side in scenario.sides),
        tower=tower_of(present_gauge(seen, before)),
        change=_moved(change),
        crossed=told.count(HappeningKind.CROSSING),
        signed=told.count(HappeningKind.AGREEMENT),
        headlines=tuple((_lettered(seen, line.mark), line.headline) for line in shown if line is not None),
        standing=present_standing(seen)[: 6 if count == 1 else 0],
        state=state_told(table),
    )


def _lettered(seen: Glimpse, sign: Mark) -> Mark:
    """Return a sign with its side's letter in place of a number, as nothing is numbered on the wall."""
    scenario = seen.book.scenario
    sides = (side_mark(scenario, side) for side in scenario.sides)
    return next((mark for mark in sides if mark.shape == sign.shape), Mark(sign.shape))


def _newest_first(feed: Sequence[FeedLine], most: int) -> tuple[FeedLine, ...]:
    """Return what sides did before what merely happened, so much of it as has room."""
    acts = [line for line in feed if line.mark.shape != "triangle"]
    return (*acts, *(line for line in feed if line not in acts))[:most]


def _moved(change: int | None) -> str:
    if not change:
        return "" if change is None else _("same")
    return (_("up {n}") if change > 0 else _("down {n}")).format(n=abs(change))


def _sealed(seen: Glimpse, side: str) -> Seat:
    scenario = seen.book.scenario
    sealed = seen.seats[side] != HUMAN or side not in seen.waiting
    return Seat(side_mark(scenario, side, filled=sealed), scenario.sides[side].label)


def _seated(hall: Hall, table: Table, side: str, names: Mapping[str, str], language: str) -> Seat:
    scenario = table.told(language).book.scenario
    team = ", ".join(names.get(person.id, person.id) for person in hall.team(table.number, side))
    computer = table.match.seats[side] != HUMAN
    mark = side_mark(scenario, side, filled=bool(team) or computer)
    return Seat(mark, scenario.sides[side].label, team, computer)


def _layout(count: int) -> str:
    if count == 1:
        return "alone"
    return "large" if count <= LARGE else "columns" if count <= COLUMNS else "rows"
