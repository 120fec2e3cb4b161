"""Amounts: moves larger than any scale, and where in a scenario moves stand."""

from collections.abc import Iterator, Mapping

from game.conditions.bounds import FARTHEST, MOST_MEASURED
from game.conditions.condition import Expression
from game.conditions.ranges import interval
from game.lint.conditions import Loc
from game.lint.notice import Notice, stopper
from game.model.bargain import Bargain
from game.model.effect import Answer, Branch
from game.model.scenario import Scenario


def large_moves(scenario: Scenario) -> Iterator[Notice]:
    """Yield a notice for each move that no scale has room for, and each gain that is none."""
    for loc, moves in _moves(scenario):
        for track, amount in moves.items():
            number = amount if isinstance(amount, int) else amount.constant
            if number is not None and abs(number) > FARTHEST:
                message = f"{track} cannot move by {number}: no move is larger than {FARTHEST}"
                yield stopper("R305", (*loc, track), message, on_key=False)
    for name, card in scenario.cards.items():
        for track, gain in card.gains.items():
            if gain < 1:
                message = f"a gain is 1 or more, and wears off by one; this is {gain}"
                yield stopper("R305", ("cards", name, "gains", track), message, on_key=False)


def large_means(scenario: Scenario) -> Iterator[Notice]:
    """Yield a notice for each mean of a claim that can grow past what sums of squares have room for (§15)."""
    ranges = {name: track.range for name, track in scenario.tracks.items()}
    for claim, noun in scenario.claims.items():
        further = ((("claims", claim, "also", at), test) for at, test in enumerate(noun.also))
        for loc, test in ((("claims", claim), noun), *further):
            mean = test.measure.mean if test.measure else None
            most = max(map(abs, interval(mean.tree, ranges))) if mean else 0
            if most > MOST_MEASURED:
                message = f"there is room for means up to {MOST_MEASURED:,}, and this can come to {most:,}"
                yield stopper("R307", (*loc, "measure", "mean"), message, on_key=False)


def _moves(scenario: Scenario) -> Iterator[tuple[Loc, Mapping[str, Expression | int]]]:
    """Yield every block of moves, with its place."""
    blocks = ("effects", "price", "gains", "answered", "backed_down")
    for place in ("cards", "redlines", "calendar"):
        for name, piece in getattr(scenario, place).items():
            yield from (((place, name, block), getattr(piece, block, {})) for block in blocks)
            for number, rider in enumerate(piece.riders):
                yield (place, name, "riders", number, "effects"), rider.effects
    for place in ("upkeep", "injects"):
        for name, piece in getattr(scenario, place).items():
            yield (place, name, "effects"), piece.effects
    for loc, branches in branching(scenario):
        yield from (((*loc, "branches", name, "effects"), way.effects) for name, way in branches.items())
    yield from (((*loc, "effects"), answer.effects) for loc, answer in answers(scenario))
    yield from _found_out(scenario)
    if scenario.bargain:
        yield from _bargained(scenario.bargain)


def _found_out(scenario: Scenario) -> Iterator[tuple[Loc, Mapping[str, Expression]]]:
    """Yield what moves when the author of a deniable act is found out, a side or a third party."""
    for name, card in scenario.cards.items():
        loc, case = ("cards", name, "attribution"), card.attribution
        if case:
            yield (*loc, "effects"), case.effects
        if case and case.outsider:
            yield (*loc, "outsider", "effects"), case.outsider.effects


def _bargained(bargain: Bargain) -> Iterator[tuple[Loc, Mapping[str, Expression]]]:
    yield from ((("bargain", block), getattr(bargain, block)) for block in ("signed", "breach", "stalled"))
    for side, home in bargain.homes.items():
        for key in ("price", "failed", "pleased"):
            yield ("bargain", "homes", side, key), getattr(home, key)
    for name, ladder in bargain.ladders.items():
        loc = ("bargain", "ladders", name)
        yield (*loc, "undone"), ladder.undone
        yield from (((*loc, "steps", at, "effects"), step.effects) for at, step in enumerate(ladder.steps))


def branching(scenario: Scenario) -> Iterator[tuple[Loc, Mapping[str, Branch]]]:
    """Yield the branches of every event and answer, with their place."""
    for name, event in scenario.calendar.items():
        yield ("calendar", name), event.branches
    yield from ((loc, answer.branches) for loc, answer in answers(scenario))


def answers(scenario: Scenario) -> Iterator[tuple[Loc, Answer]]:
    """Yield every answer of the world, with its place."""
    for name, line in scenario.redlines.items():
        yield from ((("redlines", name, "answers", each), answer) for each, answer in line.answers.items())
