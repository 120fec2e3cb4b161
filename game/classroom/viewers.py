"""Viewers: who is asking, by cookie or link; nobody is told why a door stays shut."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from game.classroom.codes import digest, opens
from game.classroom.hall import Person
from game.classroom.live import Live
from game.scenario.languages import known_languages

SEAT, DESK, TONGUE = "seat", "desk", "lang"
"""Cookies: a phone's, the facilitator's, and the language of whoever has no seat yet."""

YEAR = 31_536_000
"""Seconds that the cookies of a class are kept."""


@dataclass(frozen=True)
class Keys:
    """What opens the console and the board: only digests are kept, the links are shown once."""

    desk: str
    """The digest of the facilitator's key."""
    board: str
    """The digest of the board's key."""


def live_of(request: Request) -> Live:
    """Return the class that is going on here."""
    found: Live = request.app.state.live
    return found


def person_of(request: Request) -> Person | None:
    """Return whose phone is asking; none for one without a seat here."""
    live = live_of(request)
    holder = live.room.people.holder(request.cookies.get(SEAT, ""))
    person = live.hall.persons.get(holder or "")
    return person if person and person.here else None


def is_facilitator(request: Request) -> bool:
    """Return whether the facilitator is asking."""
    keys: Keys = request.app.state.keys
    return opens(request.cookies.get(DESK, ""), keys.desk)


def is_board(request: Request, key: str) -> bool:
    """Return whether a key is the board's."""
    keys: Keys = request.app.state.keys
    return opens(key, keys.board)


def tongue_of(request: Request) -> str:
    """Return the language to answer in: the person's, the one chosen, the browser's, or the class's."""
    person = person_of(request)
    if person is not None:
        return person.language
    spoken = known_languages()
    chosen = request.query_params.get(TONGUE) or request.cookies.get(TONGUE, "")
    if chosen in spoken:
        return chosen
    wanted = request.headers.get("accept-language", "")[:2].lower()
    return wanted if wanted in spoken else live_of(request).room.charter.language


def keys_of(desk: str, board: str) -> Keys:
    """Return what is kept of two keys."""
    return Keys(digest(desk), digest(board))


def give(request: Request, response: Response, name: str, value: str) -> None:
    """Put a cookie on an answer: for this laptop alone, and out of reach of any script."""
    secure = bool(request.app.state.public)
    response.set_cookie(name, value, max_age=YEAR, path="/", secure=secure, httponly=True, samesite="strict")
