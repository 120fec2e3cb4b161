"""A class while it is going on: the writer, the clocks and the open lines, brought together."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from time import monotonic, time

from game.classroom.classroom import Classroom
from game.classroom.clock import Clocks, Lengths, Now
from game.classroom.events import Act, Stamped
from game.classroom.hall import Hall, Person, Table
from game.classroom.lever_acts import Paused, SeatFilled
from game.classroom.play_acts import Adjudicated, Shut, TableReached
from game.classroom.states import HallState, TableState
from game.classroom.store import Change, fact
from game.classroom.streams import Streams
from game.classroom.writer import Answer, Writer
from game.match.journal import journal_of
from game.match.savefile import keep
from game.match.saves import SUFFIX
from game.match.seats import practise

TICK, KEEP = 0.5, 10.0
"""Seconds between two looks at the clocks, and between two notes of what they show."""

BOARD, DESK = "board", "desk"
"""Viewers beside people: the wall and the facilitator."""


class Live:
    """A class that is being taught."""

    def __init__(self, room: Classroom, now: Now = monotonic, wall: Now = time) -> None:
        """Go on with *room* by these clocks."""
        self.room = room
        self.streams = Streams()
        self.clocks = Clocks(Lengths(60.0 * room.charter.minutes), now, wall)
        self.writer = Writer(room.store, room.hall, self._granted, room.kept)
        self.seq = 0
        """How often anything changed at all: what the facilitator's pages count by."""
        self._loop: asyncio.AbstractEventLoop | None = None
        self._noted = ""

    @property
    def hall(self) -> Hall:
        """Return the hall as it is on the disk."""
        return self.writer.hall

    def table_of(self, person: Person) -> Table:
        """Return the table somebody sits at."""
        return self.hall.tables[person.table]

    def stamped(self, act: Act, table: int = 0, person: Person | None = None, idem: str = "") -> Stamped:
        """Return an act with the stamp of here and now: the month that is open, and the wall's clock."""
        number = person.table if person else table
        found = self.hall.tables.get(number)
        return Stamped(
            at=datetime.now().astimezone().isoformat(timespec="seconds"),
            table=number,
            branch=found.branch if found else 0,
            month=found.month if found else 0,
            side=person.side if person else "",
            person=person.id if person else "",
            idem=idem,
            act=act,
        )

    async def ask(self, act: Stamped | None, *changes: Change) -> Answer:
        """Return what comes of an act once it is on the disk."""
        return await asyncio.wrap_future(self.writer.ask(act, *changes))

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Live"]:
        """Go on until the block ends; a class that was taken up again comes back paused."""
        self._loop = asyncio.get_running_loop()
        self.writer.start()
        await self._take_up()
        ticking = asyncio.create_task(self._tick())
        try:
            yield self
        finally:
            ticking.cancel()
            self.streams.close()
            await self.ask(None, self._clocks_now())
            self.writer.stop()
            await asyncio.to_thread(self.writer.join)

    def close(self) -> None:
        """Tell every open line that the class was closed; from any thread, or a signal."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self.streams.close)

    async def beat(self) -> None:
        """Do what the clocks say: close months, open them, and stop all after a sleep."""
        if self.clocks.slept() and self.hall.state is HallState.PLAY:
            await self.ask(self.stamped(Paused(why="sleep")))
            return
        hall = self.hall
        for number in self.clocks.ended(hall):
            table = hall.tables[number]
            act = _due(hall, table)
            if act is not None:
                idem = f"clock:{table.branch}.{table.month}.{act.kind}.{table.state}"
                await self.ask(self.stamped(act, number, idem=idem))

    async def _tick(self) -> None:
        since = 0.0
        while True:
            await asyncio.sleep(TICK)
            await self.beat()
            since += TICK
            if since >= KEEP:
                since = 0.0
                await self._note()

    async def _note(self) -> None:
        """Keep what the clocks show, if that is not what was kept last."""
        now = self._clocks_now()
        if str(now[1]) != self._noted:
            self._noted = str(now[1])
            await self.ask(None, now)

    def _clocks_now(self) -> Change:
        return fact("clocks", json.dumps(dict(self.clocks.kept())))

    async def _take_up(self) -> None:
        if self.hall.state is not HallState.PLAY:
            return
        self.clocks.taken_up(json.loads(self.room.store.facts().get("clocks", "{}")))
        for number, table in self.hall.tables.items():
            if number not in self.clocks.tables:
                self.clocks.taken_up({**self.clocks.kept(), str(number): self.clocks.lengths.of(table.state)})
        await self.ask(self.stamped(Paused(why="restart")))

    def _granted(self, before: Hall, after: Hall, acts: Sequence[Stamped]) -> None:
        """Hear from the writer's thread what is on the disk now."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._told, before, after, acts)

    def _told(self, before: Hall, after: Hall, acts: Sequence[Stamped]) -> None:
        """Turn the clocks, keep the games whose month was played, and tell whoever sees something new."""
        self.clocks.follow(after, acts)
        for by in acts:
            if isinstance(by.act, Adjudicated) and self._loop is not None:
                self._loop.run_in_executor(None, self._save, after.tables[by.table])
            elif isinstance(by.act, SeatFilled) and self._loop is not None:
                self._loop.run_in_executor(None, practise, after.tables[by.table].match.players)
        self.seq += 1
        for person in after.persons.values():
            was = before.persons.get(person.id)
            if was is None or before.version(was) != after.version(person):
                self.streams.tell(person.id, after.version(person))
        if before.watched != after.watched:
            self.streams.tell(BOARD, after.watched)
        self.streams.tell(DESK, self.seq)

    def _save(self, table: Table) -> None:
        """Keep a table's game as an ordinary save, for one laptop and a curtain if the network fails."""
        keep(self.room.folder / f"table-{table.number}{SUFFIX}", journal_of(table.match))


def _due(hall: Hall, table: Table) -> Act | None:
    """Return what is due at a table whose time is up; none while it waits for others."""
    if table.state is TableState.OPEN:
        return Shut(by="clock", unsealed=table.match.waiting)
    if table.state is TableState.REVEAL:
        return TableReached(state=TableState.NEWS) if hall.may_open(table) else None
    return TableReached(state=TableState.OPEN) if hall.may_open(table) else None
