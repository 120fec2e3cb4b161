"""How fast the checker is, told as ratios to the start of an interpreter that imports pydantic.

    python -m pytest tests/benchmarks/test_checker.py --benchmark-enable --benchmark-only

Without --benchmark-enable each case is played once, so that it cannot rot. The table's "Mean" of a case,
divided by that of the yardstick in the same run, is the ratio to hold: at most 12 for a whole check of
deadlock-2020, 5 for `simmer --help`, and 3 for reading 2,000 lines once everything is imported.
"""

import subprocess
import sys
from collections.abc import Callable
from itertools import count
from typing import Any

from game.located.findings import Finding
from game.scenario.reader import read_scenario_text
from tests.scenario.small import SMALL_TEXT

SIMMER = (sys.executable, "-c", "from game.__main__ import main; main()")
LINES = 2_000
NUMBERS = count()


def run(*command: str) -> int:
    return subprocess.run(command, capture_output=True, check=False).returncode


def long_scenario() -> str:
    """Return the small scenario with so many cards that it has 2,000 lines."""
    card = """\
  card_{n}:
    side: south
    slot: act
    kind: aid
    title: Help number {n}
    text: Food goes north.
    when: heat >= {low} and (months_since(card_0) > 2 or not played(big_test))
    effects:
      trust: 1
      south.home: -1
    riders:
      - when: trust >= 2
        chance: 20 + 5 * trust
        effects: {{heat: -1}}
        why: It helped.
    why: Somebody was hungry.
"""
    missing = LINES - SMALL_TEXT.count("\n")
    cards = "".join(card.format(n=n, low=n % 9) for n in range(missing // card.count("\n")))
    return SMALL_TEXT.replace("redlines:\n", f"{cards}redlines:\n", 1)


def checked(source: str) -> tuple[Finding, ...]:
    """Return what is found in a text that was never read before: what was is remembered."""
    return read_scenario_text(f"{source}# {next(NUMBERS)}\n", thorough=True)[1]


def test_the_yardstick_python_that_imports_pydantic(benchmark: Callable[..., Any]) -> None:
    assert benchmark(run, sys.executable, "-c", "import pydantic") == 0


def test_simmer_help(benchmark: Callable[..., Any]) -> None:
    assert benchmark(run, *SIMMER, "--help") == 0


def test_simmer_check_of_deadlock_2020(benchmark: Callable[..., Any]) -> None:
    assert benchmark(run, *SIMMER, "check", "deadlock-2020") == 0


def test_a_scenario_of_two_thousand_lines(benchmark: Callable[..., Any]) -> None:
    source = long_scenario()

    assert LINES - 20 < source.count("\n") <= LINES
    assert [each.code for each in benchmark(checked, source)] == []


def test_a_scenario_of_two_thousand_lines_with_many_slips(benchmark: Callable[..., Any]) -> None:
    source = long_scenario().replace("heat >=", "heet >=").replace("kind: aid", "kind: aidd")

    assert benchmark(checked, source)
