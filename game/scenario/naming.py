"""Naming: every name in a scenario that stands for nothing, the slips that others follow from first."""

from collections.abc import Iterable, Sequence
from itertools import chain

from game.model.scenario import Scenario
from game.model.syntax import Node as Tree
from game.model.syntax import names, questions
from game.scenario.conditions import (
    Unknown,
    condition_findings,
    expressions,
    resolved,
    unknown_names,
    unknown_ways,
)
from game.scenario.findings import Finding
from game.scenario.mended import given_names
from game.scenario.misnamed import misnamed, misnamed_finding
from game.scenario.names import Names, names_of
from game.scenario.node import Node
from game.scenario.references import reference_findings, references, unknown_references


def name_findings(
    scenario: Scenario, root: Node, lines: Sequence[str], file: str, *, whole: bool
) -> tuple[Finding, ...]:
    """Return a finding for each name that stands for nothing.

    A *scenario* that is not *whole* lacks pieces of its file, whose names are known all the same.
    """
    known = _known(scenario, root, whole)
    inside = [*unknown_names(scenario, known), *unknown_ways(scenario)]
    missing = [*(each.name for each in unknown_references(scenario, known)), *map(_full, inside)]
    if not missing:
        return ()
    slips = list(misnamed(missing, speaks_of(scenario), root))
    told = {slip.meant for slip in slips}
    left = [each for each in inside if _full(each) not in told]
    return (
        *(misnamed_finding(slip, file) for slip in slips),
        *reference_findings(scenario, known, root, file, told),
        *condition_findings(left, root, lines, file),
    )


def _known(scenario: Scenario, root: Node, whole: bool) -> Names:
    """Return what may be named; beside what is left of a scenario, what was cut out of it counts as well."""
    known = names_of(scenario)
    if whole:
        return known
    given = given_names(root)
    given |= {"deniable card": given["card"], "principal": given["side"]}
    all_known = {kind: (*names, *given.get(kind, ())) for kind, names in known.items()}
    return {kind: names or ANYTHING for kind, names in all_known.items()}


class _Anything(tuple[str, ...]):
    """Stands for the names of a block that is not where it should be: any may be among them."""

    __slots__ = ()

    def __contains__(self, name: object) -> bool:
        return True


ANYTHING = _Anything()


def _full(unknown: Unknown) -> str:
    return unknown.full or unknown.name.name


def speaks_of(scenario: Scenario) -> set[str]:
    """Return every name that anything speaks of."""
    asked = ((usage.side, usage.expression.tree) for usage in expressions(scenario))
    spoken = (each.name for each in references(scenario) if each.loc[:-2] not in GIVEN)
    return set(spoken).union(*(_read(side, tree) for side, tree in asked))


GIVEN = (("sides",), ("bargain", "ladders"))
"""Blocks whose keys are marked as names of nouns, and give those names."""


def _read(side: str | None, tree: Tree) -> Iterable[str]:
    arguments = chain.from_iterable(question.args for question in questions(tree))
    return {resolved(name.name, side) for name in chain(names(tree), arguments)}
