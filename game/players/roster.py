"""The roster: which computer players there are, and how to hire one."""

from game.model.persona import Persona
from game.players.persona import PersonaPlayer, persona_player
from game.players.player import Player
from game.players.searcher import Effort, Searcher
from game.rules.rulebook import Rulebook

PERSONA = "persona"
"""The player with the first temperament its side has."""

EFFORTS = {
    "easy": Effort(tries=8, worlds=4),
    "normal": Effort(tries=24, worlds=4, rounds=4),
    "hard": Effort(tries=96, worlds=8, rounds=6, replies=4),
}
"""The searchers, and how much each of them tries."""


def temperaments(book: Rulebook, side: str) -> tuple[str, ...]:
    """Return the personas that can fill *side*'s seat, in the scenario's order."""
    return tuple(name for name, persona in book.scenario.personas.items() if persona.side == side)


def names(book: Rulebook, side: str) -> tuple[str, ...]:
    """Return the names of all computer players for *side*; without a temperament it has none."""
    found = temperaments(book, side)
    every = all(temperaments(book, each) for each in book.index.sides)
    return (PERSONA, *(f"{PERSONA}:{name}" for name in found), *(EFFORTS if every else ())) if found else ()


def hire(name: str, book: Rulebook, side: str) -> Player | None:
    """Return the computer player of that name for *side*; none if there is no such player."""
    if name not in names(book, side):
        return None
    if name in EFFORTS:
        others = {each: _usual(book, each) for each in book.index.sides}
        return Searcher(book, side, others[side], others, EFFORTS[name])
    return _usual(book, side) if name == PERSONA else persona_player(book, _named(book, name))


def _usual(book: Rulebook, side: str) -> PersonaPlayer:
    """Return the player with the first temperament of *side*."""
    return persona_player(book, book.scenario.personas[temperaments(book, side)[0]])


def _named(book: Rulebook, name: str) -> Persona:
    return book.scenario.personas[name.removeprefix(f"{PERSONA}:")]
