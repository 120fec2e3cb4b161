"""A text of one file with its offered mends made."""

from pathlib import Path

from game.scenario.autofix import mend_pages
from game.scenario.inheritance import trace


def mend_text(source: str, file: str, path: Path | None = None) -> str:
    """Return a scenario's text with every offered mend made that leaves fewer errors and warnings."""
    page, *beside = trace(source, file, path).own
    return mend_pages([page, *beside])[file]
