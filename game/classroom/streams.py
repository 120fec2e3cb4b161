"""Streams: phones and walls are told that there is something new, by a number, and of nothing else."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field

EACH, ALL = 2, 400
"""Streams of one phone, and of a whole class."""

BEAT = 10.0
"""Seconds of silence after which a beat shows that the line is open."""

REPLACED, CLOSED = "replaced", "closed"
"""The events that end a stream: another tab took its place, or the class was closed."""


@dataclass(eq=False)
class Stream:
    """One open line: whose it is, and what still has to be told on it."""

    viewer: str
    """A person, or the key of a wall."""
    waiting: "asyncio.Queue[tuple[str, int]]" = field(default_factory=lambda: asyncio.Queue(8))
    """Events and their numbers; what does not fit was told already: the newest number tells all."""

    def tell(self, event: str, seq: int) -> None:
        """Put an event on the line; one that ends it displaces what waits."""
        while self.waiting.full():
            self.waiting.get_nowait()
        self.waiting.put_nowait((event, seq))


class Streams:
    """All open lines of a class."""

    def __init__(self, beat: float = BEAT) -> None:
        """Send a beat after so many seconds of silence."""
        self._beat = beat
        self._open: dict[str, list[Stream]] = {}

    def __len__(self) -> int:
        """Return how many lines are open."""
        return sum(map(len, self._open.values()))

    def count(self, viewer: str) -> int:
        """Return how many lines a viewer has open."""
        return len(self._open.get(viewer, ()))

    def opened(self, viewer: str) -> Stream | None:
        """Return a new line, the oldest of too many closed for it; none if the class has no more."""
        mine = self._open.setdefault(viewer, [])
        if len(self) >= ALL and not mine:
            return None
        while len(mine) >= EACH:
            mine.pop(0).tell(REPLACED, 0)
        stream = Stream(viewer)
        mine.append(stream)
        return stream

    def tell(self, viewer: str, seq: int) -> None:
        """Tell a viewer's lines what number it may see now."""
        for stream in self._open.get(viewer, ()):
            stream.tell("seq", seq)

    def close(self) -> None:
        """End every line."""
        for mine in self._open.values():
            for stream in mine:
                stream.tell(CLOSED, 0)

    async def lines(self, stream: Stream, seq: int) -> AsyncIterator[str]:
        """Yield what goes over a line, from the number that its viewer may see now."""
        try:
            yield "retry: 1000\n\n"
            yield _line("seq", seq)
            while True:
                try:
                    event, number = await asyncio.wait_for(stream.waiting.get(), self._beat)
                except TimeoutError:
                    yield ": beat\n\n"
                    continue
                yield _line(event, number)
                if event in (REPLACED, CLOSED):
                    return
        finally:
            self._gone(stream)

    def viewers(self) -> Iterator[str]:
        """Yield whose lines are open."""
        yield from tuple(self._open)

    def _gone(self, stream: Stream) -> None:
        mine = self._open.get(stream.viewer, [])
        if stream in mine:
            mine.remove(stream)
        if not mine:
            self._open.pop(stream.viewer, None)


def _line(event: str, seq: int) -> str:
    return f"id: {seq}\nevent: {event}\ndata: {seq}\n\n"
