"""Beside the window: one thread for what takes longer than a frame, so that the window never waits."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from math import inf
from typing import Generic, TypeVar

Found = TypeVar("Found")


@cache
def _worker() -> ThreadPoolExecutor:
    """Return the one thread."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")


class Errand(Generic[Found]):
    """Something worked out beside the window; after *patience* seconds, if any, it is waited for."""

    def __init__(self, work: Callable[[], Found], patience: float = inf) -> None:
        self._coming: Future[Found] = _worker().submit(work)
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
