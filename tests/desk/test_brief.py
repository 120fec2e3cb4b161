"""The brief: it speaks of war only where a war can come, and of no secret goal but one's own."""

from dataclasses import replace

import numpy as np
import pytest

from game.match.match import Match
from game.presenters.brief import present_brief
from tests.desk.scenes import SIDE, lesson, played

SIDES = ("washington", "pyongyang", "seoul")
TEXT = "# Brief\n\n## In brief\nA word."


@pytest.mark.parametrize(("match", "dreads"), [(played(0), True), (lesson(0), False)])
def test_war_is_dreaded_where_an_ending_can_cost_points(match: Match, dreads: bool) -> None:
    page = present_brief(match.glimpse(SIDE), TEXT, short=True)

    assert page.dreads_war is dreads


def dealt(secrets: tuple[int, ...]) -> Match:
    """Return a game at which the sides have drawn these of their secret goals."""
    match = played(0)
    drawn = np.array(secrets, dtype=np.int8).reshape(-1, 1)
    return replace(match, tables=match.tables.with_parts(secrets=drawn))


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("secrets", [(0, 1, 2), (1, 2, 0), (2, 0, 1)])
def test_11_4_a_brief_tells_the_one_secret_goal_that_its_side_has_drawn(
    side: str, secrets: tuple[int, ...]
) -> None:
    goals = played(0).book.scenario.sides[side].goals.values()
    hidden = [goal.text for goal in goals if goal.secret]
    assert len(hidden) == len(secrets)

    page = present_brief(dealt(secrets).glimpse(side), TEXT, short=True)

    assert [goal.text for goal in page.goals if goal.secret] == [hidden[secrets[SIDES.index(side)]]]
    assert [goal.text for goal in page.goals if not goal.secret] == [g.text for g in goals if not g.secret]


def test_11_4_a_side_without_secret_goals_reads_of_none() -> None:
    assert not any(goal.secret for goal in present_brief(lesson(0).glimpse(SIDE), TEXT, short=True).goals)
