"""Whole games at the desk, played by events alone: by mouse, by keyboard, and by three at one laptop."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.conditions.bounds import LONGEST
from tests.desk.pilot import Desk, Keyboard, Mouse, Pilot

ROOT = Path(__file__).parents[2]

FEW = 3
"""Months that a usual run plays where it does not play to the end; one of three kinds of game it does."""


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the games of the pilots on a shelf of their own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def _usually(sampled: bool, whole: bool) -> None:
    """Leave one hand of two to a whole run: each is sampled by another of the three kinds of game."""
    if not (sampled or whole):
        pytest.skip("a whole run plays this game by both hands")


@pytest.mark.parametrize("hand", [Mouse, Keyboard])
def test_a_whole_game_is_played_from_the_title_to_the_end(
    hand: type[Mouse] | type[Keyboard], whole: bool
) -> None:
    _usually(hand is Mouse, whole)
    desk = Desk()
    pilot = Pilot(desk, hand(desk))

    pilot.play()

    assert pilot.seen[:4] == ["TitleScene", "SeatsScene", "BriefScene", "TableScene"]
    assert pilot.seen[-2:] == ["RevealScene", "EndScene"]
    assert 1 <= pilot.sealed == pilot.seen.count("RevealScene") <= 12


@pytest.mark.parametrize("hand", [Mouse, Keyboard])
def test_three_people_play_at_one_laptop(hand: type[Mouse] | type[Keyboard], whole: bool) -> None:
    _usually(hand is Keyboard, whole)
    desk = Desk()
    pilot = Pilot(desk, hand(desk), people=("washington", "pyongyang", "seoul"))

    pilot.play(LONGEST if whole else FEW)

    months = pilot.seen.count("RevealScene")
    assert months > FEW if whole else months == FEW
    assert pilot.sealed == pilot.seen.count("CurtainScene") == 3 * months
    assert pilot.seen.count("BriefScene") == 3


@contextmanager
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Yield the surroundings of a real window: of a virtual one, or of none without Xvfb."""
    quiet = {**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "SDL_AUDIODRIVER": "dummy"}
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        yield {**quiet, "SDL_VIDEODRIVER": "dummy"}
        return
    reader, writer = os.pipe()
    arguments = [xvfb, "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(arguments, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            number = told.readline().strip()
        yield {**quiet, "SDL_VIDEODRIVER": "x11", "DISPLAY": f":{number}"}
    finally:
        server.terminate()
        server.wait()


@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_a_game_is_played_in_a_window_of_its_own(hand: str, tmp_path: Path, whole: bool) -> None:
    _usually(hand == "mouse", whole)
    told = tmp_path / "told.json"
    with screen(tmp_path) as surroundings:
        run = subprocess.run(
            [sys.executable, "-m", "tests.desk.pilot", hand, str(told), str(LONGEST if whole else FEW)],
            cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=300,
        )  # fmt: skip

    assert run.returncode == 0, run.stderr
    report = json.loads(told.read_text(encoding="utf-8"))
    assert report["driver"] == surroundings["SDL_VIDEODRIVER"]
    assert report["sealed"] == report["seen"].count("RevealScene") >= FEW
    assert report["seen"][-1] == ("EndScene" if whole else "RevealScene")
