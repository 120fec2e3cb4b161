"""The forecast, played out by personas (C9, C10, C19, C30): it must emerge, and it can be broken."""

import numpy as np
import pytest

from game.conditions.condition import Expression
from game.model.bargain import Home
from game.rules.rulebook import compile_rulebook
from tests.claims.positions import book, setting, tally
from tests.study.tallied import tally_games

DECEMBER, ELECTION = 8, 7


def share(counts: np.ndarray, until: int, games: int) -> float:
    """Return the share of games in which something first happened by a month."""
    return float(counts[1 : until + 1].sum()) / games


def test_c9_an_agreement_by_december_is_rare() -> None:
    found = tally()

    assert share(found.signed, DECEMBER, found.games) <= 0.10


def test_c19_a_major_act_before_the_election_is_rare() -> None:
    found = tally()
    row = list(book().index.classes).index("major")

    assert share(found.classes[row], ELECTION - 1, found.games) <= 0.15


def test_c30_low_level_acts_run_on() -> None:
    found = tally()
    rows = list(book().index.classes["low"])

    assert 3 <= found.uses[rows].sum() / found.games <= 8


def test_11_2_war_is_rare() -> None:
    found = tally()
    row = next(close.row for close in book().endings if close.id == "war")

    assert found.endings[row] / found.games < 0.03


def test_c10_both_principals_ready_to_move_makes_agreement_much_likelier() -> None:
    as_is, ready = tally(), tally(washington__stance=2, pyongyang__stance=2)

    assert ready.signed[1:].sum() >= 5 * max(1, as_is.signed[1:].sum())


@pytest.mark.parametrize("stance", ["washington__stance", "pyongyang__stance"])
def test_c10_one_side_alone_opens_the_door_less_than_both(stance: str) -> None:
    alone, both = tally(**{stance: 2}), tally(washington__stance=2, pyongyang__stance=2)

    assert alone.signed[1:].sum() < both.signed[1:].sum()


def test_the_deadlock_hangs_on_costs_at_home_and_on_nothing_written_in() -> None:
    scenario = book().scenario
    assert scenario.bargain is not None
    free = {
        side: Home(stance=home.stance, asks=Expression(0)) for side, home in scenario.bargain.homes.items()
    }
    bargain = scenario.bargain.model_copy(update={"homes": free})
    cheap = compile_rulebook(scenario.model_copy(update={"bargain": bargain}))

    found = tally_games(setting(cheap), 1, 0, 1000)

    assert found.signed[1:].sum() / found.games > 5 * tally().signed[1:].sum() / tally().games
