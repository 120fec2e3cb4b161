"""Pace: how far a search has come, and the wish that it decide now or stop (§12).

Who waits for a search follows it with a pace. Without one nothing is counted, and nothing can end it early,
so that the same seed gives the same game; whatever is played is asked for at every month.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from threading import Event, Lock


class DecideNow(Exception):  # noqa: N818 - a wish, no error
    """Ends what a search is trying: it takes the best so far."""


class Unwanted(Exception):  # noqa: N818 - a wish, no error
    """Ends a search that nobody waits for any more; only who began it looks for this."""


@dataclass
class Pace:
    """What passes between a search and who waits for it in another thread."""

    done: int = 0
    """Months of imagined games played so far."""

    of: int = 0
    """How many there are to play; none until that is known."""

    _hurried: Event = field(default_factory=Event)
    _stopped: Event = field(default_factory=Event)

    def hurry(self) -> None:
        """Have it decide now."""
        self._hurried.set()

    def stop(self) -> None:
        """Have it end without an answer."""
        self._stopped.set()

    def look(self) -> None:
        """End here if that is wished."""
        if self._stopped.is_set():
            raise Unwanted
        if self._hurried.is_set():
            raise DecideNow


_FOLLOWED: ContextVar[Pace | None] = ContextVar("pace", default=None)


@contextmanager
def following(pace: Pace) -> Iterator[Pace]:
    """Follow with *pace* whatever is tried in this thread meanwhile."""
    token = _FOLLOWED.set(pace)
    try:
        yield pace
    finally:
        _FOLLOWED.reset(token)


def look() -> bool:
    """Look whether somebody wishes that it end here, and return whether anybody follows at all."""
    pace = _FOLLOWED.get()
    if pace is not None:
        pace.look()
    return pace is not None


def step(months: int = 1) -> None:
    """Count so many more *months* of imagined games."""
    pace = _FOLLOWED.get()
    if pace is not None:
        pace.done += months


@contextmanager
def uncounted() -> Iterator[None]:
    """Count nothing meanwhile, but go on looking."""
    pace = _FOLLOWED.get()
    if pace is None:
        yield
        return
    with following(Pace(_hurried=pace._hurried, _stopped=pace._stopped)):
        yield


@contextmanager
def alone(lock: Lock) -> Iterator[None]:
    """Hold a lock; look while another thread has it."""
    while not lock.acquire(timeout=0.05):
        look()
    try:
        yield
    finally:
        lock.release()
