"""The advisers on the desk: asked from the table, heard by one seat, held to their word in the debrief."""

from pathlib import Path

import pygame
import pytest

from game.debrief.advice import advised
from game.debrief.history import past
from game.desk.scene import Pop, Push
from game.desk.scenes.advice import AdviceScene
from game.desk.stage import new_stage
from game.match.loading import open_match
from game.match.match import Match
from game.presenters.advice import present_advice
from tests.desk.scenes import SIDE, played, table
from tests.desk.walk import faults


def test_the_table_opens_the_advisers_and_they_lead_back() -> None:
    change = table(new_stage(), 1).pressed("advice")

    assert isinstance(change, Push)
    assert isinstance(change.scene, AdviceScene)
    assert isinstance(change.scene.pressed("advice:back"), Pop)


@pytest.mark.parametrize("size", [(1280, 800), (800, 600)])
def test_each_voice_says_its_bias_its_sheet_and_what_it_expects(size: tuple[int, int]) -> None:
    voices = present_advice(played(1).glimpse(SIDE))
    scene = AdviceScene(new_stage(), played(1), SIDE)
    scene.draw(pygame.Surface(size))

    assert len(voices) == 2
    for voice in voices:
        assert len(voice.lines) == 3
        assert len(voice.expects) == 3
        assert all(0 < count <= 20 for _told, count in voice.expects)
    assert faults(scene.page) == []


def test_the_debrief_counts_how_often_each_was_right() -> None:
    match = open_match("deadlock-2020", 5, {})
    assert isinstance(match, Match)
    for _month in range(4):
        match = match.adjudicated()

    found = advised(match, past(match))

    assert [each.side for each in found] == ["washington"] * 2 + ["pyongyang"] * 2 + ["seoul"] * 2
    assert all(each.made == 3 * len(match.months) for each in found)
    assert all(0 <= each.right <= each.made for each in found)
    assert 0 < sum(each.right for each in found) < sum(each.made for each in found)
    assert not Path("kept.simmer").exists()
