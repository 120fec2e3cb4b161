"""Fit: pieces that are right by themselves and cannot be played together."""

import re
from collections.abc import Iterable, Iterator

from game.conditions.bounds import MOST_POINTS, MOST_SIDES, MOST_SLOTS
from game.conditions.syntax import FOLDS, MONTH, QUESTIONS
from game.conditions.tokens import WORDS
from game.lint.amounts import answers, branching, large_means, large_moves
from game.lint.bargain_fit import table_misfits
from game.lint.conditions import Loc
from game.lint.notice import Notice, stopper
from game.located.suggest import did_you_mean
from game.model.scenario import Scenario
from game.model.track import Track

HOLD = "hold"
NAME = re.compile(r"[^\W\d]\w*")
TAKEN = frozenset({HOLD, MONTH, "self", "first", *WORDS, *FOLDS, *QUESTIONS})
MOST = {
    "sides": MOST_SIDES,
    "slots": MOST_SLOTS,
    "cards": 250,
    "calendar": 250,
    "injects": 100,
    "redlines": 250,
    "endings": 100,
}
MOST_OF_ONE = 100
"""There is room for so many goals of a side, and for so many branches of an event or answer."""

LONGEST_LAG = 8
"""Months of waiting that are kept apart: at once, and one to seven months later (§6.3)."""


def misfits(scenario: Scenario) -> Iterator[Notice]:
    """Yield a notice for each piece that would stop a game."""
    yield from _sizes(scenario)
    yield from _ids(scenario)
    yield from _scales(scenario)
    yield from large_moves(scenario)
    yield from large_means(scenario)
    yield from _forks(scenario)
    if scenario.bargain:
        yield from table_misfits(scenario, scenario.bargain)
    if not any(ending.when is None and not ending.at_once for ending in scenario.endings.values()):
        message = "the last ending needs to hold whatever happened: leave out its 'when' and its 'at_once'"
        yield stopper("D406", ("endings",), message)


def _sizes(scenario: Scenario) -> Iterator[Notice]:
    for block, most in MOST.items():
        count = len(getattr(scenario, block))
        if count > most:
            yield stopper("R307", (block,), f"there is room for {most} {block}, and these are {count}")
        elif not count and block in ("sides", "slots"):
            yield stopper("R307", (block,), f"a game needs {block}, and there are none")
    for name, side in scenario.sides.items():
        yield from _room(("sides", name, "goals"), "goals", len(side.goals))
        points = sum(goal.points for goal in side.goals.values())
        if points > MOST_POINTS:
            message = f"there is room for {MOST_POINTS:,} points, and the goals of this side make {points:,}"
            yield stopper("R307", ("sides", name, "goals"), message)
    for loc, branches in branching(scenario):
        yield from _room((*loc, "branches"), "branches", len(branches))


def _room(loc: Loc, what: str, count: int) -> Iterator[Notice]:
    if count > MOST_OF_ONE:
        yield stopper("R307", loc, f"there is room for {MOST_OF_ONE} {what}, and these are {count}")


def _ids(scenario: Scenario) -> Iterator[Notice]:
    for block in ("sides", "slots", "cards", "redlines", "calendar", "injects"):
        for name in getattr(scenario, block):
            if not NAME.fullmatch(name) or name in TAKEN:
                yield _bad_name((block, name), name)
    for name in scenario.tracks:
        owner, dot, own = name.rpartition(".")
        if not NAME.fullmatch(own) or own in TAKEN or (dot and not NAME.fullmatch(owner)):
            yield _bad_name(("tracks", name), name)
        elif dot and owner not in scenario.sides:
            hint = did_you_mean(owner, scenario.sides)
            yield stopper(
                "R301", ("tracks", name), f"there is no side '{owner}' that this track could belong to", hint
            )


def _bad_name(loc: Loc, name: str) -> Notice:
    if name in TAKEN:
        return stopper("R306", loc, f"'{name}' has a meaning of its own and cannot be a name")
    return stopper("R306", loc, f"'{name}' cannot be a name", "use letters, digits and _, a letter first")


def _scales(scenario: Scenario) -> Iterator[Notice]:
    for name, track in scenario.tracks.items():
        steps = track.range[1] - track.range[0] + 1
        if track.levels and len(track.levels) != steps:
            message = f"this scale has {steps} readings, and {len(track.levels)} names for them"
            yield stopper("R308", ("tracks", name, "levels"), message)
        yield from _bands(("tracks", name, "bands"), track)
    yield from _limits(scenario)
    yield from _starts(scenario)


def _limits(scenario: Scenario) -> Iterator[Notice]:
    for name, line in scenario.redlines.items():
        if line.limit is None:
            continue
        low, high = scenario.tracks[line.limit.track].range
        for at, limit in enumerate(line.limit.above):
            if not low <= limit <= high:
                message = f"a limit lies on the scale of its track, from {low} to {high}"
                yield stopper("R308", ("redlines", name, "limit", "above", at), message, on_key=False)


def _starts(scenario: Scenario) -> Iterator[Notice]:
    for claim, noun in scenario.claims.items():
        for part, world in (("given", noun.given), ("against", noun.against)):
            for track_id, start in world.starts.items() if world else ():
                low, high = scenario.tracks[track_id].range
                if not low <= start <= high:
                    message = f"{track_id} cannot start at {start}: its range is {low} to {high}"
                    yield stopper("R308", ("claims", claim, part, "starts", track_id), message, on_key=False)


def _bands(loc: Loc, track: Track) -> Iterator[Notice]:
    for name, (first, last) in track.bands.items():
        if not track.range[0] <= first <= last <= track.range[1]:
            message = f"a band lies within {track.range[0]} and {track.range[1]}, its lower end first"
            yield stopper("R308", (*loc, name), message, on_key=False)


def _forks(scenario: Scenario) -> Iterator[Notice]:
    for loc, branches in branching(scenario):
        rests = [name for name, branch in branches.items() if branch.chance is None]
        for name in rests[1:]:
            message = f"only one branch may be without a chance, and '{rests[0]}' is one already"
            yield stopper("D419", (*loc, "branches", name), message, "give it a chance")
    for loc, answer in answers(scenario):
        yield from _lag((*loc, "lag"), answer.lag)
    for name, line in scenario.redlines.items():
        if line.limit is not None and not line.limit.above:
            yield stopper("S111", ("redlines", name, "limit", "above"), "'above' is empty")


def _lag(loc: Loc, lag: Iterable[int]) -> Iterator[Notice]:
    parts = tuple(lag)
    if sum(parts) != 100 or min(parts) < 0:
        yield stopper(
            "D414", loc, f"the parts of a lag add up to 100, and these add up to {sum(parts)}", on_key=False
        )
    elif len(parts) > LONGEST_LAG:
        message = (
            f"an answer comes at most {LONGEST_LAG - 1} months later, and this lag has {len(parts)} parts"
        )
        yield stopper("D414", loc, message, on_key=False)
