"""Beside the window: threads for what takes longer than a frame, so that the window never waits."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import StrEnum
from functools import cache
from math import inf
from typing import Generic, TypeVar

Found = TypeVar("Found")


class Lane(StrEnum):
    """A thread of its own; what is in one lane waits for nothing in another."""

    ASKED = "asked"
    PRACTICE = "practice"


@cache
def _worker(lane: Lane) -> ThreadPoolExecutor:
    """Return the one thread of a lane."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"beside-{lane}")


class Errand(Generic[Found]):
    """Something worked out beside the window; after *patience* seconds, if any, it is waited for."""

    def __init__(self, work: Callable[[], Found], patience: float = inf, lane: Lane = Lane.ASKED) -> None:
        self._coming: Future[Found] = _worker(lane).submit(work)
        self._patience = patience

    def drop(self) -> None:
        """Forget about it, if it has not been begun."""
        self._coming.cancel()

    def done(self, seconds: float) -> bool:
        """Let time pass; whether it is worked out."""
        self._patience -= seconds
        return self._coming.done() or self._patience <= 0

    def found(self) -> Found:
        """Return what was worked out."""
        return self._coming.result()
