"""A table with all eyes: sheets as they lie, readings, messages, people; for the facilitator alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.classroom.hall import Hall, Person, Table
from game.classroom.people_acts import Said
from game.match.match import Match
from game.match.seats import HUMAN
from game.presenters.content import Mark, TrackContent
from game.presenters.feed import present_feed
from game.presenters.naming import month_name, month_word, side_mark
from game.presenters.posts import posts
from game.presenters.tracks import present_home
from game.presenters.words import _
from game.rules.index import HOLD


@dataclass(frozen=True)
class Sitting:
    """Somebody in a seat."""

    id: str
    name: str
    posts: str
    muted: bool
    signed: bool


@dataclass(frozen=True)
class SideOpen:
    """One side of a table, all of it."""

    side: str
    label: str
    mark: Mark
    sealed: bool
    computer: bool
    locked: bool
    sheet: tuple[tuple[str, str], ...]
    """Line and card."""
    people: tuple[Sitting, ...]
    home: tuple[TrackContent, ...]


@dataclass(frozen=True)
class Message:
    """What one side wrote to another."""

    month: str
    route: str
    text: str
    star: str
    """What a star on it is called."""


@dataclass(frozen=True)
class TableOpen:
    """A table with all eyes."""

    number: int
    month: str
    sides: tuple[SideOpen, ...]
    messages: tuple[Message, ...]
    """The newest first."""
    feed: tuple[tuple[Mark, str, str], ...]
    """Sign, headline, and what a star on it is called."""
    back: tuple[tuple[int, str], ...]
    others: tuple[tuple[str, str], ...]
    """Every seat of the class, by table and side, for moving somebody there."""
    paused: bool
    over: bool


def table_open(hall: Hall, number: int, names: Mapping[str, str], language: str) -> TableOpen:
    """Return a table with all eyes."""
    table = hall.tables[number]
    match = table.told(language)
    scenario, last = match.book.scenario, min(match.month, match.book.months)
    feed = tuple(
        (line.mark, line.headline, f"{last}: {line.headline}")
        for line in present_feed(match.glimpse(None), match.month)
    )
    where = _("Table {n}")
    return TableOpen(
        number=number,
        month=month_name(match.date_of(last)),
        sides=tuple(_side(hall, table, match, side, names) for side in scenario.sides),
        messages=_messages(table, match),
        feed=feed,
        back=tuple((n, month_word(match.date_of(n))) for n in range(last, 0, -1)),
        others=tuple(
            (f"{n}.{side}", f"{where.format(n=n)}, {noun.label}")
            for n in hall.tables
            for side, noun in scenario.sides.items()
        ),
        paused=table.paused,
        over=match.over,
    )


def _side(hall: Hall, table: Table, match: Match, side: str, names: Mapping[str, str]) -> SideOpen:
    scenario, hand = match.book.scenario, match.hands.get(side)
    sheet = hand.sheet if hand else {}
    lines = []
    for slot, noun in scenario.slots.items():
        card = sheet[slot].card if slot in sheet else HOLD
        lines.append((noun.title, scenario.cards[card].title if card in scenario.cards else _("Hold")))
    signed = table.signed.get(side, ())
    return SideOpen(
        side=side,
        label=scenario.sides[side].label,
        mark=side_mark(scenario, side, filled=hand is None or hand.sealed),
        sealed=hand is not None and hand.sealed,
        computer=match.seats[side] != HUMAN,
        locked=side in table.locked,
        sheet=tuple(lines),
        people=tuple(_sitting(match, person, names, signed) for person in hall.team(table.number, side)),
        home=present_home(match.glimpse(side)),
    )


def _sitting(match: Match, person: Person, names: Mapping[str, str], signed: tuple[str, ...]) -> Sitting:
    titles = posts(match.book.scenario, person.side)
    held = ", ".join(titles[post].title for post in person.posts if post < len(titles))
    return Sitting(person.id, names.get(person.id, person.id), held, person.muted, person.id in signed)


def _messages(table: Table, match: Match) -> tuple[Message, ...]:
    sides, found = match.book.scenario.sides, []
    for by in reversed(table.said):
        if not isinstance(by.act, Said):
            continue
        to = sides[by.act.to].label if by.act.to in sides else _("everybody")
        route = f"{sides[by.side].label} → {to}"
        month = month_word(match.date_of(max(1, min(by.month, match.book.months))))
        found.append(Message(month, route, by.act.text, f"{by.month}: {route}: {by.act.text}"[:200]))
    return tuple(found)
