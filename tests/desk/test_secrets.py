"""Nothing secret of one seat is drawn for another: pictures between two curtains are compared."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pygame
import pytest

from game.desk.scenes.base import PageScene
from game.desk.scenes.brief import BriefScene
from game.desk.scenes.curtain import CurtainScene
from game.desk.scenes.ledger import LedgerScene
from game.desk.scenes.replay import ReplayScene
from game.desk.scenes.reveal import RevealScene
from game.desk.scenes.session import Session
from game.desk.scenes.table import TableScene
from game.desk.scenes.title import TitleScene
from game.desk.window import Stage, new_stage
from game.match.loading import open_match
from game.match.match import Match
from game.presenters.asking import AskWhy
from game.presenters.content import FeedLine
from game.presenters.feed import happened_before, present_feed
from game.presenters.places import present_map
from game.presenters.reveal import present_reveal
from game.rules.sheets import Order
from game.rules.tables import Tables
from tests.desk.secretive import games
from tests.hidden import turned
from tests.scenario.shipped import SHIPPED

SIDES = ("washington", "pyongyang", "seoul")
SHEETS = (
    {"washington": {"home": Order("campaign")}, "pyongyang": {"act": Order("border_fire")}},
    {
        "pyongyang": {"act": Order("cyber_raid"), "home": Order("mobilise")},
        "seoul": {"home": Order("explain")},
    },
    {"washington": {"act": Order("flexibility")}, "seoul": {"act": Order("build_up")}},
)


@cache
def shared(months: int) -> Match:
    """Return a game of three people at one laptop, some months old."""
    match = open_match("deadlock-2020", 11, dict.fromkeys(SIDES, "human"))
    assert isinstance(match, Match)
    for month in range(months):
        match = match.played(SHEETS[month % len(SHEETS)])
    return match


def picture(scene: PageScene) -> bytes:
    """Return what a scene draws once everything on it stands still."""
    surface = pygame.Surface((1280, 800))
    scene.advance(30.0)
    scene.draw(surface)
    return pygame.image.tobytes(surface, "RGB")


def seat_scenes(match: Match, side: str) -> dict[str, PageScene]:
    """Return all that is drawn from the fall of a side's curtain to the next one's."""
    stage = new_stage()
    session = Session(match, Path("kept.simmer"))

    def after() -> TitleScene:
        return TitleScene(stage)

    asked = TableScene(stage, session, side, after)
    asked.acted(AskWhy("tension"))
    return {
        "curtain": CurtainScene(stage, session, side, after),
        "brief": BriefScene(stage, session, side, after),
        "table": TableScene(stage, session, side, after),
        "why": asked,
        "ledger": LedgerScene(stage, match, side),
    }


@pytest.mark.parametrize("side", SIDES)
def test_12_another_hidden_truth_draws_the_same_pictures(side: str) -> None:
    match = shared(3)
    other = replace(match, tables=turned(match.book, match.tables, side))
    assert match.tables.digest() != other.tables.digest()

    theirs = seat_scenes(other, side)
    for name, scene in seat_scenes(match, side).items():
        assert picture(scene) == picture(theirs[name]), name


@pytest.mark.parametrize(
    ("first", "then", "card"),
    [
        ("washington", "pyongyang", Order("sanctions")),
        ("pyongyang", "seoul", Order("icbm_test")),
        ("washington", "seoul", Order("flexibility")),
    ],
)
def test_4_4_what_one_seat_has_sealed_is_not_drawn_for_the_next(first: str, then: str, card: Order) -> None:
    quiet = shared(1).seal(first)
    laid = shared(1).lay(first, "act", card)
    assert isinstance(quiet, Match)
    assert isinstance(laid, Match)
    loud = laid.seal(first)
    assert isinstance(loud, Match)

    silent, loaded = seat_scenes(quiet, then), seat_scenes(loud, then)
    for name in ("curtain", "brief", "table"):
        assert picture(silent[name]) == picture(loaded[name]), name


def test_the_pictures_of_one_seat_are_not_those_of_another() -> None:
    match = shared(1)
    tables = [picture(seat_scenes(match, side)["table"]) for side in SIDES]

    assert len(set(tables)) == len(SIDES)


@pytest.mark.parametrize("make", [RevealScene, ReplayScene])
def test_what_several_people_look_at_together_shows_nobodys_secret(make: type[PageScene]) -> None:
    match = shared(2)
    pictures = set()
    for side in (None, *SIDES):
        tables = match.tables if side is None else turned_alone(match, side)
        pictures.add(picture(scene_for(make, replace(match, tables=tables), new_stage())))

    assert len(pictures) == 1


def turned_alone(match: Match, side: str) -> Tables:
    """Return the tables with everything turned that only *side* sees, as the two others see it alike."""
    tables = match.tables
    readings = tables.readings.copy()
    for name, row in match.book.index.tracks.items():
        if match.book.tracks.readers[name] == (side,):
            low, high = match.book.scenario.tracks[name].range
            readings[row] = low + high - readings[row]
    return tables.with_parts(readings=readings)


def scene_for(make: type[PageScene], match: Match, stage: Stage) -> PageScene:
    if make is RevealScene:
        return RevealScene(stage, Session(match, Path("kept.simmer")), lambda: TitleScene(stage))
    scene = ReplayScene(stage, match)
    scene.past = (*scene.past[:-1], match.tables)
    scene.page.refresh()
    return scene


def unowned(line: FeedLine) -> FeedLine:
    """Return a line of the feed with its moves and not the tracks' names, which say whose they are."""
    return replace(line, changes=" ".join(re.findall(r"\*\*(.+?)\*\*", line.changes)))


