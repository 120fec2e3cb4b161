"""Usage: which tracks rules move, and which anything reads."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from game.lint.conditions import expressions
from game.lint.notice import Notice
from game.lint.references import Reference, references
from game.located.findings import Grade
from game.located.locate import KEY
from game.model.scenario import Scenario

MOVES = frozenset(
    {
        "effects",
        "gains",
        "price",
        "undone",
        "failed",
        "pleased",
        "signed",
        "breach",
        "stalled",
        "answered",
        "backed_down",
    }
)
"""The blocks whose keys are tracks that move."""

READS = frozenset({"price", "cares", "stance", "room", "track"})
"""Where a track named is one that is read."""


@dataclass(frozen=True)
class Usage:
    """What a scenario does with its tracks."""

    moved: frozenset[str]
    """Tracks that a rule moves."""

    read: frozenset[str]
    """Tracks that a rule, a goal or a temperament reads."""

    switched: frozenset[str]
    """Tracks that a claim sets before the game."""


def usage_of(scenario: Scenario) -> Usage:
    """Return what a scenario does with its tracks."""
    named = [each for each in references(scenario) if each.kinds == ("track",)]
    asked = ((usage, name.name) for usage in expressions(scenario) for name in usage.expression.names)
    read = {f"{usage.side}.{name[5:]}" if name.startswith("self.") else name for usage, name in asked}
    ladders = scenario.bargain.ladders.values() if scenario.bargain else ()
    return Usage(
        moved=frozenset({*_in(named, MOVES), *(ladder.track for ladder in ladders)}),
        read=frozenset({*_in(named, READS), *(name for name in read if name in scenario.tracks)}),
        switched=frozenset(_in(named, {"starts"})),
    )


def _in(named: Iterable[Reference], blocks: Container[str]) -> set[str]:
    """Return the tracks that stand in one of *blocks*, as its keys or as its value."""
    return {each.name for each in named if _block(each) in blocks}


def _block(reference: Reference) -> str:
    """Return the key a name stands under: of a key of a block, the key of the block."""
    return str(reference.loc[-3] if reference.loc[-1] == KEY else reference.loc[-1])


def idle_tracks(scenario: Scenario, usage: Usage) -> Iterator[Notice]:
    """Yield a notice for each track that stands still or stands for nothing; a stance may stand still."""
    homes = scenario.bargain.homes.values() if scenario.bargain else ()
    needed = {home.stance for home in homes}
    for name, track in scenario.tracks.items():
        loc = ("tracks", name)
        if track.switch and name in usage.moved:
            message = "a switch is set before the game, and here a rule moves it"
            yield Notice("D427", loc, message, "take out 'switch', or what moves it", on_key=True)
        if not track.switch and name not in usage.moved | usage.switched | needed:
            message = f"nothing in the game moves this track; it stays at {track.start}"
            yield Notice("D402", loc, message, "let a card, an event or a rule move it", on_key=True)
        if name not in usage.read:
            message = "no rule, goal or temperament reads this track; it is on the board only to be looked at"
            yield Notice("D403", loc, message, grade=Grade.NOTE, on_key=True)
