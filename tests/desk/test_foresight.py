"""The forecast on the table: counts of twenty that add up, words that fit, a window that never waits."""

from pathlib import Path

import numpy as np
import pytest

from game.desk.kit.drawing.pen import Pen
from game.desk.kit.geometry import Box
from game.desk.kit.theme import load_theme
from game.desk.scenes.foresight import PATIENCE, Foresight
from game.desk.views.forecast import OddsLine, RiskLine, forecast
from game.desk.window import new_stage
from game.match.match import Match
from game.players.forecast import Chance, Forecast, Kind
from game.presenters.forecast import in_twenty, present_forecast
from game.rules.sheets import Order
from tests.desk.gallery import FORECAST
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

    content = present_forecast(
        match.glimpse("pyongyang"), Forecast(readings(match, *[7] * 14, *[6] * 6), chances)
    )

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

    content = present_forecast(
        match.glimpse("pyongyang"), Forecast(readings(match, *[7] * 9, *[6] * 8, *[4] * 3), ())
    )

    assert content.sentence == "Tension may end at 6 or 7."
    assert content.risks == ()


def test_what_lies_far_apart_is_told_as_a_stretch() -> None:
    match = played(0)

    content = present_forecast(
        match.glimpse("pyongyang"), Forecast(readings(match, *[8] * 9, *[3] * 8, *[5] * 3), ())
    )

    assert content.sentence == "Tension may end anywhere from 3 to 8."


@pytest.mark.parametrize(
    ("ends", "sentence"),
    [
        pytest.param([5] * 8 + [4] * 8 + [3] * 4, "Tension may end at 4 or 5.", id="four in five"),
        pytest.param(
            [5] * 6 + [4] * 6 + [3] * 5 + [2] * 3, "Tension may end anywhere from 2 to 5.", id="fewer"
        ),
    ],
)
def test_two_readings_are_named_only_where_they_are_nearly_all(ends: list[int], sentence: str) -> None:
    match = played(0)

    assert (
        present_forecast(match.glimpse("pyongyang"), Forecast(readings(match, *ends), ())).sentence
        == sentence
    )


@pytest.mark.parametrize("seed", range(60))
def test_the_rows_add_up_to_twenty_and_say_what_is_left_out(seed: int) -> None:
    match, draw = played(0), np.random.default_rng(seed)
    ends = draw.binomial(10, draw.random(), 200) if seed % 2 else draw.integers(0, 1 + seed % 11, 200)

    content = present_forecast(match.glimpse("pyongyang"), Forecast(readings(match, *ends), ()))

    counts = in_twenty(ends.astype(np.int8))
    told = {row.label: row.count for row in content.rows}
    assert sum(told.values()) == 20
    assert len(content.rows) <= 4
    assert ("other" in told) == (sum(count > 0 for count in counts.values()) > 4)
    assert all(counts[int(label)] == count for label, count in told.items() if label != "other")


def test_6_4_a_private_line_that_is_crossed_is_not_said_to_owe_an_answer() -> None:
    match = played(0)
    lines = match.book.scenario.redlines
    private = [name for name, line in lines.items() if not line.declared and line.answered_by]
    assert private

    for name, line in lines.items():
        if line.drawn_by is not None and line.answered_by:
            chances = (Chance(Kind.CROSSING, name, 20, 0),)
            told = present_forecast(
                match.glimpse("pyongyang"), Forecast(readings(match, 7), chances)
            ).sentence
            owes = f"{match.book.scenario.sides[line.drawn_by].label} owes an answer"
            assert told.endswith("a line is crossed." if name in private else f"{owes}.")


def test_6_4_a_line_that_the_own_sheet_declares_owes_an_answer_at_once() -> None:
    match = played(0)
    name, card = next((n, c) for n, c in match.book.scenario.cards.items() if c.declares and c.side == SIDE)
    crossing = Forecast(readings(match, 7), (Chance(Kind.CROSSING, str(card.declares), 20, 0),))

    laid = match.lay(SIDE, card.slot, Order(name))

    assert isinstance(laid, Match)
    assert present_forecast(match.glimpse("pyongyang"), crossing).sentence.endswith("a line is crossed.")
    assert present_forecast(laid.glimpse("pyongyang"), crossing).sentence.endswith(
        "Pyongyang owes an answer."
    )


@pytest.mark.parametrize(
    ("count", "held", "words"),
    [
        pytest.param(20, 20, "An agreement within three months, without this sheet too", id="as often"),
        pytest.param(5, 9, "An agreement within three months, without this sheet too", id="less often"),
        pytest.param(9, 5, "An agreement within three months", id="more often by this sheet"),
    ],
)
def test_an_agreement_that_comes_while_one_holds_is_not_laid_at_this_sheets_door(
    count: int, held: int, words: str
) -> None:
    match = played(0)
    chances = (Chance(Kind.AGREEMENT, "", count, held),)

    content = present_forecast(match.glimpse("pyongyang"), Forecast(readings(match, 4), chances))

    assert [told for _sign, told, _count in content.risks] == [words]


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


def test_what_may_go_wrong_stands_above_the_distribution() -> None:
    panel = forecast(FORECAST)
    panel.place(Pen(load_theme()), Box(0, 0, 280, 400))
    rows = {kind: [w.box.y for w in panel.walk() if isinstance(w, kind)] for kind in (RiskLine, OddsLine)}
    assert len(rows[RiskLine]) == 3
    assert max(rows[RiskLine]) < min(rows[OddsLine])
