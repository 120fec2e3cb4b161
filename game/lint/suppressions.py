"""Quiet: the warnings and notes that a scenario asks not to be told (`ignore:`)."""

from collections.abc import Iterable, Iterator

from game.lint.finding_codes import codes
from game.located.excerpt import short
from game.located.extent import whole
from game.located.findings import Finding, Grade
from game.located.node import Block, Items, Node, Scalar
from game.located.suggest import did_you_mean

IGNORE = "ignore"


def silences(root: Node | None) -> tuple[Scalar, ...]:
    """Return what a scenario's tree asks not to be told: a code, or a code and a place."""
    entry = root.entries.get(IGNORE) if isinstance(root, Block) else None
    nodes = entry.node.nodes if entry and isinstance(entry.node, Items) else ()
    return tuple(node for node in nodes if isinstance(node, Scalar) and node.text.strip())


def quieted(findings: Iterable[Finding], ignored: Iterable[str]) -> Iterator[Finding]:
    """Yield the findings that are told all the same; errors always are."""
    asked = {tuple(each.split(maxsplit=1)) for each in ignored}
    for finding in findings:
        silent = {(finding.code,), *((finding.code, where) for where in _around(finding.where))}
        if finding.grade is Grade.ERROR or not silent & asked:
            yield finding


def _around(where: str) -> Iterator[str]:
    """Yield a place and every place that holds it."""
    parts = where.split(".")
    yield from (".".join(parts[: count + 1]) for count in range(len(parts)))


def silence_findings(silent: Iterable[Scalar], file: str) -> Iterator[Finding]:
    """Yield a finding for each entry that silences nothing there is, or an error."""
    for node in silent:
        name = node.text.split()[0]
        code = codes().get(name)
        if code is None:
            message, hint = f"there is no finding with the code '{short(name)}'", did_you_mean(name, codes())
            yield Finding("R303", Grade.ERROR, message, file, *whole(node), hint)
        elif code.grade is Grade.ERROR:
            message = f"{name} is an error, and errors cannot be ignored"
            yield Finding("R303", Grade.ERROR, message, file, *whole(node))
