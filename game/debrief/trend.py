"""The drawing of a debrief: a reading over the months, in its bands, with what happened marked on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.debrief.markup import Html, joined, tag

BANDS = ("#dfe4e3", "#f2e3c0", "#eedbd8")
"""Grounds of calm, simmer and boil."""

LEFT, RIGHT, TOP, FOOT, HIGH = 70, 20, 14, 34, 250

WIDE, NARROW = 1000, 440
"""Units across: on a wide screen and in print, and on a phone, where every second month is named."""


@dataclass(frozen=True)
class Course:
    """What is drawn."""

    label: str
    readings: Sequence[float]
    """The reading at the start and after every month."""

    months: Sequence[str]
    bounds: tuple[int, int]
    bands: Sequence[tuple[float, str]]
    """The highest reading of each band with its name."""

    marks: Sequence[tuple[int, str]] = ()
    """A month's number from 1 and what is written there."""


def trend(course: Course) -> tuple[Html, Html]:
    """Return the drawing as wide screens and paper show it, and as a phone does."""
    return _drawn(course, WIDE, 1), _drawn(course, NARROW, 2)


def _drawn(course: Course, wide: int, step: int) -> Html:
    low, top = course.bounds
    across = (wide - LEFT - RIGHT) / max(1, len(course.readings) - 1)

    def x(number: float) -> float:
        return round(LEFT + number * across, 1)

    def y(reading: float) -> float:
        return round((HIGH - FOOT) - (reading - low) * (HIGH - FOOT - TOP) / (top - low), 1)

    points = [(x(number), y(reading)) for number, reading in enumerate(course.readings)]
    line = " ".join(f"{left},{high}" for left, high in points)
    named = (
        tag("text", month, x=f"{x(number)}", y=f"{HIGH - 12}", text_anchor="middle")
        for number, month in enumerate(course.months, start=1)
        if (number - 1) % step == 0
    )
    parts = (
        *_grounds([(y(end), name) for end, name in course.bands], y(low), wide - LEFT - RIGHT),
        *named,
        tag("polyline", points=line, fill="none", stroke="#1b2026", stroke_width="3"),
        *(_mark(place, *points[number], told) for place, (number, told) in enumerate(course.marks, start=1)),
    )
    look = {"font_size": "14", "fill": "#474d54", "font_family": "inherit"}
    return tag("svg", *parts, viewBox=f"0 0 {wide} {HIGH}", role="img", aria_label=course.label, **look)


def _grounds(bands: Iterable[tuple[float, str]], floor: float, wide: int) -> Iterable[Html]:
    """Yield the grounds of the bands, each from its height down to the one below, and their names."""
    for number, (end, name) in enumerate(bands):
        size = {"width": f"{wide}", "height": f"{round(floor - end, 1)}", "fill": BANDS[min(number, 2)]}
        yield tag("rect", x=f"{LEFT}", y=f"{end}", **size)
        yield tag("text", name, x=f"{LEFT - 8}", y=f"{round((floor + end) / 2 + 4, 1)}", text_anchor="end")
        floor = end


def _mark(place: int, x: float, y: float, told: str) -> Html:
    """Return the number of something on the line, with what it is."""
    ring = tag("circle", tag("title", told), cx=f"{x}", cy=f"{y}", r="11", fill="#7a1f2b")
    look = {"text_anchor": "middle", "fill": "#ffffff", "font_weight": "700"}
    return joined(ring, tag("text", f"{place}", x=f"{x}", y=f"{y + 5:g}", **look))
