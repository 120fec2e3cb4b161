"""A program killed at any moment loses nothing that was sealed (§4.4)."""

import os
import subprocess
import sys
from pathlib import Path

from game.match import keyring
from game.match.journal import journal_of
from game.match.match import Match
from game.match.replay import resumed
from game.match.savefile import load
from game.match.trouble import Trouble
from tests.match.killing import sealed_so_far, steps, ways
from tests.match.matches import BOOK, PEOPLE, a_match

KILLS = 100
PAIRS = 200

if hasattr(os, "fork"):

    def test_two_windows_killed_on_one_save_lose_nothing_that_was_kept(tmp_path: Path, whole: bool) -> None:
        count = PAIRS if whole else PAIRS // 10
        run = subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.match.killing",
                *map(str, (tmp_path, count, keyring.key_file(), "two")),
            ],
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
            text=True,
        )
        lines = run.stdout.split()

        assert len(lines) == count
        if (
            whole
        ):  # how often they meet hangs on the machine; tests/match/test_writers.py has them meet for sure
            assert any("x" in line or "y" in line for line in lines), "no window was ever in the other's way"
        for seed, told in enumerate(lines):
            first = min("ab", key=lambda letter: told.find(letter) % 1000)
            other = "b" if first == "a" else "a"
            assert other not in told, "one window wrote over the other's game"
            assert "?" not in told, "a window was refused for a wrong reason"
            journal = load(tmp_path / f"{seed}.simmer")
            assert not isinstance(journal, Trouble), journal
            game = ways(seed)["ab".index(first)]
            kept = told.count(first)
            assert journal in [journal_of(match) for match in game[kept : kept + 2]]

    def test_a_hundred_killed_games_stand_at_the_last_sealed_sheet(tmp_path: Path, whole: bool) -> None:
        kills = KILLS if whole else KILLS // 2
        run = subprocess.run(
            [sys.executable, "-m", "tests.match.killing", str(tmp_path), str(kills), str(keyring.key_file())],
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        )
        told = [int(line) for line in run.stdout.split()]

        assert len(told) == kills
        assert len(set(told)) > 5, "the games were not killed at different moments"
        for seed, count in enumerate(told):
            journal = load(tmp_path / f"{seed}.simmer")
            assert not isinstance(journal, Trouble), journal
            match = resumed(journal, BOOK)
            assert isinstance(match, Match)
            sealed = sealed_so_far(match)
            assert count <= sealed <= count + 1
            assert journal == journal_of(steps(a_match(PEOPLE, seed), seed)[sealed])
