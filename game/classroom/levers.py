"""Levers: why a lever cannot be pulled, and what it does to the hall."""

from dataclasses import replace

from game.classroom.denials import Denial, Denied, denied
from game.classroom.events import Stamped
from game.classroom.granting import granted, kept, shown_to_team, unsigned
from game.classroom.hall import Hall, Person, Table
from game.classroom.lever_acts import (
    CodeRotated,
    Extended,
    Frozen,
    Muted,
    Paused,
    Relocated,
    Resumed,
    SeatFilled,
    SeatLocked,
    Starred,
    SteppedBack,
)
from game.classroom.states import HallState, TableState
from game.match.draft import BLANK
from game.match.match import Match
from game.match.replay import stepped_back
from game.match.seats import HUMAN, seated
from game.match.trouble import Trouble
from game.presenters.words import _

HARD = "hard"
"""The computer player that practises, for longer than a class that waits would bear."""


@denied.register
def _fill(act: SeatFilled, hall: Hall, by: Stamped) -> Denied | None:
    table = hall.tables.get(by.table)
    if table is None or by.side not in table.match.book.index.sides:
        return Denied(Denial.PLACE, _("There is no such seat."))
    if act.player.partition(":")[0] == HARD and hall.state is not HallState.LOBBY:
        return Denied(Denial.SHUT, _("This player practises first: choose it before the lesson begins."))
    found = seated(table.match.book, {by.side: act.player})
    if isinstance(found, Trouble):
        return Denied(Denial.PLACE, found.sentence)
    others = [side for side, name in table.match.seats.items() if side != by.side and name == HUMAN]
    if act.player != HUMAN and not others:
        return Denied(Denial.SHUT, _("At least one seat of a table is filled by people."))
    return None


@denied.register
def _not_back(act: SteppedBack, hall: Hall, by: Stamped) -> Denied | None:
    table = hall.tables.get(by.table)
    if table is None or hall.state is not HallState.PLAY or act.to > len(table.openings) + 1:
        return Denied(Denial.SHUT, _("This table has played no such month."))
    return None


@denied.register
def _mute(act: Muted, hall: Hall, by: Stamped) -> Denied | None:
    return None if act.who in hall.persons else Denied(Denial.PLACE, _("There is nobody of that name here."))


@denied.register
def _move(act: Relocated, hall: Hall, by: Stamped) -> Denied | None:
    table = hall.tables.get(by.table)
    if act.who in hall.persons and table is not None and by.side in table.match.book.index.sides:
        return None
    return Denied(Denial.PLACE, _("There is nobody of that name here, or no such seat."))


@granted.register
def _starred(act: Starred, hall: Hall, by: Stamped) -> Hall:
    return replace(hall, stars=(*hall.stars, by))


@granted.register
def _paused(act: Paused, hall: Hall, by: Stamped) -> Hall:
    return hall.with_tables(replace(table, paused=True).shown() for table in _meant(hall, by))


@granted.register
def _resumed(act: Resumed, hall: Hall, by: Stamped) -> Hall:
    return hall.with_tables(replace(table, paused=False).shown() for table in _meant(hall, by))


@granted.register
def _extended(act: Extended, hall: Hall, by: Stamped) -> Hall:
    return hall.with_tables(table.shown() for table in _meant(hall, by))


@granted.register
def _back(act: SteppedBack, hall: Hall, by: Stamped) -> Hall:
    """Return the hall with a table as a month opened, its sheets empty, in the seats that are filled now."""
    table = hall.tables[by.table]
    then = (*table.openings, table.tellings)[act.to - 1]
    tellings = {told: _as_opened(match, table.match) for told, match in then.items()}
    after = replace(
        table,
        tellings=tellings,
        openings=table.openings[: act.to - 1],
        state=TableState.NEWS,
        branch=table.branch + 1,
        signed={},
        laid={},
        trouble="",
    )
    return hall.with_tables([after.shown()])


@granted.register
def _frozen(act: Frozen, hall: Hall, by: Stamped) -> Hall:
    return hall.with_tables(replace(table, frozen=act.on).shown() for table in _meant(hall, by))


@granted.register
def _muted(act: Muted, hall: Hall, by: Stamped) -> Hall:
    person = replace(hall.persons[act.who], muted=act.on)
    return shown_to_team(hall.with_person(person), by.model_copy(update=_at(person)))


@granted.register
def _moved(act: Relocated, hall: Hall, by: Stamped) -> Hall:
    person = hall.persons[act.who]
    hall = shown_to_team(hall, by.model_copy(update=_at(person)))
    return shown_to_team(hall.with_person(replace(person, table=by.table, side=by.side, posts=())), by)


@granted.register
def _filled(act: SeatFilled, hall: Hall, by: Stamped) -> Hall:
    table = hall.tables[by.table]
    tellings = {
        told: match.with_seats({**match.seats, by.side: act.player}) for told, match in table.tellings.items()
    }
    return hall.with_tables([unsigned(replace(table, tellings=tellings), by.side).shown()])


@granted.register
def _locked(act: SeatLocked, hall: Hall, by: Stamped) -> Hall:
    table = hall.tables[by.table]
    locked = table.locked | {by.side} if act.on else table.locked - {by.side}
    return hall.with_tables([replace(table, locked=locked)])


@granted.register
def _rotated(act: CodeRotated, hall: Hall, by: Stamped) -> Hall:
    return hall


def _meant(hall: Hall, by: Stamped) -> tuple[Table, ...]:
    """Return the table of the stamp, or all."""
    return (hall.tables[by.table],) if by.table else tuple(hall.tables.values())


def _at(person: Person) -> dict[str, object]:
    return {"table": person.table, "side": person.side}


def _as_opened(match: Match, now: Match) -> Match:
    """Return a game as its month opened: nothing laid or brought in, steered and its seats filled as now."""
    if any(inject.month == match.month for inject in match.injects):
        match = kept(stepped_back(match, match.month))
    match = replace(match, fixed=now.fixed).with_seats(now.seats)
    return match.with_hands(dict.fromkeys(match.hands, BLANK))
