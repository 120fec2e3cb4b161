"""Inherited: what makes no sense in pieces taken over unchanged, one note for each kind of finding."""

from collections.abc import Iterable, Iterator

from game.lint.finding_codes import codes
from game.located.extent import whole
from game.located.findings import Finding, Grade
from game.located.node import Block, Node, Scalar

CALENDAR = "D405"
"""The finding about an event that never happens."""

CAUSES = ("months", "turns", "start", "extends")
"""What a variant changes so that events lie outside its game."""

MOST_NAMED = 3


def folded(findings: Iterable[Finding], root: Node, own_to: int) -> Iterator[Finding]:
    """Yield the findings; of those in pieces of a parent, where no line is at fault, one note for each code.

    The variant's own file ends before line *own_to*.
    """
    inherited: dict[str, list[Finding]] = {}
    for each in findings:
        if each.grade is Grade.ERROR or each.line < own_to:
            yield each
        else:
            inherited.setdefault(each.code, []).append(each)
    for code, found in inherited.items():
        yield _note(code, found, _cause(root, code, own_to))


def _cause(root: Node, code: str, own_to: int) -> Scalar:
    """Return the key of the variant from which findings of one code follow, as far as can be told."""
    entries = root.entries if isinstance(root, Block) else {}
    own = [entries[key].key for key in CAUSES if key in entries and entries[key].key.line < own_to]
    return own[0] if code == CALENDAR else own[-1]


def _note(code: str, found: list[Finding], cause: Scalar) -> Finding:
    title = codes()[code].title
    places = "in one place" if len(found) == 1 else f"in {len(found)} places"
    message = f"what this takes over has {places} {title[:1].lower()}{title[1:]} ({code})"
    named = [each.where or str(each.line) for each in found[:MOST_NAMED]]
    more = f" and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
    return Finding("E507", Grade.NOTE, message, found[0].file, *whole(cause), f"{', '.join(named)}{more}")
