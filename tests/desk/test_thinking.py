"""Thinking: computer players look ahead beside the window, and the window goes on meanwhile."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Event

import pygame
import pytest

from game.desk.beside import Errand
from game.desk.scene import Home, Redraw, Swap
from game.desk.scenes.flow import next_scene
from game.desk.scenes.reveal import RevealScene
from game.desk.scenes.session import Session
from game.desk.scenes.thinking import BEAT, ThinkingScene, thinkers
from game.desk.scenes.title import TitleScene
from game.desk.stage import new_stage
from game.desk.window import Loop
from game.match.journal import Journal
from game.match.loading import open_match
from game.match.match import Match
from game.match.replay import Replay, replay
from game.match.savefile import load
from game.players.pace import Unwanted, look
from game.players.player import Lines
from game.players.searcher import Searcher
from game.rules.dice import Seeds
from game.rules.views import View
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
    assert isinstance(scene.left(), Redraw)
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


def thinking(match: Match, kept: Path) -> ThinkingScene:
    scene = next_scene(new_stage(), Session(match, kept))
    assert isinstance(scene, ThinkingScene)
    return scene


def test_the_page_counts_how_far_they_have_come(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    match, go_on = sealed(washington="hard", seoul="easy"), Event()
    monkeypatch.setattr(Searcher, "practise", lambda _self: go_on.wait(60))
    monkeypatch.setattr(Match, "adjudicated", lambda _self: go_on.wait(60))
    scene = thinking(match, kept)

    assert scene.count() == "They still learn how the others play."
    scene.coming.pace.done = 30
    assert scene.count() == f"30 of {12 * 7 + 12} imagined months played"

    go_on.set()


@pytest.mark.parametrize("way", ["Esc", "D", "the button"])
def test_decide_now_takes_the_best_so_far_and_replay_agrees(
    kept: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, match = Event(), Event(), sealed(washington="easy", seoul="easy")

    def waiting(self: Searcher, view: View, seeds: Seeds) -> Lines:
        begun.set()
        go_on.wait(60)
        return whole(self, view, seeds)

    whole = Searcher.choose
    monkeypatch.setattr(Searcher, "choose", waiting)
    scene = thinking(match, kept)
    assert begun.wait(60)

    if way == "the button":
        scene.pressed("thinking:now")
    else:
        key = pygame.K_ESCAPE if way == "Esc" else pygame.K_d
        scene.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0))
    assert scene.count() == "They take the best they have found."
    go_on.set()
    scene.coming.found()
    scene.advance(0.1)

    journal = load(kept)
    assert isinstance(journal, Journal)
    assert [month.sheets for month in journal.months] == [scene.session.match.months[0].sheets]
    assert scene.coming.pace.done == 0  # nothing was tried after that
    again = replay(journal, match.book)
    assert isinstance(again, Replay)
    assert again.differs is None
    monkeypatch.undo()
    assert match.adjudicated().months[0].digest != journal.months[0].digest  # as it would have been


def test_who_leaves_for_the_title_leaves_no_search_behind(kept: Path, display: pygame.Surface) -> None:
    stage = new_stage()
    begun = Event()

    def for_ever() -> None:
        begun.set()
        while True:
            look()

    errand = Errand(for_ever)
    assert begun.wait(60)
    loop = Loop(display, (TitleScene(stage),), lambda: TitleScene(stage))

    loop.apply(Home())

    with pytest.raises(Unwanted):
        errand.found()


NEVER_LOOKS = """
from threading import Event
from game.desk.beside import Errand
Errand(Event().wait)
"""

CLOSED_WHILE_THINKING = """
from pathlib import Path
import pygame
from game.desk.scenes.flow import next_scene
from game.desk.scenes.session import Session
from game.desk.stage import new_stage
from game.desk.window import open_window
from game.match.loading import open_match
from game.players.roster import EFFORTS

match = open_match("deadlock-2020", 7, {"pyongyang": "human", "washington": "hard:16", "seoul": "hard:16"})

def thinking():
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    return next_scene(new_stage(), Session(match.seal("pyongyang"), Path("kept.simmer")))

assert open_window(thinking, thinking, new_stage()) is None
"""


@pytest.mark.parametrize("code", [NEVER_LOOKS, CLOSED_WHILE_THINKING], ids=["never looks", "hard:16"])
def test_a_process_whose_window_is_closed_waits_for_nothing_beside_it(code: str, tmp_path: Path) -> None:
    root = str(Path(__file__).parents[2])
    surroundings = {**os.environ, "PYTHONPATH": root, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=surroundings, capture_output=True, text=True,
        timeout=300,
    )  # fmt: skip

    assert run.returncode == 0, run.stderr
