"""Every key and every value of a file, spoilt in turn, is told at exactly its line and column.

The figure this guards: at least 99.5 % of all slips are told at their place.
"""

from collections.abc import Iterator

from game.lint.references import reference_findings
from game.located.compose import Loader, compose
from game.located.findings import Finding
from game.located.node import Block, Node, Scalar
from game.located.piece import read_text
from game.scenario.reader import read_scenario_text
from tests.located.loaders import both_loaders
from tests.scenario.mutants import spoilt
from tests.scenario.sample import CRISIS, Crisis, names_in
from tests.scenario.small import SMALL_TEXT

IDS = {
    "sides", "slots", "tracks", "cards", "lines", "redlines", "goals", "answers", "branches",
    "ladders", "packages", "calendar", "upkeep", "endings", "personas", "places",
}  # fmt: skip
"""Blocks whose keys an author makes up: a new id is no mistake."""

Slip = tuple[Scalar, str]


def slips(root: Node) -> Iterator[Slip]:
    """Yield each key with a misspelling and each value with one of a wrong kind."""
    waiting: list[tuple[Node, bool]] = [(root, False)]
    while waiting:
        node, made_up = waiting.pop()
        if isinstance(node, Scalar):
            yield node, "[zz]"
        elif isinstance(node, Block):
            for name, (key, held) in node.entries.items():
                if not made_up:
                    yield key, f"{name[:2]}zz{name[2:]}"
                waiting.append((held, name in IDS))
        else:
            waiting += [(held, False) for held in node.nodes]


def findings(source: str, loader: Loader) -> tuple[Finding, ...]:
    crisis, found = read_text(source, Crisis, "", loader)
    root = compose(source, loader=loader).root
    return found if crisis is None or root is None else reference_findings(crisis, names_in(crisis), root)


@both_loaders
def test_every_slip_is_told_at_its_place(loader: Loader) -> None:
    root = compose(CRISIS, loader=loader).root
    assert root is not None
    tried = list(slips(root))

    missed = [
        (slip[0].text, slip[0].line + 1)
        for slip in tried
        if (slip[0].line, slip[0].column)
        not in {(each.line, each.column) for each in findings(spoilt(CRISIS, *slip), loader)}
    ]

    assert len(tried) > 95
    assert len(missed) <= 0.005 * len(tried), missed


def test_every_fifth_slip_in_a_whole_scenario_is_told_at_its_place_and_nowhere_else() -> None:
    root = compose(SMALL_TEXT).root
    assert root is not None
    tried = list(slips(root))[::5]

    told = [read_scenario_text(spoilt(SMALL_TEXT, *slip))[1] for slip in tried]

    assert len(tried) > 100
    assert [[(each.line, each.column) for each in findings] for findings in told] == [
        [(scalar.line, scalar.column)] for scalar, _ in tried
    ]


@both_loaders
def test_a_slip_is_told_once(loader: Loader) -> None:
    root = compose(CRISIS, loader=loader).root
    assert root is not None
    counts = [len(findings(spoilt(CRISIS, *slip), loader)) for slip in slips(root)]

    assert sum(count == 1 for count in counts) >= 0.95 * len(counts)
