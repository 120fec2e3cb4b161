"""Signs: the address that phones open, and a picture of it for their cameras."""

from dataclasses import dataclass

import segno
from starlette.requests import Request

from game.classroom.addresses import LOOPBACK, private_addresses

QUIET = 4
"""Blank squares round the picture of an address, without which a camera does not find it."""


@dataclass(frozen=True)
class QuickResponse:
    """The picture of an address: squares in so many rows, as the path that draws them."""

    size: int
    path: str


def joined_at(request: Request) -> str:
    """Return the address that phones open: a bare one of the room, which no browser warns of."""
    if request.app.state.public:
        return f"https://{request.url.netloc}/"
    rooms = private_addresses() or (LOOPBACK,)
    return f"http://{rooms[0]}:{request.url.port or 80}/"


def quick_response(address: str) -> QuickResponse:
    """Return the picture of an address."""
    matrix = segno.make(address, error="m", micro=False).matrix
    dark = (
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(matrix)
        for x, bit in enumerate(row)
        if bit
    )
    return QuickResponse(len(matrix) + 2 * QUIET, "".join(dark))
