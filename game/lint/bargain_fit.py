"""The bargaining table: principals, ladders and packages that fit together (§8)."""

from collections.abc import Iterator

from game.conditions.bounds import FARTHEST
from game.conditions.ranges import interval
from game.lint.conditions import Loc
from game.lint.notice import Notice, stopper
from game.located.suggest import did_you_mean
from game.model.bargain import Bargain, Home
from game.model.scenario import Scenario
from game.model.seen import readers
from game.model.track import Show, Track

MOST_TERMS = 30_000
"""There is room for so many terms (§8.2)."""


def table_misfits(scenario: Scenario, bargain: Bargain) -> Iterator[Notice]:
    """Yield a notice for each principal, ladder and package with which nobody could bargain."""
    one, other = bargain.principals
    if one == other:
        yield stopper("R304", ("bargain", "principals", 1), "the two principals are one side", on_key=False)
    for side in dict.fromkeys(bargain.principals):
        if side not in bargain.homes:
            yield stopper("R304", ("bargain", "homes"), f"the principal '{side}' has no home here")
    yield from _homes(scenario, bargain)
    if not bargain.ladders:
        yield stopper(
            "R304", ("bargain", "ladders"), "there is nothing to climb here, so nothing to agree on"
        )
    terms = 3
    for ladder in bargain.ladders.values():
        terms *= len(ladder.steps) + 1
    if terms > MOST_TERMS:
        message = f"there is room for {MOST_TERMS:,} terms, and these ladders make {terms:,}"
        yield stopper("R307", ("bargain", "ladders"), message)
    yield from _ladders(scenario, bargain)
    yield from _packages(bargain)


def _homes(scenario: Scenario, bargain: Bargain) -> Iterator[Notice]:
    """Yield each reading of a home that the principal itself cannot see."""
    for side, home in bargain.homes.items():
        for key, track in (("stance", home.stance), ("room", home.room)):
            if track is not None and side not in readers(track, scenario.tracks[track], scenario):
                message = f"{side} bargains by {track}, and cannot see it"
                yield stopper("R304", ("bargain", "homes", side, key), message, on_key=False)
        yield from _asked(("bargain", "homes", side, "asks"), bargain, home, scenario.tracks[home.stance])


def _asked(loc: Loc, bargain: Bargain, home: Home, stance: Track) -> Iterator[Notice]:
    """Yield a notice for terms that can ask for more than any home could be short of (§8.4)."""
    most = interval(home.asks.tree, bargain.spans)[1]
    short = most - stance.range[0]
    if short > FARTHEST:
        message = f"terms can ask for {most:,} of {home.stance}, up to {short:,} more than it has"
        yield stopper("R307", loc, f"{message}, and there is room for {FARTHEST}", on_key=False)


def _ladders(scenario: Scenario, bargain: Bargain) -> Iterator[Notice]:
    """Yield what keeps a ladder from being climbed and seen (§8.1)."""
    owners = {ladder.side for ladder in bargain.ladders.values()}
    for side in dict.fromkeys(bargain.principals):
        if side not in owners:
            yield stopper("R304", ("bargain", "ladders"), f"the principal '{side}' has no ladder here")
    for name, ladder in bargain.ladders.items():
        track, top, loc = (
            scenario.tracks[ladder.track],
            len(ladder.steps),
            ("bargain", "ladders", name, "track"),
        )
        if track.range != (0, top):
            message = f"{ladder.track} counts the steps of this ladder, so its range is 0 to {top}"
            yield stopper("R304", loc, message, on_key=False)
        elif track.show is not Show.ALL:
            message = (
                f"{ladder.track} counts steps that are carried out for all to see, so everybody must see it"
            )
            yield stopper("R304", loc, message, on_key=False)


def _packages(bargain: Bargain) -> Iterator[Notice]:
    for name, package in bargain.packages.items():
        loc = ("bargain", "packages", name)
        for ladder, level in package.levels.items():
            top = len(bargain.ladders[ladder].steps)
            if not 0 <= level <= top:
                message = f"the ladder '{ladder}' has {top} steps, and this asks for {level}"
                yield stopper("R304", (*loc, "levels", ladder), message, on_key=False)
        if package.first not in (None, *bargain.principals):
            hint = did_you_mean(str(package.first), bargain.principals)
            yield stopper("R304", (*loc, "first"), "only a principal can move first", hint, on_key=False)
