"""Readings climb a cell at a time and pause at a line."""

from game.desk.kit.motion import A_CELL, AT_A_LINE, Climb


def test_a_reading_climbs_one_cell_at_a_time() -> None:
    climb, seen = Climb(3, 6), []
    for _ in range(4):
        seen.append(climb.at)
        climb.advance(A_CELL + 0.001)
    assert seen == [3, 4, 5, 6]
    assert climb.over


def test_it_pauses_before_it_passes_a_line() -> None:
    climb = Climb(5, 7, limits=(6,))
    climb.advance(2 * A_CELL + 0.001)
    assert climb.at == 6
    climb.advance(AT_A_LINE)
    assert climb.at == 7


def test_it_falls_as_it_climbs() -> None:
    climb = Climb(5, 3)
    climb.advance(A_CELL + 0.001)
    assert climb.at == 4


def test_a_reading_that_stays_has_nothing_to_do() -> None:
    climb = Climb(4, 4)
    assert climb.over
    assert not climb.advance(5.0)


def test_any_key_may_skip_to_the_end() -> None:
    climb = Climb(1, 9)
    climb.skip()
    assert climb.at == 9
