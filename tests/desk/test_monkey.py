"""Random input in thousands: no exception, no hang, no month lost, and none played unasked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.players.roster import PERSONA
from game.presenters.words import use
from game.scenario.shelf import shipped
from tests.desk.monkey import Monkey

EVENTS, SAMPLE = 20_000, 250
"""Random events of a whole run and of a usual one, a scenario."""

A_HANG = 1.0
"""Seconds of a processor that no turn of the window takes."""

TABLES = {"deadlock-2020": (1, "easy"), "handshakes-2018": (2, PERSONA), "mines-2015": (3, PERSONA)}
"""How many people play, and who plays with them, where it is not one among temperaments."""


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep its games on a shelf of their own, and leave window and language as they were."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    yield
    use("en")
    pygame.display.set_mode((1280, 800))


@pytest.mark.parametrize("scenario", sorted(shipped()))
def test_random_input_breaks_nothing_and_plays_no_month_unasked(
    scenario: str, tmp_path: Path, whole: bool
) -> None:
    people, others = TABLES.get(scenario, (1, PERSONA))
    monkey = Monkey(scenario, 20_201_103, tmp_path, people, others)

    monkey.run(EVENTS if whole else SAMPLE)

    if whole:  # what a usual run is measured by is no matter of a machine's speed
        assert monkey.worst < A_HANG
        assert sum(len(months) for months, _sealed in monkey.clerk.known.values()) > 0
