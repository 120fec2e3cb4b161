"""Fit: pieces that are right by themselves and cannot be played together."""

import re
from collections.abc import Iterable, Iterator, Mapping

from game.model.bargain import Bargain
from game.model.condition import Expression
from game.model.effect import Answer, Branch
from game.model.scenario import Scenario
from game.model.syntax import FOLDS, MONTH, QUESTIONS
from game.model.tokens import WORDS
from game.model.track import Track
from game.scenario.conditions import Loc
from game.scenario.findings import Grade
from game.scenario.sense.notice import Notice
from game.scenario.suggest import did_you_mean

HOLD = "hold"
NAME = re.compile(r"[^\W\d]\w*")
TAKEN = frozenset({HOLD, MONTH, "self", "first", *WORDS, *FOLDS, *QUESTIONS})
LARGEST = 100
"""No move is larger: a scale runs from -100 to 100 at most."""

MOST = {"sides": 8, "slots": 8, "cards": 250, "calendar": 250, "redlines": 250, "endings": 100}
MOST_TERMS = 30_000
LONGEST_LAG = 8
"""Months of waiting that are kept apart: at once, and one to seven months later (§6.3)."""


def misfits(scenario: Scenario) -> Iterator[Notice]:
    """Yield a notice for each piece that would stop a game."""
    yield from _sizes(scenario)
    yield from _ids(scenario)
    yield from _scales(scenario)
    yield from _amounts(scenario)
    yield from _forks(scenario)
    if scenario.bargain:
        yield from _table(scenario.bargain)
    if not any(ending.when is None and not ending.at_once for ending in scenario.endings.values()):
        message = "the last ending needs to hold whatever happened: leave out its 'when' and its 'at_once'"
        yield _error("D406", ("endings",), message)


def _error(code: str, loc: Loc, message: str, hint: str = "", *, on_key: bool = True) -> Notice:
    return Notice(code, loc, message, hint, Grade.ERROR, on_key)


def _sizes(scenario: Scenario) -> Iterator[Notice]:
    for block, most in MOST.items():
        count = len(getattr(scenario, block))
        if count > most:
            yield _error("R307", (block,), f"there is room for {most} {block}, and these are {count}")
        elif not count and block in ("sides", "slots"):
            yield _error("R307", (block,), f"a game needs {block}, and there are none")


def _ids(scenario: Scenario) -> Iterator[Notice]:
    for block in ("sides", "slots", "cards", "redlines", "calendar"):
        for name in getattr(scenario, block):
            if not NAME.fullmatch(name) or name in TAKEN:
                yield _bad_name((block, name), name)
    for name in scenario.tracks:
        owner, dot, own = name.rpartition(".")
        if not NAME.fullmatch(own) or own in TAKEN or (dot and not NAME.fullmatch(owner)):
            yield _bad_name(("tracks", name), name)
        elif dot and owner not in scenario.sides:
            hint = did_you_mean(owner, scenario.sides)
            yield _error(
                "R301", ("tracks", name), f"there is no side '{owner}' that this track could belong to", hint
            )


def _bad_name(loc: Loc, name: str) -> Notice:
    if name in TAKEN:
        return _error("R306", loc, f"'{name}' has a meaning of its own and cannot be a name")
    return _error("R306", loc, f"'{name}' cannot be a name", "use letters, digits and _, a letter first")


def _scales(scenario: Scenario) -> Iterator[Notice]:
    for name, track in scenario.tracks.items():
        steps = track.range[1] - track.range[0] + 1
        if track.levels and len(track.levels) != steps:
            message = f"this scale has {steps} readings, and {len(track.levels)} names for them"
            yield _error("R308", ("tracks", name, "levels"), message)
        yield from _bands(("tracks", name, "bands"), track)
    for claim, noun in scenario.claims.items():
        for part, world in (("given", noun.given), ("against", noun.against)):
            for track_id, start in world.starts.items() if world else ():
                low, high = scenario.tracks[track_id].range
                if not low <= start <= high:
                    message = f"{track_id} cannot start at {start}: its range is {low} to {high}"
                    yield _error("R308", ("claims", claim, part, "starts", track_id), message, on_key=False)


def _bands(loc: Loc, track: Track) -> Iterator[Notice]:
    for name, (first, last) in track.bands.items():
        if not track.range[0] <= first <= last <= track.range[1]:
            message = f"a band lies within {track.range[0]} and {track.range[1]}, its lower end first"
            yield _error("R308", (*loc, name), message, on_key=False)


def _amounts(scenario: Scenario) -> Iterator[Notice]:
    for loc, moves in _moves(scenario):
        for track, amount in moves.items():
            number = amount if isinstance(amount, int) else amount.constant
            if number is not None and abs(number) > LARGEST:
                message = f"{track} cannot move by {number}: no move is larger than {LARGEST}"
                yield _error("R305", (*loc, track), message, on_key=False)
    for name, card in scenario.cards.items():
        for track, gain in card.gains.items():
            if gain < 1:
                message = f"a gain is 1 or more, and wears off by one; this is {gain}"
                yield _error("R305", ("cards", name, "gains", track), message, on_key=False)


