"""Boxes, cuts, scales and the way of an arrow key."""

import pytest
from hypothesis import given

from game.desk.kit.geometry import Box, Way, columns, fitting_scale, nearest, rows, shares
from tests.strategies.shapes import BOXES, CUTS, GAPS, LENGTHS, PLACES


@given(CUTS, LENGTHS, GAPS)
def test_parts_with_a_share_fill_a_length_to_the_pixel(
    parts: list[int | float], total: int, gap: int
) -> None:
    found = shares(total, parts, gap)
    if any(isinstance(part, float) for part in parts):
        assert sum(found) + gap * (len(parts) - 1) == total
    assert all(part == cut for part, cut in zip(found, parts, strict=True) if isinstance(cut, int))


def test_columns_and_rows_follow_each_other_across_their_gap() -> None:
    box = Box(10, 20, 100, 50)
    assert columns(box, [30, 1.0], 6) == (Box(10, 20, 30, 50), Box(46, 20, 64, 50))
    assert rows(box, [1.0, 1.0], 10) == (Box(10, 20, 100, 20), Box(10, 50, 100, 20))


@given(BOXES, PLACES)
def test_boxes_meet_exactly_when_their_shared_part_is_not_empty(
    size: tuple[int, int, int, int], at: tuple[int, int]
) -> None:
    one, other = Box(*size), Box(*at, 30, 30)
    both = one.clipped(other)
    assert one.meets(other) == (both.w > 0 and both.h > 0)
    assert both.w == 0 or both.h == 0 or (both.within(one) and both.within(other))
    assert one.within(one.joined(other))
    assert other.within(one.joined(other))


@pytest.mark.parametrize(
    ("size", "wished", "scale"),
    [
        pytest.param((1280, 800), 1.0, 1.0, id="the window it is drawn for"),
        pytest.param((1920, 1200), 1.0, 1.5, id="a larger window has larger text"),
        pytest.param((800, 600), 1.0, 1.0, id="a smaller window keeps the text readable"),
        pytest.param((1024, 700), 2.0, 2.0, id="the smallest window for the largest text"),
        pytest.param((640, 480), 2.0, 1.25, id="a small window holds no larger text than it has room for"),
        pytest.param((1280, 800), 0.1, 0.8, id="never under 0.8"),
        pytest.param((3840, 2400), 1.6, 2.0, id="never over 2.0"),
    ],
)
def test_the_text_scale_suits_the_window(size: tuple[int, int], wished: float, scale: float) -> None:
    assert fitting_scale(size, wished) == pytest.approx(scale)


@pytest.mark.parametrize(
    ("way", "found"), [(Way.LEFT, 3), (Way.RIGHT, 5), (Way.UP, 1), (Way.DOWN, 7)], ids=lambda v: str(v)
)
def test_an_arrow_leads_to_the_neighbour_in_a_grid(way: Way, found: int) -> None:
    grid = [Box(x * 50, y * 40, 40, 30) for y in range(3) for x in range(3)]
    others = [box for box in grid if box != grid[4]]
    index = nearest(others, grid[4], way)
    assert index is not None
    assert others[index] == grid[found]


def test_an_arrow_leads_nowhere_past_the_edge() -> None:
    assert nearest([Box(0, 0, 10, 10)], Box(50, 0, 10, 10), Way.RIGHT) is None
