"""Denials: why an act is not granted, as a value with a sentence for whoever asked."""

from dataclasses import dataclass
from enum import StrEnum
from functools import singledispatch

from game.classroom.events import Stamped
from game.classroom.hall import Hall, Person, Table
from game.classroom.people_acts import EVERYONE, Answered, Guessed, PostTaken, Said, Seated
from game.classroom.play_acts import HallReached, Laid, Shut, Signed, TableReached, Undone, Unsealed
from game.classroom.states import HallState, TableState
from game.match.match import Match
from game.model.scenario import Scenario
from game.presenters.posts import posts
from game.presenters.words import _
from game.rules.legality import Refusal


class Denial(StrEnum):
    """The kind of reason why an act is not granted."""

    LATE = "late"
    """The month it was meant for is over, or has been stepped back from."""

    SHUT = "shut"
    """Nothing can be laid or said now."""

    RULES = "rules"
    """The rules of the game do not allow it."""

    POST = "post"
    """Another post of the team does this."""

    PLACE = "place"
    """There is no such place, person or word here."""

    MUTED = "muted"
    """Nothing is taken from this phone."""

    DISK = "disk"
    """It could not be kept."""


@dataclass(frozen=True)
class Denied:
    """An act that is not granted, and why."""

    reason: Denial
    """The kind of reason."""

    sentence: str
    """The reason in one sentence, in the language spoken here."""


def why_denied(hall: Hall, by: Stamped) -> Denied | None:
    """Return why an act is not granted; none if it is."""
    if by.table and by.table not in hall.tables:
        return Denied(Denial.PLACE, _("There is no such table."))
    person = hall.persons.get(by.person)
    if person and person.muted:
        return Denied(Denial.MUTED, _("Your teacher has asked this phone to read only."))
    if hall.state is HallState.CLOSED:
        return Denied(Denial.SHUT, _("Your teacher has closed the class."))
    return denied(by.act, hall, by)


@singledispatch
def denied(act: object, hall: Hall, by: Stamped) -> Denied | None:
    """Return why an act of this kind is not granted; kinds that say nothing here always are."""
    return None


@denied.register
def _lay(act: Laid, hall: Hall, by: Stamped) -> Denied | None:
    table, person = hall.tables[by.table], hall.persons.get(by.person)
    match = _telling(hall, by)
    shut = _shut(table, by)
    if shut or act.slot not in match.book.index.slots:
        return shut or Denied(Denial.PLACE, _("There is no such line on the sheet."))
    if person and not hall.may_lay(person, act.slot):
        title = match.book.scenario.slots[act.slot].title
        told = _("Another post of your team lays the line {line}. Take that post over if nobody is there.")
        return Denied(Denial.POST, told.format(line=title))
    return refused(match.lay(by.side, act.slot, act.order))


@denied.register
def _undo(act: Undone, hall: Hall, by: Stamped) -> Denied | None:
    table = hall.tables[by.table]
    return _shut(table, by) or refused(_telling(hall, by).undo(by.side))


@denied.register
def _sign(act: Signed, hall: Hall, by: Stamped) -> Denied | None:
    table = hall.tables[by.table]
    return _shut(table, by) or refused(_telling(hall, by).seal(by.side))


@denied.register
def _unseal(act: Unsealed, hall: Hall, by: Stamped) -> Denied | None:
    table = hall.tables[by.table]
    hand = table.match.hands.get(by.side)
    shut = _shut(table, by)
    if shut is None and not (hand and hand.sealed) and not table.signed.get(by.side):
        return Denied(Denial.SHUT, _("The sheet is open already."))
    return shut


@denied.register
def _say(act: Said, hall: Hall, by: Stamped) -> Denied | None:
    table = hall.tables[by.table]
    book = table.match.book
    if hall.state is not HallState.PLAY:
        return Denied(Denial.SHUT, _("Messages open with the first month."))
    if table.frozen:
        return Denied(Denial.SHUT, _("Your teacher has stopped the messages for now."))
    if act.to == by.side or act.to not in (*book.index.sides, EVERYONE):
        return Denied(Denial.PLACE, _("There is nobody of that name to write to."))
    ladders = book.scenario.bargain.ladders if book.scenario.bargain else {}
    within = all(name in ladders and level <= len(ladders[name].steps) for name, level in act.terms.items())
    promised = act.promise is None or act.promise.redline in _lines_in_sight(table.match, by.side)
    if not (within and promised):
        return Denied(Denial.PLACE, _("There is no such step or line in this game."))
    return None


