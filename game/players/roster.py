"""The roster: which computer players there are, and how to hire one."""

from game.players.persona import persona_player
from game.players.player import Player
from game.rules.rulebook import Rulebook

PERSONA = "persona"
"""The player with the first temperament its side has."""


def temperaments(book: Rulebook, side: str) -> tuple[str, ...]:
    """Return the personas that can fill *side*'s seat, in the scenario's order."""
    return tuple(name for name, persona in book.scenario.personas.items() if persona.side == side)


def names(book: Rulebook, side: str) -> tuple[str, ...]:
    """Return the names of all computer players for *side*."""
    return (PERSONA, *(f"{PERSONA}:{name}" for name in temperaments(book, side)))


def hire(name: str, book: Rulebook, side: str) -> Player | None:
    """Return the computer player of that name for *side*; none if there is no such player."""
    first = temperaments(book, side)[:1]
    chosen = first[0] if name == PERSONA and first else name.removeprefix(f"{PERSONA}:")
    persona = book.scenario.personas.get(chosen)
    if persona is None or persona.side != side or name not in names(book, side):
        return None
    return persona_player(book, persona)
