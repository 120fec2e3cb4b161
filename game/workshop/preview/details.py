"""Details: everything one piece says, each condition and chance in plain English."""

from collections.abc import Iterator, Mapping

from game.conditions.condition import Expression
from game.match.dates import in_words
from game.model.card import Card
from game.model.effect import Branch
from game.model.ending import Ending
from game.model.event import Event, Upkeep
from game.model.goal import Goal
from game.model.redline import Redline
from game.model.scenario import Scenario
from game.model.speech import told_in
from game.model.track import Show, Track
from game.workshop.packet.roles import goal_told, limit_told
from game.workshop.phrases import card_lines, chance_told, effect_told, moves_told

SEEN = {Show.ALL: "everybody", Show.OWNER: "its owner alone", Show.NONE: "nobody"}

Told = Iterator[tuple[str, str]]
"""Words, each with its answer."""


def details_of(scenario: Scenario) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return what there is to say of every piece, by the id it has in the graph; empty answers left out."""
    return {name: tuple((word, said) for word, said in told if said) for name, told in _all(scenario)}


def _all(scenario: Scenario) -> Iterator[tuple[str, Told]]:
    for name, card in scenario.cards.items():
        yield (
            f"card:{name}",
            iter([("", card.text), *card_lines(scenario, card, None), *_outsider(scenario, card)]),
        )
    for name, event in scenario.calendar.items():
        yield f"event:{name}", _event(scenario, event)
    for name, rule in scenario.upkeep.items():
        yield f"upkeep:{name}", _upkeep(scenario, rule)
    for name, track in scenario.tracks.items():
        yield f"track:{name}", _track(track)
    for name, line in scenario.redlines.items():
        yield f"line:{name}", _line(scenario, line)
    for name, ending in scenario.endings.items():
        yield f"ending:{name}", _ending(scenario, ending)
    goals = ((side, name, goal) for side, noun in scenario.sides.items() for name, goal in noun.goals.items())
    yield from ((f"goal:{side}.{name}", _goal(scenario, goal)) for side, name, goal in goals)


def _outsider(scenario: Scenario, card: Card) -> Told:
    """Yield what a third party may do that looks just like a deniable act (§7.4)."""
    found = card.attribution.outsider if card.attribution else None
    if found is not None:
        yield "Or another", f"{found.title} ({found.chance} in 100 each month)"
        yield "Another if", _said(scenario, found.when)
        yield "Another moves", moves_told(scenario, found.effects)


def _ending(scenario: Scenario, ending: Ending) -> Told:
    yield "", ending.text
    yield "If", _said(scenario, ending.when) or "nothing else holds"
    yield "Chance", chance_told(scenario, ending.chance)
    yield "Stops", "the game at once" * ending.at_once


def _goal(scenario: Scenario, goal: Goal) -> Told:
    yield "Worth", f"{goal.points} points at most{', secret' * goal.secret}"
    yield "Measured", goal_told(scenario, goal)


def _event(scenario: Scenario, event: Event) -> Told:
    yield "", event.text
    yield "When", in_words(event.month)
    yield "If", _said(scenario, event.when)
    yield "Moves", moves_told(scenario, event.effects)
    for rider in event.riders:
        yield "Perhaps", effect_told(scenario, rider)
    for way in event.branches.values():
        yield "Or", _way(scenario, way)


def _upkeep(scenario: Scenario, rule: Upkeep) -> Told:
    yield "", rule.why
    yield "When", "at the end of every month"
    yield "If", _said(scenario, rule.when)
    yield "Chance", chance_told(scenario, rule.chance)
    yield "Moves", moves_told(scenario, rule.effects)


def _track(track: Track) -> Told:
    yield "", track.text
    yield "Starts", f"at {track.start}, on a scale from {track.range[0]} to {track.range[1]}"
    yield "Seen by", SEEN[track.show]
    yield "Bands", ", ".join(f"{name} {low} to {high}" for name, (low, high) in track.bands.items())
    yield "Named", ", ".join(f"{track.range[0] + n} {name}" for n, name in enumerate(track.levels))


def _line(scenario: Scenario, line: Redline) -> Told:
    drawn = scenario.sides[line.drawn_by].label if line.drawn_by else "the world"
    yield "", line.text
    yield "Drawn by", f"{drawn}, {'declared' if line.declared else 'in private'}"
    yield "Crossed by", limit_told(scenario, line)
    yield "At once", moves_told(scenario, line.effects)
    for rider in line.riders:
        yield "Perhaps", effect_told(scenario, rider)
    yield "Answered by", ", ".join(f"“{scenario.cards[card].title}”" for card in line.answered_by)
    yield "Answered", moves_told(scenario, line.answered)
    yield "Not answered", moves_told(scenario, line.backed_down)
    for answer in line.answers.values():
        odds = chance_told(scenario, answer.chance)
        when = f"if {_said(scenario, answer.when)}" if answer.when else ""
        parts = (answer.title, odds, when, _lag(answer.lag), moves_told(scenario, answer.effects))
        yield "The world", "; ".join(filter(None, parts))
        for way in answer.branches.values():
            yield "Or", _way(scenario, way)


def _lag(lag: tuple[int, ...]) -> str:
    """Return how long an answer takes."""
    months = [str(number) for number, part in enumerate(lag) if part]
    return "" if months == ["0"] else f"after {months[0]}{f' to {months[-1]}' * (len(months) > 1)} months"


def _way(scenario: Scenario, way: Branch) -> str:
    odds = chance_told(scenario, way.chance) if way.chance else "otherwise"
    return "; ".join(filter(None, (way.title, odds, moves_told(scenario, way.effects))))


def _said(scenario: Scenario, condition: Expression | None) -> str:
    return "" if condition is None else told_in(scenario, condition.tree)
