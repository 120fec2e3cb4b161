"""Watching: where a phone, the wall or the console hears that there is something new, and by how much."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from game.classroom.door import nothing
from game.classroom.live import BOARD, DESK, Live
from game.classroom.viewers import is_board, is_facilitator, live_of, person_of


def routes() -> list[Route]:
    """Return where viewers watch."""
    return [Route("/stream", stream), Route("/state", state)]


async def stream(request: Request) -> Response:
    """Answer with a line on which numbers come; whoever sees a higher one than its page has looks again."""
    live, viewer = live_of(request), _viewer(request)
    if viewer is None:
        return nothing(403)
    line = live.streams.opened(viewer)
    if line is None:
        return nothing(503)
    told = live.streams.lines(line, _seq(live, viewer))
    return StreamingResponse(told, media_type="text/event-stream")


async def state(request: Request) -> Response:
    """Answer with where the viewer's table stands: what a phone asks for whose line is silent."""
    live, viewer = live_of(request), _viewer(request)
    if viewer is None:
        return nothing(403)
    person = live.hall.persons.get(viewer)
    if person is None:
        return JSONResponse({"seq": _seq(live, viewer), "state": live.hall.state})
    table = live.table_of(person)
    return JSONResponse(
        {
            "seq": _seq(live, viewer),
            "month": table.month,
            "branch": table.branch,
            "state": "paused" if table.paused else table.state,
            "left": int(live.clocks.left(table.number)),
            "sealed": sorted(side for side, hand in table.match.hands.items() if hand.sealed),
        }
    )


def _viewer(request: Request) -> str | None:
    """Return who is watching; none who may not."""
    if is_board(request, request.query_params.get(BOARD, "")):
        return BOARD
    person = person_of(request)
    if person is not None:
        return person.id
    return DESK if is_facilitator(request) else None


def _seq(live: Live, viewer: str) -> int:
    """Return the number that a viewer may see now."""
    person = live.hall.persons.get(viewer)
    if person is None:
        return live.hall.watched if viewer == BOARD else live.seq
    return live.hall.version(person)
