"""What a scenario says to whoever teaches with it: plans, the quiz, who lays what."""

import pytest
from pydantic import ValidationError

from game.model.teaching import Doing, LessonPlan, QuizQuestion, Section
from game.presenters.posts import laid_by
from tests.scenario.shipped import SHIPPED, scenario

TAUGHT = tuple(name for name in SHIPPED if (notes := scenario(name).teaching) and notes.plans)


def plan(*debrief: str) -> LessonPlan:
    stage = {"title": "Play", "minutes": 40, "text": "Play.", "doing": "play"}
    home = {"title": "Read", "minutes": 15, "text": "Read.", "doing": "home"}
    return LessonPlan.model_validate(
        {"title": "40", "stages": [home, stage], "months": 2, "debrief": debrief}
    )


def test_scores_come_last_or_not_at_all() -> None:
    assert plan("numbers", "scores").debrief == (Section.NUMBERS, Section.SCORES)
    with pytest.raises(ValidationError, match="scores come last"):
        plan("scores", "numbers")
    with pytest.raises(ValidationError, match="named twice"):
        plan("numbers", "numbers")


def test_a_right_answer_is_one_of_those_there_are() -> None:
    asked = {"ask": "Who?", "options": ["One", "Other"], "why": "So."}
    assert QuizQuestion.model_validate({**asked, "right": 2}).right == 2
    with pytest.raises(ValidationError, match="answer 3 is right, and there are 2"):
        QuizQuestion.model_validate({**asked, "right": 3})


def test_homework_takes_no_minute_of_the_lesson() -> None:
    assert plan("numbers").minutes == 40


@pytest.mark.parametrize("name", TAUGHT)
def test_a_shipped_plan_fills_its_lesson_and_keeps_a_fair_part_of_it_for_the_debrief(name: str) -> None:
    notes = scenario(name).teaching
    assert notes is not None
    for length, each in notes.plans.items():
        count, _times, minutes = length.rpartition("x")
        debrief = sum(stage.minutes for stage in each.stages if stage.doing is Doing.DEBRIEF)
        assert each.minutes == int(count or 1) * int(minutes)
        assert 4 * debrief >= each.minutes


@pytest.mark.parametrize("name", TAUGHT)
def test_every_line_of_the_sheet_is_laid_by_some_post(name: str) -> None:
    told = scenario(name)
    assert told.teaching is not None
    for side, posts in told.teaching.posts.items():
        assert {slot for n in range(len(posts)) for slot in laid_by(told, side, n)} == set(told.slots)
