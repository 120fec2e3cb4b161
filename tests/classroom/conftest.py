"""What all tests of the classroom share: a scenario is read once."""

from functools import cache

import pytest

from game.classroom import classroom
from game.match.loading import open_scenario

READ_ONCE = cache(open_scenario)


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classroom, "open_scenario", READ_ONCE)
