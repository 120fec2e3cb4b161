"""The brief: it speaks of war only where a war can come."""

import pytest

from game.desk.presenters.brief import present_brief
from game.match.match import Match
from tests.desk.scenes import SIDE, lesson, played


@pytest.mark.parametrize(("match", "dreads"), [(played(0), True), (lesson(0), False)])
def test_war_is_dreaded_where_an_ending_can_cost_points(match: Match, dreads: bool) -> None:
    page = present_brief(match, SIDE, "# Brief\n\n## In brief\nA word.", short=True)

    assert page.dreads_war is dreads
