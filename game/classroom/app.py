"""The routes of a class, put together behind one guard."""

from asyncio import Lock
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.classroom import acts, board, desk, entrance, pulls, seats, shelf, watching
from game.classroom.door import Buckets, Guard, Throttle, nothing
from game.classroom.live import Live
from game.classroom.viewers import Keys

PARTS: tuple[Callable[[], list[Route]], ...] = (
    entrance.routes,
    seats.routes,
    acts.routes,
    watching.routes,
    board.routes,
    desk.routes,
    pulls.routes,
    shelf.routes,
)
"""What gives the routes, each part of the class its own."""


def app_of(live: Live, keys: Keys, hosts: Iterable[str], public: bool = False) -> Guard:
    """Return what answers for a class to those who ask for one of *hosts*."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with live.running():
            yield

    app = Starlette(
        routes=[route for part in PARTS for route in part()],
        lifespan=lifespan,
        exception_handlers={404: _nothing, 405: _nothing},
    )
    app.state.live, app.state.keys, app.state.public = live, keys, public
    app.state.throttle, app.state.buckets = Throttle(live.clocks.now), Buckets(live.clocks.now)
    app.state.made, app.state.counting = {}, Lock()
    return Guard(app, hosts, public)


async def _nothing(_request: Request, _wrong: Exception) -> Response:
    return nothing()
