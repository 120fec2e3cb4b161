"""Extremes: every number of every shipped scenario, set as far out as it can be written (§3.5, §11.4, §14).

The checker refuses it, or the game played with it agrees with plain whole numbers: every entry of the
ledger runs on from the one before and ends at the reading, every goal is worth what plain arithmetic
says, no temperament lays what it may not, and a study's sums are the sums of its games.
"""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from game.conditions.bounds import LARGEST_WRITTEN
from game.conditions.condition import Expression
from game.lint.consistency import misfits
from game.lint.unseen import unseen
from game.model.goal import Goal
from game.model.scenario import Scenario
from game.players.player import Player, sheets_for
from game.players.roster import PERSONA, hire
from game.rules.adjudicate import adjudicate
from game.rules.formula import Formula
from game.rules.ledger import Ledger
from game.rules.legality import menu
from game.rules.rulebook import Rulebook, compile_rulebook
from game.rules.setup import set_up
from game.rules.tables import Tables
from game.rules.views import view_of
from game.study.tally import Tallying, points_of
from tests.conditions.conditions import value
from tests.rules.test_sums import added_up
from tests.scenario.shipped import SHIPPED, scenario

EXTREMES = (LARGEST_WRITTEN, -LARGEST_WRITTEN, 10**15, 1_000, -1_000, 128, -129, 100, -100, 60, 0)
"""What numbers are set to: past every bound, at the bounds, and past a byte."""

GAMES = 6
SAMPLE = 10
"""Changes tried of each scenario in a usual run."""

WRITTEN = re.compile(r"(?<![\w.])\d+")
"""A number inside an expression."""

Place = tuple[str | int, ...]

ASIDE = {"record", "teaching", "tests", "lesson", "sources", "glossary", "questions", "places", "format"}
"""Blocks that no game reads."""

ASKED = {"when", "grade", "chance", "asks", "needs", "faith", "mean", "ever", "ends", "within"}
MOVED = {"effects", "answered", "backed_down", "price", "failed", "signed", "breach", "stalled", "undone"}
"""Keys under which a text is an expression, and blocks in which all texts are."""


def places(node: Any, path: Place = ()) -> Iterator[Place]:
    """Yield where every number of a written scenario stands, those inside of expressions too."""
    held = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, inner in held:
        if not path and key in ASIDE:
            continue
        if isinstance(inner, int | float) and not isinstance(inner, bool):
            yield (*path, key)
        elif isinstance(inner, str) and (key in ASKED or not MOVED.isdisjoint(path[-1:])):
            yield from ((*path, key, n) for n in range(len(WRITTEN.findall(inner))))
        else:
            yield from places(inner, (*path, key))


def with_number(written: dict[str, Any], place: Place, number: int) -> dict[str, Any]:
    """Return the scenario with one number set."""
    changed = deepcopy(written)
    inner: Any = changed
    *way, last = place
    for key in way:
        if isinstance(inner[key], str):
            text, spot = inner[key], list(WRITTEN.finditer(inner[key]))[int(last)]
            inner[key] = f"{text[: spot.start()]}{number}{text[spot.end() :]}"
            return changed
        inner = inner[key]
    inner[last] = number
    return changed


def accepted(written: dict[str, Any]) -> Scenario | None:
    """Return a scenario as it is read, none where the checker refuses it."""
    try:
        found = Scenario.model_validate(written)
    except ValidationError:
        return None
    return None if any(True for check in (misfits, unseen) for _ in check(found)) else found


def check_game(found: Scenario) -> None:
    """Assert that games of a scenario agree with plain arithmetic, and so do their sums."""
    book = compile_rulebook(found)
    hired = {side: hire(PERSONA, book, side) for side in book.index.sides}
    players = {side: player for side, player in hired.items() if player is not None}
    books = Ledger(sides=tuple(found.sides))
    tables = set_up(book, range(GAMES), ledger=books)
    watch = Tallying(book, GAMES)
    watch.note(tables)
    while tables.month <= book.months:
        sheets = laid(book, players, tables)
        tables = adjudicate(book, tables, sheets, ledger=books)
        watch.note(tables)

    added_up(book, books, tables)
    points = points_of(book, tables)
    sums = watch.tally()
    for side, row in book.index.sides.items():
        won = [won_by(book, tables, side, game) for game in range(GAMES)]
        assert points[row].tolist() == won
        assert int(sums.points[row]) == sum(won)
        assert int(sums.squares[row]) == sum(each * each for each in won)
    for row, uses in enumerate(sums.uses.tolist()):
        assert uses == sum(int(each) for each in tables.uses[row])


