"""The work: the same figures to the last digit whatever the chunks and processes, and an end at any time."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import yaml

from game import cli
from game.match.loading import open_save, replay_save
from game.match.trouble import Trouble
from game.players.roster import PERSONA
from game.scenario.shelf import DEFAULT
from game.study import run
from game.study.csv_table import surprise
from game.study.jobs import Job, Share, UnitResult, parts
from tests.builders import SMALL
from tests.claims.positions import book

SEATS = tuple(dict.fromkeys(book().index.sides, PERSONA).items())
CLAIM = {
    "says": "Heat helps nobody.",
    "given": {"starts": {"heat": 5}},
    "against": {},
    "measure": {"mean": "heat"},
    "expect": {"at_least": 0},
}


def whole(job: Job, processes: int = 1) -> Share:
    share = Share()
    for part in parts(job, processes):
        share.take(part, job)
    return share


def same(one: Share, other: Share) -> None:
    for name, counts in vars(one.tally).items():
        assert np.array_equal(counts, getattr(other.tally, name)), name
    for mine, theirs in zip(one.counted, other.counted, strict=True):
        pairs = zip(vars(mine).values(), vars(theirs).values(), strict=True)
        assert all(np.array_equal(a, b) for a, b in pairs)


def test_the_figures_are_the_same_whatever_the_chunks_and_processes() -> None:
    job = Job(DEFAULT, SEATS, 5, 240, claims=False)
    one = whole(job)

    same(one, whole(replace(job, chunk=70)))
    same(one, whole(replace(job, chunk=120), 2))


def test_claims_come_to_the_same_whatever_the_chunks_and_processes(tmp_path: Path) -> None:
    file = tmp_path / "scenario.yaml"
    file.write_text(yaml.safe_dump({**SMALL, "claims": {"C1": CLAIM}}, sort_keys=False), encoding="utf-8")
    seats = tuple(dict.fromkeys(SMALL["sides"], PERSONA).items())
    job = Job(str(file), seats, 5, 60, claims=True)
    one = whole(job)

    assert [int(n) for n in one.counted[0].games] == [60, 60]
    same(one, whole(replace(job, chunk=7)))
    same(one, whole(replace(job, chunk=20), 2))


def study(capsys: pytest.CaptureFixture[str], *asked: str) -> dict[str, object]:
    assert cli.run(["study", "--json", "-", *asked]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_a_study_says_the_same_with_more_jobs(capsys: pytest.CaptureFixture[str]) -> None:
    one, two = (study(capsys, "--games", "90", "--seed", "3", "--jobs", jobs) for jobs in ("1", "2"))

    assert {**one, "seconds": 0} == {**two, "seconds": 0}


def started(program: str, *arguments: str) -> "subprocess.Popen[bytes]":
    """Return a running Python program that has said "begun"; a break reaches it whoever started the tests.

    A shell that starts something in the background lets it ignore breaks, and children inherit that.
    """
    heard = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {program}"
    process = subprocess.Popen(
        [sys.executable, "-c", heard, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert process.stderr is not None
    while b"begun" not in process.stderr.readline():
        assert process.poll() is None
    return process


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_study_that_is_broken_off_says_what_it_has(jobs: str) -> None:
    asked = ["study", "--games", "5000000", "--jobs", jobs, "--json", "-"]
    begun = "import sys; from game import cli; sys.exit(cli.run(sys.argv[1:]))"
    watched = f"import game.study.run as d; f = d._taken; {WATCH}; {begun}"
    process = started(watched, *asked)
    os.kill(process.pid, signal.SIGINT)
    out, err = process.communicate()

    assert process.returncode == 0, err
    assert 0 < json.loads(out)["games"] < 5_000_000
    assert b"stopped after" in err.lower()
    assert b"Traceback" not in err


KILLERS = [name for name in ("SIGTERM", "SIGKILL") if hasattr(os, "fork")]
"""Signals that end a process, where there are any."""


@pytest.mark.parametrize("killed_by", KILLERS)
def test_a_study_that_is_killed_leaves_no_process_behind(killed_by: str) -> None:
    asked = ["study", "--games", "5000000", "--jobs", "2", "--json", "-"]
    begun = "import sys; from game import cli; sys.exit(cli.run(sys.argv[1:]))"
    process = started(f"import game.study.run as d; f = d._taken; {WATCH}; {begun}", *asked)
    os.kill(process.pid, getattr(signal, killed_by))

    out, _ = process.communicate()  # ends only once nobody holds the pipe open any more

    assert process.returncode == -getattr(signal, killed_by)
    assert out == b""


def test_a_study_stopped_before_its_first_game_says_so_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "parts", stopped_at_once)

    assert cli.run(["study", "--games", "5", "--json", "-"]) == cli.STOPPED
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "Stopped.\n")


def stopped_at_once(job: Job, processes: int) -> Iterator[UnitResult]:
    """Stand in for the work: the keyboard stops it before its first part."""
    raise KeyboardInterrupt
    yield


WATCH = """exec('''
def told(work, take):
    def noted(part):
        take(part)
        print("begun", file=sys.stderr, flush=True)
    return f(work, noted)
import sys
d._taken = told
''')"""


def test_csv_has_one_row_a_table_that_adds_up_to_the_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "tables.csv"
    found = study(capsys, "--games", "60", "--csv", str(file))
    head, *rows = (line.split(",") for line in file.read_text(encoding="utf-8").splitlines())

    ended = [row[head.index("ending")] for row in rows]
    shares = found["endings"]
    assert isinstance(shares, dict)
    assert len(rows) == 60
    assert {name: ended.count(name) / 60 for name in shares} == {n: s["share"] for n, s in shares.items()}


def test_kept_tables_open_as_games_that_replay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    found = study(capsys, "--games", "30", "--keep", "both")

    paths = found["kept"]
    assert isinstance(paths, list)
    assert len(paths) == 6
    for path in paths:
        match = open_save(Path(path))
        assert not isinstance(match, Trouble)
        assert match.over
        replay = replay_save(Path(path))
        assert not isinstance(replay, Trouble)


def test_what_cannot_be_kept_or_varied_is_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["study", "--games", "5", "--keep", "the moon"]) == 2
    assert cli.run(["study", "--games", "5", "--vary", "tensoin"]) == 2
    said = capsys.readouterr().err
    assert "tension" in said
    assert said.count("\n") == 2


def test_what_few_tables_have_surprises_most() -> None:
    traits = np.array([[0, 0, 0, 0, 1], [1, 0, 0, 0, 1]], dtype=np.uint8)

    found = surprise(traits)

    assert int(np.argmax(found)) == 4
    assert int(np.argmin(found)) == 1
