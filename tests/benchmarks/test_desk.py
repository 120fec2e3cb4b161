"""How fast the desk is, told as ratios to copying one picture of its window.

    python -m pytest tests/benchmarks/test_desk.py --benchmark-enable --benchmark-only
    python -m tests.benchmarks.desk 500

The second prints every figure with the 99th percentiles. Without --benchmark-enable each case runs once, so
that it cannot rot; what is counted rather than timed is always proved.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.desk.window import new_stage
from game.presenters.asking import AskTold
from tests.benchmarks.desk import FRAME, feed_frames, idle_share, long_feed, soak, window
from tests.desk.scenes import SCENES


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))


def test_the_yardstick_a_picture_copied(benchmark: Callable[..., Any]) -> None:
    surface = window()
    other = surface.copy()

    benchmark(surface.blit, other, (0, 0))

    assert surface.get_size() == other.get_size()


@pytest.mark.parametrize("scene", ["title", "table", "reveal", "offers", "settings"])
def test_a_whole_redraw(benchmark: Callable[..., Any], scene: str) -> None:
    surface = window()
    made = SCENES[scene](new_stage())
    made.advance(30.0)

    benchmark(made.draw, surface)

    assert surface.get_at((640, 790)) != pygame.Color("black")


def test_a_scrolled_frame_of_five_hundred_entries(benchmark: Callable[..., Any]) -> None:
    surface, page = window(), long_feed()
    page.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(600, 400), rel=(0, 0), buttons=(0, 0, 0)))
    ways = iter(range(1 << 30))

    def frame() -> None:
        turn = -1 if next(ways) // 200 % 2 == 0 else 1
        page.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=turn))
        page.advance(FRAME)
        page.draw(surface)

    benchmark(frame)

    assert sum(1 for target in page.top.targets() if target.spot.action == AskTold("tension")) == 500


def test_a_long_feed_makes_ink_only_for_what_is_seen() -> None:
    surface, page = window(), long_feed()
    page.draw(surface)
    inked = sum(1 for widget in page.top.root.walk() if widget._ink)
    assert inked < 100
    assert len(list(feed_frames(3))) == 3


def test_nothing_is_drawn_where_nothing_changes() -> None:
    share, drawn = idle_share(0.2)
    assert drawn == 0
    assert 0 <= share <= 1


def test_memory_stays_flat_over_the_months(whole: bool) -> None:
    held = soak(500 if whole else 6)
    settled = held[len(held) // 5 :]
    assert max(settled) <= 1.05 * min(settled)
