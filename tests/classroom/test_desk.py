"""The facilitator's pages: levers by plain forms, an own cookie, nothing secret on what may be mirrored."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import pytest

from game.classroom.hall import Hall, Table
from game.classroom.pulls import READ
from game.classroom.sights.plan import plan_bar
from game.classroom.states import HallState, TableState
from game.model.teaching import Doing, LessonPlan, Section, Stage
from tests.classroom.rooms import DESK, SIDES, Taught, founded_in, taught

PAGES = ("/desk", "/desk/table/1", "/desk/codes", "/desk/doctor", "/desk/blank")


def taught_in(
    folder: Path, play: Callable[[Taught, httpx.AsyncClient], Awaitable[None]], begun: bool = True
) -> None:
    """Have something happen in a class of two tables, a person in each seat of the first."""

    async def lesson() -> None:
        async with taught(founded_in(folder)) as here:
            for side in SIDES:
                await here.seated(1, side, side[:3])
            if begun:
                await here.play()
            desk = here.phone()
            desk.cookies.set("desk", DESK)
            await play(here, desk)

    asyncio.run(lesson())


async def pulled(desk: httpx.AsyncClient, name: str, back: str = "/desk", **fields: str) -> httpx.Response:
    """Pull a lever as its form on a page would, seen as it is now."""
    page = (await desk.get(back)).text
    seen = re.search(r'name="seen" value="(\d+)"', page)
    assert seen is not None
    return await desk.post("/lever/pull", data={"lever": name, "seen": seen[1], "back": back, **fields})


def test_the_desk_opens_to_its_cookie_alone(tmp_path: Path) -> None:
    async def play(here: Taught, desk: httpx.AsyncClient) -> None:
        seat = await here.seated(1, "seoul", "Eve")
        stranger = here.phone()
        for page in PAGES:
            assert (await desk.get(page)).status_code == 200
            refused = [await phone.get(page) for phone in (seat, stranger)]
            assert {(each.status_code, each.text) for each in refused} == {(403, refused[0].text)}
        for name in READ:
            for phone in (seat, stranger):
                assert (await phone.post(f"/lever/{name}", data={"seen": "1"})).status_code == 403
        assert (await desk.post("/lever/nothing", data={"seen": "1"})).status_code == 404
        assert (await desk.get("/desk/table/9")).status_code == 404
        assert (await desk.get("/desk/nothing")).status_code == 404

    taught_in(tmp_path, play)


Moved = Callable[[Hall], object]


def one(hall: Hall) -> Table:
    """Return the first table."""
    return hall.tables[1]


def both(hall: Hall, told: Callable[[Table], object]) -> list[object]:
    """Return something of each table."""
    return [told(table) for table in hall.tables.values()]


LEVERS: dict[str, tuple[str, dict[str, str], Moved]] = {
    "pause": ("pause", {}, lambda hall: all(both(hall, lambda table: table.paused))),
    "pause one": ("pause", {"table": "1"}, lambda hall: both(hall, lambda t: t.paused) == [True, False]),
    "freeze": ("freeze", {"on": "1"}, lambda hall: all(both(hall, lambda table: table.frozen))),
    "close": ("close", {}, lambda hall: one(hall).state is TableState.REVEAL),
    "inject one": (
        "inject", {"id": "flood", "table": "2"},
        lambda hall: both(hall, lambda table: len(table.match.injects)) == [0, 1],
    ),
    "inject all": (
        "inject", {"id": "flood", "table": "0"}, lambda hall: all(both(hall, lambda t: t.match.injects)),
    ),
    "fix": ("fix", {"way": "election.challenger"}, lambda hall: all(both(hall, lambda t: t.match.fixed))),
    "back": ("back", {"to": "1", "table": "1"}, lambda hall: one(hall).branch == 1),
    "end": ("end", {"table": "1"}, lambda hall: one(hall).state is TableState.OVER),
    "player": (
        "player", {"table": "1", "side": "seoul", "player": "persona"},
        lambda hall: one(hall).match.seats["seoul"] == "persona",
    ),
    "lock": ("lock", {"table": "1", "side": "seoul", "on": "1"}, lambda hall: one(hall).locked == {"seoul"}),
    "mute": ("mute", {"who": "p1", "on": "1"}, lambda hall: hall.persons["p1"].muted),
    "move": ("move", {"who": "p1", "seat": "2.seoul"}, lambda hall: hall.persons["p1"].table == 2),
    "swap": ("swap", {"what": "seats"}, lambda hall: hall.persons["p1"].side == "pyongyang"),
    "star": ("star", {"table": "1", "what": "A moment."}, lambda hall: len(hall.stars) == 1),
    "debrief": ("reach", {"state": "debrief"}, lambda hall: hall.state is HallState.DEBRIEF),
}  # fmt: skip


@pytest.mark.parametrize("lever", LEVERS)
def test_a_lever_is_a_form_that_leads_back_to_its_page(lever: str, tmp_path: Path) -> None:
    name, fields, moved = LEVERS[lever]

    async def play(here: Taught, desk: httpx.AsyncClient) -> None:
        assert not moved(here.live.hall)
        answer = await pulled(desk, name, **fields)
        assert (answer.status_code, answer.headers["location"]) == (303, "/desk")
        assert moved(here.live.hall)

    taught_in(tmp_path, play)


def test_two_taps_are_one_pull_and_a_third_from_a_new_page_is_another(tmp_path: Path) -> None:
    async def play(here: Taught, desk: httpx.AsyncClient) -> None:
        before = here.live.clocks.left(1)
        page = (await desk.get("/desk")).text
        seen = re.search(r'name="seen" value="(\d+)"', page)
        assert seen is not None
        for _tap in range(2):
            await desk.post("/lever/extend", data={"seen": seen[1], "seconds": "120"})
        await asyncio.sleep(0)
        assert here.live.clocks.left(1) == before + 120
        await pulled(desk, "extend", seconds="120")
        await asyncio.sleep(0)
        assert here.live.clocks.left(1) == before + 240

    taught_in(tmp_path, play)


def test_a_lever_with_nothing_to_move_says_so_on_its_page(tmp_path: Path) -> None:
    async def play(here: Taught, desk: httpx.AsyncClient) -> None:
        await pulled(desk, "inject", id="flood", table="1")
        again = await pulled(desk, "inject", id="flood", table="1")
        assert again.status_code == 409
        assert "brought in already" in again.text
        for name, fields in (
            ("extend", {"seconds": "soon"}),
            ("back", {}),
            ("move", {"who": "p1", "seat": "nowhere"}),
        ):
            answer = await pulled(desk, name, **fields)
            assert answer.status_code == 400, name
            assert "nothing to move" in answer.text
        assert (await pulled(desk, "star", what="x" * 20_000)).status_code == 413

    taught_in(tmp_path, play)


def test_a_lever_leads_back_to_no_page_but_the_desks(tmp_path: Path) -> None:
    async def play(here: Taught, desk: httpx.AsyncClient) -> None:
        page = (await desk.get("/desk")).text
        seen = re.search(r'name="seen" value="(\d+)"', page)
        assert seen is not None
        for back, to in (
            ("https://elsewhere.example/", "/desk"),
            ("/desk/table/1", "/desk/table/1"),
            ("//x", "/desk"),
        ):
            name = "pause" if to == "/desk" else "go"
            answer = await desk.post(
                f"/lever/{name}", data={"seen": str(int(seen[1]) + len(back)), "back": back}
            )
            assert answer.headers["location"] == to

    taught_in(tmp_path, play)


def test_practice_begins_and_ends_and_then_the_game_starts(tmp_path: Path) -> None:
    async def play(here: Taught, desk: httpx.AsyncClient) -> None:
        await pulled(desk, "practice", on="1")
        assert here.live.hall.practising
        assert "End practice" in (await desk.get("/desk")).text
        await pulled(desk, "practice", on="0")
        await pulled(desk, "reach", state="play")
        hall = here.live.hall
        assert (hall.state, hall.practising, hall.tables[1].branch) == (HallState.PLAY, False, 1)

    taught_in(tmp_path, play, begun=False)


def test_a_new_code_opens_the_seat_and_the_old_one_no_longer_does(tmp_path: Path) -> None:
    async def play(here: Taught, desk: httpx.AsyncClient) -> None:
        old = here.live.room.codes[(1, "seoul")]
        answer = await pulled(desk, "rotate", "/desk/codes", table="1", side="seoul")
        assert answer.headers["location"] == "/desk/codes"
        new = here.live.room.codes[(1, "seoul")]
        codes = (await desk.get("/desk/codes")).text
        assert new in codes
        assert old not in codes
        assert (await here.phone().post("/join", data={"code": old, "name": "Late"})).status_code == 404
        assert (await here.phone().post("/join", data={"code": new, "name": "Late"})).status_code == 303

    taught_in(tmp_path, play)


def test_the_console_names_no_card_and_the_blank_page_nothing_at_all(tmp_path: Path) -> None:
    async def play(here: Taught, desk: httpx.AsyncClient) -> None:
        phone = await here.seated(1, "pyongyang", "Eve")
        card = here.live.hall.tables[1].match.book.scenario.cards["short_range_test"].title
        token = (here.live.hall.tables[1].branch, 1, 1)
        sent = {"seen": ".".join(map(str, token)), "slot": "act", "card": "short_range_test"}
        assert (await phone.post("/act/lay", data=sent)).status_code == 303
        assert card in (await desk.get("/desk/table/1")).text
        for page in ("/desk", "/desk/codes", "/desk/doctor", "/desk/blank"):
            assert card not in (await desk.get(page)).text
        blank = re.sub("<[^>]*>", " ", (await desk.get("/desk/blank")).text)
        assert blank.split() == ["Simmer", "Back", "B"]
        assert 'data-key="b"' in (await desk.get("/desk")).text

    taught_in(tmp_path, play)


def test_an_empty_seat_asks_for_the_facilitator_and_a_button_mends_it(tmp_path: Path) -> None:
    async def play(here: Taught, desk: httpx.AsyncClient) -> None:
        page = (await desk.get("/desk")).text
        assert "Table 2, Seoul: nobody here" in page
        assert "Table 1, Seoul: nobody here" not in page
        for side in SIDES[:2]:
            await pulled(desk, "player", table="2", side=side, player="persona")
        page = (await desk.get("/desk")).text
        assert "Table 2, Washington: nobody here" not in page
        assert "computer plays" in page
        last = await pulled(desk, "player", table="2", side="seoul", player="persona")
        assert last.status_code == 409

    taught_in(tmp_path, play)


def test_a_phone_that_greets_the_laptop_makes_the_doctor_content(tmp_path: Path) -> None:
    async def lesson() -> None:
        async with taught(founded_in(tmp_path)) as here:
            desk = here.phone()
            desk.cookies.set("desk", DESK)
            assert "No phone has come yet" in (await desk.get("/desk/doctor")).text
            assert (await here.phone().get("/hello")).status_code == 200
            page = (await desk.get("/desk/doctor")).text
            assert "A phone has arrived" in page
            assert "netsh advfirewall" in page

    asyncio.run(lesson())


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_told_in_korean_too(page: str, tmp_path: Path) -> None:
    async def play(here: Taught, desk: httpx.AsyncClient) -> None:
        korean = await desk.get(page, params={"lang": "ko"})
        assert korean.status_code == 200
        assert re.search("[가-힣]", korean.text)

    taught_in(tmp_path, play)


@pytest.mark.parametrize("page", PAGES)
def test_no_page_styles_or_runs_anything_of_its_own(page: str, tmp_path: Path) -> None:
    async def play(here: Taught, desk: httpx.AsyncClient) -> None:
        text = (await desk.get(page)).text
        assert not re.search(r"<style|\sstyle=|<script(?! src=)|\son\w+=|javascript:", text)

    taught_in(tmp_path, play)


PLAN = LessonPlan(
    title="Half an hour",
    stages=(
        Stage(title="Join", minutes=5, text="In.", doing=Doing.JOIN),
        Stage(title="May and June", minutes=10, text="Play.", doing=Doing.PLAY),
        Stage(title="Debrief", minutes=15, text="Talk.", doing=Doing.DEBRIEF),
    ),
    months=2,
    debrief=(Section.NUMBERS,),
)


@pytest.mark.parametrize(
    ("state", "month", "minute", "told", "late"),
    [
        (HallState.LOBBY, 1, 3, "In time: Join ends at minute 5.", False),
        (HallState.PLAY, 1, 3, "Ahead of the plan: May begins at minute 5.", False),
        (HallState.PLAY, 2, 12, "In time: June ends at minute 15.", False),
        (HallState.PLAY, 2, 16, "June should have ended a minute ago.", True),
        (HallState.PLAY, 2, 19, "June should have ended 4 minutes ago.", True),
        (HallState.DEBRIEF, 2, 20, "In time: Debrief ends at minute 30.", False),
    ],
)
def test_the_plan_says_where_a_class_should_be(
    state: HallState, month: int, minute: int, told: str, late: bool
) -> None:
    bar = plan_bar(PLAN, state, month, ("May", "June", "July"), minute)
    assert bar is not None
    assert (bar.told, bar.late) == (told, late)
    assert [stretch.title for stretch in bar.stretches] == ["Join", "May", "June", "Debrief"]
    assert sum(stretch.wide for stretch in bar.stretches) == pytest.approx(100)
    assert plan_bar(PLAN, state, month, (), 24 * 60) is None
