"""The writer: the one thread that decides and keeps. It answers and tells only what is on the disk.

Whatever is waiting is decided one after another against the hall as it will be, kept in one commit of at most
64 acts, and only then answered: a lost answer can be asked for again, a lost order cannot be.
"""

import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from traceback import format_exc

from game.classroom.decide import decide
from game.classroom.denials import Denial, Denied
from game.classroom.events import Stamped
from game.classroom.hall import Hall
from game.classroom.store import Change, Store
from game.presenters.words import _, speaking

BATCH = 64
"""Acts in one commit."""


@dataclass(frozen=True)
class Receipt:
    """What is told of an act that was kept."""

    seq: int
    """Its number in the log; 0 for a change that is no act."""

    again: bool = False
    """Whether it had been kept before, and was sent once more."""


Answer = Receipt | Denied
"""What comes of asking."""

Tell = Callable[[Hall, Hall, Sequence[Stamped]], None]
"""Is told the hall before, the hall after, and what happened in between."""


@dataclass(frozen=True)
class Asking:
    """An act that waits to be decided, and what else is kept with it."""

    act: Stamped | None
    """The act; none where names or facts alone are to be kept."""
    changes: tuple[Change, ...]
    """What else is kept if it is granted."""
    answer: "Future[Answer]"
    """Where the answer goes."""


class Writer(Thread):
    """The thread that writes; `hall` is what is on the disk, and nothing else ever is."""

    def __init__(self, store: Store, hall: Hall, tell: Tell, kept: dict[tuple[int, str, str], int]) -> None:
        """Write to *store*, which led to *hall*; *kept* are the acts it holds, by table, side and key."""
        super().__init__(name="writer", daemon=True)
        self.store, self.hall, self.tell, self.kept = store, hall, tell, kept
        self.trouble = ""
        """Why nothing can be kept any more; empty while all is well."""
        self._queue: SimpleQueue[Asking | None] = SimpleQueue()

    def ask(self, act: Stamped | None, *changes: Change) -> "Future[Answer]":
        """Return where the answer to an act will be."""
        asking = Asking(act, changes, Future())
        self._queue.put(asking)
        return asking.answer

    def stop(self) -> None:
        """Decide what waits, then end."""
        self._queue.put(None)

    def run(self) -> None:
        """Decide and keep until stopped."""
        while True:
            batch, last = self._waiting()
            try:
                self.write(batch)
            except Exception:
                # a mistake of ours in one act must not silence every phone: it is logged, and refused
                self.trouble = format_exc()
                for asking in batch:
                    if not asking.answer.done():
                        asking.answer.set_result(Denied(Denial.SHUT, _("This could not be taken.")))
            if last:
                return

    def write(self, batch: Sequence[Asking]) -> None:
        """Decide a batch, keep it in one commit, and answer it."""
        before, after = self.hall, self.hall
        acts: list[Stamped] = []
        changes: list[Change] = []
        answers: list[tuple[Asking, Answer]] = []
        fresh: dict[tuple[int, str, str], int] = {}
        for asking in batch:
            answer, after = self._decided(asking, after, acts, fresh)
            if isinstance(answer, Receipt) and not answer.again:
                changes.extend(asking.changes)
            answers.append((asking, answer))
        if acts or changes:
            wrong = self._keep(acts, changes)
            if wrong is not None:
                answers = [(asking, wrong if _is_new(answer) else answer) for asking, answer in answers]
                after, acts, fresh = before, [], {}
        self.hall = after
        self.kept.update(fresh)
        if acts:
            self.tell(before, after, acts)
        for asking, answer in answers:
            asking.answer.set_result(answer)

    def _decided(
        self, asking: Asking, hall: Hall, acts: list[Stamped], fresh: dict[tuple[int, str, str], int]
    ) -> tuple[Answer, Hall]:
        """Return the answer to one asking, and the hall after it; what is granted joins *acts*."""
        by = asking.act
        if by is None:
            return Receipt(0), hall
        key = (by.table, by.side, by.idem)
        before = fresh.get(key) or self.kept.get(key)
        if by.idem and before:
            return Receipt(before, again=True), hall
        person = hall.persons.get(by.person)
        with speaking(person.language if person else hall.languages[0]):
            found = decide(hall, by)
        if isinstance(found, Denied):
            return found, hall
        seq = self.store.head.seq + len(acts) + 1
        acts.extend(found[0])
        if by.idem:
            fresh[key] = seq
        return Receipt(seq), found[1]

    def _keep(self, acts: Sequence[Stamped], changes: Sequence[Change]) -> Denied | None:
        """Keep acts and changes, or return why they are not kept."""
        try:
            self.store.append(acts, changes)
        except (sqlite3.Error, OSError) as wrong:
            self.trouble = str(wrong)
            told = _("The laptop could not keep this: its disk is full, or may not be written to.")
            return Denied(Denial.DISK, told)
        self.trouble = ""
        return None

    def _waiting(self) -> tuple[list[Asking], bool]:
        """Return what waits, at least one asking, and whether nothing comes after it."""
        first = self._queue.get()
        batch = [] if first is None else [first]
        while first is not None and len(batch) < BATCH:
            try:
                more = self._queue.get_nowait()
            except Empty:
                return batch, False
            if more is None:
                return batch, True
            batch.append(more)
        return batch, first is None


def _is_new(answer: Answer) -> bool:
    return isinstance(answer, Receipt) and not answer.again
