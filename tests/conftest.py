"""What all tests share: how much of a long proof is carried out, and that no proof is timed."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings

from game.match import keyring

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


SILENT = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
"""Whatever the shell says that the tests are started from, they open no window and make no sound."""


def pytest_configure(config: pytest.Config) -> None:
    """Keep the key that closes sheets out of the folder of whoever runs the tests, and the tests quiet."""
    os.environ.update(SILENT)
    folder = TemporaryDirectory(ignore_cleanup_errors=True)
    path = Path(folder.name) / "sheets.key"
    keyring.key_file = lambda: path
    config.add_cleanup(folder.cleanup)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run carry out the long proofs whole; a usual run takes an even sample of them."""
    parser.addoption("--whole", action="store_true", help="carry out the long proofs whole, not a sample")


@pytest.fixture(scope="session")
def whole(request: pytest.FixtureRequest) -> bool:
    """Return whether long proofs are carried out whole."""
    return bool(request.config.getoption("--whole"))
