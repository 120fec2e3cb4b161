"""The door: who may come in, how much they may bring, and what every answer says to the browser."""

from asyncio import Lock, sleep
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY = 16_384
"""Bytes that a phone may send at once."""

FIELDS = 60
"""Fields that a form may have."""

POSTS, PER = 20, 10.0
"""How many acts one phone may send in so many seconds."""

WRONG, WITHIN, DELAY = 10, 60.0, 2.0
"""Wrong codes within so many seconds from which on each try takes so many seconds."""

LINE = 40
"""Tries that may wait for their turn."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a page may load and run: what this laptop gives it, and nothing else."""

ALWAYS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # "no-referrer" turns the Origin of a plain form into "null"
    "cross-origin-opener-policy": "same-origin",
}

SECURE = {"strict-transport-security": "max-age=31536000"}
"""What is said where a proxy in front ends TLS."""

NOTHING = "There is nothing here for you.\n"
"""What everybody is told who may not see something, or asks for what is not there."""


class TooLargeBodyError(ValueError):
    """More was sent than is read."""


class Guard:
    """The first to see a request: hosts, origins, and the headers of every answer."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str], public: bool = False) -> None:
        """Let in what is meant for one of *hosts*; *public* where a proxy in front ends TLS."""
        self.app, self.hosts = app, frozenset(hosts)
        self.always = {**ALWAYS, **(SECURE if public else {})}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or have it answered."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.always)
                headers.setdefault("cache-control", "no-store")
            await send(message)

        headers = Headers(scope=scope)
        foreign = scope["method"] not in ("GET", "HEAD") and not same_origin(headers)
        if headers.get("host", "") not in self.hosts or foreign:
            await nothing(403)(scope, receive, sent)
            return
        await self.app(scope, receive, sent)


def same_origin(headers: Mapping[str, str]) -> bool:
    """Return whether a form was sent from a page of ours, as far as a browser says."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2] == headers.get("host")


def nothing(status: int = 404) -> Response:
    """Return the one answer to whoever may not see something, or asks for what is not there."""
    return PlainTextResponse(NOTHING, status)


async def form(request: Request) -> dict[str, str]:
    """Return the fields of a form, the last of each name; too much is a TooLargeBodyError."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > BODY:
            raise TooLargeBodyError
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=FIELDS)
    except ValueError:
        raise TooLargeBodyError from None
    return dict(pairs)


@dataclass
class Buckets:
    """How many acts each phone may still send: a bucket that fills again with time."""

    now: Callable[[], float]
    """A clock in seconds."""
    size: int = POSTS
    per: float = PER
    _held: dict[str, tuple[float, float]] = field(default_factory=dict)

    def take(self, who: str) -> bool:
        """Return whether one more act may be sent."""
        now = self.now()
        full, since = self._held.get(who, (float(self.size), now))
        full = min(float(self.size), full + (now - since) * self.size / self.per)
        self._held[who] = (full - 1 if full >= 1 else full, now)
        return full >= 1


@dataclass
class Throttle:
    """Wrong codes, counted for the whole room: one access point may hide all phones behind one address.

    Once there were too many, all tries stand in one line and each takes its time, so that asking side by side
    is no faster than asking one after another: of 28 signs six are then guessed in no lesson.
    """

    now: Callable[[], float]
    """A clock in seconds."""
    wrong: list[float] = field(default_factory=list)
    """When wrong codes came, the last minute's."""
    waiting: int = 0
    """How many tries stand in the line."""
    _line: Lock = field(default_factory=Lock)

    @property
    def tight(self) -> bool:
        """Return whether there were too many wrong codes within the time."""
        now = self.now()
        self.wrong = [each for each in self.wrong if now - each < WITHIN]
        return len(self.wrong) >= WRONG

    def missed(self) -> None:
        """Note a wrong code."""
        self.wrong.append(self.now())

    async def admitted(self) -> bool:
        """Return, when it is its turn, whether a try is made; not where the line is too long."""
        if not self.tight:
            return True
        if self.waiting >= LINE:
            return False
        self.waiting += 1
        try:
            async with self._line:
                await sleep(DELAY)
        finally:
            self.waiting -= 1
        return True
