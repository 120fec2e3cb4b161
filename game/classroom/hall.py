"""The hall: tables, people and how far the lesson is, as values that only granted acts change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from game.classroom.events import Stamped
from game.classroom.people_acts import EVERYONE, Guessed, Noted, Said
from game.classroom.states import HallState, TableState
from game.match.glimpse import Glimpse
from game.match.match import Match
from game.presenters.posts import laid_by

ONE_SIGNATURE = 20
"""Seconds before the end from which one signature seals a sheet that needs two."""

Tellings = Mapping[str, Match]
"""One game in every language it is told in, the one that decides first: sheets and luck are the same."""


@dataclass(frozen=True)
class Person:
    """Somebody in a seat's team, by a name that says nothing."""

    id: str
    table: int
    side: str
    language: str
    posts: tuple[int, ...] = ()
    """The posts held, by their place among those of the seat."""
    muted: bool = False
    """Whether the phone may only read."""
    here: bool = True
    """Whether the person has not left."""


@dataclass(frozen=True, eq=False)
class Table:
    """One table: its game, and what its people have said, signed and guessed."""

    number: int
    tellings: Tellings
    state: TableState = TableState.NEWS
    paused: bool = False
    branch: int = 0
    """How often it was stepped back."""
    openings: tuple[Tellings, ...] = ()
    """How its game stood as each month opened, the first first."""
    signed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Who has signed the open sheet, by side."""
    laid: Mapping[tuple[str, str], Stamped] = field(default_factory=dict)
    """Who changed a line of the open sheets last, by side and slot."""
    said: tuple[Stamped, ...] = ()
    """The messages, oldest first."""
    guesses: tuple[Stamped, ...] = ()
    noted: tuple[Stamped, ...] = ()
    frozen: bool = False
    """Whether messages are stopped."""
    locked: frozenset[str] = frozenset()
    """The seats that take nobody else in."""
    trouble: str = ""
    """What went wrong where it is stuck."""
    public: int = 0
    """How often what all of it may see has changed."""
    private: Mapping[str, int] = field(default_factory=dict)
    """How often what a side alone may see has changed."""

    @property
    def match(self) -> Match:
        """Return the game as it decides."""
        return next(iter(self.tellings.values()))

    @property
    def month(self) -> int:
        """Return the open month of play."""
        return self.match.month

    def told(self, language: str) -> Match:
        """Return the game told in a language, or as it decides where it is not told in it."""
        return self.tellings.get(language, self.match)

    def glimpse(self, side: str | None, language: str) -> Glimpse:
        """Return what *side*, or the public, may be shown, told in a language."""
        return self.told(language).glimpse(side)

    def version(self, side: str) -> int:
        """Return a number that grows with whatever *side* may see, and with nothing else."""
        return self.public + self.private.get(side, 0)

    def shown(self, *sides: str) -> Self:
        """Return the table after something changed that *sides* see, or all of it if none is named."""
        if not sides:
            return replace(self, public=self.public + 1)
        counts = {side: self.private.get(side, 0) + 1 for side in sides}
        return replace(self, private={**self.private, **counts})

    def messages_to(self, side: str) -> tuple[Stamped, ...]:
        """Return the messages that *side* sent or may read, oldest first."""
        return tuple(each for each in self.said if side == each.side or _to(each) in (side, EVERYONE))

    def guesses_of(self, side: str) -> tuple[tuple[Stamped, Guessed], ...]:
        """Return what a side has guessed, oldest first."""
        found = ((each, each.act) for each in self.guesses if each.side == side)
        return tuple((each, act) for each, act in found if isinstance(act, Guessed))

    def notes_of(self, side: str) -> tuple[tuple[Stamped, Noted], ...]:
        """Return the notes of a side's team, oldest first."""
        found = ((each, each.act) for each in self.noted if each.side == side)
        return tuple((each, act) for each, act in found if isinstance(act, Noted))


@dataclass(frozen=True, eq=False)
class Hall:
    """A class: its tables, its people, and how far the lesson is."""

    tables: Mapping[int, Table]
    state: HallState = HallState.LOBBY
    persons: Mapping[str, Person] = field(default_factory=dict)
    answers: Mapping[str, tuple[Stamped, ...]] = field(default_factory=dict)
    """The answers to the quiz, by person."""
    stars: tuple[Stamped, ...] = ()
    """The moments to be spoken of in the debrief."""
    free: bool = False
    """Whether a table may be a month ahead of the slowest; else all keep step."""
    practising: bool = False
    """Whether what is played now is thrown away."""
    public: int = 0
    """How often what all tables see has changed."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages that games are told in here."""
        return tuple(next(iter(self.tables.values())).tellings)

    @property
    def playing(self) -> tuple[Table, ...]:
        """Return the tables whose games go on."""
        return tuple(table for table in self.tables.values() if table.state is not TableState.OVER)

    def team(self, table: int, side: str) -> tuple[Person, ...]:
        """Return who sits in a seat."""
        found = self.persons.values()
        return tuple(each for each in found if (each.table, each.side) == (table, side) and each.here)

    def signers(self, table: int, side: str) -> tuple[Person, ...]:
        """Return whose signatures a sheet needs: two at most, of posts that lay lines; else anybody's."""
        scenario = self.tables[table].match.book.scenario
        lays = [
            mate
            for mate in self.team(table, side)
            if not mate.muted and any(laid_by(scenario, side, post) for post in mate.posts)
        ]
        return tuple(sorted(lays, key=lambda mate: mate.posts))[:2]

    def may_lay(self, person: Person, slot: str) -> bool:
        """Return whether a person lays this line: by a post held, or as nobody in the team holds its post."""
        scenario = self.tables[person.table].match.book.scenario
        layers = [
            mate
            for mate in self.team(person.table, person.side)
            if any(slot in laid_by(scenario, mate.side, post) for post in mate.posts)
        ]
        return not layers or person in layers

    def version(self, person: Person) -> int:
        """Return a number that grows with whatever a person may see."""
        return self.public + self.tables[person.table].version(person.side)

    @property
    def watched(self) -> int:
        """Return a number that changes with whatever the wall shows, and with nothing else."""
        came = sum(2 - person.here for person in self.persons.values())
        return self.public + came + sum(table.public for table in self.tables.values())

    def may_open(self, table: Table) -> bool:
        """Return whether a table may go on to its next month: none runs further ahead than is allowed."""
        slowest = min((each.month for each in self.playing), default=table.month)
        return table.month - slowest <= int(self.free)

    def with_tables(self, tables: Iterable[Table]) -> Self:
        """Return the hall with these tables in place of those of the same numbers."""
        return replace(self, tables={**self.tables, **{each.number: each for each in tables}})

    def with_person(self, person: Person) -> Self:
        """Return the hall with a person in place of the one of the same name."""
        return replace(self, persons={**self.persons, person.id: person})


def _to(message: Stamped) -> str:
    return message.act.to if isinstance(message.act, Said) else ""
