"""Naming: every name in a scenario that stands for nothing, the slips that others follow from first."""

import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from game.conditions.syntax import Node as Tree
from game.conditions.syntax import names, questions
from game.lint.conditions import (
    SELF,
    Unknown,
    condition_findings,
    expressions,
    resolved,
    unknown_names,
    unknown_ways,
)
from game.lint.misnamed import misnamed, misnamed_finding
from game.lint.names import Names, names_of
from game.lint.references import reference_findings, references, unknown_references
from game.located.findings import MOST, Finding
from game.located.gap import Gap, may_hold
from game.located.node import Node
from game.located.partial import BLOCKS, given_names, given_ways
from game.model.scenario import Scenario


class Remains(NamedTuple):
    """What is left of a scenario without its slips."""

    scenario: Scenario
    root: Node
    """All that its file says, slips included."""

    whole: bool
    """Whether nothing is missing."""

    gaps: Sequence[Gap] = ()
    """What cannot be read in the file."""

    own_to: int = sys.maxsize
    """The number of the first line of what a variant extends; its pieces are not misnamed."""


def name_findings(left: Remains, lines: Sequence[str], file: str) -> tuple[Finding, ...]:
    """Return a finding for each name that stands for nothing."""
    scenario, root, known = left.scenario, left.root, _known(left)
    inside = [*unknown_names(scenario, known), *unknown_ways(scenario)]
    asked = [(each.name, each.kinds) for each in unknown_references(scenario, known)]
    asked += [(_full(each), each.kinds) for each in inside]
    missing = [name for name, _ in asked]
    if not missing:
        return ()
    slips = [] if left.gaps else list(misnamed(asked, speaks_of(scenario), root, left.own_to))
    told = {slip.meant for slip in slips} | _lost(missing, left.gaps)
    told |= set() if left.whole else given_ways(root)
    unknown = [each for each in inside if _full(each) not in told]
    return (
        *(misnamed_finding(slip, file) for slip in slips),
        *reference_findings(scenario, known, root, file, told),
        *condition_findings(unknown, root, lines, file),
    )


def _lost(missing: Sequence[str], gaps: Sequence[Gap]) -> set[str]:
    """Return the names that may be given in what cannot be read, or whose side may be; of very many, all."""
    names = list(dict.fromkeys(missing)) if gaps else []
    unsure = {name for name in names[:MOST] if any(gap.may_name(name) for gap in gaps)}
    return unsure | {name for name in names if name.startswith(SELF)} | set(names[MOST:])


def _known(left: Remains) -> Names:
    """Return what may be named; beside what is left of a scenario, what was cut out of it counts as well."""
    known = names_of(left.scenario)
    if left.whole and not left.gaps:
        return known
    given = given_names(left.root)
    given |= {"deniable card": given["card"], "principal": given["side"]}
    all_known = {kind: (*names, *given.get(kind, ())) for kind, names in known.items()}
    return {
        kind: ANYTHING if _is_lost(kind, left.gaps) else names or ANYTHING
        for kind, names in all_known.items()
    }


def _is_lost(kind: str, gaps: Sequence[Gap]) -> bool:
    """Say whether the block that names a kind of noun may stand in what cannot be read."""
    path = {**BLOCKS, "deniable card": ("cards",), "principal": ("sides",)}.get(kind, ())
    return any(may_hold(gaps, *path[:length]) for length in range(1, len(path) + 1))


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
