"""The bench: what is timed, and how it is told."""

from collections.abc import Iterator
from dataclasses import fields
from itertools import count

import pytest

from game.cli.study_told import bench_told
from game.study import bench
from game.study.bench import Speed, as_json, measure
from tests.builders import a_book


def ticking(step: float) -> Iterator[float]:
    return (tick * step for tick in count())


@pytest.fixture
def speeds(monkeypatch: pytest.MonkeyPatch) -> list[Speed]:
    monkeypatch.setattr(bench, "SIZES", {1: 2, 30: 1, 50: 1})
    monkeypatch.setattr(bench, "PLAYED", 30)
    clock, wall = ticking(1.0), ticking(3.0)
    return measure(a_book(), lambda: next(clock), lambda: next(wall))


def test_a_month_is_the_time_of_its_games_shared_out(speeds: list[Speed]) -> None:
    months = a_book().months

    assert [speed.month for speed in speeds] == pytest.approx([1 / (2 * months), 1 / months, 1 / months])
    assert [speed.together for speed in speeds] == pytest.approx([3 * speed.month for speed in speeds])
    assert [speed.decisions for speed in speeds] == pytest.approx([3 * s.tables / s.month for s in speeds])


def test_temperaments_lay_the_sheets_of_few_tables_and_books_are_kept_of_one(speeds: list[Speed]) -> None:
    assert [speed.temperaments is None for speed in speeds] == [False, False, True]
    assert [speed.with_ledger is None for speed in speeds] == [False, True, True]


def test_every_figure_goes_into_the_json_and_every_size_into_the_table(speeds: list[Speed]) -> None:
    told = as_json(speeds)

    assert list(told) == ["1", "30", "50"]
    assert set(told["1"]) == {each.name for each in fields(Speed)} - {"tables"}
    assert bench_told(speeds).row_count == 3
