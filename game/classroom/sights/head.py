"""The head: what stands above and below every page of a seat."""

from dataclasses import dataclass

from game.classroom.eyes import Eyes
from game.classroom.states import HallState, TableState
from game.presenters.content import Mark
from game.presenters.naming import month_word
from game.presenters.words import _

CLOCK, LEFT = "@CLOCK@", "@LEFT@"
"""Stand on a page for the time that is left, so that a page is made once and the time put in each time."""

TABS = ("orders", "news", "talk", "brief", "guess")
"""The pages of a seat, in the order of their tabs."""

ICONS = {
    "orders": "stamp", "news": "newspaper", "talk": "message-square", "brief": "book-open", "guess": "target",
    "lobby": "users",
}  # fmt: skip
"""Their icons."""


@dataclass(frozen=True)
class Head:
    """What stands above and below every page of a seat."""

    label: str
    mark: Mark
    shape: str
    where: str
    """Table, month, and which month of how many."""
    clock: str
    """The time that is left; empty where no time runs."""
    left: str
    """The same in seconds."""
    clock_for: str
    """What it is left for."""
    tabs: tuple[tuple[str, str, str, int], ...]
    """Name, icon, word and what is new, of each page."""
    shut: str
    """What is said of the pages that are not open yet."""
    banner: str
    """What everybody at the table should know at once."""
    seen: str
    """What forms carry."""
    version: int
    state: str


def head_of(eyes: Eyes) -> Head:
    """Return what stands above and below the pages of a seat."""
    seen, waiting = eyes.seen, eyes.lesson in (HallState.LOBBY, HallState.BRIEF)
    date = seen.date_of(min(seen.month, seen.book.months))
    counted = _("Table {n} · {month} · {now} of {all}").format(
        n=eyes.number, month=month_word(date), now=min(seen.month, seen.book.months), all=seen.book.months
    )
    words = {"orders": _("Orders"), "news": _("News"), "talk": _("Talk"), "brief": _("Brief")}
    words |= {"guess": _("Guess"), "lobby": _("Lobby")}
    shown = ("lobby", "brief") if waiting else TABS
    runs = eyes.lesson is HallState.PLAY and eyes.state not in (TableState.OVER, TableState.STUCK)
    return Head(
        label=eyes.label(eyes.side),
        mark=eyes.mark(eyes.side),
        shape=eyes.mark(eyes.side).shape,
        where=_("Table {n} · before the first month").format(n=eyes.number) if waiting else counted,
        clock=CLOCK if runs else "",
        left=LEFT if runs else "",
        clock_for=_clock_for(eyes),
        tabs=tuple((name, ICONS[name], words[name], unread(eyes) * (name == "talk")) for name in shown),
        shut=_("Orders, News, Talk and Guess open with {month}").format(month=month_word(date)) * waiting,
        banner=_banner(eyes),
        seen=eyes.token,
        version=eyes.version,
        state="paused" if eyes.paused else eyes.state,
    )


def _clock_for(eyes: Eyes) -> str:
    """Return what the time is left for."""
    if eyes.paused:
        return _("paused")
    if eyes.state is TableState.OPEN:
        return _("to seal") if eyes.open else _("others write")
    return {TableState.NEWS: _("news"), TableState.REVEAL: _("reveal")}.get(eyes.state, "")


def _banner(eyes: Eyes) -> str:
    """Return what everybody at the table should know at once; empty for nothing."""
    if eyes.lesson is HallState.CLOSED:
        return _("Your teacher has closed the class.")
    if eyes.state is TableState.STUCK:
        return _("This table stands still; your teacher is told.")
    if eyes.paused:
        return _("Paused. Your teacher lets the game go on; nothing is lost.")
    if eyes.practising:
        return _("This is practice: nothing of it counts.")
    return ""


def unread(eyes: Eyes) -> int:
    """Return how many messages of the open month came from others since the team last wrote."""
    count = 0
    for by, _said in reversed(eyes.said):
        if by.side == eyes.side or by.month != eyes.seen.month:
            break
        count += 1
    return count
