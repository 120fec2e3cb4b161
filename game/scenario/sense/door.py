"""The door of sense: everything that a scenario without errors still cannot mean."""

from collections.abc import Iterator

from game.model.scenario import Scenario
from game.scenario.findings import Finding, Grade
from game.scenario.node import Node
from game.scenario.sense.chances import odd_chances
from game.scenario.sense.dead import Dead
from game.scenario.sense.notice import Notice, placed
from game.scenario.sense.reach import reach
from game.scenario.sense.record import unsupported
from game.scenario.sense.settled import settled_conditions
from game.scenario.sense.sight import unseen
from game.scenario.sense.tracks import idle_tracks
from game.scenario.sense.usage import usage_of


def sense_findings(scenario: Scenario, root: Node, file: str = "") -> tuple[Finding, ...]:
    """Return what makes no sense in a scenario whose names are all known."""
    return tuple(placed(_notices(scenario), root, file))


def _notices(scenario: Scenario) -> Iterator[Notice]:
    usage = usage_of(scenario)
    reached = reach(scenario, usage)
    yield from _last_ending(scenario)
    yield from unseen(scenario)
    yield from odd_chances(reached.known)
    yield from Dead(reached).notices()
    yield from settled_conditions(reached)
    yield from idle_tracks(scenario, usage)
    yield from unsupported(scenario)


def _last_ending(scenario: Scenario) -> Iterator[Notice]:
    """Yield a notice if a game may run out without any ending (§11.3)."""
    if not any(ending.when is None and not ending.at_once for ending in scenario.endings.values()):
        message = "the last ending needs to hold whatever happened: leave out its 'when' and its 'at_once'"
        yield Notice("D406", ("endings",), message, grade=Grade.ERROR, on_key=True)
