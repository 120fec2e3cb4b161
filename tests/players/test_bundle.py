"""Bundles: the same worth, looked up for several tracks at once (§12)."""

from types import SimpleNamespace

import numpy as np
import pytest

from game.players.bundle import MOST, Bundle, bundled
from game.players.cares import Cares
from game.rules.machine import Machine
from game.rules.writer import Writer

SIZES = {0: 11, 2: 6, 3: 21, 5: 11, 6: 101}
LOW = {0: 0, 2: 0, 3: -10, 5: -5, 6: 0}
CARES = Cares({row: np.arange(size, dtype=np.int32) for row, size in SIZES.items()}, LOW)


def _readings(tables: int = 500) -> np.ndarray[tuple[int, int], np.dtype[np.int8]]:
    rng = np.random.default_rng(1)
    rows = [
        rng.integers(LOW.get(row, 0), LOW.get(row, 0) + SIZES.get(row, 1), tables).astype(np.int8)
        for row in range(7)
    ]
    return np.stack(rows)


def test_a_table_by_place_is_the_sum_of_its_tracks() -> None:
    rng, readings = np.random.default_rng(2), _readings()
    worth = {row: rng.integers(-300, 300, SIZES[row]).astype(np.int64) for row in (0, 3, 6)}
    bundle = Bundle((3, 5, 0), (-10, -5, 0), (21, 11, 11))

    table = bundle.table(worth)

    assert table is not None
    to = Writer()
    to.hand_over(to.value(to.look(table, bundle.put_down(to))))
    found = Machine(to.program()).read_off(SimpleNamespace(readings=readings))
    assert found.tolist() == (worth[3][readings[3] + 10] + worth[0][readings[0]]).tolist()


def test_what_hangs_on_no_track_of_a_bundle_has_no_table() -> None:
    assert Bundle((2,), (0,), (6,)).table({0: np.ones(11, dtype=np.int64)}) is None


@pytest.mark.parametrize("weighed", [[], [{0, 2}], [{0, 2, 5}, {3, 6}, {2, 5}], [{0, 2, 3, 5, 6}] * 3])
def test_every_track_is_in_one_bundle_that_is_not_too_large(weighed: list[set[int]]) -> None:
    found = bundled(weighed, CARES)

    assert sorted(row for bundle in found for row in bundle.rows) == sorted(SIZES)
    assert all(bundle.size <= MOST for bundle in found)


def test_tracks_that_are_weighed_together_most_often_come_together() -> None:
    found = bundled([{0, 5}, {3, 5}, {3, 5}, {0, 2}], CARES)

    assert {bundle.rows for bundle in found} == {(0, 2), (3, 5), (6,)}
