"""Scenarios by noun: the files beside scenario.yaml that may hold its parts, read with it as one tree."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from game.located.excerpt import lines_of, short
from game.located.extent import whole
from game.located.findings import Finding, Grade
from game.located.gap import Gap
from game.located.introspection import fields_of
from game.located.node import Block, Node, Pair, Scalar
from game.located.recovery import salvage
from game.located.source import read_source
from game.located.suggest import did_you_mean, is_slip, nearest
from game.model.scenario import Scenario
from game.scenario.merge import shifted
from game.scenario.shelf import FILE, SUFFIXES

NOUNS: Mapping[str, tuple[str, ...]] = {
    "sides": ("sides", "slots"),
    "tracks": ("tracks",),
    "cards": ("cards",),
    "redlines": ("redlines",),
    "bargain": ("bargain",),
    "calendar": ("calendar", "injects", "upkeep", "endings"),
    "personas": ("personas",),
    "places": ("places",),
    "claims": ("claims", "record"),
    "sources": ("sources", "glossary"),
    "teaching": ("teaching", "questions", "lesson"),
    "tests": ("tests",),
}
"""The keys each noun's file may hold; everything else of a scenario stands in scenario.yaml alone."""

SUFFIX = ".yaml"

HOMES: Mapping[str, str] = {key: noun for noun, keys in NOUNS.items() for key in keys}
"""The noun in whose file a key may stand."""

Beside = Mapping[str, str]
"""The texts of noun files, by noun."""


@dataclass(frozen=True)
class NounFile:
    """One file of a lineage."""

    file: str
    """Its name in findings."""

    path: Path | None
    """Where it stands; nothing for a text that was never a file."""

    source: str
    """Its text."""

    first: int = 0
    """The number of its first line, the lines of all pages being numbered through from 0."""

    noun: str = ""
    """The noun whose file it is; empty for the file a scenario or a translation begins with."""

    @property
    def end(self) -> int:
        """The number that the line after its last one would have."""
        return self.first + len(lines_of(self.source))


@dataclass(frozen=True)
class Parts:
    """The noun files beside one file."""

    pages: tuple[NounFile, ...] = ()
    """Those that can be opened."""

    trees: tuple[tuple[NounFile, Block], ...] = ()
    """What they say, lines numbered through."""

    gaps: tuple[Gap, ...] = ()
    """What was cut out of them because it cannot be read."""

    findings: tuple[Finding, ...] = ()
    """What is wrong in their YAML, lines counted in each file."""

    unread: bool = False
    """Whether one of them makes no sense at all."""


def is_split(scenario: Path) -> bool:
    """Say whether noun files stand beside a scenario's file."""
    return any(True for _ in noun_paths(scenario.parent)) if scenario.name == FILE else False


