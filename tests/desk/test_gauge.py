"""The gauge: its arrow points at the reading, and at no cell where the reading is 0."""

from dataclasses import replace

import pytest

from game.desk.kit.drawing.pen import Motion, Pen, Stamp
from game.desk.kit.geometry import Box
from game.desk.kit.theme import load_theme
from game.desk.views.gauge import Gauge
from game.presenters.content import GaugeContent, Stretch

STRETCHES = (Stretch("calm", 0, 2), Stretch("simmer", 3, 7), Stretch("boil", 8, 10))


def gauge(reading: int) -> Gauge:
    """Return a gauge that stands at *reading*, laid out and still."""
    made = Gauge(GaugeContent("tension", "Tension", reading, STRETCHES))
    made.place(replace(Pen(load_theme()), motion=Motion.OFF), Box(0, 0, 168, 400))
    return made


@pytest.mark.parametrize("reading", range(11))
def test_the_arrow_points_into_the_cell_of_the_reading_and_below_all_at_none(reading: int) -> None:
    made = gauge(reading)
    at = made.pointed_at(reading)

    pointed = [n for n in range(1, 11) if made.cell(n).y <= at < made.cell(n).bottom]

    assert pointed == ([reading] if reading else [])
    arrow = next(ink for ink in made._pointer() if isinstance(ink, Stamp))
    assert abs(arrow.y + arrow.picture.get_height() // 2 - at) <= 1
