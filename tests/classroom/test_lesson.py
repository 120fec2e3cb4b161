"""A whole lesson by forms alone: nine months, among them a restart, a sleep, a step back and a new code."""

import asyncio
from pathlib import Path

import httpx
import pytest

from game.classroom.decide import replayed
from game.classroom.lever_acts import CodeRotated, Paused, Resumed, SteppedBack
from game.classroom.play_acts import HallReached
from game.classroom.states import HallState, TableState
from game.match.loading import replay_save
from game.match.replay import Replay
from tests.classroom.rooms import SIDES, Hands, Taught, empty_hall, founded_in, taken_up, taught
from tests.classroom.test_pages import Page, sent

CARDS = {"pyongyang": "short_range_test", "seoul": "reduced_exercise", "washington": "sanctions"}


async def seals(phone: httpx.AsyncClient) -> None:
    """Sign the sheet as it lies."""
    answer = await sent(phone, "/seat/orders", "/act/seal")
    assert answer.status_code == 303, answer.text


async def a_month(here: Taught, phones: dict[str, httpx.AsyncClient], speak: bool) -> None:
    """Play a month at every table: somebody lays and speaks, all seal, and the news is read."""
    for key, phone in phones.items():
        number, side = int(key[0]), key[1:]
        if speak and number == 1:
            here.hands.on(2)
            page = await phone.get(f"/seat/card/{CARDS[side]}")
            if page.status_code == 200 and "/act/lay" in dict(Page(page.text).forms):
                await phone.post("/act/lay", data=Page(page.text).form("/act/lay"))
            said = await sent(phone, "/seat/talk?with=all", "/act/say", text=f"{side} speaks.")
            assert said.status_code == 303
            other = next(each for each in SIDES if each != side)
            guess = await sent(phone, f"/seat/guess?about={other}", "/act/guess", line="no")
            assert guess.status_code == 303
            note = await sent(phone, "/seat/orders", "/act/note", text="Wait and see.")
            assert note.status_code == 303
        here.hands.on(1)
        await seals(phone)
    for seconds in (46, 61):
        await here.on(seconds)


async def seated(here: Taught) -> dict[str, httpx.AsyncClient]:
    """Return one phone in every seat."""
    return {
        f"{table}{side}": await here.seated(table, side, side.title()) for table in (1, 2) for side in SIDES
    }


def handed_over(phones: dict[str, httpx.AsyncClient], here: Taught) -> dict[str, httpx.AsyncClient]:
    """Return the same phones, at a server that was started again."""
    found = {}
    for key, phone in phones.items():
        found[key] = here.phone()
        found[key].cookies.set("seat", phone.cookies["seat"], domain="192.168.1.20", path="/")
    return found


