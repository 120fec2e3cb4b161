"""The shipped scenarios, read once, and what the stories among them share."""

from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import BaseModel

from game.model.scenario import Scenario
from game.rules.rulebook import Rulebook, compile_rulebook
from game.scenario.reader import Reading, read_scenario
from game.scenario.shelf import shipped

SHIPPED = shipped()
"""Every scenario on the shelf."""

STORIES = tuple(name for name in SHIPPED if name != "first-steps")
"""Those told from the record, with a brief for every side and a page of sources."""

WHOLE_STORIES = tuple(name for name in STORIES if name != "deadlock-2020-class")
"""Those that stand alone; a variant takes its texts from its parent."""


@cache
def reading(name: str) -> Reading:
    """Return what was read of a shipped scenario."""
    return read_scenario(name)


def scenario(name: str) -> Scenario:
    """Return a shipped scenario."""
    found = reading(name).scenario
    assert found is not None, reading(name).report
    return found


@cache
def book(name: str) -> Rulebook:
    """Return the rulebook of a shipped scenario."""
    return compile_rulebook(scenario(name))


def pieces(held: object) -> Iterator[BaseModel]:
    """Yield every piece inside *held*, itself first."""
    if isinstance(held, BaseModel):
        yield held
        held = tuple(getattr(held, field) for field in type(held).model_fields)
    if isinstance(held, Mapping):
        held = tuple(held.values())
    if isinstance(held, tuple):
        for part in held:
            yield from pieces(part)
