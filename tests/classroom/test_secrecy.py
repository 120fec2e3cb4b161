"""Secrecy: two classes that differ in what one seat alone may know answer all others with the same bytes."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from game.classroom.hall import Hall
from game.classroom.seats import routes as seat_routes
from game.classroom.sights.head import TABS
from game.match.match import Match
from game.model.track import Show
from tests.classroom.rooms import BOARD, DESK, Taught, founded_in, taught
from tests.classroom.test_pages import sent

OTHERS = ("washington", "seoul")
MARK = "Zwischenruf"
"""A word that stands nowhere else."""

ROUTES = (
    *(f"/seat/{tab}" for tab in (*TABS, "me", "lobby")),
    "/seat/line/act", "/seat/line/home", "/seat/line/table",
    "/seat/card/short_range_test", "/seat/card/nuclear_test", "/seat/card/nowhere",
    "/seat/talk?with=pyongyang", "/seat/talk?with=all", "/seat/guess?about=pyongyang",
    "/seat/brief?part=whole",
    "/why/1/tension", "/why/2/tension", "/why/1/pyongyang.legitimacy", "/why/1/told:order:short_range_test",
    "/api/glimpse", "/seat/foresight", "/state", "/", "/nowhere", "/after", f"/board/{BOARD}x", "/desk",
)  # fmt: skip
"""Everything that is asked for in a class, and what is not there."""

Answers = dict[tuple[str, str], Any]
"""What was answered, by who asked and for what: status, headers and bytes."""

Secret = Callable[[Taught, httpx.AsyncClient], Awaitable[None]]
"""Makes one class differ from the other in something that Pyongyang alone may know."""


async def lays(_here: Taught, phone: httpx.AsyncClient) -> None:
    assert (await sent(phone, "/seat/card/short_range_test", "/act/lay")).status_code == 303


async def lays_and_takes_back(here: Taught, phone: httpx.AsyncClient) -> None:
    await lays(here, phone)
    assert (await sent(phone, "/seat/orders", "/act/undo")).status_code == 303


async def guesses(_here: Taught, phone: httpx.AsyncClient) -> None:
    answer = await sent(phone, "/seat/guess?about=seoul", "/act/guess", line="yes", reading="4")
    assert answer.status_code == 303


async def notes(_here: Taught, phone: httpx.AsyncClient) -> None:
    assert (await sent(phone, "/seat/orders", "/act/note", text=MARK)).status_code == 303


async def takes_a_post(_here: Taught, phone: httpx.AsyncClient) -> None:
    assert (await phone.post("/act/post", data={"seen": "0.1.1", "post": "1"})).status_code == 303


async def is_called_otherwise(_here: Taught, phone: httpx.AsyncClient) -> None:
    assert (await sent(phone, "/seat/me", "/act/rename", name=MARK)).status_code == 303


async def is_joined(here: Taught, _phone: httpx.AsyncClient) -> None:
    await here.seated(1, "pyongyang", MARK)


async def speaks_korean(_here: Taught, phone: httpx.AsyncClient) -> None:
    assert (await sent(phone, "/seat/me", "/act/language", language="ko")).status_code == 303


async def is_refused(_here: Taught, phone: httpx.AsyncClient) -> None:
    answer = await phone.post("/act/lay", data={"seen": "0.1.1", "slot": "home", "card": "icbm_test"})
    assert answer.status_code == 409


async def has_another_home(here: Taught, _phone: httpx.AsyncClient) -> None:
    _changed(here, lambda match: _hidden(match))


async def has_another_goal(here: Taught, _phone: httpx.AsyncClient) -> None:
    def other(match: Match) -> Match:
        secrets = match.tables.secrets.copy()
        row = match.book.index.sides["pyongyang"]
        count = sum(goal.secret for goal in match.book.scenario.sides["pyongyang"].goals.values())
        secrets[row, 0] = (secrets[row, 0] + 1) % count
        return replace(match, tables=match.tables.with_parts(secrets=secrets))

    _changed(here, other)


SECRETS = (
    lays, lays_and_takes_back, guesses, notes, takes_a_post, is_called_otherwise, is_joined, speaks_korean,
    is_refused, has_another_home, has_another_goal,
)  # fmt: skip


def _hidden(match: Match) -> Match:
    """Return a match in which every reading that Pyongyang alone sees is another."""
    readings = match.tables.readings.copy()
    for name, row in match.book.index.tracks.items():
        track = match.book.scenario.tracks[name]
        if name.startswith("pyongyang.") and track.show is Show.OWNER:
            readings[row, 0] = track.range[0] + (readings[row, 0] + 1 - track.range[0]) % (
                track.range[1] - track.range[0] + 1
            )
    return replace(match, tables=match.tables.with_parts(readings=readings))


def _changed(here: Taught, change: Callable[[Match], Match]) -> None:
    """Change the game of table 1 behind the hall's back, in every language."""
    hall = here.live.writer.hall
    table = hall.tables[1]
    tellings = {language: change(match) for language, match in table.tellings.items()}
    here.live.writer.hall = Hall(
        {**hall.tables, 1: replace(table, tellings=tellings)}, hall.state, hall.persons, public=hall.public
    )


