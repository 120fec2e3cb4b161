"""The dial: the gauge as a phone draws it, with the lines that lie on it."""

from dataclasses import dataclass

from game.classroom.eyes import Eyes
from game.presenters.content import GaugeContent, Mark
from game.presenters.tracks import present_gauge
from game.presenters.words import _


@dataclass(frozen=True)
class Signs:
    """The gauge drawn: cells, and where lines lie on it."""

    gauge: GaugeContent
    cells: tuple[tuple[int, str, bool], ...]
    """Each reading, its band, and whether it is reached."""
    lines: tuple[tuple[float, float, Mark, bool], ...]
    """Of each line, where its mark stands, where the line lies, the mark, and whether it is declared."""
    legend: tuple[tuple[Mark, str, bool], ...]
    """Sign, words, and whether only this team knows."""
    band: str
    """The name of the band it stands in."""
    told: str
    """All of it in one sentence."""


WIDTH, GAP = 360.0, 26.0
"""How wide a gauge is drawn, and how far marks of neighbouring lines stand apart."""


def gauge_of(eyes: Eyes, before: int | None = None, public: bool = False) -> Signs:
    """Return the gauge as it is drawn on a phone."""
    gauge = present_gauge(eyes.seen.open if public else eyes.seen, before)
    wide = WIDTH / max(1, gauge.high)
    bands = {n: each for each in gauge.stretches for n in range(each.first, each.last + 1)}
    cells = tuple(
        (n, bands[n].kind if n in bands else "calm", n <= gauge.reading) for n in range(1, gauge.high + 1)
    )
    placed: list[tuple[float, float, Mark, bool]] = []
    for line in sorted(gauge.lines, key=lambda line: line.limit):
        at = wide * line.limit
        stands = max(at, placed[-1][0] + GAP) if placed else at
        placed.append((min(stands, WIDTH - 12.0), at, line.mark, line.declared))
    legend = tuple(
        (line.mark, _("{owner} {n}").format(owner=line.label, n=line.limit + 1), not line.declared)
        for line in gauge.lines
    )
    band = bands[gauge.reading].name if gauge.reading in bands else ""
    told = _("{track} {n} of {high}").format(track=gauge.label, n=gauge.reading, high=gauge.high)
    told = ". ".join([told, *(words for _mark, words, _own in legend)])
    return Signs(gauge, cells, tuple(placed), legend, band, told)
