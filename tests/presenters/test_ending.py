"""The last page: every score as the rules count it, and what nobody knew."""

import pytest

from game.debrief.story import hidden_acts
from game.match.redaction import EVERYBODY
from game.presenters.ending import present_end
from tests.desk.secretive import games
from tests.scenario.shipped import SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_11_4_the_columns_add_up_to_the_outcome_with_secret_goals_opened(name: str) -> None:
    match = games(name, 1)[-1]
    page = present_end(match.glimpse(EVERYBODY), hidden_acts(match))

    assert page.title == match.book.scenario.endings[match.ending or ""].title
    assert [column.side for column in page.columns] == list(match.book.scenario.sides)
    for column in page.columns:
        outcome = match.outcome[column.side]
        assert column.points == f"{outcome.points:.1f}"
        assert [(row.text, row.secret) for row in column.rows] == [
            (won.text, won.secret) for won in outcome.goals
        ]
        assert all(
            row.points == f"{won.points:.1f} of {won.most}"
            for row, won in zip(column.rows, outcome.goals, strict=True)
        )


@pytest.mark.parametrize("name", SHIPPED)
def test_7_the_end_opens_every_deniable_act_and_who_did_it(name: str) -> None:
    match = games(name, 1)[-1]
    acts = tuple(hidden_acts(match))
    page = present_end(match.glimpse(EVERYBODY), acts)

    assert len(page.hidden) == len(acts)
    for act, told in zip(acts, page.hidden, strict=True):
        author = match.book.scenario.sides[act.side].label if act.side else "a third party"
        assert told.startswith(f"{act.date}: {act.title} ({author}), ")
        assert told.endswith("never pinned down." if not act.named else f"named in {act.named}.")
