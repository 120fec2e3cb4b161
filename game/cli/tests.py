"""`simmer test`: the tests of scenarios, played and told."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Annotated, Any

import typer

from game.cli.options import Json
from game.cli.output import STDOUT, Exit, fail, say_plain, write_json
from game.conditions.syntax import names
from game.match.dates import in_short
from game.match.loading import open_scenario
from game.match.trouble import Trouble
from game.workshop.scenario_tests import Tried, try_out

LABEL, CELL = 24, 4
"""Least characters of the first and of every other column in the table of readings."""


def test(
    scenarios: Annotated[list[str], typer.Argument(metavar="SCENARIO…")],
    json: Json = None,  # noqa: PT028 - the command is called test, and is none
) -> Exit:
    """Play the tests that scenarios carry and tell which hold."""
    verdict, found = Exit.GOOD, []
    for name in scenarios:
        opened = open_scenario(name)
        if isinstance(opened, Trouble):
            verdict = max(verdict, fail(opened))
            continue
        tried = tuple(try_out(opened.book.scenario))
        found.append(_as_json(opened.book.scenario.id, tried))
        verdict = max(verdict, Exit.GOOD if all(each.holds for each in tried) else Exit.NO)
        for line in told(name, tried) if json != STDOUT else ():
            say_plain(line)
    wrong = None if json is None else write_json({"format": 1, "scenarios": found}, json)
    return verdict if wrong is None else fail(wrong)


def told(name: str, tried: Sequence[Tried]) -> Iterator[str]:
    """Yield the lines that tell what came of a scenario's tests."""
    for each in tried:
        yield f"{'ok  ' if each.holds else 'FAIL'}  {each.name}{f': {each.test.says}' * bool(each.test.says)}"
        if not each.holds:
            yield from (f"      {fault}" for fault in each.faults)
            yield from (f"      {line}" for line in grid(each))
    failed = sum(not each.holds for each in tried)
    many = f"{len(tried)} test{'s' * (len(tried) != 1)}"
    yield f"{name}: {many}, {f'{failed} failed' if failed else 'all hold'}" if tried else f"{name}: no tests"


def grid(tried: Tried) -> Iterator[str]:
    """Yield the readings of a test month by month: those it asks about, then all others that moved."""
    if not tried.readings:
        return
    heads = ["start", *map(in_short, tried.dates)]
    shown = {track: tried.readings[track] for track in _shown(tried)}
    label = max(LABEL, *map(len, shown or [""]))
    width = max(CELL, *map(len, heads))
    yield _row("", heads, label, width)
    for track, readings in shown.items():
        cells = (reading if new else "·" for reading, new in zip(readings, _moved(readings), strict=True))
        yield _row(track, cells, label, width)


def _shown(tried: Tried) -> list[str]:
    """Return the tracks worth showing."""
    asked = names(tried.test.expect.tree) if tried.test.expect else ()
    moved = [track for track, readings in tried.readings.items() if len(set(readings)) > 1]
    return list(dict.fromkeys([*(n.name for n in asked if n.name in tried.readings), *moved]))


def _moved(readings: Sequence[int]) -> Iterator[bool]:
    """Yield for each reading whether it differs from the one before; the first always counts."""
    yield True
    yield from (before != after for before, after in pairwise(readings))


def _row(label: str, cells: Any, wide: int, narrow: int) -> str:
    return f"{label:<{wide}}" + "".join(f" {cell!s:>{narrow}}" for cell in cells)


def _as_json(scenario: str, tried: Sequence[Tried]) -> dict[str, Any]:
    """Return what came of a scenario's tests as JSON-ready values."""
    tests = {
        each.name: {
            "holds": each.holds,
            "faults": list(each.faults),
            "dates": list(each.dates),
            "readings": {track: list(readings) for track, readings in each.readings.items()},
            "ending": each.ending,
        }
        for each in tried
    }
    return {"scenario": scenario, "tests": tests}
