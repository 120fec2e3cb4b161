"""What conditions can come to: intervals and verdicts (§4.2)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product
from random import Random

import pytest

from game.conditions.logic import plain
from game.conditions.parse import parse
from game.conditions.phrases import phrases
from game.conditions.ranges import ANY, interval, settled, verdict
from game.conditions.say import say
from game.conditions.syntax import ConditionError, Node
from tests.conditions.conditions import State, a_number, a_truth, value

WORLD: Mapping[str, tuple[int, int]] = {
    "tension": (0, 3),
    "west.alarm": (-2, 1),
    "신뢰": (5, 5),
    "month": (1, 2),
    "uses(test)": (0, 1),
    "months_since(low)": (2, 3),
    "played(test)": (0, 1),
    "in_force()": (0, 0),
    "branch(vote, stays)": (0, 1),
}
READINGS = {"a": (0, 10), "b": (0, 10), "trust": (-5, 1), "month": (1, 12)}


def states() -> Iterator[State]:
    for row in product(*(range(low, high + 1) for low, high in WORLD.values())):
        yield dict(zip(WORLD, row, strict=True))


STATES = list(states())


def random_trees(count: int, seed: int, number: bool = False) -> Iterator[Node]:
    luck = Random(seed)
    while count:
        depth = luck.choice((1, 2, 2, 3))
        try:
            yield parse((a_number if number else a_truth)(luck, depth))
        except ConditionError:
            continue
        count -= 1


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("a", 0, 10, id="a reading"),
        pytest.param("unheard_of", *ANY, id="a name of which nothing is known"),
        pytest.param("uses(test)", 0, 8 * 8 * 60, id="a count"),
        pytest.param("played(test)", 0, 1, id="a truth"),
        pytest.param("5 * (a - 7)", -35, 15, id="arithmetic"),
        pytest.param("-trust * a", -10, 50, id="signs"),
        pytest.param("trust // 2", -3, 0, id="division goes down"),
        pytest.param("trust // -2", -1, 2, id="division by a negative number"),
        pytest.param("a % 20", 0, 10, id="a remainder of small numbers"),
        pytest.param("a % 4", 0, 3, id="a remainder"),
        pytest.param("a % -4", -3, 0, id="a negative remainder"),
        pytest.param("abs(trust)", 0, 5, id="a size"),
        pytest.param("min(90, 20 + 5 * a)", 20, 70, id="the least"),
        pytest.param("20 + 15 * played(test) + 5 * (a > 10)", 20, 35, id="truths count as 0 or 1"),
    ],
)
def test_a_number_spans_an_interval(text: str, low: int, high: int) -> None:
    assert interval(parse(text), READINGS) == (low, high)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a >= 0", True, id="every reading is on its scale"),
        pytest.param("a > 10", False, id="none is past its end"),
        pytest.param("a >= 10", None, id="some are at its end"),
        pytest.param("trust >= 2 and months_since(test) >= 2", False, id="one part never holds"),
        pytest.param("trust >= 2 or played(test)", None, id="another part may"),
        pytest.param("a <= 4 and a > 5", False, id="two parts that exclude each other"),
        pytest.param("a <= 4 or a > 4", True, id="two parts that leave no gap"),
        pytest.param("a <= 4 or a > 5", None, id="two parts that leave one"),
        pytest.param("not (a <= 4 and a > 5)", True, id="the contrary of a contradiction"),
        pytest.param("played(test) and not played(test)", False, id="a question contradicted"),
        pytest.param("played(test) or not played(test)", True, id="a question either way"),
        pytest.param("played(test) and not played(low)", None, id="two questions"),
        pytest.param("a < b and b < a", False, id="two readings in a circle"),
        pytest.param("a < b and b < 1", False, id="one reading bounds another"),
        pytest.param("a in (1, 2) and a > 2", False, id="a choice excluded"),
        pytest.param("not a in (11, 12)", True, id="a choice out of reach"),
        pytest.param("9 <= a <= 3", False, id="a chain turned round"),
        pytest.param("month > 12", False, id="a month past the calendar"),
        pytest.param("a + b > 20", False, id="a sum out of reach"),
        pytest.param("a != 3 and a in (3, 4) and a < 4", False, id="three parts"),
        pytest.param("true", True, id="always"),
        pytest.param("false or a < 0", False, id="never"),
    ],
)
def test_a_condition_holds_always_never_or_sometimes(text: str, expected: bool | None) -> None:
    assert verdict(parse(text), READINGS) is expected


def test_an_answer_may_be_known_beforehand() -> None:
    condition = parse("in_force(freeze) and a >= 3")

    assert verdict(condition, READINGS) is None
    assert verdict(condition, {**READINGS, "in_force(freeze)": (0, 0)}) is False


def test_no_interval_leaves_out_a_number_that_comes_up() -> None:
    for node in random_trees(600, seed=3, number=True):
        low, high = interval(node, WORLD)
        found = {value(node, state) for state in STATES}

        assert low <= min(found) <= max(found) <= high


def test_no_verdict_is_wrong_at_any_reading(whole: bool) -> None:
    told: Counter[tuple[bool | None, bool]] = Counter()
    for node in random_trees(2_000 if whole else 700, seed=4):
        found = {bool(value(node, state)) for state in STATES}
        said = verdict(node, WORLD)
        told[said, len(found) == 1] += 1

        assert said is None or found == {said}
    constant = told[True, True] + told[False, True] + told[None, True]
    assert told[None, True] / constant < 0.1, "most constant conditions are proven to be constant"


def test_a_contrary_holds_exactly_where_the_condition_does_not() -> None:
    for node in random_trees(300, seed=5):
        same, contrary = plain(node), plain(node, wanted=False)

        for state in STATES[::7]:
            assert value(same, state) == value(node, state) == 1 - value(contrary, state)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("switch == 1 and (heat <= 2 or trust >= 7)", "heat <= 2 or trust >= 7"),
        ("switch == -1 and heat <= 2", "false"),
        ("switch == -1 or heat <= 2", "heat <= 2"),
        ("switch == 1 or heat <= 2", "true"),
        ("heat <= 2", "heat <= 2"),
    ],
)
def test_a_settled_condition_asks_only_what_is_open(asked: str, told: str) -> None:
    words = phrases("en")
    asks = settled(parse(asked), {"switch": (1, 1)})
    assert say(asks, words, str) == say(parse(told), words, str)


def test_a_settled_condition_comes_to_the_same(whole: bool) -> None:
    for tree in random_trees(300 if whole else 120, seed=11):
        for held in (state for state in STATES if state["tension"] == 2):
            assert bool(value(settled(tree, {"tension": (2, 2)}), held)) == bool(value(tree, held))
