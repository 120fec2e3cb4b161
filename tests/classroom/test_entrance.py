"""Coming in: by code and name, without a script, an account or a clue."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from game.classroom.codes import NEVER_IN_CODES, SIGNS, as_typed, fresh_code
from game.classroom.door import ALWAYS, BODY, DELAY, LINE, NOTHING, WITHIN, WRONG
from tests.classroom.rooms import DESK, HOST, Taught, founded_in, taught


def in_class(folder: Path, told: Callable[[Taught], Awaitable[None]]) -> None:
    """Carry out what is told while a class is going on."""

    async def carried_out() -> None:
        async with taught(founded_in(folder)) as here:
            await told(here)

    asyncio.run(carried_out())


def test_codes_hold_nothing_that_is_taken_for_something_else() -> None:
    assert len(SIGNS) == len(set(SIGNS)) == 28
    assert not set(NEVER_IN_CODES) & set(SIGNS)
    assert set(fresh_code()) <= set(SIGNS)
    assert as_typed(" kzm-t4 q") == "KZMT4Q"


def test_a_code_and_a_name_take_a_seat_and_the_same_come_back_as_the_same_person(tmp_path: Path) -> None:
    async def told(here: Taught) -> None:
        first = await here.seated(1, "seoul", "Mina")
        again = await here.seated(1, "seoul", "mina")
        other = await here.seated(1, "seoul", "Jun")

        assert [each.posts for each in here.live.hall.team(1, "seoul")] == [(), ()]
        assert first.cookies["seat"] != again.cookies["seat"] != other.cookies["seat"]
        assert (await again.get("/state")).json()["month"] == 1

    in_class(tmp_path, told)


def test_a_wrong_code_is_told_from_a_missing_name_and_says_which_signs_codes_have(tmp_path: Path) -> None:
    async def told(here: Taught) -> None:
        phone = here.phone()
        wrong = await phone.post("/join", data={"code": "AAAAAA", "name": "Mina"})
        nameless = await phone.post(
            "/join", data={"code": here.live.room.codes[(1, "seoul")], "name": "\u202e "}
        )

        assert wrong.status_code == 404
        assert "No team has this code" in wrong.text
        assert "never an O" in wrong.text
        assert nameless.status_code == 400
        assert here.live.hall.persons == {}

    in_class(tmp_path, told)


def test_the_link_of_a_code_fills_it_in_and_does_not_tell_whether_there_is_one(tmp_path: Path) -> None:
    async def told(here: Taught) -> None:
        code = here.live.room.codes[(1, "seoul")]
        known = await here.phone().get(f"/j/{code}")
        unknown = await here.phone().get("/j/ABCDEF")

        assert f'value="{code}"' in known.text
        assert known.text.replace(code, "ABCDEF") == unknown.text

    in_class(tmp_path, told)


def test_the_form_speaks_the_language_of_the_browser_or_the_one_chosen(tmp_path: Path) -> None:
    async def told(here: Taught) -> None:
        korean = await here.phone(**{"accept-language": "ko-KR,ko;q=0.9"}).get("/")
        chosen = await here.phone().get("/?lang=ko")

        assert '<html lang="ko">' in korean.text
        assert '<html lang="ko">' in chosen.text
        assert '<html lang="en">' in (await here.phone().get("/")).text

    in_class(tmp_path, told)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"origin": f"http://{HOST}"}, 303),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://elsewhere.example"}, 403),
        ({"origin": "null"}, 403),
        ({"host": "rebound.example"}, 403),
    ],
)
def test_a_form_is_taken_from_our_own_pages_alone(
    tmp_path: Path, headers: dict[str, str], status: int
) -> None:
    async def told(here: Taught) -> None:
        code = here.live.room.codes[(1, "seoul")]
        answer = await here.phone().post("/join", data={"code": code, "name": "A"}, headers=headers)
        assert answer.status_code == status

    in_class(tmp_path, told)


def test_every_answer_says_what_a_page_may_load(tmp_path: Path) -> None:
    async def told(here: Taught) -> None:
        for path in ("/", "/nowhere", "/state", "/f/wrong", "/a/0/look.css"):
            answer = await here.phone().get(path)
            assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS, path
            assert answer.headers["cache-control"] == "no-store", path

    in_class(tmp_path, told)


def test_who_may_not_see_something_is_told_what_is_told_of_nothing(tmp_path: Path) -> None:
    async def told(here: Taught) -> None:
        for path in ("/nowhere", "/state", "/stream", "/f/wrong", "/f/" + "é" * 9, "/a/0/look.css"):
            answer = await here.phone().get(path)
            assert answer.status_code in (403, 404), path
            assert answer.text == NOTHING, path

    in_class(tmp_path, told)


def test_the_facilitators_link_becomes_a_cookie(tmp_path: Path) -> None:
    async def told(here: Taught) -> None:
        phone = here.phone()
        answer = await phone.get(f"/f/{DESK}")
        assert answer.status_code == 303
        assert "HttpOnly" in answer.headers["set-cookie"]
        assert "samesite=strict" in answer.headers["set-cookie"].lower()
        assert (await phone.get("/state")).json()["state"] == "lobby"

    in_class(tmp_path, told)


def test_more_than_a_form_holds_is_not_read(tmp_path: Path) -> None:
    async def told(here: Taught) -> None:
        answer = await here.phone().post("/join", data={"code": "A", "name": "x" * BODY})
        many = await here.phone().post("/join", data={f"f{n}": "x" for n in range(100)})

        assert (answer.status_code, many.status_code) == (413, 413)

    in_class(tmp_path, told)


def test_what_pages_load_has_a_name_that_changes_with_it(tmp_path: Path) -> None:
    from game.classroom.shelf import at, items

    async def told(here: Taught) -> None:
        for name, item in items().items():
            answer = await here.phone().get(at(name))
            assert answer.content == item.content
            assert "immutable" in answer.headers["cache-control"]

    in_class(tmp_path, told)


def test_after_too_many_wrong_codes_tries_stand_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    side_by_side = 0

    async def waits(seconds: float) -> None:
        nonlocal side_by_side
        slept.append(seconds)
        side_by_side += 1
        assert side_by_side == 1
        await real(0)
        side_by_side -= 1

    real = asyncio.sleep

    async def told(here: Taught) -> None:
        for _ in range(WRONG):
            await here.phone().post("/join", data={"code": "AAAAAA", "name": "x"})
        assert slept == []
        monkeypatch.setattr("game.classroom.door.sleep", waits)
        tries = [here.phone().post("/join", data={"code": "BBBBBB", "name": "x"}) for _ in range(LINE + 5)]
        codes = [answer.status_code for answer in await asyncio.gather(*tries)]
        monkeypatch.undo()
        assert codes.count(429) == 5
        assert slept == [DELAY] * LINE
        here.hands.on(WITHIN + 1)
        await here.seated(1, "seoul", "Mina")
        assert slept == [DELAY] * LINE

    in_class(tmp_path, told)


def test_a_button_that_is_pressed_twice_seats_one_person(tmp_path: Path) -> None:
    async def told(here: Taught) -> None:
        fields = {"code": here.live.room.codes[(1, "seoul")], "name": "Mina"}
        twice = await asyncio.gather(*(here.phone().post("/join", data=fields) for _ in range(4)))

        assert [answer.status_code for answer in twice] == [303] * 4
        assert len(here.live.hall.persons) == 1

    in_class(tmp_path, told)


def test_whoever_could_not_be_kept_comes_in_later_with_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_rest: object) -> None:
        raise OSError("full")

    async def told(here: Taught) -> None:
        fields = {"code": here.live.room.codes[(1, "seoul")], "name": "Mina"}
        with monkeypatch.context() as patched:
            patched.setattr(here.live.room.store, "append", full)
            assert (await here.phone().post("/join", data=fields)).status_code == 403
        assert here.live.hall.persons == {}
        assert (await here.phone().post("/join", data=fields)).status_code == 303
        assert here.live.room.store.rows("SELECT name FROM person") == [("Mina",)]

    in_class(tmp_path, told)
