"""Acts of a phone: a form, sent with a script or without, becomes an act; a refusal says why."""

from collections.abc import Callable, Mapping

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from game.classroom.codes import digest
from game.classroom.denials import Denial, Denied
from game.classroom.door import TooLargeBodyError, form, nothing
from game.classroom.events import Act, Stamped
from game.classroom.hall import Person
from game.classroom.live import Live
from game.classroom.people import as_name, clean
from game.classroom.people_acts import (
    MESSAGE,
    NOTE,
    Answered,
    Departed,
    Guessed,
    Noted,
    PostTaken,
    Promise,
    Renamed,
    Said,
    Spoken,
)
from game.classroom.play_acts import Laid, Signed, Undone, Unsealed
from game.classroom.seats import answered
from game.classroom.store import Change
from game.classroom.viewers import live_of, person_of
from game.classroom.writer import Receipt
from game.presenters.words import _, speaking
from game.rules.sheets import Order
from game.rules.terms import Terms
from game.scenario.languages import known_languages

Fields = Mapping[str, str]
"""What a form says."""

BACK = {
    "say": "talk", "guess": "guess", "post": "lobby", "answer": "lobby", "rename": "me", "language": "me",
}  # fmt: skip
"""The page on which an act is seen, where it is not the sheet."""


def routes() -> list[Route]:
    """Return where phones act."""
    return [Route("/act/{kind}", act, methods=["POST"])]


async def act(request: Request) -> Response:
    """Carry out an act of the phone that asks, and show the page on which it is seen."""
    live, person = live_of(request), person_of(request)
    kind = request.path_params["kind"]
    if person is None or kind not in READ:
        return nothing(403 if person is None else 404)
    if not request.app.state.buckets.take(person.id):
        return nothing(429)
    try:
        fields = await form(request)
        asked = READ[kind](live, person, fields)
        stamp = _stamp(live, person, fields, asked)
    except TooLargeBodyError:
        return nothing(413)
    except (ValueError, KeyError, ValidationError):
        with speaking(person.language):
            return _refused(request, kind, fields, Denied(Denial.PLACE, _("This could not be taken.")), 400)
    answer = await live.ask(stamp, *_changes(live, person, asked, fields))
    if isinstance(answer, Receipt):
        return _granted(request, kind, fields, answer)
    return _refused(request, kind, fields, answer, 503 if answer.reason is Denial.DISK else 409)


def _stamp(live: Live, person: Person, fields: Fields, asked: Act) -> Stamped:
    """Return an act under its stamp, keyed by the state that its sender saw; on the sheet, for that month.

    Two taps, two tabs and a form that is sent again are so one act, without a script.
    """
    branch, month, version = map(int, fields["seen"].split("."))
    what = digest(asked.model_dump_json(exclude={"left"}))
    stamp = live.stamped(asked, person=person, idem=f"{branch}.{month}.{version}:{person.id}:{what[:32]}")
    if not isinstance(asked, Laid | Undone | Signed | Unsealed | Guessed):
        return stamp
    return Stamped(**{**dict(stamp), "branch": branch, "month": month})


def _changes(live: Live, person: Person, asked: Act, fields: Fields) -> tuple[Change, ...]:
    """Return what is kept beside the log: a new name."""
    if isinstance(asked, Renamed):
        return (live.room.people.renamed(person.id, as_name(fields["name"])),)
    return ()


def _granted(request: Request, kind: str, fields: Fields, answer: Receipt) -> Response:
    """Answer an act that was kept: a script is told so, a form is led to where it is seen."""
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"r": "again" if answer.again else "ok", "seq": answer.seq, "said": ""})
    return RedirectResponse(_back(kind, fields), 303)


def _refused(request: Request, kind: str, fields: Fields, denied: Denied, status: int) -> Response:
    """Answer an act that is not granted: the page as it is now, and the sentence on it."""
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"r": denied.reason, "seq": 0, "said": denied.sentence}, status)
    where, _question, rest = _back(kind, fields).partition("?")
    asked = dict([rest.split("=", 1)]) if rest else {}
    return answered(request, where.removeprefix("/seat/"), asked, denied.sentence, status)


def _back(kind: str, fields: Fields) -> str:
    """Return the page on which an act is seen."""
    if kind == "leave":
        return "/"
    page = f"/seat/{BACK.get(kind, 'orders')}"
    thread = "".join(sign for sign in fields.get("to", "") if sign.isalnum() or sign in "_-")
    about = "".join(sign for sign in fields.get("about", "") if sign.isalnum() or sign in "_-")
    return f"{page}?with={thread}" if thread else f"{page}?about={about}" if about else page


def _lay(live: Live, person: Person, fields: Fields) -> Act:
    book = live.table_of(person).match.book
    ladders = book.scenario.bargain.ladders if book.scenario.bargain else {}
    levels = {name: int(fields[f"level.{name}"]) for name in ladders if fields.get(f"level.{name}")}
    terms = Terms(levels, fields.get("first") or None) if "terms" in fields else None
    return Laid(slot=fields["slot"], order=Order(fields["card"], terms))


def _sign(live: Live, person: Person, fields: Fields) -> Act:
    return Signed(left=int(live.clocks.left(person.table)))


def _say(live: Live, person: Person, fields: Fields) -> Act:
    levels = {name.removeprefix("level."): int(n) for name, n in fields.items() if name.startswith("level.")}
    promised = fields.get("promise", "")
    return Said(
        to=fields["to"],
        text=clean(fields.get("text", ""), MESSAGE),
        terms={name: level for name, level in levels.items() if level},
        promise=Promise(redline=promised, until=int(fields["until"])) if promised else None,
    )


def _guess(live: Live, person: Person, fields: Fields) -> Act:
    reading = fields.get("reading", "")
    return Guessed(
        about=fields["about"],
        line=fields.get("line", "unsure"),  # type: ignore[arg-type]  # pydantic refuses any other word
        track=fields.get("track", ""),
        reading=int(reading) if reading else None,
        goal=fields.get("goal", ""),
        sure=int(fields.get("sure", "1")),
    )


def _answer(live: Live, person: Person, fields: Fields) -> Act:
    when = fields["when"]
    option, question = int(fields["option"]), int(fields["question"])
    return Answered(when=when, question=question, option=option)  # type: ignore[arg-type]  # as above


def _note(live: Live, person: Person, fields: Fields) -> Act:
    text = clean(fields.get("text", "").replace("\n", " "), NOTE)
    return Noted(task=fields["task"], choice=fields.get("choice", ""), text=text)


def _rename(live: Live, person: Person, fields: Fields) -> Act:
    if not as_name(fields["name"]):
        raise ValueError(fields["name"])
    return Renamed()


def _speak(live: Live, person: Person, fields: Fields) -> Act:
    if fields["language"] not in known_languages():
        raise ValueError(fields["language"])
    return Spoken(language=fields["language"])


Reader = Callable[[Live, Person, Fields], Act]
"""Reads a form as an act; what it lacks is a KeyError, what it garbles a ValueError."""

READ: dict[str, Reader] = {
    "lay": _lay,
    "undo": lambda *_rest: Undone(),
    "seal": _sign,
    "unseal": lambda *_rest: Unsealed(),
    "say": _say,
    "guess": _guess,
    "answer": _answer,
    "note": _note,
    "post": lambda _live, _person, fields: PostTaken(post=int(fields["post"])),
    "rename": _rename,
    "language": _speak,
    "leave": lambda *_rest: Departed(),
}
"""What a phone may ask for, by the last word of its address."""
