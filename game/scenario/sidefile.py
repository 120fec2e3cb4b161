"""The side file of a translation: every text of a scenario beside what it says in another language."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from game.located.excerpt import lines_of
from game.located.findings import Finding
from game.located.node import Block, Node
from game.located.piece import settled
from game.located.recovery import salvage
from game.located.source import read_source
from game.located.validation import shape
from game.model.base import Piece
from game.scenario.nouns import NounFile, in_one, noun_paths, page_of, parts_of, placed_in
from game.scenario.shelf import FILE
from game.scenario.texts import texts

LANGUAGE = re.compile(r"[a-z]{2,3}")
"""The code of a language, such as ko."""

NO_LANGUAGE = frozenset({"mis", "mul", "und", "zxx"})
"""Codes for what is in no language, in several or in one that nobody knows."""

BRIEF = "brief"
"""Begins the names of the Markdown texts that people read in a game, and that are translated."""


class Rendering(Piece):
    """One text and what it says in the other language."""

    en: str
    """The text it was made from; for a file of its own, the first digits of its SHA-256."""

    was: str = ""
    """What the text was when it was translated, if it has changed since; delete it once that is mended."""

    to: str = ""
    """The text in the other language, or the name of the file it stands in; empty while it is to be done."""


class SideFile(Piece):
    """A translation of one scenario into one language."""

    format: Literal[1]
    """The version of this format."""

    language: str
    """The language it translates to, such as ko."""

    texts: Mapping[str, Rendering] = {}
    """Every text by its path in the scenario."""

    files: Mapping[str, Rendering] = {}
    """Every Markdown text that stands in a file of its own."""

    gone: Mapping[str, Rendering] = {}
    """Work whose text is no longer in the scenario, kept for another use."""


@dataclass(frozen=True, slots=True)
class SideReading:
    """What came of reading a side file and the noun files in the folder of its language."""

    path: Path
    """Where it stands."""

    file: SideFile | None
    """What they say; nothing if a finding is an error, or where there is no such file."""

    pages: tuple[NounFile, ...] = ()
    """Its text and those of its noun files, lines numbered through."""

    root: Node | None = None
    """Their tree."""

    findings: tuple[Finding, ...] = ()
    """What is wrong in them, each in its own file."""

    @property
    def sources(self) -> Mapping[str, str]:
        """The text of each file by its name in findings."""
        return {page.file: page.source for page in self.pages}

    @property
    def lines(self) -> list[str]:
        """The lines of all files, numbered through."""
        return [line for page in self.pages for line in lines_of(page.source)]

    def placed(self, finding: Finding) -> Finding:
        """Return a finding about the whole as one about the file its line belongs to."""
        return placed_in(page_of(self.pages, finding.line), finding)

    def entries(self, part: str) -> Mapping[str, Node]:
        """Return the blocks of one part, such as texts, by their keys."""
        found = self.root.entries.get(part) if isinstance(self.root, Block) else None
        held = found.node if found else None
        return {key: entry.node for key, entry in held.entries.items()} if isinstance(held, Block) else {}


def is_language(code: str) -> bool:
    """Say whether a code stands for a language, as the Unicode consortium lists them."""
    from babel import Locale  # read only where languages are chosen: starts stay light

    return code in Locale("en").languages and code not in NO_LANGUAGE and bool(LANGUAGE.fullmatch(code))


def side_path(scenario: Path, language: str) -> Path:
    """Return where the translation of a scenario's file stands: ko.yaml in its folder, or NAME.ko.yaml."""
    return scenario.with_name(
        f"{language}.yaml" if scenario.name == FILE else f"{scenario.stem}.{language}.yaml"
    )


def languages(scenario: Path) -> tuple[str, ...]:
    """Return the languages a scenario's file has been translated to."""
    names = sorted(path.name for path in scenario.parent.glob("*.yaml"))
    codes = [name.split(".")[-2] for name in names]
    return tuple(c for c in codes if LANGUAGE.fullmatch(c) and side_path(scenario, c).name in names)


def nouns_path(scenario: Path, language: str) -> Path | None:
    """Return the folder for a translation's noun files; a file without a folder of its own has none."""
    return scenario.with_name(language) if scenario.name == FILE else None


def translated_nouns(scenario: Path) -> Iterator[Path]:
    """Yield the noun files of every translation of a scenario's file."""
    folders = (nouns_path(scenario, language) for language in languages(scenario))
    yield from (path for folder in folders if folder for _noun, path in noun_paths(folder))


def read_side(scenario: Path, language: str) -> SideReading:
    """Return the side file of a scenario's file, its noun files with it."""
    path = side_path(scenario, language)
    if not path.exists():
        return SideReading(path, None)
    source = read_source(path)
    if isinstance(source, Finding):
        return SideReading(path, None, findings=(source,))
    page = NounFile(str(path), path, source)
    root, found, gaps = salvage(source, page.file)
    parts = parts_of(page, nouns_path(scenario, language))
    pages, found = (page, *parts.pages), (*found, *parts.findings)
    if root is None or parts.unread:
        return SideReading(path, None, pages, findings=found)
    root, strange = in_one(root, page, parts, "texts")
    side = SideReading(path, None, pages, root, (*found, *strange))
    file, complaints = shape(root, SideFile, side.lines, page.file, (*gaps, *parts.gaps))
    settled_file, findings = settled(file, side.findings, map(side.placed, complaints))
    return replace(side, file=settled_file, findings=findings)


def briefs(scenario: Path) -> dict[str, str]:
    """Return the digest of every Markdown text that is translated, by its file's name."""
    if scenario.name != FILE:
        return {}
    found = texts(scenario.parent).items()
    return {
        f"{stem}.md": fingerprint(text) for stem, text in found if stem.startswith(BRIEF) and "." not in stem
    }


def fingerprint(text: str) -> str:
    """Return what stands for a Markdown text in a side file."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]
