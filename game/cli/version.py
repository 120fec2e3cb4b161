"""Which edition of Simmer this is, and what carries out its rules."""

from importlib.metadata import PackageNotFoundError, version

from game.cli.output import Exit, say_plain
from game.rules.blocks import library


def say_version() -> Exit:
    """Say it in one line."""
    played = "C, block by block" if library() is not None else "numpy alone"
    say_plain(f"simmer {_edition()}: rules carried out in {played}")
    return Exit.GOOD


def _edition() -> str:
    """Return the edition installed, or that none is."""
    try:
        return version("simmer")
    except PackageNotFoundError:
        return "of a clone that is not installed"
