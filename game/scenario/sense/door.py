"""The door of sense: everything that a scenario without errors still cannot mean."""

from collections.abc import Iterator
from itertools import chain

from game.model.scenario import Scenario
from game.scenario.findings import Finding, Grade
from game.scenario.node import Node
from game.scenario.sense.chances import odd_chances
from game.scenario.sense.dead import Dead
from game.scenario.sense.fit import misfits
from game.scenario.sense.labels import long_labels
from game.scenario.sense.notice import Notice, placed
from game.scenario.sense.reach import reach
from game.scenario.sense.record import unsupported
from game.scenario.sense.secrecy import telltales
from game.scenario.sense.settled import settled_conditions
from game.scenario.sense.sight import unseen
from game.scenario.sense.tracks import idle_tracks
from game.scenario.sense.usage import usage_of
from game.scenario.sense.worth import blind_acceptance, doubtful_points, tests_out_of_time


def sense_findings(
    scenario: Scenario, root: Node, file: str = "", *, thorough: bool = True
) -> tuple[Finding, ...]:
    """Return what makes no sense in a scenario whose names are all known.

    What would stop a game is always told, what only makes no sense where a *thorough* look is asked for
    and nothing stops the game.
    """
    stops = (*misfits(scenario), *unseen(scenario))
    wrong = any(each.grade is Grade.ERROR for each in stops)
    more = _doubts(scenario) if thorough and not wrong else ()
    return tuple(placed(chain(stops, more), root, file))


def _doubts(scenario: Scenario) -> Iterator[Notice]:
    """Yield what only a look at all possible games can tell."""
    usage = usage_of(scenario)
    reached = reach(scenario, usage)
    yield from odd_chances(reached.known)
    yield from Dead(reached).notices()
    yield from settled_conditions(reached)
    yield from idle_tracks(scenario, usage)
    yield from telltales(scenario)
    yield from unsupported(scenario)
    yield from doubtful_points(scenario)
    yield from blind_acceptance(scenario)
    yield from tests_out_of_time(scenario)
    yield from long_labels(scenario)
