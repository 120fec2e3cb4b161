"""The desk looks as it did: block by block, the same under pygame and pygame-ce."""

import numpy as np
import pygame
import pytest

from tests.desk.golden import FOLDER, SHOTS, blocks, kept

FAR = 40.0
"""How far a block's colour may be off, of 255, where letters are smoothed another way."""

FEW = 0.004
"""The share of blocks that may be farther off: 16 of 4000."""


def unlike(one: np.ndarray, other: np.ndarray) -> float:
    """Return the share of blocks that differ by more than another way of smoothing explains."""
    return float((np.abs(one - other).max(axis=2) > FAR).mean())


@pytest.mark.parametrize("name", SHOTS)
def test_a_page_looks_as_its_golden_picture(name: str) -> None:
    drawn, golden = blocks(SHOTS[name]()), kept(name)
    assert unlike(drawn, golden) <= FEW
    assert np.abs(drawn - golden).mean() < 1.5


def test_a_missing_card_is_noticed() -> None:
    surface = SHOTS["kit-table"]()
    surface.fill("#1D252D", (16, 570, 131, 66))
    assert unlike(blocks(surface), kept("kit-table")) > FEW


def test_a_shifted_page_is_noticed() -> None:
    surface = SHOTS["kit-offers"]()
    moved = pygame.Surface(surface.get_size())
    moved.blit(surface, (0, 12))
    assert unlike(blocks(moved), kept("kit-offers")) > FEW


def test_every_golden_picture_has_a_page_and_all_are_small() -> None:
    files = sorted(FOLDER.glob("*.png"))
    assert [path.stem for path in files] == sorted(SHOTS)
    assert sum(path.stat().st_size for path in files) < 200_000
