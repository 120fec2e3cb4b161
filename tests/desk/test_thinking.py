"""Thinking: computer players look ahead beside the window, and the window goes on meanwhile."""

from pathlib import Path
from threading import Event

import pygame
import pytest

from game.desk.beside import Errand
from game.desk.scene import Redraw, Swap
from game.desk.scenes.flow import next_scene
from game.desk.scenes.reveal import RevealScene
from game.desk.scenes.session import Session
from game.desk.scenes.thinking import BEAT, ThinkingScene, thinkers
from game.desk.stage import new_stage
from game.match.match import Match
from game.match.opening import open_match
from game.players.searcher import Searcher
from tests.desk.walk import faults


def sealed(**seats: str) -> Match:
    match = open_match("deadlock-2020", 7, {"pyongyang": "human", **seats})
    assert isinstance(match, Match)
    ready = match.seal("pyongyang")
    assert isinstance(ready, Match)
    return ready


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept.simmer"


def test_temperaments_lay_their_sheets_at_once(kept: Path) -> None:
    assert isinstance(next_scene(new_stage(), Session(sealed(), kept)), RevealScene)


def test_who_looks_ahead_is_told_by_the_seats() -> None:
    assert thinkers(sealed(washington="easy")) == ("washington",)
    assert thinkers(sealed()) == ()


def test_the_window_goes_on_while_somebody_thinks(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    match, done = sealed(washington="easy"), Event()
    after = match.adjudicated()
    monkeypatch.setattr(Match, "adjudicated", lambda _self: after if done.wait(60) else match)
    session = Session(match, kept)

    scene = next_scene(new_stage(), session)

    assert isinstance(scene, ThinkingScene)
    assert scene.advance(BEAT / 4) is None
    assert isinstance(scene.advance(BEAT), Redraw)
    scene.draw(pygame.Surface((1280, 800)))
    assert faults(scene.page) == []
    assert scene.left() is None
    assert session.match is match
    done.set()
    scene.coming.found()
    swap = scene.advance(0.1)
    assert isinstance(swap, Swap)
    assert isinstance(swap.scene, RevealScene)
    assert session.match is after
    assert kept.exists()


def test_thinking_beside_the_window_gives_the_same_month(kept: Path) -> None:
    match = sealed(washington="easy")
    session = Session(match, kept)
    scene = next_scene(new_stage(), session)
    assert isinstance(scene, ThinkingScene)

    scene.coming.found()
    scene.advance(0.1)

    assert session.match.months[0].digest == match.adjudicated().months[0].digest


def test_who_learns_by_practice_does_so_before_its_first_sheet_is_due(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = Event(), Event()

    def practise(_self: Searcher) -> None:
        begun.set()
        go_on.wait(60)

    monkeypatch.setattr(Searcher, "practise", practise)

    Session(sealed(washington="hard"), kept)

    assert begun.wait(60)
    assert Errand(lambda: "a forecast").found() == "a forecast"  # nothing else waits for it
    go_on.set()
