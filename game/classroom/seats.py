"""Seats: the pages of a phone that sits at a table, each made once for what it shows."""

from asyncio import to_thread
from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from game.classroom.door import nothing
from game.classroom.eyes import Eyes, eyes_of
from game.classroom.hall import Person
from game.classroom.live import Live
from game.classroom.pages import html
from game.classroom.sights.brief import brief
from game.classroom.sights.foresight import foresight
from game.classroom.sights.guess import guess
from game.classroom.sights.head import CLOCK, LEFT, head_of
from game.classroom.sights.me import me
from game.classroom.sights.news import news, why
from game.classroom.sights.orders import orders, rack
from game.classroom.sights.quiz import quiz
from game.classroom.sights.talk import talk
from game.classroom.sights.task import task
from game.classroom.sights.team import ended, lobby, posts_of
from game.classroom.states import HallState, TableState
from game.classroom.viewers import live_of, person_of
from game.presenters.words import speaking

Told = tuple[str, dict[str, Any]]
"""A template, and what it is filled with."""


def routes() -> list[Route]:
    """Return the pages of a seat."""
    return [
        Route("/seat/line/{slot}", line),
        Route("/seat/card/{card}", card),
        Route("/seat/{tab}", tab),
        Route("/api/glimpse", glimpse),
        Route("/why/{month:int}/{name:path}", reason),
    ]


async def tab(request: Request) -> Response:
    """Answer with one of the pages under the tabs."""
    wanted = request.path_params["tab"]
    if wanted == "foresight":
        return await _counted(request)
    return answered(request, wanted, request.query_params)


async def line(request: Request) -> Response:
    """Answer with the rack of a line."""
    return answered(request, f"line/{request.path_params['slot']}", request.query_params)


async def card(request: Request) -> Response:
    """Answer with the rack of a card's line, the card opened."""
    return answered(request, f"card/{request.path_params['card']}", request.query_params)


async def reason(request: Request) -> Response:
    """Answer why something stands where it does."""
    wanted = f"why/{request.path_params['month']}/{request.path_params['name']}"
    return answered(request, wanted, request.query_params)


async def glimpse(request: Request) -> Response:
    """Answer with all that the seat may be shown of its game, as canonical JSON: what a program plays by."""
    person = person_of(request)
    if person is None:
        return nothing(403)
    seen = live_of(request).table_of(person).glimpse(person.side, person.language)
    return Response(seen.to_json(), media_type="application/json")


def answered(
    request: Request, wanted: str, asked: Mapping[str, str], said: str = "", status: int = 200
) -> Response:
    """Answer with a page of the asking phone's seat; *said* is a sentence about what was just tried."""
    person = person_of(request)
    if person is None:
        return RedirectResponse("/", 303)
    live = live_of(request)
    kept: dict[object, tuple[int, str]] = request.app.state.made
    key = (person, wanted, tuple(sorted(asked.items()))[:8], said)
    version = live.hall.version(person)
    made = kept.pop(key, None)
    if made is None or made[0] != version:
        found = _made(live, person, wanted, asked, said)
        if found is None:
            return nothing()
        made = (version, found)
    kept[key] = made
    while len(kept) > MADE:
        kept.pop(next(iter(kept)))
    return HTMLResponse(_timed(made[1], live.clocks.left(person.table)), status)


async def _counted(request: Request) -> Response:
    """Answer with the forecast, counted beside the pages: its fifth of a second keeps nobody waiting."""
    person = person_of(request)
    if person is None:
        return RedirectResponse("/", 303)
    live = live_of(request)
    async with request.app.state.counting:
        found = await to_thread(_made, live, person, "foresight", {}, "")
    return HTMLResponse(_timed(found or "", live.clocks.left(person.table)))


MADE = 800
"""Pages kept: a few of each phone, the oldest go first."""


def _timed(page: str, left: float) -> str:
    """Return a page with the time that is left."""
    minutes, seconds = divmod(int(left), 60)
    return page.replace(CLOCK, f"{minutes}:{seconds:02}").replace(LEFT, str(int(left)))


def _made(live: Live, person: Person, wanted: str, asked: Mapping[str, str], said: str) -> str | None:
    """Return a page as HTML, the time left open; none where there is none of this name."""
    with speaking(person.language):
        eyes = eyes_of(live.hall, person, live.room.people.names)
        told = _told(live, eyes, wanted, asked)
        if told is None:
            return None
        template, content = told
        head = head_of(eyes)
    at_tab = {"line": "orders", "foresight": "orders", "card": "orders", "why": "news", "me": "me"}
    name = wanted.partition("/")[0]
    shown = {"head": head, "eyes": eyes, "tab": at_tab.get(name, name), "said": said, **content}
    return html(template, person.language, **shown)


def _told(live: Live, eyes: Eyes, wanted: str, asked: Mapping[str, str]) -> Told | None:
    """Return the template of a page and what fills it; none where there is none of this name."""
    name, _slash, rest = wanted.partition("/")
    if name in ("line", "card"):
        return _rack(eyes, name, rest, asked)
    if name == "why":
        month, _slash, track = rest.partition("/")
        found = why(eyes, int(month), track)
        return None if found is None else ("why.html", {"why": found})
    if name in ("orders", "lobby"):
        return _first(eyes)
    if name == "brief":
        return "brief.html", {"brief": brief(eyes, asked.get("part", ""))}
    if eyes.lesson in (HallState.LOBBY, HallState.BRIEF) and name in ("news", "talk", "guess"):
        return _first(eyes)
    pages: dict[str, Callable[[], Told]] = {
        "news": lambda: ("news.html", {"news": news(eyes)}),
        "talk": lambda: ("talk.html", {"talk": talk(eyes, asked.get("with", ""))}),
        "guess": lambda: ("guess.html", {"guess": guess(eyes, asked.get("about", ""))}),
        "foresight": lambda: ("foresight.html", {"foresight": foresight(eyes)}),
        "me": lambda: ("me.html", {"me": me(eyes), "posts": posts_of(eyes)}),
    }
    return pages[name]() if name in pages else None


def _first(eyes: Eyes) -> Told:
    """Return the first page of a seat: the lobby before the game, the sheet in it, the ending after it."""
    if eyes.lesson in (HallState.LOBBY, HallState.BRIEF):
        return "lobby.html", {"lobby": lobby(eyes), "quiz": quiz(eyes)}
    if eyes.state is TableState.OVER or eyes.lesson is HallState.DEBRIEF:
        return "over.html", {"ended": ended(eyes), "quiz": quiz(eyes)}
    return "orders.html", {"orders": orders(eyes), "task": task(eyes)}


def _rack(eyes: Eyes, name: str, rest: str, asked: Mapping[str, str]) -> Told | None:
    cards = eyes.seen.book.scenario.cards
    slot = rest if name == "line" else cards[rest].slot if rest in cards else ""
    opened = asked.get("card", "") if name == "line" else rest
    found = rack(eyes, slot, opened, asked)
    return None if found is None else ("rack.html", {"rack": found})
