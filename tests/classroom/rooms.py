"""A class to try things in: two tables, clocks that only go when told, phones that are forms."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import httpx

from game.classroom.app import app_of
from game.classroom.classroom import Charter, Classroom, founded, reopened
from game.classroom.codes import digest
from game.classroom.decide import decide
from game.classroom.denials import Denied
from game.classroom.events import Act, Stamped
from game.classroom.hall import Hall
from game.classroom.live import Live
from game.classroom.people_acts import Seated
from game.classroom.play_acts import HallReached, TableReached
from game.classroom.states import HallState, TableState
from game.classroom.viewers import Keys
from game.match.trouble import Trouble

SCENARIO = "deadlock-2020-class"
HOST = "192.168.1.20:8000"
DESK, BOARD = "the-facilitators-key", "the-boards-key"
SIDES = ("washington", "pyongyang", "seoul")


@dataclass
class Hands:
    """Clocks that go only when they are turned by hand."""

    now: float = 1000.0
    wall: float = 5000.0

    def on(self, seconds: float) -> None:
        self.now += seconds
        self.wall += seconds


def founded_in(folder: Path, tables: int = 2, **wished: object) -> Classroom:
    """Return a new class in a folder."""
    room = founded(folder, Charter(SCENARIO, tables=tables, seed=7, **wished))  # type: ignore[arg-type]
    assert not isinstance(room, Trouble), room
    return room


def taken_up(folder: Path) -> Classroom:
    """Return the class in a folder, taken up again."""
    room = reopened(folder)
    assert not isinstance(room, Trouble), room
    return room


@cache
def empty_hall() -> Hall:
    """Return a hall of two tables in which nothing was done yet."""
    from game.classroom.classroom import _hall
    from game.match.loading import Opened, open_scenario

    opened = open_scenario(SCENARIO)
    assert isinstance(opened, Opened)
    return _hall(opened.edition, Charter(SCENARIO, tables=2, seed=7))


@dataclass
class Log:
    """A hall that is only played with, and what was granted in it."""

    hall: Hall = field(default_factory=empty_hall)
    acts: list[Stamped] = field(default_factory=list)

    def ask(
        self,
        act: Act,
        table: int = 1,
        person: str = "",
        side: str = "",
        month: int | None = None,
        branch: int | None = None,
    ) -> Denied | None:
        """Ask for an act as it would be stamped here and now, or for another month or branch."""
        who = self.hall.persons.get(person)
        number, seat = (who.table, who.side) if who else (table, side)
        found = self.hall.tables.get(number)
        now = (found.branch, found.month) if found else (0, 0)
        by = Stamped(
            table=number,
            branch=now[0] if branch is None else branch,
            month=now[1] if month is None else month,
            side=seat,
            person=person,
            act=act,
        )
        answer = decide(self.hall, by)
        if isinstance(answer, Denied):
            return answer
        self.acts.extend(answer[0])
        self.hall = answer[1]
        return None


def playing(teams: int = 1) -> Log:
    """Return a log in which so many people sit in each seat of table 1, and its first month is open."""
    log = Log()
    for side in SIDES:
        for number in range(teams):
            assert log.ask(Seated(), side=side, person=f"{side[0]}{number}") is None
    assert log.ask(HallReached(state=HallState.PLAY), table=0) is None
    assert log.ask(TableReached(state=TableState.OPEN)) is None
    return log


@asynccontextmanager
async def taught(room: Classroom, hands: Hands | None = None) -> AsyncIterator[Taught]:
    """Yield a class that is going on, without a network between it and its phones."""
    hands = hands or Hands()
    live = Live(room, lambda: hands.now, lambda: hands.wall)
    app = app_of(live, Keys(digest(DESK), digest(BOARD)), {HOST})
    async with live.running():
        yield Taught(live, app, hands)


@dataclass
class Taught:
    """A class that is going on."""

    live: Live
    app: object
    hands: Hands

    def phone(self, **headers: str) -> httpx.AsyncClient:
        """Return a phone that has no seat yet; it runs no script."""
        transport = httpx.ASGITransport(app=self.app)  # type: ignore[arg-type]
        return httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}", headers=headers)

    async def seated(self, table: int, side: str, name: str, **headers: str) -> httpx.AsyncClient:
        """Return a phone that has taken a seat."""
        phone = self.phone(**headers)
        code = self.live.room.codes[(table, side)]
        answer = await phone.post("/join", data={"code": code, "name": name})
        assert answer.status_code == 303, answer.text
        return phone

    async def play(self) -> None:
        """Let the tables play, the news of the first month read."""
        await self.live.ask(self.live.stamped(HallReached(state=HallState.PLAY)))
        await self.on(61)

    async def on(self, seconds: float) -> None:
        """Let so many seconds pass, and everything happen that is due."""
        self.hands.on(seconds)
        await self.live.beat()
