"""Damaged and hostile files: always findings or a model, never a traceback.

None takes more than so much work for each character, counted in steps and not in seconds.
"""

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import pytest
import yaml

from game.located.compose import LOADER, Loader
from game.located.findings import render_all
from game.located.piece import read_text
from tests.located.loaders import both_loaders
from tests.located.work import steps
from tests.scenario.sample import CRISIS, Crisis

STEPS = 150
"""Steps of work for each character, at most; a clean scenario takes from four to eleven, in Python 13."""

LEAST = 20_000
"""Characters that every file counts for: the first of its kind is met with work that is done once."""

COUNTED = 20
"""Of so many damaged files the work of one is counted."""

MOST_MEGABYTES = 300
"""What a process may need that reads them all, one after the other."""

ROOT = Path(__file__).parents[2]

SLOW = 100_000
"""Characters for the parser written in Python, which is about ten times slower."""

PART = 8
"""A usual run meets the files made to hurt at this part of their size, still far more than anybody writes."""

PIECES = (
    "[",
    "{",
    "}",
    "]",
    "&a ",
    "*a",
    "!!t ",
    "<<: *a",
    "\t",
    ": ",
    "- ",
    "? ",
    "|",
    ">",
    "'",
    '"',
    "#",
    "%",
    "@",
)
ODD = (
    "\0",
    "\ufeff",
    "\u2028",
    "\x85",
    "\u200b",
    "\x1b[2J",
    "가",
    "é",
    "🚀",
    "\r",
    "---\n",
    "...\n",
    "\\U99999999",
)


def damaged(seed: int, source: str = CRISIS) -> str:
    """Return a source cut, flipped, doubled or laced with odd pieces."""
    luck = random.Random(seed)
    for _ in range(luck.randint(1, 4)):
        place, kind = luck.randrange(len(source) or 1), luck.randrange(6)
        if kind == 0:
            source = source[:place]
        elif kind == 1:
            source = (
                source[:place]
                + chr(ord(source[place : place + 1] or " ") ^ 1 << luck.randrange(7))
                + source[place + 1 :]
            )
        elif kind == 2:
            source = source[:place] + luck.choice(PIECES) * luck.randint(1, 40) + source[place:]
        elif kind == 3:
            source = source[:place] + luck.choice(ODD) + source[place:]
        elif kind == 4:
            source = source[:place] + source[place + luck.randrange(200) :]
        else:
            source = source[:place] + source[place : place + luck.randrange(400)] + source[place:]
    return source


def read(source: str, loader: Loader) -> None:
    """Read and report on a file."""
    crisis, findings = read_text(source, Crisis, "f.yaml", loader)
    report = render_all(findings, {"f.yaml": source})

    assert crisis is not None or "error[" in report
    assert "Traceback" not in report
    assert len(findings) <= 51


def work(source: str, read_it: Callable[[], object]) -> float:
    """Return the steps for each character that it takes to read a file."""
    return steps(read_it) / max(len(source), LEAST)


@both_loaders
def test_two_thousand_damaged_files_are_read_or_refused(loader: Loader, whole: bool) -> None:
    for seed in range(0, 1700 if loader is LOADER else 300, 1 if whole else 5):
        source = damaged(seed)
        if seed % COUNTED:
            read(source, loader)
        else:
            assert work(source, partial(read, source, loader)) < STEPS


def test_whole_scenarios_are_read_or_refused_with_little_work_in_little_room_and_without_a_crash(
    whole: bool,
) -> None:
    count, part = (50_000, 1) if whole else (75, 2 * PART)  # at twice their size they are read below
    command = (sys.executable, "-m", "tests.scenario.hurting", str(count), str(part))
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)

    assert run.returncode == 0, run.stderr[-2000:]
    told = json.loads(run.stdout)
    assert told["files"] == count + len(made(part))
    assert told["steps"] < STEPS
    assert told["megabytes"] < MOST_MEGABYTES


