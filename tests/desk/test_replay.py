"""Replaying on the desk: every month, with any eyes that are lawful, by keys and by mouse."""

from functools import cache
from pathlib import Path

import pygame
import pytest

from game.debrief.history import past
from game.debrief.snapshot import stood
from game.desk.actions import LookAtSave, TakeUpSave
from game.desk.kit.touch import Picked
from game.desk.scene import Push, Swap
from game.desk.scenes.load import LoadScene
from game.desk.scenes.replay import ReplayScene
from game.desk.scenes.table import TableScene
from game.desk.scenes.trouble import TroubleScene
from game.desk.window import new_stage
from game.match.loading import open_match
from game.match.match import Match
from game.match.redaction import EVERYBODY
from game.match.saves import autosave
from game.presenters.replay import PUBLIC, first_eyes, lawful_eyes
from tests.desk.scenes import SIDE, played, table


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the games on a shelf of their own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path / "simmer" / "saves"


@cache
def whole() -> Match:
    return played(12)


def test_every_month_stands_as_it_stood_while_it_was_played() -> None:
    match = open_match("deadlock-2020", 7, {})
    assert isinstance(match, Match)
    then = [match]
    while not then[-1].over:
        then.append(then[-1].adjudicated())
    months = past(then[-1])

    for count, was in enumerate(then):
        again = stood(then[-1], months, count)
        assert again.tables.digest() == was.tables.digest()
        assert (again.month, again.entries, again.happenings) == (was.month, was.entries, was.happenings)


def test_12_while_a_game_goes_on_only_lawful_eyes_are_lent() -> None:
    alone = played(2)
    three = open_match("deadlock-2020", 7, dict.fromkeys(alone.book.index.sides, "human"))
    assert isinstance(three, Match)
    open_to = {
        name: [eyes.id for eyes in lawful_eyes(match.glimpse(None)) if not eyes.off]
        for name, match in (("alone", alone), ("three", three), ("over", whole()))
    }

    assert whole().over
    assert open_to == {
        "alone": [PUBLIC, SIDE],
        "three": [PUBLIC],
        "over": [PUBLIC, *alone.book.index.sides, EVERYBODY],
    }
    assert first_eyes(three.glimpse(None)) == PUBLIC


def test_the_arrows_move_through_the_months_and_stop_at_both_ends() -> None:
    scene = ReplayScene(new_stage(), whole())
    last = len(whole().months)
    left = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_LEFT, mod=0, unicode="", scancode=0)

    seen = []
    for _press in range(last + 2):
        seen.append(scene.shown.month)
        scene.handle(left)

    assert seen[: last + 1] == list(range(last + 1, 0, -1))
    assert scene.count == 0
    scene.pressed("replay:back")
    assert scene.count == 0
    scene.pressed("replay:on")
    assert scene.count == 1


def test_other_eyes_see_other_homes() -> None:
    scene = ReplayScene(new_stage(), whole())
    homes = {}
    for eyes in (PUBLIC, "seoul", EVERYBODY):
        scene.touched(Picked("replay:eyes", eyes))
        groups = {s.group for s in scene.page.top.stops() if s.group.startswith("home:")}
        homes[eyes] = groups

    assert homes == {
        PUBLIC: set(),
        "seoul": {"home:seoul"},
        EVERYBODY: {f"home:{side}" for side in whole().book.index.sides},
    }


def test_a_saved_game_is_gone_on_with_or_looked_at_again(shelf: Path) -> None:
    assert autosave(played(2), shelf / "one.simmer") is None
    (shelf / "torn.simmer").write_bytes(b"nothing whole")
    scene = LoadScene(new_stage())
    slots = {saved.path.stem: number for number, saved in enumerate(scene.saves)}

    again = scene.acted(LookAtSave(slots["one"]))
    on = scene.acted(TakeUpSave(slots["one"]))
    torn = scene.acted(TakeUpSave(slots["torn"]))

    assert isinstance(again, Push)
    assert isinstance(again.scene, ReplayScene)
    assert isinstance(on, Swap)
    assert isinstance(on.scene, TableScene)
    assert isinstance(torn, Push)
    assert isinstance(torn.scene, TroubleScene)


def test_a_game_that_goes_on_is_looked_back_on_from_its_menu() -> None:
    scene = table(new_stage(), 0)
    scene.pressed("menu")

    change = scene.pressed("menu:replay")

    assert isinstance(change, Push)
    assert isinstance(change.scene, ReplayScene)
    assert (change.scene.count, change.scene.eyes) == (0, SIDE)
