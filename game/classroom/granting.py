"""Granted: what an act does to the hall; applying the log from its start gives the hall as it is."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache, singledispatch

from pydantic import TypeAdapter

from game.classroom.events import Stamped
from game.classroom.hall import ONE_SIGNATURE, Hall, Person, Table
from game.classroom.people_acts import (
    EVERYONE,
    Answered,
    Departed,
    Guessed,
    Noted,
    PostTaken,
    Renamed,
    Said,
    Seated,
    Spoken,
)
from game.classroom.play_acts import (
    Adjudicated,
    HallReached,
    Jammed,
    Laid,
    Shut,
    Signed,
    TableReached,
    Undone,
    Unsealed,
)
from game.classroom.states import TableState
from game.match.match import Match
from game.rules.legality import Refusal
from game.rules.sheets import Sheet

SHEETS: TypeAdapter[Mapping[str, Sheet]] = TypeAdapter(Mapping[str, Sheet])
"""Reads and writes the sheets of a month."""


def applied(hall: Hall, by: Stamped) -> Hall:
    """Return the hall after an act that was granted."""
    return granted(by.act, hall, by)


@singledispatch
def granted(act: object, hall: Hall, by: Stamped) -> Hall:
    """Return the hall after an act of this kind; one that nobody wrote down is a programmer's mistake."""
    raise TypeError(f"nothing says what {type(act).__name__} does to a hall")


@granted.register
def _seated(act: Seated, hall: Hall, by: Stamped) -> Hall:
    return shown_to_team(hall.with_person(Person(by.person, by.table, by.side, act.language)), by)


@granted.register
def _departed(act: Departed, hall: Hall, by: Stamped) -> Hall:
    person = replace(hall.persons[by.person], here=False, posts=())
    return shown_to_team(hall.with_person(person), by)


@granted.register
def _spoken(act: Spoken, hall: Hall, by: Stamped) -> Hall:
    return shown_to_team(hall.with_person(replace(hall.persons[by.person], language=act.language)), by)


@granted.register
def _renamed(act: Renamed, hall: Hall, by: Stamped) -> Hall:
    return shown_to_team(hall, by)


@granted.register
def _post(act: PostTaken, hall: Hall, by: Stamped) -> Hall:
    for mate in hall.team(by.table, by.side):
        posts = tuple(post for post in mate.posts if post != act.post)
        taken = (*posts, act.post) if mate.id == by.person else posts
        hall = hall.with_person(replace(mate, posts=taken))
    return shown_to_team(hall, by)


@granted.register
def _lay(act: Laid, hall: Hall, by: Stamped) -> Hall:
    table = hall.tables[by.table]
    tellings = {told: kept(match.lay(by.side, act.slot, act.order)) for told, match in table.tellings.items()}
    laid = {**table.laid, (by.side, act.slot): by}
    return hall.with_tables([unsigned(replace(table, tellings=tellings, laid=laid), by.side).shown(by.side)])


@granted.register
def _undo(act: Undone, hall: Hall, by: Stamped) -> Hall:
    return hall.with_tables([_opened(hall.tables[by.table], by.side)])


@granted.register
def _unseal(act: Unsealed, hall: Hall, by: Stamped) -> Hall:
    table = hall.tables[by.table]
    if table.match.hands[by.side].sealed:
        return hall.with_tables([_opened(table, by.side)])
    return hall.with_tables([unsigned(table, by.side).shown(by.side)])


@granted.register
def _sign(act: Signed, hall: Hall, by: Stamped) -> Hall:
    """Return the hall with a signature more; the sheet is sealed once no needed one is missing."""
    table = hall.tables[by.table]
    signed = tuple(dict.fromkeys((*table.signed.get(by.side, ()), by.person)))
    table = replace(table, signed={**table.signed, by.side: signed})
    needed = {person.id for person in hall.signers(by.table, by.side)}
    if needed - set(signed) and act.left > ONE_SIGNATURE:
        return hall.with_tables([table.shown(by.side)])
    return hall.with_tables([replace(table, tellings=_sealed(table, by.side)).shown()])


