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
from tests.match.killing import sealed_so_far, steps
from tests.match.matches import BOOK, PEOPLE, a_match

KILLS = 100

if hasattr(os, "fork"):

    def test_a_hundred_killed_games_stand_at_the_last_sealed_sheet(tmp_path: Path) -> None:
        run = subprocess.run(
            [sys.executable, "-m", "tests.match.killing", str(tmp_path), str(KILLS), str(keyring.key_file())],
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        )
        told = [int(line) for line in run.stdout.split()]

        assert len(told) == KILLS
        assert len(set(told)) > 5, "the games were not killed at different moments"
        for seed, count in enumerate(told):
            journal = load(tmp_path / f"{seed}.simmer")
            assert not isinstance(journal, Trouble), journal
            match = resumed(journal, BOOK)
            assert isinstance(match, Match)
            sealed = sealed_so_far(match)
            assert count <= sealed <= count + 1
            assert journal == journal_of(steps(a_match(PEOPLE, seed), seed)[sealed])