def noun_paths(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the noun files that stand in a folder."""
    for noun in NOUNS:
        path = folder / f"{noun}{SUFFIX}"
        if path.is_file():
            yield noun, path


def parts_of(page: NounFile, folder: Path | None, beside: Beside | None = None) -> Parts:
    """Return the noun files that belong to a page: those of a folder, or as given instead of them."""
    opened: dict[str, str | Finding] = dict(beside or {})
    if beside is None and folder is not None:
        opened = {noun: read_source(path) for noun, path in noun_paths(folder)}
    pages: list[NounFile] = []
    findings = [source for source in opened.values() if isinstance(source, Finding)]
    trees: list[tuple[NounFile, Block]] = []
    gaps: list[Gap] = []
    first = page.end
    unread = bool(findings)
    for noun, source in opened.items():
        if isinstance(source, Finding):
            continue
        path = folder / f"{noun}{SUFFIX}" if folder else None
        part = NounFile(str(path or f"{noun}{SUFFIX}"), path, source, first, noun)
        pages.append(part)
        first = part.end
        root, found, cut = salvage(source, part.file)
        findings += found
        gaps += cut
        unread = unread or root is None
        if isinstance(root, Block):
            tree = shifted(root, part.first)
            assert isinstance(tree, Block)
            trees.append((part, tree))
        elif root is not None:
            told = "a noun's file holds keys and what stands under them"
            findings.append(Finding("S104", Grade.ERROR, told, part.file, *whole(root)))
    return Parts(tuple(pages), tuple(trees), tuple(gaps), tuple(findings), unread)


@dataclass
class Union:
    """One block made of several files' entries; what stands in two is told, and both are read."""

    head: NounFile
    entries: dict[str, Pair]
    owners: dict[str, NounFile] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def add(self, page: NounFile, name: str, entry: Pair) -> None:
        """Add an entry; a key that is there already is told at both its places."""
        if name not in self.entries:
            self.entries[name], self.owners[name] = entry, page
            return
        first, (key, held) = self.owners.get(name, self.head), self.entries[name]
        if isinstance(held, Block) and isinstance(entry.node, Block):
            both = {**entry.node.entries, **held.entries}
            self.entries[name] = Pair(key, _block(held, both))
        for here, at, there in ((first, key, page), (page, entry.key, first)):
            told = f"'{short(name)}' stands in {Path(there.file).name} as well"
            self.findings.append(placed_in(here, Finding("Y030", Grade.ERROR, told, "", *whole(at))))

    def block(self, like: Block) -> Block:
        """Return the block."""
        return _block(like, self.entries)


def _block(like: Block, entries: dict[str, Pair]) -> Block:
    """Return a block of entries in the place of another."""
    return Block(like.line, like.column, entries, {name: each.node.value for name, each in entries.items()})


def placed_in(page: NounFile, finding: Finding) -> Finding:
    """Return a finding about a line numbered through as one about its page."""
    return replace(finding, file=page.file, line=finding.line - page.first)


def joined(page: NounFile, root: Block, parts: Parts) -> tuple[Block, tuple[Finding, ...]]:
    """Return a scenario's tree with what its noun files hold, and the keys that stand in the wrong one."""
    union = Union(page, dict(root.entries))
    strange = []
    for part, tree in parts.trees:
        for name, entry in tree.entries.items():
            key = _meant(name, part.noun)
            if key != name or key not in NOUNS[part.noun]:
                strange.append(placed_in(part, _stranger(name, entry.key, part.noun)))
            if key in fields_of(Scenario):
                union.add(part, key, entry)
    return union.block(root), (*strange, *union.findings)


def _meant(name: str, noun: str) -> str:
    """Return the key of a noun's file that a mistyped one stands for, else the key itself."""
    return name if name in fields_of(Scenario) else nearest(name, NOUNS[noun]) or name


def _stranger(name: str, key: Scalar, noun: str) -> Finding:
    """Return the finding that a key has no place in a noun's file."""
    if name in fields_of(Scenario):
        hint = f"it belongs in {HOMES[name]}{SUFFIX} or {FILE}" if name in HOMES else f"it belongs in {FILE}"
        message = f"'{short(name)}' has no place in {noun}{SUFFIX}"
    else:
        hint = did_you_mean(name, NOUNS[noun]) or f"this file holds {', '.join(NOUNS[noun])}"
        message = f"'{short(name)}' is not known in {noun}{SUFFIX}"
    return Finding("S101", Grade.ERROR, message, "", *whole(key), hint)


def nearly_nouns(folder: Path) -> Iterator[Finding]:
    """Yield a note on every YAML file of a folder whose name is near that of a noun's file."""
    for path in sorted(chain.from_iterable(folder.glob(f"*{end}") for end in SUFFIXES)):
        stem = path.stem
        noun = HOMES.get(stem) or nearest(stem, NOUNS)
        is_near = noun is not None and (stem in HOMES or is_slip(stem, noun))
        if noun and is_near and path.name != f"{noun}{SUFFIX}":
            message = f"'{path.name}' is not read as a part of the scenario"
            yield Finding("R312", Grade.NOTE, message, str(path), hint=_renamed(stem, noun))


def _renamed(stem: str, noun: str) -> str:
    if stem in HOMES and stem != noun:
        return f"'{stem}' may stand in {noun}{SUFFIX}"
    return f"call it {noun}{SUFFIX} if it is meant to be"


def in_one(root: Node, page: NounFile, parts: Parts, part_of: str) -> tuple[Node, tuple[Finding, ...]]:
    """Return a tree one of whose blocks is joined with those of noun files, and what is wrong in doing so."""
    held = root.entries.get(part_of) if isinstance(root, Block) else None
    above = held.node if held and isinstance(held.node, Block) else Block(root.line, root.column, {}, {})
    union, strange = Union(page, dict(above.entries)), []
    key: Scalar | None = held.key if held else None
    for part, tree in parts.trees:
        for name, entry in tree.entries.items():
            if name != part_of or not isinstance(entry.node, Block):
                told = f"this file holds '{part_of}' and nothing else"
                strange.append(placed_in(part, Finding("S101", Grade.ERROR, told, "", *whole(entry.key))))
                continue
            key = key or entry.key
            for inner, text in entry.node.entries.items():
                union.add(part, inner, text)
    if not isinstance(root, Block) or key is None:
        return root, (*strange, *union.findings)
    entries = {**root.entries, part_of: Pair(key, union.block(above))}
    return _block(root, entries), (*strange, *union.findings)


def page_of(pages: Sequence[NounFile], line: int) -> NounFile:
    """Return the page to which a line numbered through belongs."""
    return next(page for page in reversed(pages) if page.first <= line)