@granted.register
def _shut(act: Shut, hall: Hall, by: Stamped) -> Hall:
    table = hall.tables[by.table]
    for side in table.match.waiting:
        table = replace(table, tellings=_sealed(table, side))
    return hall.with_tables([table.shown()])


@granted.register
def _adjudicated(act: Adjudicated, hall: Hall, by: Stamped) -> Hall:
    """Return the hall a month of one table later; by another digest than was kept, it stands still."""
    table = hall.tables[by.table]
    sheets = SHEETS.dump_json(act.sheets)
    tellings = {told: played(match, sheets) for told, match in table.tellings.items()}
    if {match.months[-1].digest for match in tellings.values()} != {act.digest}:
        return hall.with_tables([replace(table, state=TableState.STUCK, trouble="digest").shown()])
    after = replace(
        table,
        tellings=tellings,
        openings=(*table.openings, table.tellings),
        state=TableState.OVER if next(iter(tellings.values())).over else TableState.REVEAL,
        signed={},
        laid={},
    )
    return hall.with_tables([after.shown()])


@granted.register
def _jammed(act: Jammed, hall: Hall, by: Stamped) -> Hall:
    table = hall.tables[by.table]
    return hall.with_tables([replace(table, state=TableState.STUCK, trouble=act.why).shown()])


@granted.register
def _reached(act: TableReached, hall: Hall, by: Stamped) -> Hall:
    return hall.with_tables([replace(hall.tables[by.table], state=act.state).shown()])


@granted.register
def _part(act: HallReached, hall: Hall, by: Stamped) -> Hall:
    return replace(hall, state=act.state, public=hall.public + 1)


@granted.register
def _said(act: Said, hall: Hall, by: Stamped) -> Hall:
    table = hall.tables[by.table]
    table = replace(table, said=(*table.said, by))
    return hall.with_tables([table.shown() if act.to == EVERYONE else table.shown(by.side, act.to)])


@granted.register
def _guessed(act: Guessed, hall: Hall, by: Stamped) -> Hall:
    table = hall.tables[by.table]
    return hall.with_tables([replace(table, guesses=(*table.guesses, by)).shown(by.side)])


@granted.register
def _noted(act: Noted, hall: Hall, by: Stamped) -> Hall:
    table = hall.tables[by.table]
    return hall.with_tables([replace(table, noted=(*table.noted, by)).shown(by.side)])


@granted.register
def _answered(act: Answered, hall: Hall, by: Stamped) -> Hall:
    answers = {**hall.answers, by.person: (*hall.answers.get(by.person, ()), by)}
    return shown_to_team(replace(hall, answers=answers), by)


@lru_cache(maxsize=64)
def played(match: Match, sheets: bytes) -> Match:
    """Return a match a month later, played with these sheets: once, for who decides and who applies."""
    return match.played(SHEETS.validate_json(sheets))


def kept(found: Match | Refusal) -> Match:
    """Return what an act that was granted makes of a game; a refusal then is a programmer's mistake."""
    if isinstance(found, Refusal):
        raise TypeError(found.sentence)
    return found


def _sealed(table: Table, side: str) -> Mapping[str, Match]:
    return {told: kept(match.seal(side)) for told, match in table.tellings.items()}


def _opened(table: Table, side: str) -> Table:
    """Return a table with a side's last change taken back; all see when a sealed sheet is opened again."""
    was = table.match.hands[side].sealed
    tellings = {told: kept(match.undo(side)) for told, match in table.tellings.items()}
    table = unsigned(replace(table, tellings=tellings), side)
    return table.shown() if was else table.shown(side)


def unsigned(table: Table, side: str) -> Table:
    """Return a table on which a side’s sheet has no signature any more."""
    return replace(table, signed={each: who for each, who in table.signed.items() if each != side})


def shown_to_team(hall: Hall, by: Stamped) -> Hall:
    """Return the hall after something changed that a seat's team sees."""
    return hall.with_tables([hall.tables[by.table].shown(by.side)]) if by.table else hall
