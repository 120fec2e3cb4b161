"""The last pages: scores at once, the story when it is told, the page written, every door open."""

from pathlib import Path

import pytest

from game.debrief.story import line_stories
from game.desk.actions import ReadEntries
from game.desk.kit.touch import Picked
from game.desk.scene import Home, Push, Quit
from game.desk.scenes.ending import PATIENCE, EndScene
from game.desk.scenes.ledger import LedgerScene
from game.desk.scenes.replay import ReplayScene
from game.desk.scenes.session import Session
from game.desk.window import new_stage
from game.match.redaction import EVERYBODY
from game.presenters.debrief import present_course, present_lines
from tests.desk.newcomer import shown
from tests.desk.scenes import lesson, played


@pytest.fixture
def scene(tmp_path: Path) -> EndScene:
    return EndScene(new_stage(), Session(lesson(3), tmp_path / "kept.simmer"))


def words(scene: EndScene) -> str:
    return " ".join(shown(scene.page.top.root))


def test_scores_and_lines_are_told_before_the_story_is(scene: EndScene) -> None:
    assert scene.told is None
    assert "Who scored what" in words(scene)

    scene.touched(Picked("end", "lines"))
    assert "No drills at the border" in words(scene)

    scene.touched(Picked("end", "offers"))
    assert "this takes a moment" in words(scene)


def test_the_story_fills_its_pages_once_it_is_told(scene: EndScene) -> None:
    scene.advance(PATIENCE)
    told = {}
    for part in ("offers", "reasons", "questions"):
        scene.touched(Picked("end", part))
        told[part] = words(scene)

    assert "not taken" in told["offers"]
    for question in scene.story.questions if scene.story else ():
        assert question.split()[0] in told["questions"]
    assert scene.told is not None
    assert scene.told.questions
    assert scene.told.motives
    for because in scene.told.motives:
        assert all(what in told["reasons"] for what, _how in because.consequences)


def test_a_page_asked_for_too_early_is_written_when_the_story_is_told(scene: EndScene) -> None:
    out = scene.session.path.with_suffix(".html")
    scene.pressed("end:debrief")
    early = (out.exists(), scene.said)

    scene.advance(PATIENCE)

    assert early == (False, "The debrief is being written.")
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert str(out) in scene.said


def test_a_page_that_cannot_be_written_says_why(scene: EndScene) -> None:
    scene.session.path = Path("/dev/null/nowhere.simmer")
    scene.advance(PATIENCE)

    scene.pressed("end:debrief")

    assert "could not be" in scene.said


def test_every_door_leads_somewhere(scene: EndScene) -> None:
    replay, ledger = scene.pressed("end:replay"), scene.pressed("end:ledger")

    assert isinstance(replay, Push)
    assert isinstance(replay.scene, ReplayScene)
    assert isinstance(ledger, Push)
    assert isinstance(ledger.scene, LedgerScene)
    assert ledger.scene.eyes == EVERYBODY
    assert scene.pressed("end:title") == Home()
    assert scene.pressed("end:quit") == Quit()


def test_a_graded_goal_leads_to_the_ledger_of_its_track(scene: EndScene) -> None:
    links = [spot.name for spot in scene.page.top.stops() if spot.name.startswith("ledger:")]
    change = scene.acted(ReadEntries("tension"))

    assert "ledger:pyongyang.legitimacy" in links
    assert isinstance(change, Push)
    assert isinstance(change.scene, LedgerScene)
    assert (change.scene.sieve.track, change.scene.sieve.month) == ("tension", 0)


def test_the_course_marks_every_month_in_which_a_line_was_crossed() -> None:
    match = played(12)
    course = present_course(match.glimpse(EVERYBODY))
    crossed = {h.month - 1 for h in match.happenings if h.kind == "crossing"}

    assert len(course.trend.readings) == len(match.months)
    assert {month for month, _mark in course.trend.marks} == crossed
    assert [mark for mark, _told in course.legend] == [mark for _month, mark in course.trend.marks]


def test_every_line_has_a_story_and_the_crossed_come_first() -> None:
    match = played(12)
    stories = present_lines(match.book.scenario, line_stories(match))
    quiet = [fate.text == "never crossed" for fate in stories]

    assert len(stories) == len(match.book.scenario.redlines)
    assert quiet == sorted(quiet)
    assert not all(quiet)
