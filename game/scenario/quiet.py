"""Quiet: the warnings and notes that a scenario asks not to be told (`ignore:`)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.scenario.codes import codes
from game.scenario.extent import whole
from game.scenario.findings import Finding, Grade
from game.scenario.node import Block, Items, Node, Scalar
from game.scenario.suggest import did_you_mean

IGNORE = "ignore"


class Silence(NamedTuple):
    """One entry: a code, and the place it is silenced at; everywhere if none."""

    code: str
    where: str
    node: Scalar


def silences(root: Node | None) -> tuple[Silence, ...]:
    """Return what a scenario's tree asks not to be told."""
    entry = root.entries.get(IGNORE) if isinstance(root, Block) else None
    nodes = entry.node.nodes if entry and isinstance(entry.node, Items) else ()
    return tuple(_silence(node) for node in nodes if isinstance(node, Scalar) and node.text.strip())


def _silence(node: Scalar) -> Silence:
    code, _, where = node.text.strip().partition(" ")
    return Silence(code, where.strip(), node)


def quieted(findings: Iterable[Finding], silent: Iterable[Silence]) -> Iterator[Finding]:
    """Yield the findings that are told all the same; errors always are."""
    asked = {(each.code, each.where) for each in silent}
    for finding in findings:
        wanted = {(finding.code, ""), *((finding.code, where) for where in _around(finding.where))}
        if finding.grade is Grade.ERROR or not wanted & asked:
            yield finding


def _around(where: str) -> Iterator[str]:
    """Yield a place and every place that holds it."""
    parts = where.split(".")
    yield from (".".join(parts[: count + 1]) for count in range(len(parts)))


def silence_findings(silent: Iterable[Silence], file: str) -> Iterator[Finding]:
    """Yield a finding for each entry that silences nothing there is, or an error."""
    for each in silent:
        code = codes().get(each.code)
        if code is None:
            hint = did_you_mean(each.code, codes())
            message = f"there is no finding with the code '{each.code}'"
            yield Finding("R303", Grade.ERROR, message, file, *whole(each.node), hint)
        elif code.grade is Grade.ERROR:
            message = f"{each.code} is an error, and errors cannot be ignored"
            yield Finding("R303", Grade.ERROR, message, file, *whole(each.node))
