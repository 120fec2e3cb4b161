"""Talk: what was said between two sides or to all, terms that bind nobody, and promises."""

from dataclasses import dataclass

from game.classroom.events import Stamped
from game.classroom.eyes import Eyes
from game.classroom.people_acts import EVERYONE, MESSAGE, Promise, Said
from game.model.card import Role
from game.presenters.content import Mark
from game.presenters.naming import month_word
from game.presenters.words import _


@dataclass(frozen=True)
class Thread:
    """One of the conversations of a table."""

    id: str
    label: str
    mark: Mark | None
    """The sign of the other side; none for all."""
    count: int
    chosen: bool


@dataclass(frozen=True)
class Bubble:
    """One message."""

    mine: bool
    shape: str
    who: str
    when: str
    text: str
    terms: tuple[tuple[str, int, int, str], ...]
    """Of each ladder that is meant: name, level, of how many, and the step in words."""
    levels: tuple[tuple[str, int], ...]
    """The same as fields, to be loaded into the own line."""
    promise: str


@dataclass(frozen=True)
class TalkSight:
    """The talk page."""

    threads: tuple[Thread, ...]
    chosen: str
    bubbles: tuple[Bubble, ...]
    most: int
    """Letters of a message."""
    frozen: bool
    ladders: tuple[tuple[str, str, tuple[tuple[int, str], ...]], ...]
    """What terms can be attached: name, words, and the steps."""
    lines: tuple[tuple[str, str], ...]
    """What can be promised about."""
    months: tuple[tuple[int, str], ...]
    """Until when."""
    load: tuple[str, str]
    """The line and the card by which attached terms become an offer; empty for who signs nothing."""


def talk(eyes: Eyes, chosen: str) -> TalkSight:
    """Return the talk page with one thread open: the one asked for, else the one that was written in last."""
    seen = eyes.seen
    sides = [side for side in seen.book.scenario.sides if side != eyes.side]
    keys = [*sides, EVERYONE]
    if chosen not in keys:
        newest = [_thread_of(eyes, by, said) for by, said in eyes.said]
        chosen = newest[-1] if newest else keys[0]
    mine = [(by, said) for by, said in eyes.said if _thread_of(eyes, by, said) == chosen]
    return TalkSight(
        threads=tuple(_thread(eyes, key, chosen) for key in keys),
        chosen=chosen,
        bubbles=tuple(_bubble(eyes, by, said) for by, said in mine),
        most=MESSAGE,
        frozen=eyes.frozen,
        ladders=_ladders(eyes),
        lines=tuple((name, seen.book.scenario.redlines[name].title) for name in seen.lines),
        months=tuple((n, month_word(seen.date_of(n))) for n in range(seen.month, seen.book.months + 1)),
        load=_load(eyes),
    )


def _thread_of(eyes: Eyes, by: Stamped, said: Said) -> str:
    """Return the thread that a message stands in, as the seat sees it."""
    if said.to == EVERYONE:
        return EVERYONE
    return said.to if by.side == eyes.side else by.side


def _thread(eyes: Eyes, key: str, chosen: str) -> Thread:
    count = 0
    for by, said in reversed(eyes.said):
        if _thread_of(eyes, by, said) == key:
            if by.side == eyes.side or by.month != eyes.seen.month:
                break
            count += 1
    label = _("All") if key == EVERYONE else eyes.label(key)
    mark = None if key == EVERYONE else eyes.mark(key)
    return Thread(key, label, mark, 0 if key == chosen else count, key == chosen)


def _bubble(eyes: Eyes, by: Stamped, said: Said) -> Bubble:
    seen = eyes.seen
    bargain = seen.book.scenario.bargain
    ladders = bargain.ladders if bargain else {}
    mine = by.side == eyes.side
    who = eyes.label(by.side)
    name = eyes.called.get(by.person, "") if mine else ""
    return Bubble(
        mine=mine,
        shape=eyes.mark(by.side).shape,
        who=f"{who}, {name}" if name else who,
        when=month_word(seen.date_of(by.month)),
        text=said.text,
        terms=tuple(
            (ladders[name].label, level, len(ladders[name].steps), ladders[name].steps[level - 1].title)
            for name, level in said.terms.items()
            if level and name in ladders
        ),
        levels=tuple(said.terms.items()),
        promise=_promised(eyes, said.promise) if said.promise else "",
    )


def _promised(eyes: Eyes, promise: Promise) -> str:
    seen = eyes.seen
    line = seen.book.scenario.redlines[promise.redline].title
    until = month_word(seen.date_of(min(promise.until, seen.book.months)))
    return _("Promise: not to cross “{line}” until {month}").format(line=line, month=until)


def _ladders(eyes: Eyes) -> tuple[tuple[str, str, tuple[tuple[int, str], ...]], ...]:
    bargain = eyes.seen.book.scenario.bargain
    ladders = bargain.ladders if bargain else {}
    return tuple(
        (name, ladder.label, ((0, _("nothing")), *((n, s.title) for n, s in enumerate(ladder.steps, 1))))
        for name, ladder in ladders.items()
    )


def _load(eyes: Eyes) -> tuple[str, str]:
    """Return the line and the card by which the seat makes an offer."""
    cards = eyes.seen.book.scenario.cards.items()
    found = [(card.slot, name) for name, card in cards if card.role is Role.OFFER and card.side == eyes.side]
    return found[0] if found and eyes.open else ("", "")