@denied.register
def _guess(act: Guessed, hall: Hall, by: Stamped) -> Denied | None:
    table = hall.tables[by.table]
    sides = table.match.book.scenario.sides
    if hall.state is not HallState.PLAY or table.state is TableState.OVER:
        return Denied(Denial.SHUT, _("Guesses are taken while the game goes on."))
    if by.month != table.month or by.branch != table.branch:
        return _late(table)
    if act.about == by.side or act.about not in sides:
        return Denied(Denial.PLACE, _("There is no such side to guess at."))
    tracks = table.match.account(None).readings
    if act.track and act.track not in tracks:
        return Denied(Denial.PLACE, _("Nobody draws a line there."))
    if act.goal and act.goal not in open_goals(table.match.book.scenario, act.about):
        return Denied(Denial.PLACE, _("There is no such goal."))
    return None


@denied.register
def _answer(act: Answered, hall: Hall, by: Stamped) -> Denied | None:
    """Return why a question is not answered now: it is asked before the game, and again after it."""
    teaching = hall.tables[by.table].match.book.scenario.teaching
    quiz = teaching.quiz if teaching else ()
    if act.question >= len(quiz) or act.option >= len(quiz[act.question].options):
        return Denied(Denial.PLACE, _("There is no such question."))
    if act.when != quiz_open(hall.state):
        return Denied(Denial.SHUT, _("The questions are asked before the game and after it."))
    return None


@denied.register
def _seat(act: Seated, hall: Hall, by: Stamped) -> Denied | None:
    table = hall.tables.get(by.table)
    known = hall.persons.get(by.person)
    if table is None or by.side not in table.match.book.index.sides or (known and known.here):
        return Denied(Denial.PLACE, _("There is no such seat."))
    if by.side in table.locked:
        return Denied(Denial.SHUT, _("This seat takes nobody else in; ask your teacher."))
    return None


@denied.register
def _post(act: PostTaken, hall: Hall, by: Stamped) -> Denied | None:
    count = len(posts(hall.tables[by.table].match.book.scenario, by.side)) if by.table else 0
    return None if act.post < count else Denied(Denial.PLACE, _("There is no such post."))


@denied.register
def _close(act: Shut, hall: Hall, by: Stamped) -> Denied | None:
    table = hall.tables.get(by.table)
    if table is None or table.state is not TableState.OPEN or hall.state is not HallState.PLAY:
        return Denied(Denial.SHUT, _("No month is open at this table."))
    return _late(table) if (by.branch, by.month) != (table.branch, table.month) else None


@denied.register
def _reach(act: TableReached, hall: Hall, by: Stamped) -> Denied | None:
    table = hall.tables.get(by.table)
    over = table is None or table.state in (TableState.OVER, TableState.STUCK, act.state)
    if over or act.state not in (TableState.NEWS, TableState.OPEN):
        return Denied(Denial.SHUT, _("The table is there already, or cannot go there."))
    assert table is not None
    if table.state is TableState.OPEN or not hall.may_open(table):
        return Denied(Denial.SHUT, _("The table waits for the others."))
    return None


@denied.register
def _part(act: HallReached, hall: Hall, by: Stamped) -> Denied | None:
    states = list(HallState)
    back = states.index(act.state) <= states.index(hall.state)
    return Denied(Denial.SHUT, _("The lesson is there already.")) if back else None


def _shut(table: Table, by: Stamped) -> Denied | None:
    """Return why nothing can be changed on a table's sheets."""
    if (by.branch, by.month) != (table.branch, table.month):
        return _late(table)
    if table.paused:
        return Denied(Denial.SHUT, _("The game is paused; your teacher lets it go on."))
    told = {
        TableState.NEWS: _("Orders open when the news has been read."),
        TableState.REVEAL: _("The sheets lie open; the next month begins in a moment."),
        TableState.OVER: _("The game is over."),
        TableState.STUCK: _("This table stands still; your teacher is told."),
    }.get(table.state)
    return Denied(Denial.SHUT, told) if told else None


def _late(table: Table) -> Denied:
    return Denied(Denial.LATE, _("That month is over. Nothing was changed; look at what it is now."))


def refused(found: Match | Refusal) -> Denied | None:
    """Return why the rules do not allow what was tried; none if they do."""
    return Denied(Denial.RULES, found.sentence) if isinstance(found, Refusal) else None


def _telling(hall: Hall, by: Stamped) -> Match:
    """Return the game in the language of whoever asks."""
    table, person = hall.tables[by.table], hall.persons.get(by.person)
    return table.told(person.language) if isinstance(person, Person) else table.match


def _lines_in_sight(match: Match, side: str) -> tuple[str, ...]:
    return tuple(match.glimpse(side).lines)


def open_goals(scenario: Scenario, side: str) -> tuple[str, ...]:
    """Return the goals that a side has in every game, of which the others may guess."""
    return tuple(name for name, goal in scenario.sides[side].goals.items() if not goal.secret)


def quiz_open(state: HallState) -> str:
    """Return which answers of the quiz are taken now: before, after, or none."""
    return {HallState.LOBBY: "before", HallState.BRIEF: "before", HallState.DEBRIEF: "after"}.get(state, "")