def laid(book: Rulebook, players: dict[str, Player], tables: Tables) -> Any:
    """Return the sheets that temperaments lay, and assert that they may."""
    sheets = sheets_for(book, players, tables)
    for side, s in book.index.sides.items():
        view = view_of(book.sights[side], tables)
        for k, legal in enumerate(menu(book, view)):
            rows = book.acts.menus[s][k].rows
            for game in range(GAMES):
                order = int(sheets[s, k, game])
                card = order if order < len(book.index.cards) else book.acts.offers[s]
                assert legal[rows.index(card), game] or not tables.live[game], (side, k, order)
    return sheets


def won_by(book: Rulebook, tables: Tables, side: str, game: int) -> int:
    """Return what a side has won of one game, in hundredths, by plain arithmetic (§11.4)."""
    scenario, row = book.scenario, book.index.sides[side]
    ending = list(scenario.endings.values())[int(tables.ending[game])]
    if side in ending.points:
        return 100 * ending.points[side]
    goals = scenario.sides[side].goals.values()
    secrets = [goal for goal in goals if goal.secret]
    drawn = int(tables.secrets[row, game])
    return sum(
        worth(book, tables, goal, side, game) for goal in goals if not goal.secret or goal is secrets[drawn]
    )


def worth(book: Rulebook, tables: Tables, goal: Goal, side: str, game: int) -> int:
    """Return what one goal is worth, in hundredths."""
    if goal.grade is None:
        assert goal.when is not None
        return 100 * goal.points * stands(book, tables, goal.when, side, game)
    span, climbed = goal.high - goal.low, stands(book, tables, goal.grade, side, game) - goal.low
    climbed, span = (climbed, span) if span > 0 else (-climbed, -span)
    return 100 * goal.points * min(max(climbed, 0), span) // span


def stands(book: Rulebook, tables: Tables, asked: Expression, side: str, game: int) -> int:
    """Return what an expression comes to at one table, by plain arithmetic over readings and answers."""
    state = {name: int(tables.readings[row, game]) for name, row in book.index.tracks.items()}
    state |= {f"self.{name.removeprefix(f'{side}.')}": at for name, at in state.items()}
    state["month"] = tables.month
    for question in asked.questions:
        state[question.key] = int(Formula(question, book.index)(tables)[game])
    return value(asked.tree, state)


def changes(name: str) -> list[tuple[Place, int]]:
    """Return every change of one number of a shipped scenario."""
    return [(place, number) for place in places(written(name)) for number in EXTREMES]


def written(name: str) -> dict[str, Any]:
    """Return a shipped scenario as plain values."""
    found: dict[str, Any] = json.loads(scenario(name).model_dump_json(exclude_defaults=True))
    return found | {"format": 1}


@pytest.mark.parametrize("name", SHIPPED)
def test_3_5_no_number_set_to_an_extreme_makes_a_game_wrong(name: str, whole: bool) -> None:
    plain, every = written(name), changes(name)
    step = 1 if whole else max(1, len(every) // SAMPLE) | 1
    played = 0
    assert accepted(plain) == scenario(name)
    for place, number in every[::step]:
        found = accepted(with_number(plain, place, number))
        if found is not None:
            played += 1
            try:
                check_game(found)
            except Exception as wrong:
                wrong.add_note(f"{name}: {'.'.join(map(str, place))} set to {number}")
                raise

    assert played
    assert len(every) > 1_000


@pytest.mark.parametrize("name", SHIPPED)
def test_a_temperament_lays_only_what_it_may_however_freely_it_draws(name: str, whole: bool) -> None:
    """What is far behind the best is drawn as well then, and what is barred must not be."""
    if not whole and name not in ("deadlock-2020", "mines-2015"):
        pytest.skip("a usual run takes two scenarios; --whole takes all")
    hot = written(name)
    for place in places(hot):
        hot = with_number(hot, place, 100) if place[-1] == "coolness" else hot
    found = accepted(hot)

    assert found is not None
    check_game(found)
