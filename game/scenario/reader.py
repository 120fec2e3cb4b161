"""Reading scenarios: by shipped name, folder or file, with every finding at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from os import sep
from pathlib import Path
from typing import Self

from game.lint.checks import sense_findings
from game.lint.drawn import undrawn_lines, undrawn_values
from game.lint.filenames import misnamed_files
from game.lint.finding_codes import codes
from game.lint.inherited import folded
from game.lint.suppressions import IGNORE, quieted, silence_findings, silences
from game.lint.unknown_names import Remains, name_findings
from game.located.findings import Finding, has_errors, ranked, render_all
from game.located.gap import may_hold
from game.located.partial import mended
from game.located.piece import read_model, settled
from game.located.source import read_source
from game.located.validation import shape
from game.model.scenario import Scenario
from game.scenario.digest import digest
from game.scenario.inheritance import FORMAT, Lineage, trace
from game.scenario.nouns import Beside, NounFile
from game.scenario.shelf import FILE, find, is_pack
from game.scenario.texts import read_texts
from game.scenario.unpack import not_as_packed

REMEMBERED = 16
"""So many scenarios are read once, as long as no text of theirs changes."""

__all__ = ["FORMAT", "Reading", "read_model", "read_scenario", "read_scenario_text"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a scenario: the scenario itself unless a finding is an error."""

    path: Path | None
    """The file it was read from; nothing if none was found."""

    scenario: Scenario | None
    """The scenario; nothing if a finding is an error."""

    findings: tuple[Finding, ...] = ()
    """Everything that is wrong or doubtful, from the top of the file down."""

    source: str = ""
    """The text of the file."""

    texts: Mapping[str, str] = field(default_factory=dict)
    """The Markdown texts beside it and beside those it extends, by their names without ".md"."""

    pages: tuple[NounFile, ...] = ()
    """All files it was read from: its own, and those of the scenarios it extends."""

    beside: Mapping[str, str] = field(default_factory=dict)
    """The text of every other file with findings, such as a translation, by its name."""

    pack: str = ""
    """The pack it was unpacked from, as it was asked for; empty for a folder or a file."""

    @property
    def homes(self) -> tuple[Path, ...]:
        """The files that the scenario and those it extends begin with, without their noun files."""
        return tuple(page.path for page in self.pages if page.path and not page.noun)

    @property
    def digest(self) -> str:
        """The scenario's digest; empty without a scenario."""
        return digest(self.scenario) if self.scenario else ""

    @property
    def report(self) -> str:
        """The findings as text, each with its line and a caret."""
        sources = {page.file: page.source for page in self.pages}
        return render_all(self.findings, {str(self.path): self.source, **sources, **self.beside})


def by_members(reading: Reading) -> Reading:
    """Return a reading whose files go by their pack and their place in it, if they were unpacked from one."""
    if not reading.pack or reading.path is None:
        return reading
    unpacked = f"{reading.path.parent.parent}{sep}"

    def told(text: str) -> str:
        return text.replace(unpacked, f"{reading.pack}{sep}")

    return replace(
        reading,
        findings=tuple(
            replace(each, file=told(each.file), hint=told(each.hint)) for each in reading.findings
        ),
        pages=tuple(replace(page, file=told(page.file)) for page in reading.pages),
        beside={told(file): text for file, text in reading.beside.items()},
    )


