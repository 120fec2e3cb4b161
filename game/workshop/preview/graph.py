"""The graph: which pieces of a scenario move, cross and decide which others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from game.conditions.condition import Expression
from game.conditions.syntax import names, questions
from game.match.naming import signed
from game.model.effect import Answer, Branch, Effect
from game.model.goal import Goal
from game.model.redline import Redline
from game.model.scenario import Scenario

CAUSES, TRACKS, LINES, ENDS = range(4)
"""The columns, from what is done to what it comes to."""


@dataclass(frozen=True)
class GraphNode:
    """One piece of a scenario."""

    id: str
    """Its kind and its name, such as card:icbm_test."""

    column: int
    """Where it stands."""

    title: str
    """What it is called."""

    side: str | None = None
    """Whose it is; the world's, if nobody's."""


class Edge(NamedTuple):
    """One piece bears on another."""

    source: str
    target: str

    how: str
    """Such as "+2", "crosses" or "reads"."""


@dataclass(frozen=True)
class Graph:
    """A scenario as nodes and edges, without repeats."""

    nodes: tuple[GraphNode, ...]
    edges: tuple[Edge, ...]


Moved = Iterable[tuple[str, Expression | int]]


def graph_of(scenario: Scenario) -> Graph:
    """Return the graph of a scenario."""
    nodes = tuple(_nodes(scenario))
    known = {node.id for node in nodes}
    together: dict[tuple[str, str], list[str]] = {}
    for edge in _edges(scenario):
        if edge.source in known and edge.target in known and edge.source != edge.target:
            hows = together.setdefault((edge.source, edge.target), [])
            hows += [edge.how] if edge.how not in hows else []
    return Graph(nodes, tuple(Edge(*ends, ", ".join(hows)) for ends, hows in together.items()))


def _nodes(scenario: Scenario) -> Iterator[GraphNode]:
    for name, card in scenario.cards.items():
        yield GraphNode(f"card:{name}", CAUSES, card.title, card.side)
    for name, event in scenario.calendar.items():
        yield GraphNode(f"event:{name}", CAUSES, event.title)
    for name, rule in scenario.upkeep.items():
        yield GraphNode(f"upkeep:{name}", CAUSES, rule.title)
    yield from (_track(scenario, name) for name in scenario.tracks)
    for name, line in scenario.redlines.items():
        yield GraphNode(f"line:{name}", LINES, line.title, line.drawn_by)
    for name, ending in scenario.endings.items():
        yield GraphNode(f"ending:{name}", ENDS, ending.title)
    goals = ((side, name, goal) for side, noun in scenario.sides.items() for name, goal in noun.goals.items())
    yield from (GraphNode(f"goal:{side}.{name}", ENDS, goal.text, side) for side, name, goal in goals)


def _track(scenario: Scenario, name: str) -> GraphNode:
    owner, dot, _own = name.partition(".")
    side, label = owner if dot and owner in scenario.sides else None, scenario.tracks[name].label
    told = f"{scenario.sides[side].label}: {label[:1].lower()}{label[1:]}" if side else label
    return GraphNode(f"track:{name}", TRACKS, told, side)


def _edges(scenario: Scenario) -> Iterator[Edge]:
    classes = _classes(scenario)
    yield from _from_cards(scenario)
    for name, event in scenario.calendar.items():
        yield from _moves(f"event:{name}", event.effects.items())
        yield from _further(f"event:{name}", (*event.riders, *event.branches.values()))
        yield from _reads(f"event:{name}", event.when, classes, "allows")
    for name, rule in scenario.upkeep.items():
        yield from _further(f"upkeep:{name}", (rule,))
        yield from _reads(f"upkeep:{name}", rule.when, classes, "allows")
    for name, line in scenario.redlines.items():
        yield from _of_line(name, line, classes)
    for name, ending in scenario.endings.items():
        yield from _reads(f"ending:{name}", ending.when, classes, "decides")
        yield from _reads(f"ending:{name}", ending.chance, classes, "decides")
    for side, noun in scenario.sides.items():
        for name, goal in noun.goals.items():
            yield from _of_goal(f"goal:{side}.{name}", goal, classes)
    yield from _of_bargain(scenario)


def _from_cards(scenario: Scenario) -> Iterator[Edge]:
    classes = _classes(scenario)
    for name, card in scenario.cards.items():
        source = f"card:{name}"
        yield from _moves(source, ((t, -amount) for t, amount in card.price.items()), card.side)
        yield from _moves(source, card.effects.items(), card.side)
        yield from _moves(source, card.gains.items(), card.side)
        yield from _further(source, card.riders, card.side)
        yield from _reads(source, card.when, classes, "allows", card.side)
        if card.attribution is not None:
            yield from _moves(source, card.attribution.effects.items(), card.side)
            if card.attribution.outsider is not None:
                yield from _moves(source, card.attribution.outsider.effects.items(), card.side)


def _of_line(name: str, line: Redline, classes: Mapping[str, tuple[str, ...]]) -> Iterator[Edge]:
    target = f"line:{name}"
    for crossing in line.crossed_by:
        yield from (Edge(f"card:{card}", target, "crosses") for card in classes.get(crossing, (crossing,)))
    for card in line.answered_by:
        yield Edge(f"card:{card}", target, "answers")
    if line.limit is not None:
        yield Edge(f"track:{line.limit.track}", target, "crosses")
    yield from _reads(target, line.when, classes, "allows")
    for moves in (line.effects, line.answered, line.backed_down):
        yield from _moves(target, moves.items())
    yield from _further(target, (*line.riders, *line.answers.values()))
    yield from _further(target, (way for answer in line.answers.values() for way in answer.branches.values()))


def _of_goal(target: str, goal: Goal, classes: Mapping[str, tuple[str, ...]]) -> Iterator[Edge]:
    yield from _reads(target, goal.when, classes, "scores")
    yield from _reads(target, goal.grade, classes, "scores")


def _of_bargain(scenario: Scenario) -> Iterator[Edge]:
    """Yield how offers, once signed, move the ladders' tracks."""
    bargain = scenario.bargain
    offers = [f"card:{name}" for name, card in scenario.cards.items() if card.role is not None]
    for ladder in bargain.ladders.values() if bargain else ():
        yield from (Edge(offer, f"track:{ladder.track}", "by agreement") for offer in offers)


