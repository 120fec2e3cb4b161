"""The clock: how many seconds a part of a month has left, on a clock that is given and never goes back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self

from game.classroom.events import Stamped
from game.classroom.hall import Hall
from game.classroom.lever_acts import Extended, Paused, Practised, Resumed, SteppedBack
from game.classroom.play_acts import Adjudicated, HallReached, TableReached
from game.classroom.states import HallState, TableState

NEWS, REVEAL = 60, 45
"""Seconds in which a month's news is read, and in which the open sheets are."""

SLEPT = 5.0
"""Seconds by which the two clocks of a laptop may part before it is taken to have slept."""

Now = Callable[[], float]
"""A clock in seconds."""


@dataclass(frozen=True)
class Countdown:
    """The seconds of one table."""

    left: float
    """What was left when it was last started or stopped."""
    since: float | None = None
    """When it was started; none while it stands."""

    def at(self, now: float) -> float:
        """Return what is left."""
        return self.left if self.since is None else max(0.0, self.left - (now - self.since))

    def stopped(self, now: float) -> Self:
        """Return it standing."""
        return replace(self, left=self.at(now), since=None)

    def going(self, now: float) -> Self:
        """Return it going on from what is left."""
        return replace(self, left=self.at(now), since=now)

    def longer(self, seconds: float, now: float) -> Self:
        """Return it with more time, or less."""
        return replace(self, left=max(0.0, self.at(now) + seconds), since=None if self.since is None else now)


@dataclass(frozen=True)
class Lengths:
    """How many seconds the parts of a month have."""

    orders: float
    news: float = NEWS
    reveal: float = REVEAL

    def of(self, state: TableState) -> float:
        """Return the seconds of a part; what waits for nobody has none."""
        known = {TableState.NEWS: self.news, TableState.OPEN: self.orders, TableState.REVEAL: self.reveal}
        return known.get(state, 0.0)


class Clocks:
    """The seconds of all tables, kept in step with what is granted."""

    def __init__(self, lengths: Lengths, now: Now, wall: Now) -> None:
        """Count by *now*, which never goes back; *wall* goes on while a laptop sleeps."""
        self.lengths, self.now, self._wall = lengths, now, wall
        self.tables: dict[int, Countdown] = {}
        self._apart = wall() - now()

    def left(self, table: int) -> float:
        """Return the seconds that a table has left."""
        return self.tables[table].at(self.now()) if table in self.tables else 0.0

    def follow(self, hall: Hall, acts: Iterable[Stamped]) -> None:
        """Start, stop and turn the clocks as the acts that were granted say."""
        for by in acts:
            meant = (by.table,) if by.table else tuple(hall.tables)
            for table in meant:
                self._follow(hall, table, by)

    def _follow(self, hall: Hall, table: int, by: Stamped) -> None:
        now = self.now()
        match by.act:
            case HallReached(state=HallState.PLAY) | Practised(on=True):
                self.tables[table] = Countdown(self.lengths.of(TableState.NEWS), now)
            case TableReached(state=state):
                self.tables[table] = Countdown(self.lengths.of(state), now)
            case Adjudicated() | SteppedBack():
                self.tables[table] = Countdown(self.lengths.of(hall.tables[table].state), now)
            case Extended(seconds=seconds):
                self._turn(table, lambda each: each.longer(seconds, now))
            case Paused():
                self._turn(table, lambda each: each.stopped(now))
            case Resumed():
                self._turn(table, lambda each: each.going(now))

    def _turn(self, table: int, turned: Callable[[Countdown], Countdown]) -> None:
        if table in self.tables:
            self.tables[table] = turned(self.tables[table])

    def ended(self, hall: Hall) -> tuple[int, ...]:
        """Return the tables whose time is up."""
        if hall.state is not HallState.PLAY:
            return ()
        return tuple(
            number
            for number, table in hall.tables.items()
            if self.lengths.of(table.state) and not table.paused and self.left(number) <= 0
        )

    def slept(self) -> bool:
        """Return whether the laptop slept, or its clock was turned, since this was last asked."""
        apart = self._wall() - self.now()
        jumped = abs(apart - self._apart) > SLEPT
        self._apart = apart
        return jumped

    def kept(self) -> Mapping[str, float]:
        """Return the seconds that are left, as they are kept."""
        return {str(table): round(self.left(table), 1) for table in self.tables}

    def taken_up(self, kept: Mapping[str, float]) -> None:
        """Put the seconds that were kept on the clocks, all of them standing."""
        self.tables = {int(table): Countdown(float(left)) for table, left in kept.items()}
