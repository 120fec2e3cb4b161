"""Pulls: the facilitator's forms, each a lever of the class; whatever is pulled stands in the log."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from game.classroom.codes import digest
from game.classroom.denials import Denied
from game.classroom.desk import shown
from game.classroom.door import TooLargeBodyError, form, nothing
from game.classroom.events import Act, Stamped
from game.classroom.lever_acts import (
    BranchFixed,
    CodeRotated,
    Extended,
    Frozen,
    Injected,
    Muted,
    Paused,
    Practised,
    Relocated,
    Resumed,
    Rotated,
    SeatFilled,
    SeatLocked,
    Starred,
    SteppedBack,
    TableEnded,
)
from game.classroom.live import Live
from game.classroom.play_acts import HallReached, Shut, TableReached
from game.classroom.states import HallState, TableState
from game.classroom.store import Change
from game.classroom.viewers import is_facilitator, live_of, tongue_of
from game.classroom.writer import Receipt
from game.presenters.words import _, speaking

PULL = "pull"
"""The last word of an address whose form says itself which lever it pulls."""

Fields = Mapping[str, str]
"""What a form says."""


@dataclass(frozen=True)
class Pull:
    """One act that a lever asks for."""

    act: Act
    table: int = 0
    """The table, 0 for all."""
    side: str = ""


def routes() -> list[Route]:
    """Return where levers are pulled."""
    return [Route("/lever/{name}", lever, methods=["POST"])]


async def lever(request: Request) -> Response:
    """Pull a lever, and show the page it was pulled on; a lever that nothing answers says why."""
    if not is_facilitator(request):
        return nothing(403)
    live = live_of(request)
    try:
        fields = await form(request)
        name = fields.get("lever", "") if request.path_params["name"] == PULL else request.path_params["name"]
        if name not in READ:
            return nothing()
        pulls = tuple(READ[name](live, fields))
        stamps = [_stamped(live, pull, fields) for pull in pulls]
    except TooLargeBodyError:
        return nothing(413)
    except (ValueError, KeyError, ValidationError):
        return await shown(request, _back({}), _not_taken(request), 400)
    answers = [await live.ask(stamp, *_kept(live, stamp)) for stamp in stamps]
    if any(isinstance(answer, Receipt) for answer in answers):
        return RedirectResponse(_back(fields), 303)
    told = next((answer.sentence for answer in answers if isinstance(answer, Denied)), _not_taken(request))
    return await shown(request, _back(fields), told, 409)


def _stamped(live: Live, pull: Pull, fields: Fields) -> Stamped:
    """Return an act under its stamp, keyed by the page it was asked on: two taps are one pull."""
    seen = int(fields["seen"])
    what = digest(f"{pull.table}.{pull.side}.{pull.act.model_dump_json()}")[:32]
    stamp = live.stamped(pull.act, pull.table, idem=f"lever.{seen}.{what}")
    return Stamped(**{**dict(stamp), "side": pull.side})


def _kept(live: Live, stamp: Stamped) -> tuple[Change, ...]:
    """Return what is kept beside the act: a new code."""
    seat = stamp.table in live.hall.tables and stamp.side in live.hall.tables[stamp.table].match.seats
    if isinstance(stamp.act, CodeRotated) and seat:
        return (live.room.rotated(stamp.table, stamp.side),)
    return ()


def _not_taken(request: Request) -> str:
    with speaking(tongue_of(request)):
        return _("This lever has nothing to move now.")


def _back(fields: Fields) -> str:
    """Return the page a lever was pulled on."""
    back = fields.get("back", "")
    number = back.removeprefix("/desk/table/")
    return back if back == "/desk/codes" or (number != back and number.isdecimal()) else "/desk"


def _tables(live: Live, fields: Fields) -> tuple[int, ...]:
    """Return which tables are meant: the one named, else all."""
    named = int(fields.get("table", "0"))
    return (named,) if named else tuple(live.hall.tables)


def _each(act: Act, live: Live, fields: Fields) -> Iterable[Pull]:
    """Return an act for each table that is meant."""
    return (Pull(act, table) for table in _tables(live, fields))


def _at(act: Act, fields: Fields) -> tuple[Pull, ...]:
    """Return an act for one table, or for all as one."""
    return (Pull(act, int(fields.get("table", "0"))),)


def _seat(act: Act, fields: Fields) -> tuple[Pull, ...]:
    """Return an act for one seat."""
    return (Pull(act, int(fields["table"]), fields["side"]),)


def _skip(live: Live, fields: Fields) -> Iterable[Pull]:
    """Return how tables go on from what they read: from the open sheets to the news, from those to orders."""
    onward = {TableState.REVEAL: TableState.NEWS, TableState.NEWS: TableState.OPEN}
    for number in _tables(live, fields):
        state = live.hall.tables[number].state
        if state in onward:
            yield Pull(TableReached(state=onward[state]), number)


def _close(live: Live, fields: Fields) -> Iterable[Pull]:
    for number in _tables(live, fields):
        table = live.hall.tables[number]
        if table.state is TableState.OPEN:
            yield Pull(Shut(by="lever", unsealed=table.match.waiting), number)


def _move(live: Live, fields: Fields) -> Iterable[Pull]:
    table, _dot, side = fields["seat"].partition(".")
    return (Pull(Relocated(who=fields["who"]), int(table), side),)


def _fix(live: Live, fields: Fields) -> Iterable[Pull]:
    event, _dot, branch = fields["way"].partition(".")
    return _each(BranchFixed(event=event, branch=branch), live, fields)


def _swap(live: Live, fields: Fields) -> Iterable[Pull]:
    what: object = fields["what"]
    return _at(Rotated(what=what, back=_on(fields, "back_round")), fields)  # type: ignore[arg-type]  # refused


def _on(fields: Fields, name: str = "on") -> bool:
    return fields.get(name) == "1"


READ: dict[str, Callable[[Live, Fields], Iterable[Pull]]] = {
    "reach": lambda _live, fields: (Pull(HallReached(state=HallState(fields["state"]))),),
    "practice": lambda _live, fields: (Pull(Practised(on=_on(fields))),),
    "pause": lambda _live, fields: _at(Paused(), fields),
    "go": lambda _live, fields: _at(Resumed(), fields),
    "extend": lambda _live, fields: _at(Extended(seconds=int(fields["seconds"])), fields),
    "freeze": lambda _live, fields: _at(Frozen(on=_on(fields)), fields),
    "close": _close,
    "skip": _skip,
    "inject": lambda live, fields: _each(Injected(id=fields["id"]), live, fields),
    "fix": _fix,
    "back": lambda live, fields: _each(SteppedBack(to=int(fields["to"])), live, fields),
    "end": lambda live, fields: _each(TableEnded(), live, fields),
    "swap": _swap,
    "player": lambda _live, fields: _seat(SeatFilled(player=fields["player"]), fields),
    "lock": lambda _live, fields: _seat(SeatLocked(on=_on(fields)), fields),
    "rotate": lambda _live, fields: _seat(CodeRotated(), fields),
    "mute": lambda _live, fields: (Pull(Muted(who=fields["who"], on=_on(fields))),),
    "move": _move,
    "star": lambda _live, fields: _at(Starred(what=fields["what"][:200]), fields),
}
"""What the facilitator may pull, by the last word of its address."""
