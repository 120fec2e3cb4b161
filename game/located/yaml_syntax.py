"""Syntax errors in plain words: what the author most likely meant to write."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import yaml

from game.located.findings import Finding, Grade

Place = tuple[int, int]
UNALIGNED = "this line does not line up with the lines around it"
KEY_VALUE = "write 'key: value'; text that runs over several lines needs quotes"
ONE_COLUMN = "lines of one block start in one column"
TIGHT_COLON = re.compile(r"\s*(?:- )?[^\s:#'\"]+(?=:\S)")


class ParseTrouble(NamedTuple):
    """Where a parser stopped, and what it said."""

    problem: str
    context: str
    at: Place
    """Where it stopped."""

    since: Place
    """Where the thing began that it was reading."""

    lines: Sequence[str]

    first: int
    """The number of the first of these lines in the file."""

    def told(self, number: int) -> int:
        """Return the number by which an author knows a line."""
        return self.first + number + 1

    def line(self, number: int | None = None) -> str:
        """Return a line of the file: the one it stopped in, if none is named."""
        wanted = self.at[0] if number is None else number
        return self.lines[wanted] if 0 <= wanted < len(self.lines) else ""

    def character(self, place: Place) -> str:
        """Return the character at *place*, or nothing at the end of a line."""
        return self.line(place[0])[place[1] : place[1] + 1]

    @property
    def at_end(self) -> bool:
        """Whether nothing stands at the stop or below it."""
        return not self.line()[self.at[1] :].strip() and not any(map(str.strip, self.lines[self.at[0] + 1 :]))

    @property
    def before(self) -> str:
        """What stands before the stop in its line."""
        return self.line()[: self.at[1]]

    @property
    def above(self) -> int:
        """The number of the last line above that is not blank."""
        return next((row for row in range(self.at[0] - 1, -1, -1) if self.line(row).strip()), 0)


class Diagnosis(NamedTuple):
    """What a trouble comes down to."""

    code: str
    message: str
    place: Place
    hint: str = ""


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str], file: str = "", first: int = 0) -> Finding:
    """Return the finding for one syntax error, at its place in *lines*.

    Its words speak of line numbers of the file, in which these lines begin at number *first*.
    """
    mark, context = error.problem_mark, error.context_mark
    at = (mark.line, mark.column) if mark else (0, 0)
    since = (context.line, context.column) if context else at
    trouble = ParseTrouble(error.problem or "", error.context or "", at, since, lines, first)
    verdict = next(filter(None, (rule(trouble) for rule in RULES)), _unknown(trouble))
    line, column = verdict.place
    return Finding(verdict.code, Grade.ERROR, verdict.message, file, line, column, 1, verdict.hint)


def _tab(trouble: ParseTrouble) -> Diagnosis | None:
    line = trouble.line()
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return Diagnosis("Y011", "indent with spaces, not with tabs", (trouble.at[0], indent.index("\t")))
    if trouble.character(trouble.at) == "\t":
        return Diagnosis("Y011", "a tab stands here where a space is needed", trouble.at)
    return None


def _needs_quotes(trouble: ParseTrouble) -> Diagnosis | None:
    if "directive" in trouble.context or "incompatible" in trouble.problem:
        return Diagnosis("Y012", "a line cannot start with '%'", (trouble.since[0], 0))
    words = ("cannot start any token", "tag handle")
    kinds = ("alias", "anchor", " tag", "block scalar")
    if any(word in trouble.problem for word in words) or any(kind in trouble.context for kind in kinds):
        mark = trouble.character(trouble.since)
        return Diagnosis("Y012", f"text that starts with '{mark}' needs quotes", trouble.since)
    return None


def _quoted(trouble: ParseTrouble) -> Diagnosis | None:
    if "quoted" not in trouble.context:
        return None
    if "end of stream" in trouble.problem or "document" in trouble.problem:
        return Diagnosis("Y013", "this quote is never closed", trouble.since)
    backslash = (trouble.at[0], max(trouble.line().rfind("\\", 0, trouble.at[1] + 1), 0))
    hint = "write '\\\\', or use single quotes"
    return Diagnosis(
        "Y013", "inside double quotes a '\\' begins a special character, and this is none", backslash, hint
    )


def _key_without_colon(trouble: ParseTrouble) -> Diagnosis | None:
    return (
        _bad_key(trouble.line(trouble.since[0]), trouble.since[0])
        if "simple key" in trouble.context
        else None
    )


def _second_colon(trouble: ParseTrouble) -> Diagnosis | None:
    if "unexpected ':'" in trouble.problem:
        return _colon_in_text(trouble)
    if "mapping values" not in trouble.problem:
        return None
    if ": " in trouble.before or trouble.before.lstrip().startswith(("'", '"')):
        return _colon_in_text(trouble)
    above = trouble.line(trouble.above)
    if _indent(above) < _indent(trouble.line()) and ": " in above:
        message = "this line is indented deeper than the line above, which already has its value"
        hint = "line them up, or put text that runs over several lines in quotes"
        return Diagnosis("Y016", message, (trouble.at[0], _indent(trouble.line())), hint)
    return (
        _bad_key(trouble.line(trouble.above), trouble.above)
        if trouble.above < trouble.at[0]
        else _colon_in_text(trouble)
    )


def _colon_in_text(trouble: ParseTrouble) -> Diagnosis:
    return Diagnosis("Y014", "a ':' inside text needs quotes around the whole text", trouble.at)


def _bad_key(line: str, row: int) -> Diagnosis:
    """Explain a line that ought to begin with a key."""
    tight = TIGHT_COLON.match(line)
    if tight:
        return Diagnosis("Y017", "a space is needed after ':'", (row, tight.end()))
    return Diagnosis("Y017", "this line has no ':' after its key", (row, _indent(line)), KEY_VALUE)


def _brackets(trouble: ParseTrouble) -> Diagnosis | None:
    expected = re.search(r"',' or '([]}])'", trouble.problem)
    if not expected:
        return None
    close, here = expected[1], trouble.at[0] == trouble.since[0]
    if here and trouble.character(trouble.at) == ":":
        message = "a ',' is missing before this key, or text with ': ' in it needs quotes"
        return Diagnosis("Y014", message, trouble.at)
    if here:
        return Diagnosis("Y015", f"a ',' or '{close}' is missing here", trouble.at)
    opened = trouble.character(trouble.since)
    if trouble.at_end:
        return Diagnosis("Y015", f"this '{opened}' is not closed", trouble.since)
    message = f"this '{opened}' is not closed, or a ',' is missing before line {trouble.told(trouble.at[0])}"
    return Diagnosis("Y015", message, trouble.since)


def _nothing_there(trouble: ParseTrouble) -> Diagnosis | None:
    mark = trouble.character(trouble.at)
    if "node content" not in trouble.problem:
        return None
    if not mark:
        return _never_closed(trouble)
    if mark == ":":
        return _no_key(trouble.at)
    return Diagnosis("Y015", f"a value is missing before '{mark}'", trouble.at)


def _never_closed(trouble: ParseTrouble) -> Diagnosis | None:
    """Explain a file that ends inside brackets, by the last one that is open."""
    closed = 0
    for row in range(trouble.at[0], -1, -1):
        line = trouble.line(row)
        for column in range(len(line) - 1, -1, -1):
            if line[column] in "]}":
                closed += 1
            elif line[column] in "[{":
                if not closed:
                    return Diagnosis("Y015", f"this '{line[column]}' is not closed", (row, column))
                closed -= 1
    return None


def _list_beside_key(trouble: ParseTrouble) -> Diagnosis | None:
    if "sequence entries" not in trouble.problem:
        return None
    return Diagnosis(
        "Y016", "a list begins on a line of its own, below its key", trouble.at, "or write [a, b]"
    )


def _out_of_line(trouble: ParseTrouble) -> Diagnosis | None:
    if not any(word in trouble.problem for word in ("expected key", "'-' indicator", "<block end>")):
        return None
    if trouble.character(trouble.at) == ":":
        return _no_key(trouble.at)
    if trouble.before.rstrip().endswith(("'", '"')):
        hint = "put the whole text in quotes; inside single quotes write '' for an apostrophe"
        return Diagnosis("Y013", "text goes on after its closing quote", trouble.at, hint)
    if trouble.line()[trouble.at[1] :].startswith("- "):
        return Diagnosis("Y016", "a list entry ('- ') stands among keys here", trouble.at)
    hint = (
        f"its block begins on line {trouble.told(trouble.since[0])}; lines of one block start in one column"
    )
    return Diagnosis("Y016", "this line does not line up with the lines around it", trouble.at, hint)


def out_of_line(row: int, line: str, file: str) -> Finding:
    """Return the finding about a first line that does not line up with the others of its block."""
    return Finding("Y016", Grade.ERROR, UNALIGNED, file, row, _indent(line), 1, ONE_COLUMN)


def without_key(row: int, line: str, file: str) -> Finding:
    """Return the finding about a line that ought to begin with a key."""
    at = (row, _indent(line))
    verdict = _no_key(at) if line.lstrip().startswith(":") else _bad_key(line, row)
    return Finding(verdict.code, Grade.ERROR, verdict.message, file, *verdict.place, 1, verdict.hint)


def _no_key(place: Place) -> Diagnosis:
    return Diagnosis("Y034", "a key is missing before ':'", place)


def _unknown(trouble: ParseTrouble) -> Diagnosis:
    return Diagnosis("Y010", f"this cannot be read as YAML: {trouble.problem}", trouble.at)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


RULES: tuple[Callable[[ParseTrouble], Diagnosis | None], ...] = (
    _tab,
    _needs_quotes,
    _quoted,
    _key_without_colon,
    _second_colon,
    _brackets,
    _nothing_there,
    _list_beside_key,
    _out_of_line,
)
