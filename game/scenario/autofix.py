"""Mending: what a hint offers to write, made as edits of the text, as long as fewer faults are left."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from game.located.edits import Edit, edited
from game.located.excerpt import lines_of
from game.located.findings import Finding, Grade
from game.located.suggest import is_slip
from game.scenario.nouns import NounFile
from game.scenario.reader import read_scenario_text

ROUNDS = 6
"""How often what one mend uncovers is mended in turn."""

GUESS = re.compile(r"^did you mean '([^']+)'\?")

OFFERS = (
    GUESS,
    re.compile(r"^write '([^']+)'$"),
    re.compile(r"^ids are written with '(_)'$"),
    re.compile(r"^(?:leave it out|delete it)()$"),
    re.compile(r"^write it without quotes: (\S+)$"),
    re.compile(r'^put it in quotes: (".*")$'),
)
"""The hints that offer one thing to write in place of what stands there."""

UNREAD = "X200"
"""The finding about a condition that cannot be read."""

ELSEWHERE = frozenset({"Y000", "Y031", "E500", "E504"})
"""Findings whose hint is one of several ways out, or is about something else than the place."""


def offered(finding: Finding) -> str | None:
    """Return what a finding's hint offers to write in its place, if it offers one thing."""
    if finding.code in ELSEWHERE:
        return None
    found = next(filter(None, (offer.match(finding.hint) for offer in OFFERS)), None)
    return found[1] if found else None


def edits_of(findings: Iterable[Finding], source: str, file: str) -> Iterator[Edit]:
    """Yield the edits that findings about one file offer; a name is rewritten only if it is but a slip."""
    lines = lines_of(source)
    for each in findings:
        text = offered(each) if each.file == file else None
        if text is not None and not (GUESS.match(each.hint) and not is_slip(_there(each, lines), text)):
            apart = _apart(text, each, lines) if each.code == UNREAD else text
            yield Edit(each.line, each.column, each.span, apart)


def _apart(word: str, finding: Finding, lines: Sequence[str]) -> str:
    """Return a word with the blanks it needs to stand apart from what is around it in a condition."""
    line, end = lines[finding.line], finding.column + finding.span
    before, after = line[finding.column - 1 : finding.column], line[end : end + 1]
    start = " " if word[:1].isalpha() and (before.isalnum() or before == ")") else ""
    is_close = word[-1:].isalpha() and after.strip() not in ("", ")", ",")
    return f"{start}{word} " if is_close else f"{start}{word}"


def _there(finding: Finding, lines: Sequence[str]) -> str:
    """Return what stands at the place of a finding, without quotes."""
    line = lines[finding.line] if finding.line < len(lines) else ""
    return line[finding.column : finding.column + finding.span].strip("\"'")


def mend_pages(pages: Sequence[NounFile]) -> Mapping[str, str]:
    """Return the texts of a scenario's own file and its noun files, mended, by their names in findings."""
    texts = {page.file: page.source for page in pages}
    faults = _faults(pages, texts)
    fewest, best = len(faults), texts
    for _ in range(ROUNDS):
        after = {file: edited(text, edits_of(faults, text, file)) for file, text in texts.items()}
        if after == texts:
            break
        texts, faults = after, _faults(pages, after)
        if len(faults) < fewest:
            fewest, best = len(faults), texts
    return best


def _faults(pages: Sequence[NounFile], texts: Mapping[str, str]) -> list[Finding]:
    """Return what is wrong in a scenario whose files hold these texts instead."""
    page, *nouns = pages
    beside = {each.noun: texts[each.file] for each in nouns}
    _, findings = read_scenario_text(texts[page.file], page.file, path=page.path, beside=beside)
    return [each for each in findings if each.grade is not Grade.NOTE]
