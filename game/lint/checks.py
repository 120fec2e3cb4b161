"""The door of sense: everything that a scenario without errors still cannot mean."""

from collections.abc import Iterator
from itertools import chain

from game.lint.chances import odd_chances
from game.lint.consistency import misfits
from game.lint.constant import settled_conditions
from game.lint.evidence import unsupported
from game.lint.labels import long_labels
from game.lint.notice import Notice, placed
from game.lint.reach import reach
from game.lint.secrecy import telltales
from game.lint.unreachable import Dead
from game.lint.unseen import unseen
from game.lint.usage import idle_tracks, usage_of
from game.lint.worth import blind_acceptance, doubtful_points, long_plans, tests_out_of_time
from game.located.findings import Finding, Grade
from game.located.node import Node
from game.model.scenario import Scenario


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
    yield from long_plans(scenario)
    yield from unsupported(scenario)
    yield from doubtful_points(scenario)
    yield from blind_acceptance(scenario)
    yield from tests_out_of_time(scenario)
    yield from long_labels(scenario)
