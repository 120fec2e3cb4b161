"""The measures of the house: how long a file and a function may grow."""

from statistics import median

import pytest

from tests.house.source import functions, length, lines_of, modules

FILE, FUNCTION, USUAL = 300, 50, 8


@pytest.mark.parametrize("module", modules())
def test_no_file_is_longer_than_a_reader_can_hold(module: str) -> None:
    assert lines_of(module) <= FILE


def test_no_function_is_longer_than_a_screen() -> None:
    assert [place for place, function in functions() if length(function) > FUNCTION] == []


def test_the_usual_function_is_short() -> None:
    assert median(length(function) for _place, function in functions()) <= USUAL
