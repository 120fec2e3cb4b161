"""Lineage: a scenario and the ones it extends, laid over one another, their lines numbered through."""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from game.located.excerpt import lines_of, short
from game.located.extent import whole
from game.located.findings import Finding, Grade
from game.located.gap import Gap, may_hold
from game.located.introspection import fields_of
from game.located.node import Block, Node, Scalar
from game.located.recovery import salvage
from game.located.source import read_source
from game.located.suggest import did_you_mean, nearest
from game.model.scenario import Scenario
from game.scenario.merge import ADDS, Replaced, merged, shifted
from game.scenario.shelf import find_parent

FORMAT = 1
EXTENDS = "extends"

UNKNOWN = ("R301", "X201")
"""Findings about a name that stands for nothing."""

QUOTED = re.compile(r"'([^']+)'$")
"""The name at the end of such a finding."""

LONGEST = 8
"""Most scenarios in one line of descent."""


@dataclass(frozen=True)
class Page:
    """One file of a lineage."""

    file: str
    """Its name in findings."""

    path: Path | None
    """Where it stands; nothing for a text that was never a file."""

    source: str
    """Its text."""

    first: int = 0
    """The number of its first line, the lines of all pages being numbered through from 0."""

    @property
    def end(self) -> int:
        """The number that the line after its last one would have."""
        return self.first + len(lines_of(self.source))


@dataclass(frozen=True)
class Lineage:
    """A scenario and the ones it extends, read as one."""

    pages: tuple[Page, ...]
    """Its own file first, then its parent's, and so on."""

    root: Node | None
    """What the files say together, lines numbered through; nothing where one of them makes no sense."""

    findings: tuple[Finding, ...] = ()
    """What is wrong in their YAML and in how they hang together, each in its own file."""

    removed: Mapping[str, str] = field(default_factory=dict)
    """What variants remove, by name, with the place where they do."""

    gaps: tuple[Gap, ...] = ()
    """What was cut out of the files because it cannot be read."""

    judged_to: int = sys.maxsize
    """The number of the first line of what a variant with gaps extends: it may be mended in a gap."""

    @cached_property
    def lines(self) -> Sequence[str]:
        """The lines of all files, numbered through."""
        return [line for page in self.pages for line in lines_of(page.source)]

    @property
    def sources(self) -> Mapping[str, str]:
        """The text of each file by its name in findings."""
        return {page.file: page.source for page in self.pages}

    def placed(self, finding: Finding) -> Finding:
        """Return a finding about the whole as one about the file its line belongs to."""
        page = next(page for page in reversed(self.pages) if page.first <= finding.line)
        missing = QUOTED.search(finding.message) if finding.code in UNKNOWN else None
        gone = self.removed.get(missing[1], "") if missing else ""
        hint = f"'{missing[1]}' is removed at {gone}" if missing and gone else finding.hint
        return replace(finding, file=page.file, line=finding.line - page.first, hint=hint)


def trace(source: str, file: str = "", path: Path | None = None) -> Lineage:
    """Return the lineage of a scenario's text; *path* is where it stands, to look for its parent from."""
    return _traced(Page(file, path, source), ())


def _traced(page: Page, heirs: tuple[Page, ...]) -> Lineage:
    """Return the lineage from *page* up; *heirs* are the pages that extend it."""
    root, found, gaps = salvage(page.source, page.file)
    other = _other_format(root, page.file)
    if other:
        return Lineage((page,), None, (*(found if gaps else ()), other))
    if root is None or may_hold(gaps, EXTENDS):
        return Lineage((page,), None, found)
    root, slips = _meant(root, page.file)
    own = Lineage((page,), root, (*found, *slips), gaps=gaps)
    parent = _parent(root, page, heirs)
    if parent is None:
        return replace(own, root=shifted(root, page.first) if page.first else root)
    if isinstance(parent, Finding):
        return replace(own, root=None, findings=(*own.findings, parent))
    return _laid_over(own, _traced(parent, (*heirs, page)))


