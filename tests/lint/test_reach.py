"""What is said never to happen never does: random games of the shelf and of random variants (§13).

The figures this guards: no wrong verdict on 6,000 random conditions, and nothing that is told as out of
reach in 20,000 random games.
"""

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from random import Random
from typing import Any

import numpy as np
import pytest

from game.conditions.bounds import LONGEST
from game.conditions.condition import Condition
from game.conditions.ranges import verdict
from game.conditions.syntax import MONTH, ConditionError
from game.lint.conditions import Loc
from game.lint.reach import PARTS, Reach, reach
from game.lint.unreachable import Dead
from game.lint.usage import usage_of
from game.model.scenario import Query, Scenario
from game.model.track import Show
from game.rules.endings import HUNDREDTHS
from game.rules.formula import formula
from game.rules.rulebook import Rulebook, compile_rulebook
from game.rules.tables import NEVER
from game.scenario.reader import read_scenario
from game.scenario.shelf import shipped
from tests.builders import SMALL, a_scenario
from tests.scenario.games import Games

SIGNS = ("==", "!=", "<", "<=", ">", ">=")


@cache
def shelved(name: str) -> Scenario:
    scenario = read_scenario(name).scenario
    assert scenario is not None
    return scenario


def reach_of(scenario: Scenario) -> Reach:
    return reach(scenario, usage_of(scenario))


def test_what_has_not_happened_lies_as_far_back_as_the_rules_say() -> None:
    assert NEVER == -LONGEST
    assert PARTS == 65_536


def a_condition(scenario: Scenario, luck: Random) -> str:
    """Return a random condition over a scenario's tracks, cards, lines and events."""
    parts = [luck.choice([_compared, _asked])(scenario, luck) for _ in range(luck.randint(1, 3))]
    parts = [f"not {part}" if luck.random() < 0.2 else part for part in parts]
    return luck.choice((" and ", " or ")).join(parts)


def _compared(scenario: Scenario, luck: Random) -> str:
    track = luck.choice([*scenario.tracks, MONTH])
    low, high = (1, scenario.months) if track == MONTH else scenario.tracks[track].range
    other = luck.choice([str(luck.randint(low - 1, high + 1)), luck.choice(list(scenario.tracks))])
    sign = luck.choice(SIGNS)
    return (
        f"({track} {sign} {other})"
        if luck.random() < 0.7
        else f"({track} + {other} {sign} {luck.randint(0, 20)})"
    )


def _asked(scenario: Scenario, luck: Random) -> str:
    card = luck.choice(list(scenario.cards))
    asked = [
        f"played({card})",
        f"uses({card}) >= {luck.randint(1, 4)}",
        f"months_since({card}) {luck.choice(SIGNS)} 3",
    ]
    if scenario.redlines:
        line = luck.choice(list(scenario.redlines))
        asked += [f"crossed({line})", f"owed({line})"]
    if scenario.calendar:
        asked.append(f"happened({luck.choice(list(scenario.calendar))})")
    if scenario.bargain:
        asked += ["in_force()", *(f"in_force({name})" for name in scenario.bargain.packages)]
    return luck.choice(asked)


def asking(scenario: Scenario, texts: list[str]) -> Scenario:
    """Return the scenario with questions for the debrief that ask all these conditions."""
    asked = {f"q{at}": Query(ask="?", when=Condition(text)) for at, text in enumerate(texts)}
    return scenario.model_copy(update={"questions": asked})


def conditions_of(scenario: Scenario, count: int, seed: int) -> list[str]:
    luck = Random(seed)
    texts: list[str] = []
    while len(texts) < count:
        text = a_condition(scenario, luck)
        try:
            Condition(text)
        except ConditionError:
            continue
        texts.append(text)
    return texts


@pytest.mark.parametrize("name", shipped())
def test_no_verdict_on_a_random_condition_is_wrong_in_any_random_game(name: str, whole: bool) -> None:
    count = 6_000 // len(shipped()) + 1 if whole else 100
    texts = conditions_of(shelved(name), count, seed=7)

    assert 0 < settled_rightly(shelved(name), texts, 3_000 if whole else 100, seed=11) < count


def settled_rightly(scenario: Scenario, texts: list[str], count: int, seed: int) -> int:
    """Assert that every condition told as settled is so in random games; return how many were told."""
    ranges, book = reach_of(asking(scenario, texts)).known.ranges, compile_rulebook(scenario)
    months = Games(book, count, seed).months[:-1]
    decided = 0
    for condition in map(Condition, texts):
        said = verdict(condition.tree, ranges)
        if said is not None:
            decided += 1
            holds = formula(condition, book.index)
            assert all(np.all(holds(tables) == said) for tables in months), condition.text
    return decided


def variant(seed: int) -> Scenario | None:
    """Return the small scenario with random starts, ranges, prices, conditions, chances and lengths."""
    luck, spec = Random(seed), deepcopy(SMALL)
    spec["months"] = luck.randint(2, 7)
    for track in spec["tracks"].values():
        low, high = track.get("range", (0, 10))
        track["start"] = luck.randint(low, high)
    base = Scenario.model_validate(SMALL)
    public = {name: track for name, track in base.tracks.items() if track.show is Show.ALL}
    base = base.model_copy(update={"tracks": public})
    for piece in _pieces(spec):
        if luck.random() < 0.3:
            piece["when"] = a_condition(base, luck)
    _unsettle(spec, luck)
    try:
        return Scenario.model_validate(spec)
    except ValueError:
        return None


