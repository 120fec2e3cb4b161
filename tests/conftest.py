"""What all tests share: how much of a long proof is carried out, and that no proof is timed."""

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run carry out the long proofs whole; a usual run takes an even sample of them."""
    parser.addoption("--whole", action="store_true", help="carry out the long proofs whole, not a sample")


@pytest.fixture(scope="session")
def whole(request: pytest.FixtureRequest) -> bool:
    """Return whether long proofs are carried out whole."""
    return bool(request.config.getoption("--whole"))