async def answers(here: Taught, phones: dict[str, httpx.AsyncClient]) -> Answers:
    """Return everything that all others are answered: status, headers and bytes."""
    found = {}
    for viewer, phone in phones.items():
        for path in ROUTES:
            answer = await phone.get(path)
            found[(viewer, path)] = (answer.status_code, sorted(answer.headers.items()), answer.content)
        for name in ("lay", "seal", "say"):
            answer = await phone.post(
                f"/act/{name}", data={"seen": "0.0.0", "to": "x", "slot": "act", "card": "x"}
            )
            found[(viewer, name)] = (answer.status_code, sorted(answer.headers.items()), answer.content)
    return found


async def trial(folder: Path, secret: Secret | None) -> Answers:
    """Return what others are answered in a class with a secret, or without."""
    async with taught(founded_in(folder)) as here:
        phone = await here.seated(1, "pyongyang", "Mina")
        phones = {side: await here.seated(1, side, "Ann") for side in OTHERS}
        phones["elsewhere"] = await here.seated(2, "pyongyang", "Ann")
        phones["nobody"] = here.phone()
        await here.play()
        if secret is not None:
            await secret(here, phone)
        here.hands.on(1)
        return await answers(here, phones)


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """Return what others are answered in the class without a secret."""
    return asyncio.run(trial(tmp_path_factory.mktemp("without"), None))


@pytest.mark.parametrize("secret", SECRETS, ids=lambda secret: secret.__name__)
def test_what_one_seat_alone_may_know_changes_no_byte_of_the_others(
    tmp_path: Path, without: Answers, secret: Secret
) -> None:
    told = asyncio.run(trial(tmp_path / "with", secret))

    assert [place for place in without if without[place] != told[place]] == []
    assert not any(MARK.encode() in body for _status, _headers, body in told.values())


def test_what_is_public_does_change_the_others_bytes(tmp_path: Path, without: Answers) -> None:
    async def seals(_here: Taught, phone: httpx.AsyncClient) -> None:
        await sent(phone, "/seat/orders", "/act/seal")

    told = asyncio.run(trial(tmp_path / "with", seals))

    assert without[("seoul", "/state")] != told[("seoul", "/state")]


def test_a_message_reaches_whom_it_is_for_alone(tmp_path: Path, without: Answers) -> None:
    async def writes(_here: Taught, phone: httpx.AsyncClient) -> None:
        assert (await sent(phone, "/seat/talk?with=seoul", "/act/say", text=MARK)).status_code == 303

    told = asyncio.run(trial(tmp_path / "with", writes))
    changed = {viewer for viewer, path in without if without[(viewer, path)] != told[(viewer, path)]}

    assert changed == {"seoul"}


def test_every_page_of_a_seat_is_among_those_that_are_compared() -> None:
    firsts = {route.path.split("{")[0] for route in seat_routes()}

    assert all(any(path.startswith(first) for path in ROUTES) for first in firsts)


def test_neither_seed_nor_key_nor_code_stands_on_any_page_of_a_phone(tmp_path: Path) -> None:
    async def told() -> None:
        async with taught(founded_in(tmp_path)) as here:
            phone = await here.seated(1, "seoul", "Ann")
            await here.play()
            held = b"".join([(await phone.get(path)).content for path in ROUTES])
            codes = here.live.room.codes.values()
            for secret in (DESK, phone.cookies["seat"], *codes):
                assert secret.encode() not in held

    asyncio.run(told())
