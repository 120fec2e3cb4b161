"""What is read without an error can be played: no slip that gets past the checker stops a game."""

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

import yaml

from game.model.scenario import Scenario
from game.rules.rulebook import compile_rulebook
from game.scenario.reader import read_scenario_text
from tests.builders import SMALL
from tests.claims.positions import setting
from tests.lint.test_reach import a_condition
from tests.scenario.games import Games
from tests.study.tallied import tally_games

BASE = Scenario.model_validate(SMALL)
NUMBERS = (0, 1, -1, 2, 3, 5, 7, 10, 20, 50, 100, -100, 127, -5, 60, 300)
AMOUNTS = ("heat * 20", "trust - 5", "-5", "500", "month * 10", "60 * (heat > 3)")
TERMS = ("relief", "arms * 5", "-3", "shortfall * 20", "100", "first.west * 9 - relief")
NAMES = [[*SMALL[block]] for block in ("sides", "tracks", "cards", "redlines", "calendar", "slots")]

Path = tuple[Any, ...]


def places(node: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the place of every key and every entry."""
    parts = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for part, held in parts:
        yield (*path, part)
        yield from places(held, (*path, part))


def other(old: Any, path: Path, luck: Random) -> Any:
    """Return another value of the same kind."""
    if isinstance(old, bool):
        return not old
    if isinstance(old, int):
        return luck.choice(NUMBERS)
    if isinstance(old, list):
        return luck.choice([[], old[:1], old + old, old[::-1]])
    if isinstance(old, dict):
        return {key: value for key, value in old.items() if luck.random() < 0.7}
    return _other_text(str(old), str(path[-1]), luck)


def _other_text(old: str, key: str, luck: Random) -> str:
    if key == "when":
        return a_condition(BASE, luck)
    if key in ("asks", "needs"):
        return luck.choice(TERMS)
    if key in ("chance", "grade"):
        return luck.choice(AMOUNTS)
    return luck.choice(next((names for names in NAMES if old in names), [old]))


def changed(seed: int) -> str:
    """Return the small scenario with one to three values changed or taken away."""
    luck, spec = Random(seed), deepcopy(SMALL)
    for _ in range(luck.randint(1, 3)):
        *way, last = luck.choice(list(places(spec)))
        held: Any = spec
        for part in way:
            held = held[part]
        if luck.random() < 0.3:
            del held[last]
        else:
            held[last] = other(held[last], (*way, last), luck)
    return yaml.safe_dump(spec, sort_keys=False)


def test_a_scenario_read_without_an_error_can_be_played(whole: bool) -> None:
    played = 0
    for seed in range(6_000 if whole else 60):
        scenario, _ = read_scenario_text(changed(seed), thorough=True)
        if scenario is None:
            continue
        played += 1
        book = compile_rulebook(scenario)
        games = Games(book, 6, seed)
        if {persona.side for persona in scenario.personas.values()} == set(scenario.sides):
            tally_games(setting(book), 1, 0, 4)

        assert not games.months[-1].live.any(), seed
    assert played > 12