def _pieces(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for block in ("redlines", "calendar", "upkeep"):
        yield from spec[block].values()
    yield from (spec["endings"][name] for name in ("war", "deal"))
    yield from (card for card in spec["cards"].values() if card["slot"] == "act")


def _unsettle(spec: dict[str, Any], luck: Random) -> None:
    """Change prices, chances, limits and lags at random."""
    for name in luck.sample(list(spec["cards"]), 3):
        spec["cards"][name]["price"] = {
            "north.home" if spec["cards"][name]["side"] == "north" else "heat": luck.randint(1, 8)
        }
    council = spec["redlines"]["tests"]["answers"]["council"]
    council["chance"] = luck.choice((0, 40, 100))
    spec["redlines"]["boil"]["limit"]["above"] = [luck.randint(5, 10)]
    spec["cards"]["mines"]["attribution"]["never"] = luck.choice((0, 100))
    spec["calendar"]["vote"]["month"] = f"2020-{luck.randint(4, 12):02}"
    spec["calendar"]["vote"]["branches"]["stays"]["chance"] = luck.choice((0, 30, 100))
    spec["bargain"]["homes"]["west"]["needs"] = luck.choice(
        ("3 * relief", "relief + 4 * shortfall", "11 * arms")
    )


def happened(book: Rulebook, games: Games) -> Iterator[Loc]:
    """Yield where everything stands in the scenario that came to pass in *games*."""
    index, end = book.index, games.months[-1]
    yield from (("cards", name) for name in games.played)
    yield from (("redlines", name) for name, row in index.lines.items() if (end.crossed[row] > 0).any())
    yield from (("endings", n) for row, n in enumerate(book.scenario.endings) if (end.ending == row).any())
    for name, row in index.events.items():
        yield from [("calendar", name)] if (end.branch[row] > 0).any() else []
        ways = enumerate(index.branches[name], start=1)
        yield from (("calendar", name, "branches", n) for way, n in ways if (end.branch[row] == way).any())
    in_force = {int(terms) for tables in games.months for terms in np.unique(tables.terms)}
    yield from (("bargain", "packages", name) for name, terms in index.packages.items() if terms in in_force)


def unreached(book: Rulebook, found: Reach, games: Games) -> list[object]:
    """Return what came to pass in *games* although it is said to be out of reach."""
    wrong: list[object] = [loc for loc in happened(book, games) if loc not in found.reached]
    for track, row in book.index.tracks.items():
        low, high = found.known.ranges[track]
        seen = {int(reading) for tables in games.months for reading in np.unique(tables.readings[row])}
        if not low <= min(seen) <= max(seen) <= high:
            wrong.append((track, seen))
    return wrong


def told_wrongly(book: Rulebook, found: Reach, games: Games) -> list[object]:
    """Return the goals that were won or missed against what is told of them."""
    worth = book.score(games.months[-1])
    told = {each.loc[:4]: each.code for each in Dead(found).notices() if each.loc[0] == "sides"}
    sides = list(book.index.sides)
    codes = [
        (row, mark, told.get(("sides", sides[mark.side], "goals", mark.id)))
        for row, mark in enumerate(book.goals)
    ]
    never = [mark for row, mark, code in codes if code == "D408" and worth[row].any()]
    full = [(row, mark) for row, mark, code in codes if code == "D409" and mark.secret < 0]
    return [*never, *(mark for row, mark in full if (worth[row] < mark.points * HUNDREDTHS).any())]


@pytest.mark.parametrize("name", shipped())
def test_nothing_out_of_reach_happens_in_a_shipped_scenario(name: str, whole: bool) -> None:
    book, found = compile_rulebook(shelved(name)), reach_of(shelved(name))
    games = Games(book, 20_000 // len(shipped()) if whole else 150, seed=1)

    assert unreached(book, found, games) + told_wrongly(book, found, games) == []


def test_nothing_out_of_reach_happens_in_random_variants(whole: bool) -> None:
    dead = 0
    for seed in range(400 if whole else 60):
        scenario = variant(seed)
        if scenario is None:
            continue
        book, found = compile_rulebook(scenario), reach_of(scenario)
        games = Games(book, 50, seed)
        dead += len(list(Dead(found).notices()))

        assert unreached(book, found, games) + told_wrongly(book, found, games) == [], seed
    assert dead > 100, "the variants hold dead content that was found"


def test_no_verdict_on_a_random_condition_is_wrong_in_random_variants(whole: bool) -> None:
    decided = 0
    for seed in range(200 if whole else 25):
        scenario = variant(seed)
        texts = conditions_of(Scenario.model_validate(SMALL), 30, seed)
        if scenario is not None:
            decided += settled_rightly(scenario, texts, 40, seed)
    assert decided > 50


def test_8_4_what_a_home_likes_moves_also_where_nothing_can_be_signed() -> None:
    never = {"room": "north.home", "needs": "99"}
    liked, not_liked = (
        reach_of(a_scenario(bargain={"homes": {"north": {**never, **more}}})).known.ranges["sanctions"]
        for more in ({"pleased": {"sanctions": -2}}, {})
    )

    assert liked[0] < not_liked[0]
