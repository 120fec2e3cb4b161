"""The console: all tables in a row each, what asks for the facilitator, and the levers; no sheet is told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.classroom.hall import Hall, Table
from game.classroom.sights.plan import PlanBar, plan_bar
from game.classroom.sights.tower import Tower, tower_of
from game.classroom.sights.wall import clock_for, newest, state_told
from game.classroom.states import HallState, TableState
from game.match.glimpse import Glimpse
from game.match.match import Match
from game.match.naming import signed
from game.match.steering import month_of
from game.model.teaching import LessonPlan
from game.presenters.content import Mark
from game.presenters.feed import present_feed
from game.presenters.naming import month_name, month_word, side_mark, track_name
from game.presenters.tracks import present_gauge
from game.presenters.words import _, many

WRONG = 5
"""Wrong codes within a minute that the facilitator is told of."""


@dataclass(frozen=True)
class Watch:
    """What the console is made of."""

    hall: Hall
    language: str
    plan: LessonPlan | None
    minute: int
    """The minute of the lesson, -1 before it began."""
    phones: Mapping[str, int]
    """How many pages each person has open."""
    names: Mapping[str, str]
    wrong_codes: int
    trouble: str
    """Why nothing can be kept, if so."""


@dataclass(frozen=True)
class SeatAtDesk:
    """A seat in words."""

    side: str
    mark: Mark
    words: str
    """Sealed, or how many lines lie there."""
    detail: str
    """Phones, or whom it is played by."""
    asks: bool
    """Whether nobody plays it."""


@dataclass(frozen=True)
class TableAtDesk:
    """A table in a row."""

    number: int
    month: str
    state: str
    paused: bool
    seats: tuple[SeatAtDesk, ...]
    tower: Tower
    newest: str


@dataclass(frozen=True)
class Notice:
    """Something that the facilitator should know, and the levers that mend it."""

    icon: str
    title: str
    text: str
    levers: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = ()
    """Lever, words and fields."""
    link: tuple[str, str] | None = None
    """Where more is told, and its words."""


@dataclass(frozen=True)
class Ready:
    """News that can be brought in: what it says and what it moves."""

    id: str
    title: str
    text: str
    moves: str
    used: str
    """At which tables it has been brought in already, in words."""


@dataclass(frozen=True)
class ForkAhead:
    """An event to come that can go several ways."""

    event: str
    title: str
    month: str
    ways: tuple[tuple[str, str, bool], ...]
    """Branch, words, and whether it is the way now; an empty branch leaves it to luck."""


@dataclass(frozen=True)
class Console:
    """The console."""

    title: str
    state: HallState
    month: str
    clock_for: str
    paused: bool
    """Whether every table that plays stands still."""
    frozen: bool
    practising: bool
    sides: tuple[str, ...]
    tables: tuple[TableAtDesk, ...]
    notices: tuple[Notice, ...]
    plan: PlanBar | None
    ready: tuple[Ready, ...]
    forks: tuple[ForkAhead, ...]
    back: tuple[tuple[int, str], ...]
    """Months that can be stepped back to."""
    skips: str
    """What can be skipped now, in words; empty for nothing."""
    stars: int


def console(watch: Watch) -> Console:
    """Return the console of a class."""
    hall = watch.hall
    first = next(iter(hall.tables.values())).told(watch.language)
    scenario, going = first.book.scenario, hall.playing
    month = min((table.month for table in going), default=first.month)
    farthest = max(table.month for table in hall.tables.values())
    months = tuple(month_word(first.date_of(n)) for n in range(1, first.book.months + 1))
    states = {table.state for table in going}
    return Console(
        title=scenario.title,
        state=hall.state,
        month=month_name(first.date_of(min(month, first.book.months))),
        clock_for=clock_for(hall),
        paused=bool(going) and all(table.paused for table in going),
        frozen=all(table.frozen for table in hall.tables.values()),
        practising=hall.practising,
        sides=tuple(side.label for side in scenario.sides.values()),
        tables=tuple(_row(watch, table) for table in hall.tables.values()),
        notices=tuple(_notices(watch)),
        plan=plan_bar(watch.plan, hall.state, month, months, watch.minute),
        ready=tuple(_ready(watch, first)),
        forks=tuple(forks_ahead(first, month)),
        back=tuple((n, months[n - 1]) for n in range(min(farthest, first.book.months), 0, -1)),
        skips=_("Skip the reveal")
        if TableState.REVEAL in states
        else _("Skip the news") * (TableState.NEWS in states),
        stars=len(hall.stars),
    )


def forks_ahead(match: Match, month: int) -> Iterator[ForkAhead]:
    """Yield the events after a *month* that can go several ways."""
    for name, event in match.book.scenario.calendar.items():
        due = month_of(match, name)
        if not event.branches or due <= month or due > match.book.months:
            continue
        fixed = match.fixed.get(name, "")
        ways = tuple((branch, way.title, branch == fixed) for branch, way in event.branches.items())
        luck = ("", _("luck decides"), not fixed)
        yield ForkAhead(name, event.title, month_word(match.date_of(due)), (luck, *ways))


def _row(watch: Watch, table: Table) -> TableAtDesk:
    seen = table.glimpse(None, watch.language)
    line = newest([each for each in present_feed(seen, seen.month) if not each.private])
    return TableAtDesk(
        number=table.number,
        month=month_word(seen.date_of(min(seen.month, seen.book.months))),
        state=state_told(table) if watch.hall.state is HallState.PLAY else "",
        paused=table.paused,
        seats=tuple(_seat(watch, table, seen, side) for side in seen.book.scenario.sides),
        tower=tower_of(present_gauge(seen)),
        newest=line.headline if line else "",
    )


def _seat(watch: Watch, table: Table, seen: Glimpse, side: str) -> SeatAtDesk:
    hand = table.match.hands.get(side)
    sealed = hand is None or hand.sealed
    team = watch.hall.team(table.number, side)
    phones = sum(min(1, watch.phones.get(person.id, 0)) for person in team)
    lines, slots = len(hand.sheet) if hand else 0, len(seen.book.index.slots)
    if hand is None:
        detail = _("computer plays")
    elif not team:
        detail = _("nobody here")
    else:
        detail = many("{n} of {all} phones", "{n} of {all} phones", len(team)).format(n=phones, all=len(team))
    return SeatAtDesk(
        side=side,
        mark=side_mark(seen.book.scenario, side, filled=sealed),
        words=_("Sealed") if sealed else _("{n} of {all} lines").format(n=lines, all=slots),
        detail=detail,
        asks=hand is not None and not (team and phones),
    )


def _notices(watch: Watch) -> Iterator[Notice]:
    """Yield what asks for the facilitator, the gravest first."""
    if watch.trouble:
        text = _("Nothing can be kept: free some space on the disk. What phones send meanwhile is refused.")
        yield Notice("circle-alert", _("The disk is full"), text)
    for table in watch.hall.tables.values():
        yield from _of_table(watch, table)
    if watch.wrong_codes >= WRONG:
        text = _("{n} times within a minute. No code has O, I, L, 0, 1, 7, 8 or 9.").format(
            n=watch.wrong_codes
        )
        yield Notice("ticket", _("Wrong codes"), text, link=("/desk/codes", _("Show the codes")))


def _of_table(watch: Watch, table: Table) -> Iterator[Notice]:
    number, where = str(table.number), _("Table {n}").format(n=table.number)
    if table.state is TableState.STUCK:
        text = _("Its month could not be played. The others go on. Step back, or take its save along.")
        back = (("table", number), ("to", str(table.month)))
        yield Notice(
            "circle-alert", _("{table} stands still").format(table=where), text,
            (("back", _("Step back"), back),),
        )  # fmt: skip
    if watch.hall.state is not HallState.PLAY:
        return
    for side, hand in table.match.hands.items():
        if not watch.hall.team(table.number, side) and table.state is not TableState.OVER:
            label = table.told(watch.language).book.scenario.sides[side].label
            text = _("The sheet as it lies is sealed when the time is up.")
            fields = (("table", number), ("side", side), ("player", "persona"))
            title = _("{table}, {side}: nobody here").format(table=where, side=label)
            yield Notice(
                "user-x", title, text * (not hand.sealed), (("player", _("Computer plays"), fields),)
            )


def _ready(watch: Watch, match: Match) -> Iterator[Ready]:
    """Yield the news that can be brought in, with a preview of what it moves."""
    for name, inject in match.book.scenario.injects.items():
        moves = " · ".join(
            f"{track_name(match.book.scenario, track, None)} "
            + (signed(amount.constant) if amount.constant is not None else amount.text)
            for track, amount in inject.effects.items()
        )
        tables = [str(n) for n, table in watch.hall.tables.items() if _has(table, name)]
        used = _("brought in at table {tables}").format(tables=", ".join(tables)) if tables else ""
        yield Ready(name, inject.title, inject.text, moves, used)


def _has(table: Table, name: str) -> bool:
    return any(inject.id == name for inject in table.match.injects)
