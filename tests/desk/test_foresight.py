"""The forecast on the table: counts of twenty that add up, words that fit, a window that never waits."""

from pathlib import Path

import numpy as np
import pytest

from game.desk.presenters.forecast import in_twenty, present_forecast
from game.desk.scenes.foresight import PATIENCE, Foresight
from game.desk.window import new_stage
from game.match.match import Match
from game.players.forecast import Chance, Forecast, Kind
from game.rules.sheets import Order
from tests.desk.scenes import SIDE, lesson, played, table


def readings(match: Match, *tension: int) -> np.ndarray:
    """Return the readings of as many tables as *tension* has values."""
    found = np.zeros((len(match.book.index.tracks), len(tension)), dtype=np.int8)
    found[match.book.index.tracks["tension"]] = tension
    return found


@pytest.mark.parametrize(
    "ends",
    [
        pytest.param([5] * 200, id="all alike"),
        pytest.param([4, 5, 6] * 67, id="thirds"),
        pytest.param([*range(11)] * 9, id="elevenths"),
        pytest.param([3] * 199 + [9], id="one in two hundred"),
    ],
)
def test_counts_of_twenty_make_twenty(ends: list[int]) -> None:
    counts = in_twenty(np.array(ends, dtype=np.int8))

    assert sum(counts.values()) == 20
    for reading, count in counts.items():
        assert abs(count - 20 * ends.count(reading) / len(ends)) < 1


def test_what_is_likely_is_said_in_one_sentence_with_the_answer_owed() -> None:
    match = played(0)
    chances = (Chance(Kind.CROSSING, "casualties", 15, 0), Chance(Kind.ENDING, "war", 1, 0))

    content = present_forecast(match, Forecast(readings(match, *[7] * 14, *[6] * 6), chances))

    assert content.sentence == "Likely: tension ends at 7, and Seoul owes an answer."
    assert [(row.label, row.count, row.likeliest) for row in content.rows] == [
        ("6", 6, False),
        ("7", 14, True),
    ]
    assert [(words, count) for _sign, words, count in content.risks] == [
        ("Crossed: No fire on our soldiers", 15),
        ("War within three months", 1),
    ]


def test_what_is_open_is_not_called_likely() -> None:
    match = played(0)

    content = present_forecast(match, Forecast(readings(match, *[7] * 9, *[6] * 8, *[4] * 3), ()))

    assert content.sentence == "Tension may end at 6 or 7."
    assert content.risks == ()


def test_what_lies_far_apart_is_told_as_a_stretch() -> None:
    match = played(0)

    content = present_forecast(match, Forecast(readings(match, *[8] * 9, *[3] * 8, *[5] * 3), ()))

    assert content.sentence == "Tension may end anywhere from 3 to 8."


def test_a_new_sheet_is_weighed_anew_and_an_unchanged_one_is_not() -> None:
    match = lesson(1)
    foresight = Foresight(match, SIDE)
    assert foresight.advance(PATIENCE)
    quiet = foresight.content

    foresight.ask(match)
    assert not foresight.advance(PATIENCE)

    laid = match.lay(SIDE, "act", Order("border_fire"))
    assert isinstance(laid, Match)
    foresight.ask(laid)
    assert foresight.content == quiet
    assert foresight.advance(PATIENCE)
    assert foresight.content != quiet


def test_the_table_is_drawn_before_its_forecast_is_there(tmp_path: Path) -> None:
    scene = table(new_stage())
    assert scene.foresight.content is None

    scene.advance(PATIENCE)

    assert scene.foresight.content is not None
    assert scene.foresight.content.tables == 20


def test_without_tempers_for_its_rivals_a_side_is_told_nothing() -> None:
    match = lesson(0)
    strange = match.book.scenario.model_copy(update={"personas": {}})
    from game.match.match import new_match
    from game.rules.rulebook import compile_rulebook

    foresight = Foresight(new_match(compile_rulebook(strange), "", 1, {SIDE: "human"}), SIDE)

    assert foresight.advance(PATIENCE)
    assert foresight.content is None
