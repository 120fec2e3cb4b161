"""Coming in: the address, the link of a code, and the form that takes a seat."""

from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from game.classroom.codes import LETTERS_ABROAD, as_typed, digest, opens
from game.classroom.door import TooLargeBodyError, form, nothing
from game.classroom.events import Stamped
from game.classroom.live import Live
from game.classroom.pages import page
from game.classroom.people import as_name
from game.classroom.people_acts import Seated
from game.classroom.viewers import DESK, SEAT, TONGUE, give, live_of, person_of, tongue_of
from game.classroom.writer import Receipt
from game.presenters.words import _, speaking
from game.scenario.languages import known_languages, language_name


def routes() -> list[Route]:
    """Return the ways in."""
    return [
        Route("/", address),
        Route("/j/{code}", linked),
        Route("/join", join, methods=["POST"]),
        Route("/f/{key}", facilitator),
    ]


async def address(request: Request) -> Response:
    """Answer the bare address: whoever has a seat goes on there, all others are asked for a code."""
    if person_of(request) is not None and TONGUE not in request.query_params:
        return RedirectResponse("/seat/orders", 303)
    return _asked(request)


async def linked(request: Request) -> Response:
    """Answer the link of a code, which a picture led to: it arrives without a cookie."""
    return _asked(request, code=as_typed(request.path_params["code"])[:LETTERS_ABROAD])


async def join(request: Request) -> Response:
    """Take a seat: by the same code and name, the same person comes back."""
    live = live_of(request)
    try:
        fields = await form(request)
    except TooLargeBodyError:
        return nothing(413)
    if not await request.app.state.throttle.admitted():
        return nothing(429)
    code, name = as_typed(fields.get("code", ""))[:LETTERS_ABROAD], as_name(fields.get("name", ""))
    tongue = tongue_of(request)
    seat = live.room.seats.get(digest(code))
    if seat is None or not name:
        if seat is None:
            request.app.state.throttle.missed()
        wrong = "code" if seat is None else "name"
        return _asked(request, 404 if seat is None else 400, code=code, name=name, wrong=wrong)
    admission = live.room.people.admission(*seat, name)
    came = Stamped(table=seat[0], side=seat[1], person=admission.person, act=Seated(language=tongue))
    back = _sits(live, admission.person)
    answer = await live.ask(None if back else came, *admission.changes)
    if not isinstance(answer, Receipt) and _sits(live, admission.person):
        answer = await live.ask(None, *admission.changes)  # pressed twice: the first was faster
    if not isinstance(answer, Receipt):
        live.room.people.dropped(admission)
        return _asked(request, 403, code=code, name=name, wrong=answer.sentence)
    response = RedirectResponse("/seat/orders", 303)
    give(request, response, SEAT, admission.token)
    return response


async def facilitator(request: Request) -> Response:
    """Answer the facilitator's link once: from then on a cookie opens the console."""
    keys = request.app.state.keys
    key = request.path_params["key"]
    if not opens(key, keys.desk):
        return nothing(403)
    response = RedirectResponse("/desk", 303)
    give(request, response, DESK, key)
    return response


def _sits(live: Live, person: str) -> bool:
    """Return whether somebody sits in a seat."""
    known = live.hall.persons.get(person)
    return known is not None and known.here


def _asked(request: Request, status: int = 200, **fields: Any) -> Response:
    """Return the page that asks for a code and a name."""
    tongue = tongue_of(request)
    scenario = next(iter(live_of(request).hall.tables.values())).told(tongue).book.scenario
    with speaking(tongue):
        wrong = {
            "code": _("No team has this code. Look at your team’s card once more."),
            "name": _("Write your first name or initials, so that your team knows you."),
        }
        content = {"code": "", "name": "", "wrong": "", **fields}
        told = wrong.get(content["wrong"], content["wrong"])
        languages = [(code, language_name(code)) for code in known_languages()]
        answer = page(
            "join.html", request, tongue, status, **{**content, "wrong": told}, about=scenario.title,
            languages=languages, letters=live_of(request).room.charter.letters,
        )  # fmt: skip
    if request.query_params.get(TONGUE) == tongue:
        give(request, answer, TONGUE, tongue)
    return answer
