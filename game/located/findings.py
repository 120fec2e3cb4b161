"""Findings: what is wrong in a scenario, where, and what to write instead."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from game.located.excerpt import excerpt, lines_of

MOST = 50


class Grade(StrEnum):
    """How much a finding matters, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


GRAVEST_FIRST = tuple(Grade)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or worth knowing, at one place of one file."""

    code: str
    """Letter and number: Y file, E extends, S shape, X conditions, R names, D meaning, L translations."""

    grade: Grade
    """How much it matters."""

    message: str
    """What is wrong, in one sentence without a full stop."""

    file: str = ""
    """The file, as its reader named it."""

    line: int = 0
    """Line, counted from 0; shown counted from 1."""

    column: int = 0
    """Column in characters, counted from 0; shown counted from 1."""

    span: int = 1
    """How many characters it concerns."""

    hint: str = ""
    """What to write instead, where that is known."""

    where: str = ""
    """The keys that lead there, such as cards.icbm_test.scale."""

    @property
    def place(self) -> tuple[str, int, int]:
        """The file, line and column, counted from 0."""
        return (self.file, self.line, self.column)


def ranked(findings: Iterable[Finding], most: int = MOST) -> tuple[Finding, ...]:
    """Return *findings* without repeats: root causes first, then file by file from the top down.

    A file's YAML comes before its shape, its shape before its names, names before what they mean.
    Of more than *most* the gravest stay, and a note counts the rest.
    """
    unique = list(dict.fromkeys(findings))
    kept = sorted(unique, key=lambda each: (GRAVEST_FIRST.index(each.grade), each.place))[:most]
    left = len(unique) - len(kept)
    ordered = sorted(kept, key=lambda each: (_cause(each), each.place))
    return (*ordered, _more(ordered[-1], left)) if left else tuple(ordered)


CAUSES = "YESRXDL"
"""What findings are about, by the first letter of their codes: what others follow from comes first."""

RENAMED = "R302"
"""One wrong name, from which many unknown ones follow."""


def _cause(finding: Finding) -> tuple[int, bool]:
    """Return how much else follows from what a finding tells: the least first."""
    letter = "R" if finding.code[:1] == "X" and finding.code != "X200" else finding.code[:1]
    about = "S" if finding.code == "X200" else letter
    return CAUSES.find(about), finding.code != RENAMED


def _more(last: Finding, left: int) -> Finding:
    message = f"and {left:,} more; mend these first"
    return Finding("Y099", Grade.NOTE, message, last.file, last.line, last.column)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Say whether any finding is an error."""
    return any(each.grade is Grade.ERROR for each in findings)


def render(finding: Finding, source: str = "") -> str:
    """Return the finding as text: place, grade, code and message, then the line with a caret under it."""
    return _render(finding, lines_of(source))


def _render(finding: Finding, lines: Sequence[str]) -> str:
    where = f"   (in {finding.where})" if finding.where else ""
    place = f"{finding.file}:{finding.line + 1}:{finding.column + 1}"
    head = f"{place}: {finding.grade}[{finding.code}]: {finding.message}{where}"
    shown = excerpt(lines, finding.line, finding.column, finding.span)
    hint = f"      = {finding.hint}" if finding.hint else ""
    return "\n".join(part for part in (head, shown, hint) if part)


def render_all(findings: Iterable[Finding], sources: Mapping[str, str]) -> str:
    """Return all findings as text; *sources* holds the text of each file by its name."""
    lines = {file: lines_of(source) for file, source in sources.items()}
    return "\n".join(_render(each, lines.get(each.file, ())) for each in findings)


def tally(findings: Iterable[Finding]) -> str:
    """Return how many findings there are of each grade, such as "2 errors, 1 warning"."""
    grades = [each.grade for each in findings]
    counts = ((grade, grades.count(grade)) for grade in Grade)
    said = [f"{count} {grade}{'s' * (count != 1)}" for grade, count in counts if count]
    return ", ".join(said) or "nothing to mend"


def as_json(findings: Iterable[Finding]) -> list[dict[str, str | int]]:
    """Return the findings as plain values for JSON; lines and columns count from 1."""
    return [
        {
            "code": each.code,
            "grade": each.grade.value,
            "message": each.message,
            "hint": each.hint,
            "file": each.file,
            "line": each.line + 1,
            "column": each.column + 1,
            "span": each.span,
            "where": each.where,
        }
        for each in findings
    ]
