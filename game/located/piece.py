"""Reading any piece: a file becomes a model, or everything that is wrong with it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from game.located.compose import LOADER, Loader
from game.located.excerpt import lines_of
from game.located.findings import Finding, Grade, has_errors, ranked
from game.located.recovery import salvage
from game.located.source import read_source
from game.located.validation import shape

Model = TypeVar("Model", bound=BaseModel)

OFFER = "write '"
"""Begins a hint that says exactly what to write: no other is better."""


def read_model(path: Path, model: type[Model]) -> tuple[Model | None, tuple[Finding, ...]]:
    """Return the model a file spells out, or nothing, and all findings at once."""
    source = read_source(path)
    if isinstance(source, Finding):
        return None, (source,)
    return read_text(source, model, str(path))


def read_text(
    source: str, model: type[Model], file: str = "", loader: Loader = LOADER
) -> tuple[Model | None, tuple[Finding, ...]]:
    """Return the model a YAML text spells out, or nothing, and all findings at once."""
    root, found, gaps = salvage(source, file, loader)
    if root is None:
        return None, ranked(found)
    piece, complaints = shape(root, model, lines_of(source), file, gaps)
    return settled(piece, found, complaints)


def settled(
    piece: Model | None, found: Iterable[Finding], complaints: Iterable[Finding]
) -> tuple[Model | None, tuple[Finding, ...]]:
    """Return the model unless a finding is an error, and the findings of its YAML and its shape as one."""
    findings = ranked(_one_a_place(tuple(found), tuple(complaints)))
    return (None if has_errors(findings) else piece), findings


def _one_a_place(found: tuple[Finding, ...], complaints: tuple[Finding, ...]) -> Iterator[Finding]:
    """Yield all findings, but of a value doubted as YAML and wrong as a value only the graver one."""
    broken = {each.place for each in found if each.grade is Grade.ERROR}
    wrong = {each.place for each in complaints}
    hints = {each.place: each.hint for each in found}
    yield from (each for each in found if each.grade is Grade.ERROR or each.place not in wrong)
    for each in complaints:
        if each.place not in broken:
            offers = each.hint.startswith(OFFER)
            yield each if offers else replace(each, hint=hints.get(each.place, each.hint))