@pytest.mark.parametrize("name", SHIPPED)
def test_12_what_lies_on_paper_is_the_same_for_every_seat(name: str) -> None:
    for match in games(name, 1)[1:]:
        paper, feed = present_reveal(match.glimpse(None)), present_feed(match.glimpse(None), match.month)
        told = happened_before(match.glimpse(None), match.month)
        for side in match.book.index.sides:
            own = present_reveal(match.glimpse(side))
            assert replace(own, own=(), quiet=(), changes=(), news=()) == replace(paper, changes=(), news=())
            lines = present_feed(match.glimpse(side), match.month)
            assert [unowned(line) for line in lines if not line.private] == [unowned(line) for line in feed]
            mine = happened_before(match.glimpse(side), match.month)
            assert present_map(match.glimpse(None), lines, mine, "") == present_map(
                match.glimpse(None), feed, told, ""
            )


def test_12_an_own_secret_lies_on_slate_and_is_neither_heard_nor_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sides = dict.fromkeys(SIDES, "easy") | {"pyongyang": "human"}
    opened = open_match("deadlock-2020", 11, sides)
    assert isinstance(opened, Match)
    acts = {"washington": {"act": Order("exercise")}, "pyongyang": {"act": Order("mines")}}
    scene = scene_for(RevealScene, opened.played(acts), new_stage())
    assert isinstance(scene, RevealScene)
    page = scene.told

    assert [line.title for line in page.own] == ["Lay mines"]
    assert [line.title for line in page.sheets[1].lines] == ["Nothing seen", "Nothing seen", "Hold"]
    assert {line.private for line in page.changes if "Soldiers were hurt" in line.reason} == {True}
    assert page.quiet
    assert not page.crossings
    assert scene.steps.advance(60.0) == RevealScene(
        scene.stage, Session(opened.played({}), Path("kept.simmer")), lambda: TitleScene(new_stage())
    ).steps.advance(60.0)
    heard: list[str] = []
    monkeypatch.setattr(scene.stage, "play", heard.append)
    scene.advance(0.1)
    scene.steps.skip()
    scene.advance(5.0)
    assert "cross" not in heard
