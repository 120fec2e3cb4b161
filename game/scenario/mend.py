"""Mending: what a hint offers to write, made as edits of the text, as long as fewer errors are left."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from game.scenario.edits import Edit, edited
from game.scenario.findings import Finding, Grade
from game.scenario.reader import read_scenario_text

ROUNDS = 6
"""How often what one mend uncovers is mended in turn."""

OFFERS = (
    re.compile(r"^did you mean '([^']+)'\?"),
    re.compile(r"^write '([^']+)'$"),
    re.compile(r"^write it without quotes: (\S+)$"),
    re.compile(r'^put it in quotes: (".*")$'),
)
"""The hints that offer one thing to write in place of what stands there."""

ELSEWHERE = frozenset({"Y000", "Y031", "E500", "E504"})
"""Findings whose hint is one of several ways out, or is about something else than the place."""


def offered(finding: Finding) -> str | None:
    """Return what a finding's hint offers to write in its place, if it offers one thing."""
    if finding.code in ELSEWHERE:
        return None
    found = next(filter(None, (offer.match(finding.hint) for offer in OFFERS)), None)
    return found[1] if found else None


def edits_of(findings: Iterable[Finding], file: str) -> Iterator[Edit]:
    """Yield the edits that findings about one file offer."""
    for each in findings:
        text = offered(each)
        if text is not None and each.file == file:
            yield Edit(each.line, each.column, each.span, text)


def mend_text(source: str, file: str, path: Path | None = None) -> str:
    """Return a scenario's text with every offered mend made that leaves fewer errors."""
    errors = _errors(source, file, path)
    for _ in range(ROUNDS):
        after = edited(source, edits_of(errors, file))
        left = _errors(after, file, path)
        if after == source or len(left) >= len(errors):
            return source
        source, errors = after, left
    return source


def _errors(source: str, file: str, path: Path | None) -> list[Finding]:
    _, findings = read_scenario_text(source, file, path=path)
    return [each for each in findings if each.grade is Grade.ERROR]