def read_scenario(name_or_path: str | Path, *, thorough: bool = False) -> Reading:
    """Return the scenario of a shipped name, a folder or a YAML file, with its texts and findings.

    A *thorough* reading also says what makes no sense in a scenario without errors; no game needs that.
    """
    path = find(name_or_path)
    if isinstance(path, Finding):
        return Reading(None, None, (path,))
    pack = str(name_or_path) if is_pack(Path(name_or_path)) else ""
    source = read_source(path)
    if isinstance(source, Finding):
        return by_members(Reading(path, None, (source,), pack=pack))
    lineage = trace(source, str(path), path)
    scenario, findings = _read(_Asked.of(lineage, thorough))
    texts, told = _texts(lineage)
    changed = not_as_packed(path, digest(scenario), pack) if pack and scenario else None
    named = []
    if scenario and thorough and path.name == FILE and not pack:
        named = [*misnamed_files(scenario, path, texts, lineage.root)]
    boxes = [
        finding
        for name, text in (texts.items() if thorough else ())
        for finding in undrawn_lines(text, str(path.with_name(f"{name}.md")))
    ]
    told = (*told, *boxes, *([changed] if changed else ()))
    found = ranked((*findings, *told, *quieted(named, scenario.ignore if scenario else ())))
    scenario = None if has_errors(told) else scenario
    beside = {each.file: texts.get(Path(each.file).stem, "") for each in told}
    return by_members(Reading(path, scenario, found, source, texts, lineage.pages, beside, pack))


def read_scenario_text(
    source: str,
    file: str = "",
    *,
    path: Path | None = None,
    beside: Beside | None = None,
    thorough: bool = False,
) -> tuple[Scenario | None, tuple[Finding, ...]]:
    """Return the scenario a YAML text spells out, or nothing, and all findings at once.

    *path* is where it stands, to look from for its noun files and for what it extends; *beside* is what
    the noun files say instead.
    """
    return _read(_Asked.of(trace(source, file, path, beside), thorough))


@dataclass(frozen=True)
class _Asked:
    """What is read, known by the texts it is read from and by what was found before."""

    pages: tuple[NounFile, ...]
    found: tuple[Finding, ...]
    thorough: bool
    lineage: Lineage = field(compare=False)

    @classmethod
    def of(cls, lineage: Lineage, thorough: bool) -> Self:
        return cls(lineage.pages, lineage.findings, thorough, lineage)


@lru_cache(REMEMBERED)
def _read(asked: _Asked) -> tuple[Scenario | None, tuple[Finding, ...]]:
    """Return the scenario that a lineage spells out, and everything found on the way.

    Names are looked up in what is left without the slips of shape; sense is asked for only where all else
    is right, since it follows from the rest.
    """
    lineage, thorough = asked.lineage, asked.thorough
    root, lines = lineage.root, lineage.lines
    if root is None:
        return None, ranked(lineage.findings)
    file = lineage.pages[0].file
    scenario, complaints = shape(root, Scenario, lines, file, lineage.gaps, lineage.own_to)
    rest = scenario or mended(root, Scenario)
    if rest:
        left = Remains(rest, root, rest is scenario, lineage.gaps, lineage.own_to)
        complaints = (*complaints, *name_findings(left, lines, file))
    complaints = tuple(each for each in complaints if each.line < lineage.judged_to)
    silent = silences(root)
    complaints = (*complaints, *silence_findings(silent, file))
    if scenario and not has_errors((*lineage.findings, *complaints)):
        complaints = (*complaints, *sense_findings(scenario, root, file, thorough=thorough))
        complaints = (*complaints, *(undrawn_values(root, lines, file) if thorough else ()))
    ignored = list(codes()) if may_hold(lineage.gaps, IGNORE) else [node.text for node in silent]
    told: Iterable[Finding] = quieted(complaints, ignored)
    if len(lineage.homes) > 1:
        told = quieted(folded(told, root, lineage.own_to), ignored)
    return settled(scenario, quieted(lineage.findings, ignored), map(lineage.placed, told))


def _texts(lineage: Lineage) -> tuple[Mapping[str, str], tuple[Finding, ...]]:
    """Return the texts beside the files of a lineage, a variant's own before its parent's."""
    folders = [page.path.parent for page in lineage.homes if page.path and page.path.name == FILE]
    read = [read_texts(folder) for folder in reversed(folders)]
    told = tuple(finding for _texts, found in read for finding in found)
    return {name: text for texts, _found in read for name, text in texts.items()}, told
