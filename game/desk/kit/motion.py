"""Motion: how a reading climbs, as a function of the time gone by."""

A_CELL = 0.12
"""Seconds a reading takes to climb one cell."""
AT_A_LINE = 0.4
"""Seconds it pauses at a line before it passes it."""


class Climb:
    """A reading on its way from one value to another, a cell at a time, pausing where a line stands."""

    def __init__(self, start: int, end: int, limits: tuple[int, ...] = ()) -> None:
        way = 1 if end >= start else -1
        self._marks: list[tuple[float, int]] = [(0.0, start)]
        for value in range(start + way, end + way, way) if start != end else ():
            over = value - 1 if way > 0 else value
            pause = AT_A_LINE if over in limits else 0.0
            self._marks.append((self._marks[-1][0] + A_CELL + pause, value))
        self._gone = 0.0

    @property
    def at(self) -> int:
        """The value reached by now."""
        return [value for moment, value in self._marks if moment <= self._gone][-1]

    @property
    def over(self) -> bool:
        """Whether the end is reached."""
        return self._gone >= self._marks[-1][0]

    def advance(self, seconds: float) -> bool:
        """Let time pass; whether the value changed."""
        before, done = self.at, self.over
        self._gone += 0.0 if done else seconds
        return self.at != before

    def skip(self) -> None:
        """Go to the end at once."""
        self._gone = self._marks[-1][0]
