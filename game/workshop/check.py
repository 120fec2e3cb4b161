"""The door of `simmer check`: every finding of every file."""

from collections.abc import Sequence
from typing import Any

from game.match.voice import STDOUT, Exit, fail, say_plain, write_json
from game.scenario.findings import Grade, as_json, tally
from game.scenario.reader import Reading, read_scenario
from game.scenario.translation import with_translations

UNREAD = "Y00"
"""Begins the codes of findings about a file that cannot be read at all."""


def check_command(names: Sequence[str], json: str | None = None, strict: bool = False) -> Exit:
    """Check scenarios by name, folder or file; *strict* counts warnings as errors."""
    readings = {name: with_translations(read_scenario(name)) for name in names}
    wrong = None if json is None else write_json(_checked(readings), json)
    if wrong is not None:
        return fail(wrong)
    if json != STDOUT:
        for name, reading in readings.items():
            _tell(name, reading)
    return max(_verdict(reading, strict) for reading in readings.values())


def _verdict(reading: Reading, strict: bool) -> Exit:
    """Return the exit code that one file deserves."""
    if any(found.code.startswith(UNREAD) and found.grade is Grade.ERROR for found in reading.findings):
        return Exit.WRONG
    grave = {Grade.ERROR, Grade.WARNING} if strict else {Grade.ERROR}
    return Exit.NO if any(found.grade in grave for found in reading.findings) else Exit.GOOD


def _tell(name: str, reading: Reading) -> None:
    """Tell a file's findings and how many there are."""
    if reading.findings:
        say_plain(reading.report)
    say_plain(f"{name}: {tally(reading.findings)}")


def _checked(readings: dict[str, Reading]) -> dict[str, Any]:
    """Return everything found as JSON-ready values."""
    files = [
        {
            "file": name,
            "scenario": reading.scenario.id if reading.scenario else None,
            "digest": reading.digest,
            "findings": as_json(reading.findings),
        }
        for name, reading in readings.items()
    ]
    return {"format": 1, "files": files}
