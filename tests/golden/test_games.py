"""Golden games: no change of a rule, a player or the dice goes unseen."""

import pytest

from game.scenario.shelf import shipped
from tests.golden.games import SEEDS, Golden, kept, played

SLOW = {"easy", "normal", "hard"}
"""Players whose long games a usual run leaves to --whole, all but those of first-steps and mines-2015."""

SHORT = {"first-steps", "mines-2015"}

GAMES = kept()


def test_every_shipped_scenario_has_its_golden_games() -> None:
    expected = {(name, players, seed) for name in shipped() for players in SEEDS for seed in SEEDS[players]}
    assert {(game.scenario, game.players, game.seed) for game in GAMES} == expected


def test_no_two_games_of_a_scenario_are_alike() -> None:
    anyhow = [game.digests for game in GAMES if game.players == "anyhow"]
    assert len(set(anyhow)) == len(anyhow)


@pytest.mark.parametrize("game", GAMES, ids=lambda game: f"{game.scenario}-{game.players}-{game.seed}")
def test_a_golden_game_goes_as_it_went(game: Golden, whole: bool) -> None:
    if game.players in SLOW and game.scenario not in SHORT and not whole:
        pytest.skip("a searcher's long game: carried out by --whole")
    assert played(game.scenario, game.players, game.seed) == game