def _laid_over(own: Lineage, above: Lineage) -> Lineage:
    """Return the lineage of a page whose parent's is known."""
    (page,), root = own.pages, own.root
    both = replace(own, pages=(page, *above.pages), root=None, findings=(*own.findings, *above.findings))
    if not isinstance(above.root, Block):
        return both
    assert isinstance(root, Block)
    child = shifted(root, page.first)
    assert isinstance(child, Block)
    together = merged(child, above.root)
    gone = {key.text: f"{page.file}:{key.line - page.first + 1}" for key in together.removed}
    lineage = replace(
        both,
        root=together.root,
        removed={**above.removed, **gone},
        gaps=(*own.gaps, *above.gaps),
        judged_to=page.end if own.gaps else above.judged_to,
    )
    told = [] if may_hold(own.gaps, "id") else [*_of_its_own(root, page)]
    told += (lineage.placed(_list_told(each)) for each in together.replaced)
    idle = () if above.gaps else (lineage.placed(_idle(*each)) for each in together.idle)
    return replace(lineage, findings=(*lineage.findings, *told, *idle))


def _meant(root: Node, file: str) -> tuple[Node, tuple[Finding, ...]]:
    """Return a tree whose mistyped 'extends' is one, and the slip; else nearly all would seem missing."""
    known = fields_of(Scenario)
    if not isinstance(root, Block) or EXTENDS in root.entries:
        return root, ()
    like = (key for key in root.entries if key not in known and nearest(key, (EXTENDS,)))
    slip = next((key for key in like if nearest(key, known) == EXTENDS), None)
    if slip is None:
        return root, ()
    entries = {EXTENDS if name == slip else name: entry for name, entry in root.entries.items()}
    values = {name: entry.node.value for name, entry in entries.items()}
    key, hint = root.entries[slip].key, did_you_mean(slip, known)
    told = _refused("S101", f"'{short(slip)}' is not known in the file", file, key, hint)
    return Block(root.line, root.column, entries, values), (told,)


def _parent(root: Node, page: Page, heirs: tuple[Page, ...]) -> Page | Finding | None:
    """Return the page that *page* extends, none if it stands alone, or why there is no such page."""
    entry = root.entries.get(EXTENDS) if isinstance(root, Block) else None
    if entry is None:
        return None
    named = entry.node.value if isinstance(entry.node, Scalar) else None
    if not isinstance(named, str):
        return _refused("E500", "'extends' should name one scenario, or its file", page.file, entry.node)
    found = find_parent(named, page.path)
    if isinstance(found, Finding):
        return _refused(found.code, found.message, page.file, entry.node, found.hint)
    line = [each.path.resolve() for each in (*heirs, page) if each.path]
    if found.resolve() in line:
        return _refused("E501", f"'{short(named)}' extends this scenario in turn", page.file, entry.node)
    if len(heirs) + 1 >= LONGEST:
        return _refused("E502", f"more than {LONGEST} scenarios extend one another", page.file, entry.node)
    source = read_source(found)
    return source if isinstance(source, Finding) else Page(str(found), found, source, page.end)


def _of_its_own(root: Block, page: Page) -> Iterator[Finding]:
    """Yield the finding that a variant goes by its parent's id."""
    if "id" not in root.entries:
        message = "a variant needs an 'id' of its own"
        yield _refused("E503", message, page.file, root.entries[EXTENDS].key)


def _idle(key: Scalar, known: tuple[str, ...]) -> Finding:
    message = f"there is no '{short(key.text)}' here to remove"
    return _refused("E504", message, "", key, did_you_mean(key.text, known))


def _list_told(each: Replaced) -> Finding:
    """Return the note that a list takes the place of its parent's."""
    entries = "whose entry is gone" if each.lost == 1 else f"whose {each.lost} entries are gone"
    message = f"this list takes the place of the one it inherits, {entries}"
    hint = f"write '{short(each.key.text)}{ADDS}' to add to what is inherited"
    where = ".".join(each.path)
    return Finding("E506", Grade.NOTE, message, "", *whole(each.key), hint, where)


def _other_format(root: Node | None, file: str) -> Finding | None:
    """Return the refusal of a file made for another version, whose other keys may mean something else."""
    entry = root.entries.get("format") if isinstance(root, Block) else None
    if not entry or not isinstance(entry.node, Scalar) or type(entry.node.value) is not int:
        return None
    given = entry.node.value
    if given == FORMAT or given < 0:
        return None
    if given < FORMAT:
        message = f"this scenario is written in format {given}, and this version of Simmer reads {FORMAT}"
        return _refused("S121", message, file, entry.node, "'simmer upgrade' rewrites it")
    message = f"this scenario is written in format {given}, and this version of Simmer reads {FORMAT}"
    return _refused("S120", message, file, entry.node, "install a newer version of Simmer")


def _refused(code: str, message: str, file: str, node: Node, hint: str = "") -> Finding:
    return Finding(code, Grade.ERROR, message, file, *whole(node), hint)
