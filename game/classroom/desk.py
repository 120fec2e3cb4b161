"""The desk: the facilitator's pages, which open to her cookie alone."""

import shutil
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.classroom.addresses import LOOPBACK, private_addresses
from game.classroom.board import clock_left
from game.classroom.door import WITHIN, nothing
from game.classroom.live import Live
from game.classroom.pages import page
from game.classroom.sights.console import Watch, console
from game.classroom.sights.table import table_open
from game.classroom.signs import joined_at, quick_response
from game.classroom.viewers import is_facilitator, live_of, tongue_of
from game.model.scenario import Scenario
from game.presenters.naming import side_mark
from game.presenters.words import speaking

GIGABYTE = 1_000_000_000

ROOM = 0.2
"""Gigabytes that a class should have free on the disk."""

GREETING = "hello"
"""Where a phone shows that it reaches the laptop."""


def routes() -> list[Route]:
    """Return the pages of the desk, and the one page by which any phone shows that it reaches the laptop."""
    return [
        Route("/desk", _page("console")),
        Route("/desk/table/{number:int}", _page("table")),
        Route("/desk/{name}", _page("")),
        Route(f"/{GREETING}", greeted),
    ]


def _page(name: str) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        return await shown(request, request.url.path)

    return answer


async def greeted(request: Request) -> Response:
    """Greet a phone, and remember that one came: the doctor of the class is content then."""
    request.app.state.greeted = True
    with speaking(tongue_of(request)):
        return page("hello.html", request, tongue_of(request))


async def shown(request: Request, path: str, said: str = "", status: int = 200) -> Response:
    """Answer with a page of the desk; *said* is a sentence about what was just tried."""
    if not is_facilitator(request):
        return nothing(403)
    live, tongue = live_of(request), tongue_of(request)
    name, _slash, number = path.removeprefix("/desk").strip("/").partition("/")
    makers: dict[str, Callable[[], dict[str, Any] | None]] = {
        "": partial(_console, request, live, tongue),
        "table": partial(_table, live, tongue, number),
        "codes": partial(_codes, request, live, tongue),
        "doctor": partial(_doctor, request, live),
        "blank": dict,
    }
    with speaking(tongue):
        content = makers[name]() if name in makers else None
        if content is None:
            return nothing()
        seen, left = live.writer.store.head.seq, clock_left(live)
        return page(
            f"desk_{name or 'console'}.html", request, tongue, status, said=said, seen=seen, seq=live.seq,
            left=round(left), back=path, **content,
        )  # fmt: skip


def _console(request: Request, live: Live, tongue: str) -> dict[str, Any]:
    scenario = _scenario(live, tongue)
    plans = scenario.teaching.plans if scenario.teaching else {}
    now = live.clocks.now()
    wrong = sum(now - each < WITHIN for each in request.app.state.throttle.wrong)
    watch = Watch(
        hall=live.hall,
        language=tongue,
        plan=plans.get(live.room.charter.plan),
        minute=_minute(live),
        phones={person: live.streams.count(person) for person in live.hall.persons},
        names=live.room.people.names,
        wrong_codes=wrong,
        trouble=live.writer.trouble,
    )
    return {"desk": console(watch)}


def _table(live: Live, tongue: str, number: str) -> dict[str, Any] | None:
    if not number.isdecimal() or int(number) not in live.hall.tables:
        return None
    return {"table": table_open(live.hall, int(number), live.room.people.names, tongue)}


def _codes(request: Request, live: Live, tongue: str) -> dict[str, Any]:
    scenario, base = _scenario(live, tongue), joined_at(request)
    cards = [
        {
            "table": number,
            "side": side,
            "label": noun.label,
            "mark": side_mark(scenario, side),
            "code": live.room.codes.get((number, side), ""),
            "picture": quick_response(f"{base}j/{live.room.codes.get((number, side), '')}"),
        }
        for number in live.hall.tables
        for side, noun in scenario.sides.items()
    ]
    return {"cards": cards, "address": base}


def _doctor(request: Request, live: Live) -> dict[str, Any]:
    free = shutil.disk_usage(live.room.folder).free / GIGABYTE
    last = live.room.store.rows("SELECT at FROM event WHERE at != '' ORDER BY seq DESC LIMIT 1")
    greeting = f"{joined_at(request)}{GREETING}"
    arrived = bool(getattr(request.app.state, "greeted", False)) or bool(live.hall.persons)
    return {
        "addresses": private_addresses(),
        "alone": not private_addresses(),
        "loopback": LOOPBACK,
        "greeting": greeting,
        "picture": quick_response(greeting),
        "arrived": arrived,
        "port": request.url.port or 80,
        "free": free,
        "enough": free >= ROOM,
        "kept": last[0][0][11:19] if last else "",
        "trouble": live.writer.trouble,
        "folder": str(live.room.folder),
    }


def _minute(live: Live) -> int:
    """Return the minute of the lesson, counted from the first phone; -1 before it came."""
    first = live.room.store.rows("SELECT at FROM event WHERE at != '' ORDER BY seq LIMIT 1")
    if not first:
        return -1
    began = datetime.fromisoformat(first[0][0])
    return max(0, int((datetime.now().astimezone() - began).total_seconds() // 60))


def _scenario(live: Live, tongue: str) -> Scenario:
    return next(iter(live.hall.tables.values())).told(tongue).book.scenario
