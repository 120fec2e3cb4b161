"""The board: pages for the wall of a room, which show what everybody may see and nothing else."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.classroom.door import nothing
from game.classroom.live import Live
from game.classroom.pages import page
from game.classroom.sights.wall import lobby, wall
from game.classroom.signs import joined_at, quick_response
from game.classroom.states import HallState
from game.classroom.viewers import is_board, live_of, tongue_of
from game.presenters.words import speaking


def routes() -> list[Route]:
    """Return the pages of the wall."""
    return [Route("/board/{key}", board), Route("/board/{key}/{part}", board)]


async def board(request: Request) -> Response:
    """Answer with the part of the board that is named, else the one that the lesson has come to."""
    key = request.path_params["key"]
    if not is_board(request, key):
        return nothing(403)
    live, tongue = live_of(request), tongue_of(request)
    part = request.path_params.get("part") or part_of(live)
    shown: dict[str, Any] = {
        "seq": live.hall.watched,
        "key": key,
        "closed": live.hall.state is HallState.CLOSED,
    }
    with speaking(tongue):
        if part == "lobby":
            address = joined_at(request)
            content = {"lobby": lobby(live.hall, live.room.people.names, tongue), "address": address}
            return page(
                "wall_lobby.html", request, tongue, 200, **shown, **content, code=quick_response(address)
            )
        if part in ("month", "reveal"):
            left = round(clock_left(live))
            content = {"wall": wall(live.hall, tongue), "left": left, "paused": left < 0}
            return page("wall.html", request, tongue, 200, **shown, **content, reveal=part == "reveal")
    return nothing()


def part_of(live: Live) -> str:
    """Return which part of the board the lesson has come to."""
    return "lobby" if live.hall.state in (HallState.LOBBY, HallState.BRIEF) else "month"


def clock_left(live: Live) -> float:
    """Return the seconds that a class has left, of the table that has most; less than none if paused."""
    going = [table for table in live.hall.playing if not table.paused]
    if live.hall.state is not HallState.PLAY or not going:
        return -1.0
    return max(live.clocks.left(table.number) for table in going)
