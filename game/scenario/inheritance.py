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
from game.located.gap import Gap, leaves_open, may_hold
from game.located.introspection import fields_of
from game.located.node import Block, Node, Scalar
from game.located.recovery import salvage
from game.located.source import read_source
from game.located.suggest import did_you_mean, nearest
from game.model.scenario import Scenario
from game.scenario.merge import ADDS, Replaced, merged, shifted
from game.scenario.nouns import NounFile, joined, nearly_nouns, page_of, parts_of, placed_in
from game.scenario.shelf import FILE, find_parent

FORMAT = 1
EXTENDS = "extends"

UNKNOWN = ("R301", "X201")
"""Findings about a name that stands for nothing."""

QUOTED = re.compile(r"'([^']+)'$")
"""The name at the end of such a finding."""

LONGEST = 8
"""Most scenarios in one line of descent."""


@dataclass(frozen=True)
class Lineage:
    """A scenario and the ones it extends, read as one."""

    pages: tuple[NounFile, ...]
    """Its own file first, then the noun files beside it, then its parent's, and so on."""

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
    def homes(self) -> tuple[NounFile, ...]:
        """The files that the scenarios of the lineage begin with: its own, then its parent's, and so on."""
        return tuple(page for page in self.pages if not page.noun)

    @property
    def own(self) -> tuple[NounFile, ...]:
        """The file it begins with and the noun files beside it."""
        return tuple(page for page in self.pages if page.first < self.own_to or page is self.pages[0])

    @property
    def own_to(self) -> int:
        """The number of the first line of what it extends, or would."""
        return self.homes[1].first if len(self.homes) > 1 else self.pages[-1].end

    def placed(self, finding: Finding) -> Finding:
        """Return a finding about the whole as one about the file its line belongs to."""
        page = page_of(self.pages, finding.line)
        missing = QUOTED.search(finding.message) if finding.code in UNKNOWN else None
        gone = self.removed.get(missing[1], "") if missing else ""
        hint = f"'{missing[1]}' is removed at {gone}" if missing and gone else finding.hint
        return placed_in(page, replace(finding, hint=hint))


def trace(
    source: str, file: str = "", path: Path | None = None, beside: Mapping[str, str] | None = None
) -> Lineage:
    """Return the lineage of a scenario's text; *path* is where it stands, to look for its parent from.

    Its noun files are read there too, unless their texts are given by noun in *beside*.
    """
    return _traced(NounFile(file, path, source), (), beside)


def _traced(page: NounFile, heirs: tuple[NounFile, ...], beside: Mapping[str, str] | None = None) -> Lineage:
    """Return the lineage from *page* up; *heirs* are the pages that extend it."""
    root, found, gaps = salvage(page.source, page.file)
    other = _other_format(root, page.file)
    if other:
        return Lineage((page,), None, (*(found if gaps else ()), other))
    if root is None or may_hold(gaps, EXTENDS):
        return Lineage((page,), None, found)
    root, slips = _meant(root, page.file)
    own = _with_nouns(Lineage((page,), root, (*found, *slips), gaps=gaps), beside)
    parent = _parent(root, page, heirs, own.own_to)
    if parent is None or own.root is None:
        return own
    if isinstance(parent, Finding):
        return replace(own, root=None, findings=(*own.findings, parent))
    return _laid_over(own, _traced(parent, (*heirs, page)))


def _with_nouns(own: Lineage, beside: Mapping[str, str] | None) -> Lineage:
    """Return the lineage of one page with what the noun files beside it say, lines numbered through."""
    (page,), root = own.pages, own.root
    assert root is not None
    root = shifted(root, page.first) if page.first else root
    folder = page.path.parent if page.path and page.path.name == FILE else None
    parts = parts_of(page, folder, beside)
    near = nearly_nouns(folder) if folder else ()
    findings = (*own.findings, *parts.findings, *near)
    if isinstance(root, Block) and parts.pages:
        root, strange = joined(page, root, parts)
        findings = (*findings, *strange)
    whole_root = None if parts.unread else root
    return replace(
        own, pages=(page, *parts.pages), root=whole_root, findings=findings, gaps=(*own.gaps, *parts.gaps)
    )


def _laid_over(own: Lineage, above: Lineage) -> Lineage:
    """Return the lineage of a page whose parent's is known."""
    child = own.root
    pages, findings = (*own.pages, *above.pages), (*own.findings, *above.findings)
    both = replace(own, pages=pages, root=None, findings=findings)
    if not isinstance(above.root, Block):
        return both
    assert isinstance(child, Block)
    together = merged(child, above.root)
    lineage = replace(
        both,
        root=together.root,
        removed={**above.removed, **{key.text: _place(own.pages, key) for key in together.removed}},
        gaps=(*own.gaps, *above.gaps),
        judged_to=own.own_to if own.gaps else above.judged_to,
    )
    told = [] if may_hold(own.gaps, "id") else [*_of_its_own(child)]
    told += (_list_told(each) for each in together.replaced if not leaves_open(own.gaps, each.path))
    told += () if above.gaps else (_idle(*each) for each in together.idle)
    return replace(lineage, findings=(*lineage.findings, *map(lineage.placed, told)))


def _place(pages: Sequence[NounFile], key: Scalar) -> str:
    """Return where a key stands, as findings tell it."""
    page = page_of(pages, key.line)
    return f"{page.file}:{key.line - page.first + 1}"


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


def _parent(root: Node, page: NounFile, heirs: tuple[NounFile, ...], first: int) -> NounFile | Finding | None:
    """Return the page that *page* extends, none if it stands alone, or why there is no such page.

    Its lines are numbered from *first* on.
    """
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
    return source if isinstance(source, Finding) else NounFile(str(found), found, source, first)


def _of_its_own(root: Block) -> Iterator[Finding]:
    """Yield the finding that a variant goes by its parent's id."""
    if "id" not in root.entries:
        message = "a variant needs an 'id' of its own"
        yield _refused("E503", message, "", root.entries[EXTENDS].key)


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
