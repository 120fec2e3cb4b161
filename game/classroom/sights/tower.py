"""The tower: the gauge as a wall draws it, standing or lying, with the lines that are drawn on it."""

from dataclasses import dataclass

from game.presenters.content import GaugeContent, Mark

HEIGHT, LENGTH = 460.0, 312.0
"""How high a standing gauge is drawn, and how long a lying one."""


@dataclass(frozen=True)
class Cell:
    """One reading of the gauge."""

    number: int
    band: str
    lit: bool
    at: float
    """Its upper edge where the gauge stands."""
    along: float
    """Its left edge where the gauge lies."""


@dataclass(frozen=True)
class Drawn:
    """A declared line on the gauge."""

    mark: Mark
    label: str
    at: float
    along: float
    words_at: float
    """Where its words stand, so that two lines at one place can be read."""
    crossed: bool


@dataclass(frozen=True)
class Tower:
    """The gauge, drawn."""

    reading: int
    label: str
    band: str
    cells: tuple[Cell, ...]
    high: float
    """How high a cell is."""
    wide: float
    """How wide a cell is where the gauge lies."""
    lines: tuple[Drawn, ...]
    now: float
    """The middle of the cell that is reached."""
    before: float | None
    """The middle of the one that was; none where it has not moved."""
    crossed: tuple[Mark, ...]
    """Whose lines were crossed last month."""


def tower_of(gauge: GaugeContent) -> Tower:
    """Return the gauge as a wall draws it."""
    high, wide = HEIGHT / max(1, gauge.high), LENGTH / max(1, gauge.high)
    bands = {n: each for each in gauge.stretches for n in range(each.first, each.last + 1)}
    cells = tuple(
        Cell(
            n, bands[n].kind if n in bands else "calm", n <= gauge.reading, HEIGHT - n * high, (n - 1) * wide
        )
        for n in range(1, gauge.high + 1)
    )
    moved = gauge.before is not None and gauge.before != gauge.reading
    lines: list[Drawn] = []
    for line in sorted(gauge.lines, key=lambda line: -line.limit):
        at = HEIGHT - line.limit * high
        below = bool(lines) and lines[-1].at == at
        words_at = at + 36 if below else at - 12
        lines.append(Drawn(line.mark, line.label, at, line.limit * wide, words_at, line.crossed))
    return Tower(
        reading=gauge.reading,
        label=gauge.label,
        band=bands[gauge.reading].name if gauge.reading in bands else "",
        cells=cells,
        high=high,
        wide=wide,
        lines=tuple(lines),
        now=_middle(gauge.reading, high),
        before=_middle(gauge.before or 0, high) if moved else None,
        crossed=tuple(line.mark for line in gauge.lines if line.crossed),
    )


def _middle(reading: int, high: float) -> float:
    return HEIGHT - (max(reading, 0.5) - 0.5) * high
