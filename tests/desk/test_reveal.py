"""The reveal: the sheets turn, then the crossings, then the ledger; any key turns over all at once."""

from dataclasses import replace

import pygame
import pytest

from game.desk.kit.drawing.pen import Motion
from game.desk.scene import Redraw, Swap
from game.desk.scenes.reveal import RevealScene
from game.desk.scenes.reveal_steps import Step, Steps
from game.desk.scenes.title import TitleScene
from game.desk.sound import caption_of
from game.desk.stage import Stage
from game.desk.views.gauge import Gauge
from game.desk.window import new_stage
from tests.desk.scenes import session

KEY = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode=" ")


def reveal(motion: Motion = Motion.FULL) -> RevealScene:
    stage = new_stage()
    stage.pen = replace(stage.pen, motion=motion)
    return RevealScene(stage, session(2), lambda: TitleScene(stage))


def words(scene: RevealScene) -> set[str]:
    return {run.text for _widget, run in scene.page.top.runs()}


def test_steps_follow_each_other_in_time() -> None:
    steps = Steps(3, crossings=True, moving=True)
    assert steps.advance(0.5) == ()
    assert steps.advance(1.0) == (Step.CROSSINGS,)
    assert steps.advance(9.0) == (Step.ALL,)
    assert steps.over


def test_a_long_pause_reaches_every_step_in_order() -> None:
    assert Steps(3, crossings=False, moving=True).advance(60.0) == (Step.CROSSINGS, Step.ALL)


def test_nothing_is_told_before_its_step() -> None:
    scene = reveal()
    scene.advance(0.1)
    assert "What changed" not in words(scene)
    assert "How it moved" not in words(scene)
    scene.advance(1.5)
    assert "How it moved" in words(scene)
    assert "What changed" not in words(scene)
    scene.advance(2.0)
    assert "What changed" in words(scene)


def test_the_bar_names_the_month_turned_over_and_the_button_the_next() -> None:
    scene = reveal()
    scene.steps.skip()
    scene.page.refresh()
    assert "June 2020" in words(scene)
    assert "On to July" in words(scene)


@pytest.mark.parametrize("motion", [Motion.REDUCED, Motion.OFF])
def test_without_full_motion_all_is_told_at_once(motion: Motion) -> None:
    assert reveal(motion).steps.over


def test_any_key_turns_over_all_and_does_nothing_else() -> None:
    scene = reveal()
    scene.advance(0.1)
    assert isinstance(scene.handle(KEY), Redraw)
    assert scene.steps.over
    gauge = next(w for w in scene.page.top.root.walk() if isinstance(w, Gauge))
    assert gauge.shown == gauge.gauge.reading
    assert isinstance(scene.handle(KEY), Swap)


def test_sheets_and_crossings_are_heard() -> None:
    scene = reveal()
    stage = scene.stage
    assert isinstance(stage, Stage)
    scene.advance(0.01)
    assert stage.caption.words == caption_of("turn")
    scene.advance(1.5)
    assert scene.told.crossings
    assert stage.caption.words == caption_of("cross")
