"""Rollouts: a sudden ending counts by its odds, so that rare disasters are told by few tables (§11.1)."""

import numpy as np
import pytest

from game.players.player import sheets_for
from game.players.rollout import Rollouts
from game.rules.adjudicate import adjudicate
from game.rules.setup import set_up
from game.rules.tables import Tables
from tests.claims.positions import book, setting

HOT = {"tension": 10}


def played(tables: Tables) -> Tables:
    while tables.month <= book().months:
        tables = adjudicate(book(), tables, sheets_for(book(), setting().players, tables))
    return tables


def drawn(tables: Tables) -> np.ndarray:
    end = played(tables)
    return book().returns(end) / 100


def weighed(tables: Tables, months: int = 60) -> np.ndarray:
    rollouts = Rollouts(book(), setting().players, months)
    return rollouts.worth(tables, sheets_for(book(), setting().players, tables))


def test_odds_and_draws_come_to_the_same_on_average() -> None:
    tables = set_up(book(), range(4000), HOT)

    mine, luck = weighed(tables), drawn(tables)

    gap = 3 * luck.std(axis=1) / np.sqrt(4000)
    assert (np.abs(mine.mean(axis=1) - luck.mean(axis=1)) < gap).all()


def test_odds_tell_more_than_draws() -> None:
    tables = set_up(book(), range(1000), HOT)

    assert (weighed(tables).std(axis=1) < 0.8 * drawn(tables).std(axis=1)).all()


def test_a_table_that_never_comes_near_is_worth_what_it_scores() -> None:
    tables = set_up(book(), range(200))

    mine, luck = weighed(tables), drawn(tables)

    assert 0.3 < np.isclose(mine, luck).all(axis=0).mean() < 1


@pytest.mark.parametrize("months", [1, 3])
def test_a_short_look_ahead_reads_the_points_as_they_stand_then(months: int) -> None:
    tables = at = set_up(book(), range(200), {"tension": 0})
    for _ in range(months):
        at = adjudicate(book(), at, sheets_for(book(), setting().players, at))

    stands = book().returns(at) / 100

    assert np.allclose(weighed(tables, months), stands)