def test_a_whole_lesson_is_played_by_forms_alone(tmp_path: Path) -> None:
    hands = Hands()

    async def first() -> dict[str, httpx.AsyncClient]:
        async with taught(founded_in(tmp_path), hands) as here:
            phones = await seated(here)
            answered = await phones["1seoul"].get("/seat/orders")
            fields = Page(answered.text).form("/act/answer")
            assert (
                await phones["1seoul"].post("/act/answer", data={**fields, "option": "1"})
            ).status_code == 303
            await here.play()
            for month in range(3):
                await a_month(here, phones, speak=month == 0)
            assert {table.month for table in here.live.hall.tables.values()} == {4}
            return phones

    async def second(phones: dict[str, httpx.AsyncClient]) -> None:
        async with taught(taken_up(tmp_path), hands) as here:
            phones = handed_over(phones, here)
            live = here.live
            assert all(table.paused for table in live.hall.tables.values())
            assert "Paused" in (await phones["1seoul"].get("/seat/orders")).text
            await live.ask(live.stamped(Resumed()))
            await a_month(here, phones, speak=True)
            await live.ask(live.stamped(SteppedBack(to=4), 1))
            await here.on(61)
            assert live.hall.tables[1].month == 4
            hands.wall += 3600
            await live.beat()
            assert all(table.paused for table in live.hall.tables.values())
            await live.ask(live.stamped(Resumed()))
            rotated = live.stamped(CodeRotated(), 1).model_copy(update={"side": "seoul"})
            await live.ask(rotated, live.room.rotated(1, "seoul"))
            phones["1seoul"] = await here.seated(1, "seoul", "seoul")
            while any(table.state is not TableState.OVER for table in live.hall.tables.values()):
                open_now = {
                    key: phone
                    for key, phone in phones.items()
                    if live.hall.tables[int(key[0])].state is TableState.OPEN
                }
                await a_month(here, open_now, speak=False)
            over = await phones["1seoul"].get("/seat/orders")
            assert "The game is over" in over.text
            await live.ask(live.stamped(HallReached(state=HallState.DEBRIEF)))
            after = await phones["1seoul"].get("/seat/orders")
            assert "/act/answer" in dict(Page(after.text).forms)

    phones = asyncio.run(first())
    asyncio.run(second(phones))

    room = taken_up(tmp_path)
    log = tuple(by for _seq, by in room.store.read())
    again = replayed(empty_hall(), log)
    for number, table in room.hall.tables.items():
        assert table.match.over
        assert table.match.tables.digest() == again.tables[number].match.tables.digest()
        assert len({match.months[-1].digest for match in table.tellings.values()}) == 1
        save = replay_save(tmp_path / f"table-{number}.simmer")
        assert isinstance(save, Replay)
        assert save.differs is None
        assert len(save.months) == len(table.match.months)
    assert room.hall.tables[1].branch == 1
    room.store.close()


def test_a_laptop_that_slept_stops_all_tables_with_their_time(tmp_path: Path) -> None:
    async def told() -> None:
        async with taught(founded_in(tmp_path)) as here:
            phone = await here.seated(1, "seoul", "Ann")
            await here.play()
            await here.on(100)
            here.hands.wall += 60
            await here.live.beat()
            state = (await phone.get("/state")).json()
            assert state["state"] == "paused"
            here.hands.on(500)
            await here.live.beat()
            assert (await phone.get("/state")).json()["left"] == state["left"] == 200

    asyncio.run(told())


@pytest.mark.parametrize("apart", [-4.0, 4.0])
def test_a_clock_that_was_set_by_a_little_stops_nothing(tmp_path: Path, apart: float) -> None:
    async def told() -> None:
        async with taught(founded_in(tmp_path)) as here:
            await here.play()
            here.hands.wall += apart
            await here.live.beat()
            assert not here.live.hall.tables[1].paused

    asyncio.run(told())


def test_time_goes_on_from_where_it_was_stopped(tmp_path: Path) -> None:
    async def told() -> None:
        async with taught(founded_in(tmp_path)) as here:
            await here.play()
            live = here.live
            await here.on(100)
            await live.ask(live.stamped(Paused()))
            here.hands.on(1000)
            await live.ask(live.stamped(Resumed()))
            here.hands.on(50)
            assert live.clocks.left(1) == 150

    asyncio.run(told())


def test_streams_tell_a_number_and_nothing_else_and_the_oldest_of_three_is_replaced(tmp_path: Path) -> None:
    async def told() -> None:
        async with taught(founded_in(tmp_path)) as here:
            phone = await here.seated(1, "seoul", "Ann")
            await here.play()
            person = here.live.hall.team(1, "seoul")[0]
            streams = here.live.streams
            lines = [streams.opened(person.id) for _ in range(3)]
            assert all(lines)
            first, _second, third = (streams.lines(each, 5) for each in lines if each is not None)
            assert [await anext(first), await anext(first)] == [
                "retry: 1000\n\n",
                "id: 5\nevent: seq\ndata: 5\n\n",
            ]
            assert (await anext(first)).startswith("id: 0\nevent: replaced\n")
            assert [line async for line in first] == []
            await anext(third)
            await anext(third)
            await seals(phone)
            version = here.live.hall.version(person)
            assert await anext(third) == f"id: {version}\nevent: seq\ndata: {version}\n\n"
            streams.close()
            assert "closed" in await anext(third)

    asyncio.run(told())
