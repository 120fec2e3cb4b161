"""Steering: levers that change what a game meets, who plays it from where, and whether it counts."""

from dataclasses import replace

from game.classroom.denials import Denial, Denied, denied, refused
from game.classroom.events import Stamped
from game.classroom.granting import granted, kept, unsigned
from game.classroom.hall import Hall, Person, Table
from game.classroom.lever_acts import BranchFixed, Injected, Practised, Rotated, TableEnded
from game.classroom.states import HallState, TableState
from game.match.draft import BLANK
from game.match.match import Match
from game.match.replay import stepped_back
from game.match.steering import with_branch, with_inject
from game.presenters.words import _


@denied.register
def _not_in(act: Injected, hall: Hall, by: Stamped) -> Denied | None:
    table = _going_on(hall, by)
    return table if isinstance(table, Denied) else refused(with_inject(table.match, act.id))


@denied.register
def _not_fixed(act: BranchFixed, hall: Hall, by: Stamped) -> Denied | None:
    table = hall.tables.get(by.table)
    if table is None:
        return Denied(Denial.PLACE, _("There is no such table."))
    return refused(with_branch(table.match, act.event, act.branch))


@denied.register
def _not_ended(act: TableEnded, hall: Hall, by: Stamped) -> Denied | None:
    table = _going_on(hall, by)
    return table if isinstance(table, Denied) else None


@denied.register
def _not_practised(act: Practised, hall: Hall, by: Stamped) -> Denied | None:
    waiting = hall.state in (HallState.LOBBY, HallState.BRIEF)
    if waiting if act.on else hall.practising:
        return None
    return Denied(Denial.SHUT, _("Practice comes before the game, and ends once."))


@granted.register
def _injected(act: Injected, hall: Hall, by: Stamped) -> Hall:
    """Return the hall after news was brought in; a sheet that it opened needs its signatures again."""
    table = hall.tables[by.table]
    tellings = {told: kept(with_inject(match, act.id)) for told, match in table.tellings.items()}
    after = replace(table, tellings=tellings)
    for side, hand in table.match.hands.items():
        if hand != after.match.hands[side]:
            after = unsigned(after, side)
    return hall.with_tables([after.shown()])


@granted.register
def _fixed(act: BranchFixed, hall: Hall, by: Stamped) -> Hall:
    """Return the hall after an event was told how to go; nobody at the table sees that."""
    table = hall.tables[by.table]
    tellings = {
        told: kept(with_branch(match, act.event, act.branch)) for told, match in table.tellings.items()
    }
    return hall.with_tables([replace(table, tellings=tellings)])


@granted.register
def _ended(act: TableEnded, hall: Hall, by: Stamped) -> Hall:
    return hall.with_tables([replace(hall.tables[by.table], state=TableState.OVER).shown()])


@granted.register
def _rotated(act: Rotated, hall: Hall, by: Stamped) -> Hall:
    """Return the hall after posts, or whole teams, went round; open sheets need their signatures again."""
    meant = (by.table,) if by.table else tuple(hall.tables)
    for number in meant:
        turn = _posts_turned if act.what == "posts" else _seats_turned
        for person in turn(hall, number, -1 if act.back else 1):
            hall = hall.with_person(person)
        table = replace(hall.tables[number], signed={})
        hall = hall.with_tables([table.shown()])
    return hall


@granted.register
def _practised(act: Practised, hall: Hall, by: Stamped) -> Hall:
    if act.on:
        return replace(hall, state=HallState.PLAY, practising=True, public=hall.public + 1)
    tables = [_blank(table) for table in hall.tables.values()]
    after = replace(hall, state=HallState.BRIEF, practising=False, stars=(), public=hall.public + 1)
    return after.with_tables(tables)


def _blank(table: Table) -> Table:
    """Return a table as it stood before its first month, but for who sits in its seats."""
    tellings = {told: _first(match) for told, match in table.tellings.items()}
    return Table(
        table.number,
        tellings,
        branch=table.branch + 1,
        locked=table.locked,
        public=table.public + 1,
        private=table.private,
    )


def _first(match: Match) -> Match:
    first = replace(kept(stepped_back(match, 1)), fixed={})
    return first.with_hands(dict.fromkeys(first.hands, BLANK))


def _posts_turned(hall: Hall, table: int, by: int) -> list[Person]:
    """Return everybody of a table, each with the posts of the one before in the same team."""
    turned = []
    for side in hall.tables[table].match.book.index.sides:
        team = hall.team(table, side)
        turned += [replace(person, posts=team[(n - by) % len(team)].posts) for n, person in enumerate(team)]
    return turned


def _seats_turned(hall: Hall, table: int, by: int) -> list[Person]:
    """Return everybody of a table one seat further, each with the same place among the posts."""
    sides = list(hall.tables[table].match.book.index.sides)
    onward = {side: sides[(n + by) % len(sides)] for n, side in enumerate(sides)}
    people = [person for person in hall.persons.values() if person.table == table and person.here]
    return [replace(person, side=onward[person.side]) for person in people]


def _going_on(hall: Hall, by: Stamped) -> Table | Denied:
    """Return the table of the stamp, if its game goes on."""
    table = hall.tables.get(by.table)
    if table is None or hall.state is not HallState.PLAY:
        return Denied(Denial.SHUT, _("No game goes on there."))
    if table.state in (TableState.OVER, TableState.STUCK):
        return Denied(Denial.SHUT, _("No game goes on there."))
    return table
