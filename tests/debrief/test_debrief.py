"""The debrief: it tells what happened at the table, and as one page that stands alone."""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game import cli
from game.debrief.history import past
from game.debrief.page import debrief_page
from game.debrief.story import Story, story_of
from game.match.loading import open_match
from game.match.match import Match


@cache
def finished(seed: int = 11) -> Match:
    match = open_match("deadlock-2020", seed, {"pyongyang": "persona:pyongyang_bold"})
    assert isinstance(match, Match)
    while not match.over:
        match = match.adjudicated()
    return match


@cache
def story(seed: int = 11) -> Story:
    return story_of(finished(seed))


def test_the_past_is_the_game_itself() -> None:
    tables = past(finished())

    assert [each.digest() for each in tables[1:]] == [month.digest for month in finished().months]


def test_the_readings_run_from_the_start_to_the_end() -> None:
    last = past(finished())[-1]
    for track, row in finished().book.index.tracks.items():
        readings = story().readings[track]
        assert len(readings) == len(finished().months) + 1
        assert readings[-1] == last.readings[row, 0]


def test_what_really_happened_stands_beside_what_was_played() -> None:
    scenario = finished().book.scenario
    page = debrief_page(story(), scenario)

    assert scenario.teaching is not None
    assert all(fact.text in page for fact in scenario.teaching.record)
    bare = debrief_page(story(), scenario.model_copy(update={"teaching": None}))
    assert "What really happened" in page
    assert "What really happened" not in bare


def test_every_crossing_stands_in_its_lines_story() -> None:
    told = {line.title: line for line in story().lines}
    for happening in finished().happenings:
        if happening.kind == "crossing":
            title = finished().book.scenario.redlines[happening.id].title
            assert told[title].crossed


def test_every_deniable_act_is_opened() -> None:
    deniable = [
        order.card
        for month in finished().months
        for sheet in month.sheets.values()
        for order in sheet.values()
        if finished().book.scenario.cards[order.card].attribution is not None
    ]

    assert len(story().hidden) == len(deniable)


def test_turning_points_come_by_how_far_the_outlook_moved() -> None:
    moved = [abs(turn.points) for turn in story().turns]

    assert moved == sorted(moved, reverse=True)
    assert all(turn.date in story().dates for turn in story().turns)


def test_a_deal_is_told_only_where_every_side_gains(whole: bool) -> None:
    deals = [deal for seed in ((11, 12, 13) if whole else (11,)) for deal in story(seed).deals]

    assert deals
    assert all(points >= 1 for deal in deals for points in deal.gains.values())


def test_questions_fit_what_happened() -> None:
    scenario = finished().book.scenario
    acts = [
        order.card
        for month in finished().months
        for sheet in month.sheets.values()
        for order in sheet.values()
    ]
    large = any(scenario.cards[card].scale == "major" for card in acts)

    assert (scenario.questions["large"].ask in story().questions) is large
    assert scenario.questions["standpoint"].ask in story().questions


class Page(HTMLParser):
    """Notes what a page refers to and whether its elements close."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wants: list[str] = []

    def handle_starttag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        self.wants += [value or "" for key, value in attrs if key in ("src", "href")]
        if name != "meta":
            self.open.append(name)

    def handle_endtag(self, name: str) -> None:
        assert self.open.pop() == name


def test_the_page_stands_alone() -> None:
    page = Page()
    text = debrief_page(story(), finished().book.scenario)
    page.feed(text)

    assert page.open == []
    assert page.wants == []
    assert "url(" not in text
    assert "@import" not in text
    assert not re.search(r"https?://", text)


def test_what_an_author_wrote_is_never_taken_for_html() -> None:
    scenario = finished().book.scenario
    sides = {**scenario.sides, "seoul": scenario.sides["seoul"].model_copy(update={"label": "<b>S&S</b>"})}

    text = debrief_page(story(), scenario.model_copy(update={"sides": sides}))

    assert "<b>S&S" not in text
    assert "&lt;b&gt;S&amp;S" in text


def test_a_game_told_in_korean_has_a_korean_debrief() -> None:
    match = open_match("first-steps", 3, {}, language="ko")
    assert isinstance(match, Match)
    while not match.over:
        match = match.adjudicated()

    text = debrief_page(story_of(match), match.book.scenario, match.book.index.say)

    assert '<html lang="ko">' in text
    words = re.sub(r"<style>.*?</style>|<[^>]*>|&\w+;", " ", text, flags=re.DOTALL)
    assert re.findall(r"[A-Za-z]{3,}", words) == []
    assert re.search(r"2020년 \d월", words)


def test_the_command_writes_the_page_in_a_language_it_knows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save, out = tmp_path / "game.simmer", tmp_path / "debrief.html"
    assert cli.run(["play", "first-steps", "--auto", "--seed", "3", "--save", str(save)]) == 0

    assert cli.run(["debrief", str(save), "-o", str(out), "--language", "ko"]) == 0
    assert "누가 몇 점을 얻었나" in out.read_text(encoding="utf-8")
    assert cli.run(["debrief", str(save), "-o", str(out), "--language", "fr"]) == 2
    assert "'fr'" in capsys.readouterr().err


def test_the_command_writes_the_page_and_keeps_what_stood_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save, out = tmp_path / "game.simmer", tmp_path / "debrief.html"
    out.write_text("mine", encoding="utf-8")
    assert cli.run(["play", "first-steps", "--auto", "--seed", "11", "--save", str(save)]) == 0

    assert cli.run(["debrief", str(save), "-o", str(out)]) == 0

    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (tmp_path / "debrief.html.1").read_text(encoding="utf-8") == "mine"
    assert cli.run(["debrief", str(tmp_path / "none.simmer"), "-o", str(out)]) == 2
    assert "none.simmer" in capsys.readouterr().err


def test_a_story_ends_with_what_really_happened() -> None:
    match = open_match("mines-2015", 4, {})
    assert isinstance(match, Match)
    while not match.over:
        match = match.adjudicated()
    teaching = match.book.scenario.teaching
    assert teaching is not None

    page = debrief_page(story_of(match), match.book.scenario)

    assert "The article expected" not in page
    assert "25 August 2015" in page.split("What really happened")[1]
    for fact in teaching.record:
        assert fact.text in page
