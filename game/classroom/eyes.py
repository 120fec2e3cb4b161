"""Eyes: all that a phone's pages are made of: a glimpse, the own team, and what was said to it.

A page gets nothing else, so that what a seat may not know cannot stand on it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from game.classroom.events import Stamped
from game.classroom.hall import Hall, Person
from game.classroom.people_acts import Answered, Guessed, Noted, Said
from game.classroom.states import HallState, TableState
from game.match.glimpse import Glimpse
from game.match.match import Match
from game.presenters.content import Mark
from game.presenters.naming import side_mark


@dataclass(frozen=True)
class Mate:
    """Somebody of the own team."""

    id: str
    name: str
    posts: tuple[int, ...]
    signed: bool
    """Whether the open sheet has this signature."""
    needed: bool
    """Whether it needs it."""
    me: bool


@dataclass(frozen=True)
class Eyes:
    """What one person may be shown."""

    seen: Glimpse
    """What the seat may be shown of the game."""
    me: Person
    """Whose phone it is."""
    team: tuple[Mate, ...]
    """Who sits in the seat."""
    number: int
    """The table's number."""
    lesson: HallState
    """How far the lesson is."""
    state: TableState
    """How far the month of the table is."""
    paused: bool
    practising: bool
    frozen: bool
    branch: int
    version: int
    """What grows with whatever the seat may see."""
    laid: Mapping[str, Stamped]
    """Who changed a line of the own sheet last."""
    said: tuple[tuple[Stamped, Said], ...]
    """The messages to and from the seat, oldest first."""
    guesses: tuple[tuple[Stamped, Guessed], ...]
    noted: tuple[tuple[Stamped, Noted], ...]
    answered: Mapping[tuple[str, int], int]
    """The own answers to the quiz, by when and question."""
    called: Mapping[str, str]
    """The names of the own team's people."""
    brief: str
    """The brief of the own seat, as the scenario keeps it."""

    @property
    def side(self) -> str:
        """Return the seat's side."""
        return self.me.side

    @property
    def token(self) -> str:
        """Return what a form carries, so that it is known what its sender had seen."""
        return f"{self.branch}.{self.seen.month}.{self.version}"

    @property
    def open(self) -> bool:
        """Return whether the sheet can be changed."""
        sealed = self.seen.draft is None or self.seen.draft.sealed
        return self.writing and not sealed

    @property
    def writing(self) -> bool:
        """Return whether sheets are written now."""
        return self.lesson is HallState.PLAY and self.state is TableState.OPEN and not self.paused

    def mark(self, side: str | None, filled: bool = True) -> Mark:
        """Return the sign of a side."""
        return side_mark(self.seen.book.scenario, side, filled)

    def label(self, side: str) -> str:
        """Return the name of a side."""
        return self.seen.book.scenario.sides[side].label


def eyes_of(hall: Hall, person: Person, names: Mapping[str, str]) -> Eyes:
    """Return what a person may be shown of a hall."""
    table = hall.tables[person.table]
    signed = table.signed.get(person.side, ())
    needed = {each.id for each in hall.signers(person.table, person.side)}
    team = tuple(
        Mate(
            each.id, names.get(each.id, each.id), each.posts, each.id in signed, each.id in needed,
            each.id == person.id,
        )
        for each in hall.team(person.table, person.side)
    )  # fmt: skip
    return Eyes(
        seen=table.glimpse(person.side, person.language),
        me=person,
        team=team,
        number=table.number,
        lesson=hall.state,
        state=table.state,
        paused=table.paused,
        practising=hall.practising,
        frozen=table.frozen,
        branch=table.branch,
        version=hall.version(person),
        laid={slot: by for (side, slot), by in table.laid.items() if side == person.side},
        said=tuple((by, by.act) for by in table.messages_to(person.side) if isinstance(by.act, Said)),
        guesses=table.guesses_of(person.side),
        noted=table.notes_of(person.side),
        answered={
            (by.act.when, by.act.question): by.act.option
            for by in hall.answers.get(person.id, ())
            if isinstance(by.act, Answered)
        },
        called={each: names.get(each, each) for each in _mates(hall, person)},
        brief=_brief(table.told(person.language), person),
    )


def _brief(match: Match, person: Person) -> str:
    """Return the brief of a person's seat, in the person's language."""
    return match.edition.brief(person.side, person.language) if match.edition else ""


def _mates(hall: Hall, person: Person) -> tuple[str, ...]:
    """Return everybody of the own team, those who have left, too."""
    found = hall.persons.values()
    return tuple(each.id for each in found if (each.table, each.side) == (person.table, person.side))
