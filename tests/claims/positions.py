"""The 2020 scenario, compiled once, and the tables its personas play."""

from functools import cache

from game.players.roster import PERSONA, hire
from game.rules.rulebook import Rulebook, compile_rulebook
from game.scenario.reader import read_scenario
from game.study.batch import BatchSetting
from game.study.tally import Tally
from tests.study.tallied import tally_games


@cache
def book() -> Rulebook:
    """Return the rulebook of deadlock-2020."""
    reading = read_scenario("deadlock-2020")
    assert reading.scenario is not None, reading.findings
    return compile_rulebook(reading.scenario)


def setting(rules: Rulebook | None = None, **starts: int) -> BatchSetting:
    """Return personas in all seats; *starts* with a double underscore for the dot."""
    rules = rules or book()
    players = {side: hire(PERSONA, rules, side) for side in rules.index.sides}
    named = {name.replace("__", "."): start for name, start in starts.items()}
    return BatchSetting(
        rules, {side: player for side, player in players.items() if player is not None}, named
    )


@cache
def tally(games: int = 2000, **starts: int) -> Tally:
    """Return what came of persona games with these starts."""
    return tally_games(setting(None, **starts), 1, 0, games)
