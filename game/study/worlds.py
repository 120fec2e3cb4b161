"""Worlds: a scenario as a claim wants it, and who plays in it (§15)."""

from collections.abc import Mapping

from game.model.claim import World
from game.model.condition import Condition, Expression
from game.model.effect import Branch
from game.model.event import Event
from game.model.persona import Habit, Persona
from game.model.scenario import Scenario
from game.players.roster import hire
from game.rules.index import card_order, classes_of, numbered
from game.rules.rulebook import Rulebook, compile_rulebook
from game.study.batch import Setting

NEVER = Condition("false")
CERTAIN, NO_CHANCE = Expression(100), Expression(0)


def setting_in(world: World, book: Rulebook, players: Mapping[str, str]) -> Setting:
    """Return how *world* is set up, with *players* by side where it names nobody.

    A player that does not exist is a KeyError; the reader has made sure of those a world names.
    """
    changed = scenario_in(world, book.scenario)
    own = book if changed is book.scenario else compile_rulebook(changed)
    seated = {}
    for side in own.index.sides:
        player = hire(world.players.get(side, players[side]), own, side)
        if player is None:
            raise KeyError(f"nobody called {world.players.get(side, players[side])} plays {side}")
        seated[side] = player
    return Setting(own, seated, world.starts)


def scenario_in(world: World, scenario: Scenario) -> Scenario:
    """Return *scenario* as *world* has it; the same one where nothing but starts and players differ."""
    if not (world.forbid or world.urge or world.branches or world.without):
        return scenario
    return scenario.model_copy(
        update={
            "cards": _cards(world, scenario),
            "calendar": {name: _event(world, name, event) for name, event in scenario.calendar.items()},
            "personas": {name: _urged(world, persona) for name, persona in scenario.personas.items()},
        }
    )


def _cards(world: World, scenario: Scenario) -> dict[str, object]:
    """Return the cards, those that are forbidden never legal."""
    rows = numbered(card_order(scenario))
    classes = classes_of(scenario.cards, rows)
    shut = {row for name in world.forbid for row in ((rows[name],) if name in rows else classes[name])}
    return {
        name: card.model_copy(update={"when": NEVER, "needs": ""}) if rows[name] in shut else card
        for name, card in scenario.cards.items()
    }


def _event(world: World, name: str, event: Event) -> Event:
    """Return an event that goes the way the world wants, or that never happens."""
    if name in world.without:
        return event.model_copy(update={"when": NEVER})
    if name not in world.branches:
        return event
    ways = {way: _sure(branch, way == world.branches[name]) for way, branch in event.branches.items()}
    return event.model_copy(update={"branches": ways})


def _sure(branch: Branch, taken: bool) -> Branch:
    """Return a branch that is certain, or out of the question."""
    return branch.model_copy(update={"chance": CERTAIN if taken else NO_CHANCE})


def _urged(world: World, persona: Persona) -> Persona:
    """Return a temperament with the urges of the world."""
    if not world.urge:
        return persona
    urge = Habit(cards=world.urge, why="The test asked for it.")
    return persona.model_copy(update={"habits": (*persona.habits, urge)})
