"""Beside the window: threads for what takes longer than a frame, so that the window never waits."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from contextvars import copy_context
from enum import StrEnum
from functools import cache
from math import inf
from queue import SimpleQueue
from threading import Thread
from typing import Generic, TypeVar
from weakref import WeakSet

from game.players.pace import Pace, following

Found = TypeVar("Found")


class Lane(StrEnum):
    """A thread of its own; what is in one lane waits for nothing in another."""

    ASKED = "asked"
    PRACTICE = "practice"


@cache
def _queue(lane: Lane) -> SimpleQueue[Callable[[], None]]:
    """Return the queue of a lane, whose one thread ends with the window: the process waits for none."""
    queue: SimpleQueue[Callable[[], None]] = SimpleQueue()

    def serve() -> None:
        while True:
            queue.get()()

    Thread(target=serve, name=f"beside-{lane}", daemon=True).start()
    return queue


class Errand(Generic[Found]):
    """Something worked out beside the window, which never waits; who lets *patience* pass at once does."""

    def __init__(self, work: Callable[[], Found], patience: float = inf, lane: Lane = Lane.ASKED) -> None:
        self.pace = Pace()
        self._coming: Future[Found] = Future()
        self._work = work
        self._context = copy_context()  # what is worked out speaks the language of who asked for it
        self._patience = patience
        _RUNNING.add(self)
        _queue(lane).put(self._run)

    def _run(self) -> None:
        """Work it out, in the thread of its lane."""
        if not self._coming.set_running_or_notify_cancel():
            return
        try:
            self._coming.set_result(self._context.run(self._followed))
        except BaseException as wrong:  # told to who asks for it
            self._coming.set_exception(wrong)

    def _followed(self) -> Found:
        with following(self.pace):
            return self._work()

    def drop(self) -> None:
        """Forget about it, if it has not been begun."""
        self._coming.cancel()

    def stop(self) -> None:
        """Forget about it; if it has been begun, it ends as soon as it looks."""
        self.drop()
        self.pace.stop()

    def done(self, seconds: float = 0.0) -> bool:
        """Let time pass; whether it is worked out, or is to be waited for."""
        return self._coming.done() or seconds >= self._patience

    def found(self) -> Found:
        """Return what was worked out."""
        return self._coming.result()


_RUNNING: WeakSet[Errand] = WeakSet()  # type: ignore[type-arg]


def stop_all() -> None:
    """Forget about everything: nobody is left to wait for it."""
    for errand in tuple(_RUNNING):
        errand.stop()
