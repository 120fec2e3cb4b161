"""The arena: the same seats with the same luck, gains with intervals, Elo, and deviations from a field."""

from itertools import combinations

import numpy as np
import pytest

from game.cli import run
from game.study.arena import Bout, played
from game.study.duel import deviations, duels, elo, points_range
from game.study.rating import MIDDLE, ratings
from tests.claims.positions import book

SIDES = ("washington", "pyongyang", "seoul")


def bout(*players: str, games: int = 40, fields: tuple[str, ...] = ()) -> Bout:
    return Bout("deadlock-2020", SIDES, players, fields or players, games, 3)


def scores(asked: Bout, processes: int = 1) -> dict[tuple[str, ...], np.ndarray]:
    parts: dict[tuple[str, ...], list[np.ndarray]] = {}
    for lineup, points in played(asked, processes):
        parts.setdefault(lineup, []).append(points)
    return {lineup: np.concatenate(found, axis=1) for lineup, found in parts.items()}


def test_every_player_meets_every_other_in_every_seat() -> None:
    asked = bout("easy", "persona:washington_pressure", "persona", games=10)

    met = {(one, other, side) for one, other in combinations(asked.players, 2) for side in SIDES}

    assert len(set(asked.lineups)) == len(asked.lineups)
    for one, other, side in met:
        for player in (one, other):
            for field in (one, other):
                assert asked.lineup(SIDES.index(side), player, field) in asked.lineups


def test_whoever_replaces_itself_gains_nothing() -> None:
    asked = bout("persona", games=10)

    found = deviations(asked, scores(asked), book())

    assert [each.gain.value for each in found] == [0, 0, 0]


def test_easy_beats_persona() -> None:
    asked = bout("easy", "persona", games=24)

    found = duels(asked, scores(asked))

    assert [duel.side for duel in found] == list(SIDES)
    assert all(duel.gain.high > 0 for duel in found), found
    assert sum(duel.holds for duel in found) >= 2
    assert elo(asked, found)["easy"].low > MIDDLE > elo(asked, found)["persona"].high


def test_whoever_shares_the_work_the_scores_are_the_same() -> None:
    asked = bout("easy", "persona", games=2)

    alone, shared = scores(asked), scores(asked, 2)

    assert alone.keys() == shared.keys()
    assert all(np.array_equal(alone[lineup], shared[lineup]) for lineup in alone)


def test_a_field_that_throws_points_away_is_found_out() -> None:
    asked = bout("easy", games=10, fields=("persona",))

    found = deviations(asked, scores(asked), book())

    gained = {each.side: each.gain.value for each in found}
    assert gained["pyongyang"] > 0.03
    assert gained["seoul"] > 0.03


def test_the_range_of_points_holds_one_secret_goal() -> None:
    goals = book().scenario.sides["seoul"].goals.values()
    assert points_range(book(), "seoul") == 15 + sum(goal.points for goal in goals if not goal.secret)


@pytest.mark.parametrize(("share", "apart"), [(0.5, 0), (10 / 11, 400)])
def test_elo_is_the_logarithm_of_the_odds(share: float, apart: float) -> None:
    games = 20_000

    strong, weak = ratings(np.array([[0, games * share], [games * (1 - share), 0]]))

    assert strong.value - weak.value == pytest.approx(apart, abs=1)
    assert strong.value + weak.value == pytest.approx(2 * MIDDLE)
    assert strong.low < strong.value < strong.high


def test_more_games_make_elo_surer() -> None:
    few, many = (ratings(np.array([[0.0, 6.0], [4.0, 0.0]]) * times)[0] for times in (1, 100))

    assert many.high - many.low < (few.high - few.low) / 5


def test_somebody_who_never_lost_still_has_a_figure() -> None:
    assert np.isfinite(ratings(np.array([[0.0, 9.0], [0.0, 0.0]]))[0].value)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (["--players", "human,easy"], "for computer players"),
        (["--players", "easy"], "strongest first"),
        (["--players", "easy,nobody"], "no player 'nobody'"),
        (["--players", "easy", "--field", "nobody"], "no player 'nobody'"),
        (["nowhere"], "nowhere"),
    ],
)
def test_wrong_usage_is_one_sentence(line: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["arena", *line]) == 2
    said = capsys.readouterr().err
    assert told in said
    assert len(said.splitlines()) == 1


def test_an_order_that_does_not_hold_is_a_no(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["arena", "--players", "persona,easy", "--games", "3", "--json", "-"]) == 1
    assert '"duels":' in capsys.readouterr().out