def _moves(scenario: Scenario) -> Iterator[tuple[Loc, Mapping[str, Expression | int]]]:
    """Yield every block of moves, with its place."""
    blocks = ("effects", "price", "gains", "answered", "backed_down")
    for place in ("cards", "redlines", "calendar"):
        for name, piece in getattr(scenario, place).items():
            yield from (((place, name, block), getattr(piece, block, {})) for block in blocks)
            for number, rider in enumerate(piece.riders):
                yield (place, name, "riders", number, "effects"), rider.effects
    yield from ((("upkeep", name, "effects"), rule.effects) for name, rule in scenario.upkeep.items())
    for loc, branches in _branching(scenario):
        yield from (((*loc, "branches", name, "effects"), way.effects) for name, way in branches.items())
    yield from (((*loc, "effects"), answer.effects) for loc, answer in _answers(scenario))
    for name, card in scenario.cards.items():
        if card.attribution:
            yield ("cards", name, "attribution", "effects"), card.attribution.effects
    if scenario.bargain:
        yield from _bargained(scenario.bargain)


def _bargained(bargain: Bargain) -> Iterator[tuple[Loc, Mapping[str, Expression]]]:
    yield from ((("bargain", block), getattr(bargain, block)) for block in ("signed", "breach", "stalled"))
    for side, home in bargain.homes.items():
        yield from ((("bargain", "homes", side, key), getattr(home, key)) for key in ("price", "failed"))
    for name, ladder in bargain.ladders.items():
        loc = ("bargain", "ladders", name)
        yield (*loc, "undone"), ladder.undone
        yield from (((*loc, "steps", at, "effects"), step.effects) for at, step in enumerate(ladder.steps))


def _branching(scenario: Scenario) -> Iterator[tuple[Loc, Mapping[str, Branch]]]:
    for name, event in scenario.calendar.items():
        yield ("calendar", name), event.branches
    yield from ((loc, answer.branches) for loc, answer in _answers(scenario))


def _answers(scenario: Scenario) -> Iterator[tuple[Loc, Answer]]:
    for name, line in scenario.redlines.items():
        yield from ((("redlines", name, "answers", each), answer) for each, answer in line.answers.items())


def _forks(scenario: Scenario) -> Iterator[Notice]:
    for loc, branches in _branching(scenario):
        rests = [name for name, branch in branches.items() if branch.chance is None]
        for name in rests[1:]:
            message = f"only one branch may be without a chance, and '{rests[0]}' is one already"
            yield _error("D419", (*loc, "branches", name), message, "give it a chance")
    for loc, answer in _answers(scenario):
        yield from _lag((*loc, "lag"), answer.lag)
    for name, line in scenario.redlines.items():
        if line.limit is not None and not line.limit.above:
            yield _error("S111", ("redlines", name, "limit", "above"), "'above' is empty")


def _lag(loc: Loc, lag: Iterable[int]) -> Iterator[Notice]:
    parts = tuple(lag)
    if sum(parts) != 100 or min(parts) < 0:
        yield _error(
            "D414", loc, f"the parts of a lag add up to 100, and these add up to {sum(parts)}", on_key=False
        )
    elif len(parts) > LONGEST_LAG:
        message = (
            f"an answer comes at most {LONGEST_LAG - 1} months later, and this lag has {len(parts)} parts"
        )
        yield _error("D414", loc, message, on_key=False)


def _table(bargain: Bargain) -> Iterator[Notice]:
    one, other = bargain.principals
    if one == other:
        yield _error("R304", ("bargain", "principals", 1), "the two principals are one side", on_key=False)
    for side in dict.fromkeys(bargain.principals):
        if side not in bargain.homes:
            yield _error("R304", ("bargain", "homes"), f"the principal '{side}' has no home here")
    terms = 3
    for ladder in bargain.ladders.values():
        terms *= len(ladder.steps) + 1
    if terms > MOST_TERMS:
        message = f"there is room for {MOST_TERMS:,} terms, and these ladders make {terms:,}"
        yield _error("R307", ("bargain", "ladders"), message)
    yield from _packages(bargain)


def _packages(bargain: Bargain) -> Iterator[Notice]:
    for name, package in bargain.packages.items():
        loc = ("bargain", "packages", name)
        for ladder, level in package.levels.items():
            top = len(bargain.ladders[ladder].steps)
            if not 0 <= level <= top:
                message = f"the ladder '{ladder}' has {top} steps, and this asks for {level}"
                yield _error("R304", (*loc, "levels", ladder), message, on_key=False)
        if package.first not in (None, *bargain.principals):
            hint = did_you_mean(str(package.first), bargain.principals)
            yield _error("R304", (*loc, "first"), "only a principal can move first", hint, on_key=False)