def hostile(part: int = 1) -> Iterator[tuple[str, str]]:
    """Yield files made to hurt, each with its name, at full size or at a *part* of it."""
    yield "deep lists", "[" * (500_000 // part)
    yield "deep blocks", "{a: " * (200_000 // part)
    yield "deep dashes", "- " * (500_000 // part)
    yield "deep questions", "? " * (500_000 // part)
    yield "a tower of indents", "".join(" " * depth + "a:\n" for depth in range(1400))
    yield "a huge word", "title: " + "x" * 1_000_000
    yield "a huge quoted text", 'title: "' + "\\u0041" * (150_000 // part) + '"'
    yield "a huge block", "title: |\n" + " x\n" * (300_000 // part)
    yield "a huge key", "? " + "k" * 1_000_000 + "\n: 1"
    yield "a huge number", "format: " + "9" * 1_000_000
    yield "a huge remark", "#" * 1_000_000
    yield "blank lines", "\n" * 1_000_000
    yield "many unknown keys", "".join(f"k{count}: 1\n" for count in range(20_000 // part))
    yield (
        "many bad cards",
        "cards: {" + ", ".join(f"c{count}: {{kind: reliff}}" for count in range(5_000 // part)) + "}",
    )
    yield "many bad values", "sides: {" + ", ".join(f"s{count}: 1" for count in range(20_000 // part)) + "}"
    yield "many doubts", "sides: {" + ", ".join(f"s{count}: yes" for count in range(20_000 // part)) + "}"
    yield "one key again and again", "a: 1\n" * (40_000 // part)
    yield "many anchors", "".join(f"k{count}: &a{count} 1\n" for count in range(20_000 // part))
    yield "many aliases", "a: [" + "*a," * (40_000 // part) + "]"
    yield "many tags", "a: [" + "!t 1," * (40_000 // part) + "]"
    yield "many documents", "--- 1\n" * (100_000 // part)
    yield (
        "a growing tower of aliases",
        "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(99)),
    )
    yield "colons", "a: " * (300_000 // part)
    yield "commas", "[" + "," * (500_000 // part)
    yield "quotes", "'" * (500_000 // part)
    yield "syntax errors", "".join(f"k{count}: @x\n" for count in range(20_000 // part))
    yield "syntax errors in deep blocks", "a:\n b:\n  c:\n   d:\n" * (9_000 // part) + "    e: @x\n"
    yield "a syntax error below many lines", "k: 1\n" * (50_000 // part) + "@x\n"
    yield "open quotes", "a:\n" + " b: 'x\n" * 19 + " c: 1\n" * (30_000 // part) + " d: '\n"
    yield "open brackets", "a:\n" + " b: [x\n" * 19 + " c: 1\n" * (30_000 // part)
    yield "tabs", "a:\n" + "\tb: 1\n" * (30_000 // part)
    yield "a syntax error in a huge word", f"k: @{'x' * (200_000 // part)}\n"
    yield (
        "a syntax error before very many blanks",
        f"k: @x{' ' * (200_000 // part)}y\n a{' ' * (50_000 // part)}\n",
    )
    yield (
        "unknown names beside syntax errors",
        "redlines:\n"
        + "".join(f" l{n}: {{title: T, text: T, why: W, crossed_by: [c{n}]}}\n" for n in range(2_000 // part))
        + "cards:\n"
        + "".join(f" {'b' * (n + 1)}:\n" + "".join(f"  x{n}y{m}: @\n" for m in range(1)) for n in range(19)),
    )
    yield "NUL", CRISIS + "\0"
    yield "lone surrogate", 'title: "\\ud800"'


@cache
def made(part: int) -> dict[str, str]:
    """Return the files made to hurt by their names."""
    return dict(hostile(part))


@both_loaders
@pytest.mark.parametrize("name", made(PART))
def test_a_file_made_to_hurt_is_refused_with_little_work(name: str, loader: Loader, whole: bool) -> None:
    if loader is not LOADER and not whole and list(made(PART)).index(name) % 2:
        pytest.skip("a usual run reads every other file with the slow parser; --whole reads all")
    part = 1 if whole else PART
    tried = made(part)[name] if loader is LOADER else made(1)[name][: SLOW // part]

    assert work(tried, partial(read, tried, loader)) < STEPS


@pytest.mark.parametrize("size", [22_000, 45_000])
@pytest.mark.parametrize("name", ["a syntax error below many lines", "open quotes", "tabs", "syntax errors"])
def test_the_slower_parser_salvages_a_file_of_middling_size_with_little_work(
    name: str, size: int, whole: bool
) -> None:
    """Such files are short enough to be salvaged, and long enough that reading them again and again shows."""
    if not whole and (size, name[:2]) not in ((22_000, "a "), (22_000, "op")):
        pytest.skip("a usual run takes two of them; --whole takes all")
    kept = made(1)[name]
    tried = kept[: size - 3] + kept[-3:]

    assert work(tried, partial(read, tried, yaml.SafeLoader)) < STEPS


def lines_between(count: int, slips: int) -> str:
    """Return a file of many keys, and near its end lines without one: each alone would be a text."""
    keys = [f" k{number}: 1" for number in range(count)]
    for number in range(slips):
        keys[count - 2 * slips + 2 * number] = " word"
    return "\n".join(("a:", *keys))


def test_twice_the_file_is_at_most_little_more_than_twice_the_work() -> None:
    half, whole = (steps(partial(read, lines_between(count, 15), LOADER)) for count in (2_000, 4_000))

    assert whole < 2.2 * half


def test_what_stands_above_a_cut_is_not_read_again_for_every_cut() -> None:
    few, many = (steps(partial(read, lines_between(4_000, slips), LOADER)) for slips in (2, 15))

    assert many < 1.5 * few
