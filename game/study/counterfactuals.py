"""Worlds: a scenario as a claim wants it, and who plays in it (§15)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.conditions.condition import Condition, Expression
from game.model.card import Card
from game.model.claim import Spell, Spells, World
from game.model.effect import Branch
from game.model.event import Event
from game.model.persona import Habit, Persona
from game.model.scenario import Scenario
from game.model.turn import turn_of
from game.players.persona import PersonaPlayer
from game.players.player import Lines, Player
from game.players.roster import PERSONA, hire
from game.rules.dice import Seeds
from game.rules.index import card_order, classes_of, numbered
from game.rules.rulebook import Rulebook, compile_rulebook
from game.rules.views import View
from game.study.batch import BatchSetting

NEVER = Condition("false")
ALWAYS = Spell()
CERTAIN, NO_CHANCE = Expression(100), Expression(0)

FORCE = 60.0
"""Points by which temperaments are drawn to a forced card: more than anything else can weigh."""


def setting_in(world: World, book: Rulebook, players: Mapping[str, str]) -> BatchSetting:
    """Return how *world* is set up, with *players* by side where it names nobody.

    A player that does not exist is a KeyError; the reader has made sure of those a world names.
    """
    changed = scenario_in(world, book.scenario)
    own = book if changed is book.scenario else compile_rulebook(changed)
    seated = {}
    for side in own.index.sides:
        seated[side] = _insisting(
            world, hired_by(world.players.get(side, players[side]), own, side), own, side
        )
    return BatchSetting(own, seated, world.starts)


def hired_by(name: str, book: Rulebook, side: str) -> Player:
    """Return the player of that name; one that does not exist is a KeyError."""
    player = hire(name, book, side)
    if player is None:
        raise KeyError(f"nobody called {name} plays {side}")
    return player


@dataclass(frozen=True)
class Insisting:
    """A player that lays forced cards whenever it may, and is free in all else."""

    own: Player
    """Who chooses otherwise."""

    urged: Player
    """The temperament that is drawn to the forced cards before all others."""

    forced: NDArray[np.bool_]
    """Which orders are forced, by their number."""

    def choose(self, view: View, seeds: Seeds) -> Lines:
        """Return its own sheets with forced cards on them where the temperament lays such."""
        urged = self.urged.choose(view, seeds)
        own = self.own.choose(view, seeds)
        return np.where(self.forced[urged] & ~self.forced[own], urged, own)


def _insisting(world: World, player: Player, book: Rulebook, side: str) -> Player:
    """Return *player* made to lay the forced cards; a temperament has been drawn to them already."""
    if not world.force or isinstance(player, PersonaPlayer):
        return player
    urged = hired_by(PERSONA, book, side)
    cards = len(book.index.cards)
    forced = np.zeros(cards + (0 if book.deal is None else len(book.deal.terms)), dtype=np.bool_)
    for name in world.force:
        rows = book.index.card_rows(name)
        forced[list(rows)] = True
        if any(row in book.acts.offers for row in rows):
            forced[cards:] = True
    return Insisting(player, urged, forced)


def scenario_in(world: World, scenario: Scenario) -> Scenario:
    """Return *scenario* as *world* has it; the same one where nothing but starts and players differ."""
    if not (world.forbid or world.force or world.urge or world.branches or world.without or world.months):
        return scenario
    return scenario.model_copy(
        update={
            "months": world.months or scenario.months,
            "cards": _cards(world, scenario),
            "calendar": {name: _event(world, name, event) for name, event in scenario.calendar.items()},
            "personas": {
                name: _urged(world, persona, scenario) for name, persona in scenario.personas.items()
            },
        }
    )


def spells_of(asked: Spells) -> Iterator[tuple[str, Spell]]:
    """Yield each card, kind or scale that a world asks for, with its months and times."""
    if not isinstance(asked, Mapping):
        asked = dict.fromkeys(asked, ALWAYS)
    for name, spells in asked.items():
        yield from ((name, spell) for spell in ((spells,) if isinstance(spells, Spell) else spells))


def _spans(spell: Spell, scenario: Scenario) -> list[str]:
    """Return what must hold in the months of a *spell*, as conditions that all must."""
    ends = (("month >= {}", spell.since), ("month <= {}", spell.until))
    return [text.format(turn_of(scenario.start, scenario.turns, date)) for text, date in ends if date]


def _cards(world: World, scenario: Scenario) -> dict[str, object]:
    """Return the cards, those that are forbidden not legal in those months, or after those times."""
    rows = numbered(card_order(scenario))
    classes = classes_of(scenario.cards, rows)
    shut: dict[int, list[str]] = {}
    for name, spell in spells_of(world.forbid):
        often = [] if spell.times is None else [f"uses({name}) >= {spell.times}"]
        holds = " and ".join((*_spans(spell, scenario), *often)) or "true"
        for row in (rows[name],) if name in rows else classes[name]:
            shut.setdefault(row, []).append(holds)
    return {
        name: _barred(card, shut[rows[name]]) if rows[name] in shut else card
        for name, card in scenario.cards.items()
    }


def _barred(card: Card, shut: list[str]) -> Card:
    """Return a card that is not legal where one of the conditions *shut* holds."""
    if "true" in shut:
        return card.model_copy(update={"when": NEVER, "needs": ""})
    open_ = " and ".join(f"not ({each})" for each in shut)
    when = open_ if card.when is None else f"({card.when.text}) and {open_}"
    return card.model_copy(update={"when": Condition(when)})


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


def _urged(world: World, persona: Persona, scenario: Scenario) -> Persona:
    """Return a temperament with the urges of the world, and drawn to what is forced before all else."""
    why = "The test asked for it."
    urges = [Habit(cards=world.urge, why=why)] if world.urge else []
    for name, spell in spells_of(world.force):
        often = [] if spell.times is None else [f"uses({name}) < {spell.times}"]
        holds = " and ".join((*_spans(spell, scenario), *often))
        when = Condition(holds) if holds else None
        urges.append(Habit(cards={name: FORCE}, when=when, why=why))
    return persona.model_copy(update={"habits": (*persona.habits, *urges)}) if urges else persona
