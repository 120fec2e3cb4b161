"""`simmer check`: every finding of every file; and `simmer explain`: what a finding's code means."""

import gc
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from game.cli.options import Files, Json
from game.cli.output import STDOUT, Exit, complain, fail, say_plain, write_json
from game.lint.finding_codes import Code, codes
from game.lint.suppressions import quieted
from game.located.edits import difference
from game.located.findings import Finding, Grade, as_json, tally
from game.located.source import read_source
from game.located.suggest import choices
from game.match.files import write_whole
from game.match.trouble import Trouble
from game.scenario.autofix import mend_pages
from game.scenario.inheritance import trace
from game.scenario.reader import Reading, read_scenario
from game.scenario.shelf import find
from game.scenario.translation import with_translations
from game.workshop.schema import BESIDE, refresh

UNREAD = "Y00"
"""Begins the codes of findings about a file that cannot be read at all."""


NEXT = "\n"
"""Parts one explanation from the next."""


def check(
    files: Files,
    json: Json = None,
    strict: Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what has one clear mend, and show it.")] = False,
) -> Exit:
    """Say all that is wrong or doubtful in scenarios, and where."""
    gc.disable()  # the run is short, and next to nothing of what it makes is thrown away before its end
    try:
        return _check(files, json, strict, fix)
    finally:
        gc.enable()


def explain(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="CODE…", help="Such as S103; all, if left out.")
    ] = None,
) -> Exit:
    """Say what the codes of findings mean, and what to do about them."""
    if not names:
        for code in codes().values():
            say_plain(f"{code.name}  {code.grade:<7}  {code.title}")
        return Exit.GOOD
    for at, name in enumerate(names):
        known = codes().get(name.strip().upper())
        if known is None:
            hint = choices(name.upper(), codes(), most=0)
            told = f"there is no finding with the code '{name}'"
            complain(f"{told}; {hint or 'simmer explain lists them all'}.")
            return Exit.WRONG
        say_plain(f"{NEXT * bool(at)}{explained(known)}")
    return Exit.GOOD


def explained(code: Code) -> str:
    """Return a code's explanation as plain text."""
    return f"{code.name} · {code.grade} · {code.title}\n\n{code.text}"


def _check(names: list[str], json: str | None, strict: bool, fix: bool) -> Exit:
    for name in names if fix else ():
        trouble = _mend(name, told=json != STDOUT)
        if trouble is not None:
            return fail(trouble)
    readings = {name: read_whole(name) for name in names}
    for reading in readings.values():
        if reading.path is not None and (reading.path.parent / BESIDE).is_file():
            refresh(reading.path)
    wrong = None if json is None else write_json(_checked(readings), json)
    if wrong is not None:
        return fail(wrong)
    if json != STDOUT:
        for name, reading in readings.items():
            _tell(name, reading)
    return max(_verdict(reading, strict) for reading in readings.values())


def read_whole(name: str | Path) -> Reading:
    """Return a scenario read with everything that can be found in it, its translations included."""
    reading = with_translations(read_scenario(name, thorough=True))
    ignored = reading.scenario.ignore if reading.scenario else ()
    return replace(reading, findings=tuple(quieted(reading.findings, ignored)))


def _mend(name: str, *, told: bool) -> Trouble | None:
    """Make the mends that a scenario's findings offer, and show what has changed."""
    path = find(name)
    source = path if isinstance(path, Finding) else read_source(path)
    if isinstance(path, Finding) or isinstance(source, Finding):
        return None
    pages = trace(source, str(path), path).own
    mended = mend_pages(pages)
    for page in pages:
        after = mended[page.file]
        if after == page.source or page.path is None:
            continue
        if told:
            say_plain(difference(page.source, after, page.file))
        wrong = write_whole(page.path, after.encode("utf-8"))
        if wrong is not None:
            return wrong
    return None


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
