"""Deciding: an act comes in; out go the acts that are granted, with what follows from them, or why not."""

from game.classroom import levers, steering  # noqa: F401 - their kinds of act are registered by being read
from game.classroom.denials import Denied, why_denied
from game.classroom.events import Stamped
from game.classroom.granting import SHEETS, applied, played
from game.classroom.hall import Hall, Table
from game.classroom.play_acts import Adjudicated, Jammed, Shut
from game.classroom.states import TableState
from game.match.draft import bare
from game.match.match import Match
from game.match.seats import chosen
from game.rules.sheets import Sheet

Granted = tuple[tuple[Stamped, ...], Hall]
"""What goes into the log, and the hall after it."""


def decide(hall: Hall, by: Stamped) -> Granted | Denied:
    """Return what an act leads to, or why it is not granted; nothing outside the hall is asked."""
    denied = why_denied(hall, by)
    if denied is not None:
        return denied
    after, kept = applied(hall, by), [by]
    for follow in _following(after, by):
        after = applied(after, follow)
        kept.append(follow)
    return tuple(kept), after


def replayed(hall: Hall, log: tuple[Stamped, ...]) -> Hall:
    """Return the hall that a log leads to."""
    for by in log:
        hall = applied(hall, by)
    return hall


def _following(hall: Hall, by: Stamped) -> tuple[Stamped, ...]:
    """Return what follows of itself: where all sheets of an open month are sealed, it is played."""
    table = hall.tables.get(by.table)
    if table is None or table.state is not TableState.OPEN or not table.match.ready:
        return ()
    plain = by.model_copy(update={"side": "", "person": "", "idem": "", "month": table.month})
    closed = () if isinstance(by.act, Shut) else (plain.model_copy(update={"act": Shut(by="all")}),)
    return (*closed, plain.model_copy(update={"act": _month(table)}))


def _month(table: Table) -> Adjudicated | Jammed:
    """Return the month of a table as it is played, or that it could not be; no other table hears of that."""
    match = table.match
    try:
        sheets = _sheets(match)
        after = played(match, SHEETS.dump_json(sheets))
        return Adjudicated(sheets=sheets, digest=after.months[-1].digest)
    except Exception as wrong:
        return Jammed(why=type(wrong).__name__)


def _sheets(match: Match) -> dict[str, Sheet]:
    """Return the sheets of an open month: what people sealed, and what the computer players choose."""
    chosen_by = {
        side: chosen(match.book, player, side, match.tables) for side, player in match.players.items()
    }
    sealed = {side: hand.sheet for side, hand in match.hands.items()}
    return {side: bare({**sealed, **chosen_by}.get(side, {})) for side in match.book.index.sides}
