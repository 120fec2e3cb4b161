"""Serving: a class put on the network of a room, and taken off it again."""

import signal
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from socket import socket
from types import FrameType
from urllib.parse import urlsplit

import segno
import uvicorn

from game.classroom.addresses import LOOPBACK, is_private, listening, private_addresses
from game.classroom.app import app_of
from game.classroom.classroom import Classroom
from game.classroom.codes import digest, fresh_key
from game.classroom.live import Live
from game.classroom.viewers import Keys
from game.match.trouble import Trouble, TroubleKind

LOG = "server.log"
"""Where the server writes what concerns nobody in the room."""

GRACE = 2
"""Seconds in which open lines are closed."""


@dataclass(frozen=True)
class Served:
    """A class that is about to be served: where it is reached, and by which links."""

    room: Classroom
    port: int
    sockets: list[socket]
    hosts: tuple[str, ...]
    """What browsers may call it by."""
    join: str
    """The address that phones open."""
    desk: str
    """The facilitator's link."""
    board: str
    """The board's link."""
    keys: Keys
    public: bool
    """Whether a proxy in front ends TLS."""


def ready(room: Classroom, port: int, bind: str | None, public: str | None) -> Served | Trouble:
    """Return a class ready to be served at private addresses alone, or why no port is free."""
    rooms = (bind,) if bind else private_addresses()
    found = listening(tuple(dict.fromkeys((*rooms, LOOPBACK))), port)
    if found is None:
        told = f"none of the ports {port} to {port + 9} is free: name another by --port."
        return Trouble(TroubleKind.UNWRITABLE, told)
    number, sockets = found
    desk, board = fresh_key(), fresh_key()
    own = f"http://{rooms[0] if rooms else LOOPBACK}:{number}"
    base = public.rstrip("/") if public else own
    hosts = [f"{each}:{number}" for each in (*rooms, LOOPBACK, "localhost")]
    hosts += [urlsplit(public).netloc] if public else []
    return Served(
        room, number, sockets, tuple(hosts), f"{base}/", f"{base}/f/{desk}", f"{base}/board/{board}",
        Keys(digest(desk), digest(board)), bool(public),
    )  # fmt: skip


def serve(served: Served) -> None:
    """Serve a class until Ctrl-C; phones are told that it was closed."""
    live = Live(served.room)
    app = app_of(live, served.keys, served.hosts, served.public)
    config = uvicorn.Config(
        app,
        log_config=_log_config(served.room.folder),
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
        proxy_headers=False,
    )
    with suppress(KeyboardInterrupt):
        _Server(config, live).run(sockets=served.sockets)


def in_signs(address: str) -> str:
    """Return an address as a picture of signs, for a phone's camera."""
    drawn = StringIO()
    segno.make(address, error="m").terminal(out=drawn, compact=True, border=2)
    return drawn.getvalue().rstrip("\n")


class _Server(uvicorn.Server):
    """A server that closes its open lines first, so that it need not wait for them."""

    def __init__(self, config: uvicorn.Config, live: Live) -> None:
        super().__init__(config)
        self._live = live

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Tell every open line that the class was closed, then end."""
        self._live.close()
        super().handle_exit(signal.SIGINT if sig == signal.SIGTERM else sig, frame)


def unfit(bind: str | None, public: str | None) -> Trouble | None:
    """Return why a class is not served like this."""
    if bind is not None and not is_private(bind):
        told = f"'{bind}' is no private address: a class is served in a room, or behind a proxy by --public https://…"
        return Trouble(TroubleKind.UNWRITABLE, told)
    if public is not None and (urlsplit(public).scheme != "https" or not urlsplit(public).netloc):
        told = (
            "--public wants the https address of a proxy that stands in front, such as https://class.example."
        )
        return Trouble(TroubleKind.UNWRITABLE, told)
    return None


def _log_config(folder: Path) -> dict[str, object]:
    """Return where the server writes: a file, as a teacher's terminal says what concerns her alone."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(message)s"}},
        "handlers": {
            "file": {"class": "logging.FileHandler", "filename": str(folder / LOG), "formatter": "plain"}
        },
        "loggers": {"uvicorn": {"handlers": ["file"], "level": "INFO", "propagate": False}},
    }
