"""Every key and every value of every shipped scenario, spoilt one at a time, is told at its place.

The figures this guards: at least 99.5 % are told at the exact line and column, none brings the reader down,
and unknown names get the right suggestion at least 90 % of the time.
"""

import pytest

from game.located.compose import compose
from game.located.findings import Finding
from game.model.scenario import Scenario
from game.scenario.inheritance import trace
from game.scenario.reader import read_scenario, read_scenario_text
from game.scenario.shelf import shipped
from tests.scenario.mutants import Mutant, mutants, spoken

SAMPLE = 16
"""How many mutants of each scenario a usual run tries, evenly spread."""


def told(mutant: Mutant, findings: tuple[Finding, ...]) -> bool:
    """Say whether a mutant is told where it stands; one that leaves a gap, by what names what is missing."""
    errors = [each for each in findings if each.grade != "note"]
    if not errors:
        return False
    if not mutant.places:
        gone = [f"'{name}'" for name in mutant.path[-2:]]
        return all(any(name in each.message for name in gone) for each in errors)
    here = any((each.line, each.column) in mutant.places for each in errors)
    name = str(mutant.path[-1])
    return here or (
        mutant.kind == "renamed" and not mutant.meant and all(f"'{name}'" in each.message for each in errors)
    )


def _is_slip(mutant: Mutant, scenario: Scenario) -> bool:
    """Say whether a mutant is a slip: what a variant leaves out it takes from its parent."""
    return mutant.kind != "removed" or scenario.extends is None


@pytest.mark.parametrize("name", shipped())
def test_every_slip_in_a_shipped_scenario_is_told_at_its_place(name: str, whole: bool) -> None:
    reading = read_scenario(name)
    assert reading.scenario is not None
    assert reading.path is not None
    own = compose(reading.source).root
    merged = trace(reading.source, str(reading.path), reading.path).root
    assert own is not None
    assert merged is not None
    used = spoken(reading.scenario)
    found = [each for each in mutants(reading.source, own, merged, used) if _is_slip(each, reading.scenario)]
    tried = found if whole else found[:: len(found) // SAMPLE + 1]

    missed, unadvised, named = [], [], 0
    for mutant in tried:
        _, findings = read_scenario_text(mutant.source, str(reading.path), path=reading.path)
        if not told(mutant, findings):
            missed.append((mutant.kind, mutant.path, sorted(mutant.places)))
        if mutant.meant:
            named += 1
            if not any(f"did you mean '{mutant.meant}'" in each.hint for each in findings):
                unadvised.append((mutant.kind, mutant.path))

    assert len(missed) <= 0.005 * len(tried), missed
    assert len(unadvised) <= 0.1 * named, unadvised