def _moves(source: str, moves: Moved, side: str | None = None) -> Iterator[Edge]:
    for track, amount in moves:
        number = amount if isinstance(amount, int) else amount.constant
        name = track.replace("self.", f"{side}.") if side else track
        yield Edge(source, f"track:{name}", signed(number) if number else "varies")


def _further(
    source: str, effects: Iterable[Effect | Branch | Answer], side: str | None = None
) -> Iterator[Edge]:
    """Yield what follows; perhaps, where a chance or a condition stands before it."""
    for effect in effects:
        chance = effect.chance is not None and effect.chance.constant != 100
        sure = not (isinstance(effect, Branch) or chance or effect.when is not None)
        for edge in _moves(source, effect.effects.items(), side):
            yield edge if sure else edge._replace(how=f"perhaps {edge.how}")


def _reads(
    target: str,
    read: Expression | None,
    classes: Mapping[str, tuple[str, ...]],
    how: str,
    side: str = "",
) -> Iterator[Edge]:
    """Yield what a condition or number depends on; 'self' is *side*."""
    if read is None:
        return
    for name in names(read.tree):
        yield Edge(f"track:{name.name.replace('self.', f'{side}.')}", target, how)
    for question in questions(read.tree):
        for arg in question.args[:1]:
            for card in classes.get(arg.name, (arg.name,)):
                yield Edge(f"card:{card}", target, how)
            yield Edge(f"line:{arg.name}", target, how)
            yield Edge(f"event:{arg.name}", target, how)


def _classes(scenario: Scenario) -> Mapping[str, tuple[str, ...]]:
    """Return the cards of each kind and scale."""
    found: dict[str, tuple[str, ...]] = {}
    for name, card in scenario.cards.items():
        for label in filter(None, (card.kind, card.scale)):
            found[label.value] = (*found.get(label.value, ()), name)
    return found
